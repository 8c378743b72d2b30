package dev.earshot.ui;

/**
 * What takes long and can be left off.
 *
 * @param key of the words that say what it is, filled with the percentage
 * @param progress from 0 to 1
 */
record RunningTask(String key, double progress, Runnable cancel) {}
