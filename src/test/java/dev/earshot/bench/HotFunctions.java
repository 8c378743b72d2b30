package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is done most often, alone and warm: the benchmarks that stand beside the tests of what they measure. */
final class HotFunctions {
    private HotFunctions() {}

    /** @param processes in which each is measured */
    static void run(int processes) throws RunnerException {
        System.out.println("jmh: ns each, of " + processes
                + " processes; the error is that of JMH, at 99.9 %. Hex and Text: 1,024");
        System.out.println("bytes; Cutting: 32 KB in messages of 64 bytes; Recording: a read of so many bytes.\n");
        var options = new OptionsBuilder()
                .include("dev\\.earshot\\.(codec|journal)\\..*Benchmark")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(processes)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .build();
        Table table = new Table("function", "of", "ns", "error");
        Collection<RunResult> results = new Runner(options).run();
        for (RunResult result : results) {
            row(table, result.getParams(), result.getPrimaryResult());
        }
        table.print();
    }

    private static void row(Table table, BenchmarkParams params, Result<?> result) {
        String name = params.getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.", "$1, ");
        StringBuilder of = new StringBuilder();
        params.getParamsKeys().forEach(key -> of.append(params.getParam(key)));
        table.row(name, of.toString(), figure(result.getScore(), 0), figure(result.getScoreError(), 0));
    }
}
