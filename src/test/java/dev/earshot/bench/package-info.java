/**
 * Benchmarks, run by {@code src/docs/benchmark} and never by the tests: what speed costs depends on the machine, so every
 * figure of Earshot stands beside the same load on a sink that does less, in the same run.
 *
 * <p>{@link dev.earshot.bench.Benchmark} starts each receiver and each {@link dev.earshot.bench.Sender} as a process of its
 * own. A receiver prints its port, takes so many bytes and prints what it measured; times are those of the system's
 * monotonic clock, which all processes share.
 */
package dev.earshot.bench;
