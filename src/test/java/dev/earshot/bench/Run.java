package dev.earshot.bench;

import java.util.List;

/**
 * What the sections of one run share.
 *
 * @param times how often each figure is measured
 * @param options of the JVM for Earshot's window
 * @param goals counts the goals that are met
 */
record Run(int times, List<String> options, Goals goals) {}
