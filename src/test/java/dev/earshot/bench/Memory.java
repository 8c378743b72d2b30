package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.bench.Receiver.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What many rows cost in memory. */
final class Memory {
    /** As long as the window is left alone before its memory is looked at. */
    private static final long IDLE_NANOS = 3_000_000_000L;

    private Memory() {}

    static void run(Run run) throws IOException {
        System.out.println(
                "heap: MB of the heap in use after a collection, and of memory the system has given (RSS), in an");
        System.out.println("empty window and after so many rows; one run each. A bare window has "
                + figure(bare(run), 0) + " MB of RSS.\n");
        Table table =
                new Table("rows", "heap empty", "heap then", "more", "peak heap", "RSS empty", "RSS then", "peak RSS");
        measure(table, run, Load.counted(1, 10_000_000, 64, Load.LARGE));
        measure(table, run, Load.counted(1, 100_000_000, 8, 8 * Load.LARGE));
        table.print();
    }

    /** Returns the memory that the system has given to a window with the same libraries and nothing in it. */
    private static double bare(Run run) throws IOException {
        Jvm jvm = new Jvm(run.jvm().options(), Optional.empty());
        try (Home home = new Home();
                Child child = Child.of(home.folder(), jvm, List.of(FirstPaint.OPTION), BareWindow.class, List.of())) {
            child.next("painted");
            LockSupport.parkNanos(IDLE_NANOS);
            return child.status("VmRSS") * 1024 / 1e6;
        }
    }

    private static void measure(Table table, Run run, Load load) throws IOException {
        try (Receiver receiver = new Receiver(Kind.WINDOW, run.jvm())) {
            double heap = receiver.megabytes("heap");
            double memory = receiver.memory("VmRSS");
            receiver.take(load);
            double peak = receiver.megabytes("peak");
            double after = receiver.megabytes("heap");
            table.row(
                    figure(load.messages(), 0) + " x " + load.size() + " bytes",
                    figure(heap, 1),
                    figure(after, 1),
                    run.goals().atMost(after - heap, load.size() == 64 ? 16 : Goals.NONE, 1),
                    figure(peak, 0),
                    figure(memory, 0),
                    figure(receiver.memory("VmRSS"), 0),
                    figure(receiver.memory("VmHWM"), 0));
        }
    }
}
