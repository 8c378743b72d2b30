package dev.earshot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Puts the same loads on two sinks and on Earshot's window in turn, and prints medians and ratios. */
final class Benchmark {
    private static final int LARGE = 1024;

    private static final Map<String, Load> LOADS = new LinkedHashMap<>();

    static {
        LOADS.put("1 client, 200,000 x 64 bytes, one write each", new Load(1, 200_000, 64, 1));
        LOADS.put("100 clients, 5,000 x 64 bytes, one write each", new Load(100, 5_000, 64, 1));
        LOADS.put("1 client, 10,000,000 x 64 bytes, large writes", new Load(1, 10_000_000, 64, LARGE));
        LOADS.put("100 clients, 100,000 x 64 bytes, large writes", new Load(100, 100_000, 64, LARGE));
        LOADS.put("1 client, 20,000 x 32 KB", new Load(1, 20_000, 32 * 1024, 1));
    }

    /** What one run gave; the window's own figures are 0 for the sinks. */
    private record Result(double seconds, double median, double p99, double most, double peak, double heap) {}

    private Benchmark() {}

    /** @param args how often each is run, 5 if nothing is said */
    public static void main(String[] args) throws Exception {
        int times = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        System.out.println(
                "Medians of " + times + ". Seconds until the last byte is taken (window: until its row can be");
        System.out.println("painted); how long the EDT makes a click wait meanwhile, cold, in ms; MB of memory.");
        for (Map.Entry<String, Load> load : LOADS.entrySet()) {
            measure(load.getKey(), load.getValue(), times);
        }
    }

    private static void measure(String name, Load load, int times) throws Exception {
        List<Result> discarding = new ArrayList<>();
        List<Result> appending = new ArrayList<>();
        List<Result> window = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            discarding.add(run(load, () -> Receiver.discarding(load), false));
            appending.add(run(load, () -> Receiver.appending(load), false));
            window.add(run(load, () -> Receiver.window(load), true));
        }
        System.out.printf("%n%s (%.0f MB)%n", name, load.bytes() / 1e6);
        line("sink that discards", load, discarding);
        line("sink that appends", load, appending);
        line("Earshot's window", load, window);
        System.out.printf(
                "  ratio to discarding %.2f, to appending %.2f; EDT p50 %.1f, p99 %.1f, max %.1f ms; peak %.0f MB; heap"
                        + " +%.1f MB%n",
                ratio(window, discarding),
                ratio(window, appending),
                median(window.stream().map(Result::median).toList()),
                median(window.stream().map(Result::p99).toList()),
                median(window.stream().map(Result::most).toList()),
                median(window.stream().map(Result::peak).toList()),
                median(window.stream().map(Result::heap).toList()));
    }

    private static Result run(Load load, Callable<Receiver> start, boolean window) throws Exception {
        try (Receiver receiver = start.call()) {
            List<String> command = new ArrayList<>(List.of(Sender.class.getName(), receiver.next("port")[0]));
            command.addAll(load.words());
            Process sender = Receiver.process(Path.of("."), command);
            try {
                double begun = nanos(sender.inputReader().readLine().substring("start ".length()));
                double seconds = (nanos(receiver.next("end")[0]) - begun) / 1e9;
                if (!window) {
                    return new Result(seconds, 0, 0, 0, receiver.peakMegabytes(), 0);
                }
                double[] edt = Arrays.stream(receiver.next("edt"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                double heap = Double.parseDouble(receiver.next("heap")[0]);
                return new Result(seconds, edt[1], edt[2], edt[3], receiver.peakMegabytes(), heap);
            } finally {
                sender.destroyForcibly();
            }
        }
    }

    private static double nanos(String text) {
        return Long.parseLong(text);
    }

    private static void line(String name, Load load, List<Result> results) throws IOException {
        double seconds = median(results.stream().map(Result::seconds).toList());
        System.out.printf(
                "  %-20s %7.3f s %8.0f MB/s %,12.0f messages/s%n",
                name, seconds, load.bytes() / 1e6 / seconds, load.rows() / seconds);
    }

    /** Pair by pair, because the machine's speed drifts. */
    private static double ratio(List<Result> these, List<Result> those) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < these.size(); i++) {
            ratios.add(these.get(i).seconds() / those.get(i).seconds());
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
