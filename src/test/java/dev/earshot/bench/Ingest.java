package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.bench.Receiver.Kind;
import dev.earshot.bench.Receiver.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast the window takes what is sent, beside two sinks that do less. */
final class Ingest {
    private static final Map<String, Load> LOADS = new LinkedHashMap<>();

    static {
        LOADS.put("1 client, 64 bytes, large writes", Load.counted(1, 40_000_000, 64, Load.LARGE));
        LOADS.put("100 clients, 64 bytes, large writes", Load.counted(100, 400_000, 64, Load.LARGE));
        LOADS.put("1 client, 32 KB", Load.counted(1, 80_000, 32 * 1024, 1));
        LOADS.put("1 client, one 64-byte send a message", Load.counted(1, 500_000, 64, 1));
        LOADS.put("100 clients, one 64-byte send a message", Load.counted(100, 5_000, 64, 1));
    }

    private Ingest() {}

    static void run(Run run) throws IOException {
        System.out.println(
                "ingest: seconds from the first byte sent until all is taken (window: is in the capture and its");
        System.out.println("index), medians of " + run.times()
                + "; shown: from the last byte sent until its row can be painted.\n");
        Table table = new Table(
                "load",
                "discards s",
                "appends s",
                "window s",
                "/discards",
                "/appends",
                "MB/s",
                "messages/s",
                "shown ms",
                "most ms",
                "peak heap MB",
                "peak RSS MB");
        for (Map.Entry<String, Load> load : LOADS.entrySet()) {
            measure(table, load.getKey(), load.getValue(), run);
        }
        table.print();
    }

    private static void measure(Table table, String name, Load load, Run run) throws IOException {
        Map<Kind, List<Outcome>> outcomes = new EnumMap<>(Kind.class);
        List<Double> heaps = new ArrayList<>();
        List<Double> memories = new ArrayList<>();
        for (int i = 0; i < run.times(); i++) {
            for (Kind kind : Kind.values()) {
                Disk.sync();
                try (Receiver receiver = new Receiver(kind, run.jvm())) {
                    outcomes.computeIfAbsent(kind, k -> new ArrayList<>()).add(receiver.take(load));
                    if (kind == Kind.WINDOW) {
                        heaps.add(receiver.megabytes("peak"));
                        memories.add(receiver.memory("VmHWM"));
                    }
                }
            }
        }
        List<Outcome> window = outcomes.get(Kind.WINDOW);
        boolean largeWrites = load.size() * load.together() > Load.LARGE;
        double toDiscards = Medians.ratio(window, outcomes.get(Kind.DISCARDS), Outcome::seconds);
        double toAppends = Medians.ratio(window, outcomes.get(Kind.APPENDS), Outcome::seconds);
        double seconds = Medians.of(window, Outcome::seconds);
        double messages = window.get(0).messages();
        table.row(
                name,
                figure(Medians.of(outcomes.get(Kind.DISCARDS), Outcome::seconds), 3),
                figure(Medians.of(outcomes.get(Kind.APPENDS), Outcome::seconds), 3),
                figure(seconds, 3),
                run.goals().atMost(toDiscards, largeWrites ? Goals.NONE : 1.15, 2),
                run.goals().atMost(toAppends, largeWrites ? 1.25 : Goals.NONE, 2),
                figure(messages * load.size() / 1e6 / seconds, 0),
                figure(messages / seconds, 0),
                figure(Medians.of(window, Outcome::shown), 0),
                run.goals().atMost(Medians.most(window, Outcome::shown), 100, 0),
                figure(Medians.of(heaps, h -> h), 0),
                figure(Medians.of(memories, m -> m), 0));
    }
}
