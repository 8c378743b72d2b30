package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.bench.Receiver.Kind;
import dev.earshot.bench.Receiver.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long the EDT makes a click wait while messages come. */
final class Responsiveness {
    private static final double FLOOD_SECONDS = 3;
    private static final double PACED_SECONDS = 10;

    private Responsiveness() {}

    /**
     * What goes on in a window, and the goals in milliseconds.
     *
     * @param cold the goals of the first round, in a fresh window
     * @param warm the goals of the last round
     */
    private record Case(String name, Load load, int rounds, Limits cold, Limits warm) {}

    /** The longest waits that are goals, plain and in the package. */
    private record Limits(double p99, double p99OfPackage, double max, double maxOfPackage) {
        static final Limits NONE = new Limits(Goals.NONE, Goals.NONE, Goals.NONE, Goals.NONE);
        static final Limits FLOOD = new Limits(50, 25, Goals.NONE, Goals.NONE);
    }

    static void flood(Run run) throws IOException {
        System.out.println("edt: what a click waits during a flood of " + FLOOD_SECONDS + " s, in ms; medians of "
                + run.times() + " fresh");
        System.out.println("windows, and the most of all.\n");
        measure(
                run,
                flood("1 client, 64 bytes, large writes", Load.flood(1, FLOOD_SECONDS, 64, Load.LARGE)),
                flood("100 clients, 64 bytes, large writes", Load.flood(100, FLOOD_SECONDS, 64, Load.LARGE)),
                flood("1 client, 32 KB", Load.flood(1, FLOOD_SECONDS, 32 * 1024, 1)),
                flood("1 client, one 64-byte send a message", Load.flood(1, FLOOD_SECONDS, 64, 1)),
                flood("100 clients, one 64-byte send a message", Load.flood(100, FLOOD_SECONDS, 64, 1)));
    }

    private static Case flood(String name, Load load) {
        return new Case(name, load, 3, Limits.FLOOD, Limits.NONE);
    }

    static void paced(Run run) throws IOException {
        System.out.println("rate: what a click waits while 10 clients send 100,000 messages a second for "
                + PACED_SECONDS + " s, in ms;");
        System.out.println("medians of " + run.times() + " fresh windows, and the most of all.\n");
        measure(
                run,
                new Case(
                        "10 clients, 10,000 x 64 bytes/s each",
                        Load.paced(10, PACED_SECONDS, 10_000, 64),
                        2,
                        new Limits(40, 16, 100, 50),
                        new Limits(16, 16, 50, 50)));
    }

    static void bytes(Run run) throws IOException {
        System.out.println("bytes: what a click waits while 50 clients send 2,000 bytes a second each, one by one, for "
                + PACED_SECONDS);
        System.out.println("s, in ms; medians of " + run.times() + " fresh windows, and the most of all.\n");
        measure(
                run,
                new Case(
                        "50 clients, 2,000 x 1 byte/s each",
                        Load.paced(50, PACED_SECONDS, 2_000, 1),
                        2,
                        new Limits(60, 25, 150, 80),
                        new Limits(60, 25, 150, 80)));
    }

    private static void measure(Run run, Case... cases) throws IOException {
        Table table = new Table(
                "load",
                "round",
                "clicks",
                "p50",
                "p99",
                "max",
                "most of all",
                "due p99",
                "due max",
                "messages/s",
                "shown ms",
                "most ms");
        for (Case measured : cases) {
            List<Outcome> cold = new ArrayList<>();
            List<Outcome> warm = new ArrayList<>();
            for (int i = 0; i < run.times(); i++) {
                try (Receiver receiver = new Receiver(Kind.WINDOW, run.jvm())) {
                    cold.add(receiver.take(measured.load()));
                    for (int round = 2; round < measured.rounds(); round++) {
                        receiver.take(measured.load());
                    }
                    warm.add(receiver.take(measured.load()));
                }
            }
            row(table, run.goals(), measured.name(), "1, cold", cold, measured.cold());
            row(table, run.goals(), measured.name(), measured.rounds() + ", warm", warm, measured.warm());
        }
        table.print();
    }

    private static String shown(Goals goals, double millis) {
        return goals.atMost(millis, Double.isNaN(millis) ? Goals.NONE : 100, 0);
    }

    private static void row(
            Table table, Goals goals, String name, String round, List<Outcome> outcomes, Limits limits) {
        List<Delays> delays = outcomes.stream().map(Outcome::delays).toList();
        table.row(
                name,
                round,
                figure(Medians.of(delays, Delays::clicks), 0),
                figure(Medians.of(delays, Delays::median), 1),
                goals.atMost(Medians.of(delays, Delays::p99), limits.p99(), limits.p99OfPackage(), 1),
                figure(Medians.of(delays, Delays::most), 1),
                goals.atMost(Medians.most(delays, Delays::most), limits.max(), limits.maxOfPackage(), 1),
                figure(Medians.of(delays, Delays::dueP99), 1),
                figure(Medians.most(delays, Delays::dueMost), 1),
                figure(Medians.of(outcomes, o -> o.messages() / o.seconds()), 0),
                figure(Medians.of(outcomes, Outcome::shown), 0),
                shown(goals, Medians.most(outcomes, Outcome::shown)));
    }
}
