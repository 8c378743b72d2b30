package dev.earshot.bench;

/**
 * What the sections of one run share.
 *
 * @param times how often each figure is measured
 * @param jvm what runs Earshot's window
 * @param goals counts the goals that are met
 */
record Run(int times, Jvm jvm, Goals goals) {}
