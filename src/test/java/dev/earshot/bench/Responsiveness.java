package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.bench.Receiver.Kind;
import dev.earshot.bench.Receiver.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the EDT makes a click wait while messages come. */
final class Responsiveness {
    private static final double FLOOD_SECONDS = 3;
    private static final double PACED_SECONDS = 10;

    private Responsiveness() {}

    static void flood(int times) throws IOException {
        System.out.println(
                "edt: what a click waits during a flood of " + FLOOD_SECONDS + " s, in ms; medians of " + times);
        System.out.println(
                "fresh windows, and the most of all. Targets: p99 at most 16, max at most 100, the first too.\n");
        Map<String, Load> loads = new LinkedHashMap<>();
        loads.put("1 client, 64 bytes, large writes", Load.flood(1, FLOOD_SECONDS, 64, Load.LARGE));
        loads.put("100 clients, 64 bytes, large writes", Load.flood(100, FLOOD_SECONDS, 64, Load.LARGE));
        loads.put("1 client, one 64-byte send a message", Load.flood(1, FLOOD_SECONDS, 64, 1));
        loads.put("100 clients, one 64-byte send a message", Load.flood(100, FLOOD_SECONDS, 64, 1));
        measure(loads, 3, times);
    }

    static void paced(int times) throws IOException {
        System.out.println(
                "rate: what a click waits while 10 clients send 100,000 messages a second for " + PACED_SECONDS);
        System.out.println(
                "s, in ms; medians of " + times + " fresh windows, and the most of all. Targets: p99 at most 16, max");
        System.out.println("at most 50.\n");
        Map<String, Load> loads = new LinkedHashMap<>();
        loads.put("10 clients, 10,000 x 64 bytes/s each", Load.paced(10, PACED_SECONDS, 10_000, 64));
        measure(loads, 2, times);
    }

    /** @param rounds how often one window gets the load; the first and the last are told */
    private static void measure(Map<String, Load> loads, int rounds, int times) throws IOException {
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
                "shown ms");
        for (Map.Entry<String, Load> load : loads.entrySet()) {
            List<Outcome> cold = new ArrayList<>();
            List<Outcome> warm = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                try (Receiver receiver = new Receiver(Kind.WINDOW)) {
                    cold.add(receiver.take(load.getValue()));
                    for (int round = 2; round < rounds; round++) {
                        receiver.take(load.getValue());
                    }
                    warm.add(receiver.take(load.getValue()));
                }
            }
            row(table, load.getKey(), "1, cold", cold);
            row(table, load.getKey(), rounds + ", warm", warm);
        }
        table.print();
    }

    private static void row(Table table, String name, String round, List<Outcome> outcomes) {
        List<Delays> delays = outcomes.stream().map(Outcome::delays).toList();
        table.row(
                name,
                round,
                figure(Medians.of(delays, Delays::clicks), 0),
                figure(Medians.of(delays, Delays::median), 1),
                figure(Medians.of(delays, Delays::p99), 1),
                figure(Medians.of(delays, Delays::most), 1),
                figure(Medians.most(delays, Delays::most), 1),
                figure(Medians.of(delays, Delays::dueP99), 1),
                figure(Medians.most(delays, Delays::dueMost), 1),
                figure(Medians.of(outcomes, o -> o.messages() / o.seconds()), 0),
                figure(Medians.of(outcomes, Outcome::shown), 0));
    }
}
