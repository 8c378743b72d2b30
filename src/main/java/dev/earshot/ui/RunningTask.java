package dev.earshot.ui;

/**
 * A long task with its progress, which the status bar shows and a person can cancel.
 *
 * @param key the key of its words, which are filled with the percentage
 * @param progress from 0 to 1
 */
record RunningTask(String key, double progress, Runnable cancel) {}
