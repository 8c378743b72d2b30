/**
 * Measures the rows of a log: how many, how long, how often, how soon answered.
 *
 * <p>{@link dev.earshot.session.statistics.Statistics} reads chosen rows once, in their order, on the thread of its
 * caller, and gives each to {@link dev.earshot.session.statistics.RowStatistics}. That needs a fixed amount of memory,
 * about 30 MB at most, however many rows there are: a {@link dev.earshot.session.statistics.Distribution} has buckets,
 * {@link dev.earshot.session.statistics.FrequentItems} forgets what is rare, and only so many clients are counted one
 * by one. {@link dev.earshot.session.statistics.StatisticsTables} turns the result into {@link
 * dev.earshot.session.statistics.StatisticsTable}s, which window, report and CSV all show. What is counted as a value
 * of a message is a {@link dev.earshot.session.statistics.ValueSource}.
 *
 * <p>The distribution is a class of our own rather than HdrHistogram 2.2.2, which takes whole numbers from 1 on only,
 * so that neither temperatures below zero nor fractions would fit, and which needs a range that is known before.
 *
 * <p>May import {@code session.export}, {@code session.view}, {@code session} and the packages below. It has no threads
 * of its own.
 */
package dev.earshot.session.statistics;
