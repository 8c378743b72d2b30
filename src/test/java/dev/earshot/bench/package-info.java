/**
 * Benchmarks, run by {@code src/docs/benchmark} and never by the tests: what speed costs depends on the machine, so
 * every figure of Earshot stands beside the same load on something that does less, in the same run.
 *
 * <p>{@link dev.earshot.bench.Benchmark} runs sections, each a class of its own that prints a table. Each {@link
 * dev.earshot.bench.Receiver} and each {@link dev.earshot.bench.Sender} is a process of its own; times are those of
 * the system's monotonic clock, which all processes share. On two cores sender, receiver and EDT compete: what a click
 * waits there is the worst that it will wait elsewhere.
 *
 * <p>Nothing is asked of what is measured: {@link dev.earshot.bench.Progress} looks every millisecond at a figure that
 * costs nothing to read, a listener of the table notes when it has grown, and {@link dev.earshot.bench.Clicks} posts
 * its questions at fixed times, so that a long pause is met by as many of them as a person would have felt.
 *
 * <p>JMH's benchmarks of single functions stand beside the tests of what they measure, because most of it is visible
 * in its package only.
 */
package dev.earshot.bench;
