package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How many datagrams of a flood the window takes, beside a socket that only counts them, and whether the sum is right.
 */
final class Datagrams {
    private static final int RATE = 100_000;
    private static final int SIZE = 200;
    private static final int SECONDS = 10;
    private static final int PAUSE_NANOS = 50_000;

    private Datagrams() {}

    static void run(Run run) throws IOException {
        System.out.println("udp: " + RATE + " datagrams of " + SIZE + " bytes a second for " + SECONDS
                + " s. Dropped is what the system says that it threw away;");
        System.out.println("missing is what was sent and neither taken nor said to be dropped. 0 is to be missing.\n");
        Table table = new Table("receiver", "sent", "sent/s", "taken", "dropped", "missing", "taken %", "/ sink");
        for (int i = 0; i < run.times(); i++) {
            double sink = measure(table, run, "sink", Double.NaN);
            measure(table, run, "window", sink);
        }
        table.print();
    }

    /** Returns which part of them was taken. */
    private static double measure(Table table, Run run, String name, double beside) throws IOException {
        try (Home home = new Home();
                Child child = receiver(home, run, Double.isNaN(beside))) {
            int port = Integer.parseInt(child.next("port")[0]);
            long begun = System.nanoTime();
            long sent = send(port);
            double seconds = (System.nanoTime() - begun) / 1e9;
            child.tell("count");
            String[] counted = child.next("counted");
            long taken = Long.parseLong(counted[0]);
            long dropped = Long.parseLong(counted[1]);
            double part = (double) taken / sent;
            table.row(
                    name,
                    figure(sent, 0),
                    figure(sent / seconds, 0),
                    figure(taken, 0),
                    figure(dropped, 0),
                    figure(sent - taken - dropped, 0),
                    figure(100 * part, 2),
                    Double.isNaN(beside) ? "-" : run.goals().atLeast(part / beside, 0.999, 3));
            return part;
        }
    }

    private static Child receiver(Home home, Run run, boolean sink) throws IOException {
        return sink
                ? Child.of(home.folder(), UdpSink.class, List.of())
                : Child.of(home.folder(), run.jvm(), WatchedWindow.class, List.of("udp"));
    }

    private static long send(int port) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            ByteBuffer datagram = ByteBuffer.allocateDirect(SIZE);
            long begun = System.nanoTime();
            long sent = 0;
            while (sent < (long) RATE * SECONDS) {
                long due = Math.min(
                        (long) RATE * SECONDS, (System.nanoTime() - begun) * RATE / TimeUnit.SECONDS.toNanos(1));
                for (; sent < due; sent++) {
                    datagram.clear().putLong(0, sent);
                    channel.write(datagram);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return sent;
        }
    }
}
