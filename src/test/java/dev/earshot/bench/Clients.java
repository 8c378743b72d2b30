package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.earshot.bench.Receiver.Kind;
import dev.earshot.bench.Receiver.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** How many clients a window holds, and what one costs. */
final class Clients {
    /** Files that a receiver has open besides its clients, with much to spare. */
    private static final int OTHER_FILES = 300;

    private Clients() {}

    static void run(Run run) throws IOException {
        System.out.println(
                "clients: so many connect, each sends 64 bytes and is answered by Send to all; one run each. KB of");
        System.out.println(
                "memory a client: RSS above that of the empty window. What a click waits while the window answers,");
        System.out.println("in ms.\n");
        Table table = new Table(
                "clients",
                "RSS empty MB",
                "KB, heard",
                "KB, answered",
                "threads, heard",
                "threads, answered",
                "s till all heard",
                "s till all sent",
                "click p99",
                "click max",
                "heap MB");
        for (int clients : new int[] {1_000, 5_000, 10_000}) {
            if (openFiles() < clients + OTHER_FILES) {
                System.out.println(clients + " clients: only " + openFiles() + " files may be open (ulimit -n)");
            } else {
                measure(table, run, clients);
            }
        }
        table.print();
    }

    private static void measure(Table table, Run run, int clients) throws IOException {
        try (Receiver receiver = new Receiver(Kind.WINDOW, run.jvm())) {
            double empty = receiver.memory("VmRSS");
            Outcome heard = receiver.take(Load.counted(clients, 1, 64, 1), Crowd.class);
            double connected = receiver.memory("VmRSS");
            double threads = receiver.threads();
            Outcome answered = receiver.answer();
            double after = receiver.memory("VmRSS");
            table.row(
                    figure(clients, 0),
                    figure(empty, 0),
                    figure((connected - empty) * 1e3 / clients, 0),
                    run.goals().atMost((after - empty) * 1e3 / clients, 100, 80, 0),
                    figure(threads, 0),
                    figure(receiver.threads(), 0),
                    figure(heard.seconds(), 2),
                    figure(answered.seconds(), 2),
                    figure(answered.delays().p99(), 0),
                    figure(answered.delays().most(), 0),
                    figure(receiver.megabytes("heap"), 0));
        }
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
