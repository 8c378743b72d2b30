package dev.earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A receiver as a process of its own, with a folder of its own for all that it keeps, and those that send to it. */
final class Receiver implements AutoCloseable {
    private final Path home;
    private final Child child;
    private final List<Child> senders = new ArrayList<>();
    private final boolean window;
    private int clients;

    /**
     * What came of one load.
     *
     * @param messages how many there were
     * @param seconds from the first byte sent until everything was taken; of a window: was in the capture and its index
     * @param shown milliseconds from the last byte sent until the last row could be painted; 0 for a sink
     * @param delays of the EDT from the first byte until the last row; null for a sink
     */
    record Outcome(long messages, double seconds, double shown, Delays delays) {}

    /** What a receiver does with what it takes. */
    enum Kind {
        DISCARDS,
        APPENDS,
        WINDOW
    }

    Receiver(Kind kind) throws IOException {
        home = Files.createTempDirectory("earshot-benchmark-");
        window = kind == Kind.WINDOW;
        List<String> arguments =
                kind == Kind.APPENDS ? List.of(home.resolve("bytes").toString()) : List.of();
        child = Child.of(home, window ? WatchedWindow.class : Sink.class, arguments);
        port = child.next("port")[0];
    }

    private final String port;

    /** Puts a load on it; the clients stay connected. */
    Outcome take(Load load) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(port));
        arguments.addAll(load.words());
        Child sender = Child.of(home, Sender.class, arguments);
        senders.add(sender);
        sender.next("connected");
        clients += load.clients();
        child.tell("begin " + clients);
        child.next("begun");
        sender.tell("go");
        String[] sent = sender.next("sent");
        long messages = Long.parseLong(sent[0]);
        long start = Long.parseLong(sent[1]);
        long end = Long.parseLong(sent[2]);
        child.tell("end " + messages + " " + messages * load.size());
        double seconds = (Long.parseLong(child.next("taken")[0]) - start) / 1e9;
        return window
                ? new Outcome(messages, seconds, millis(end, "shown"), Delays.parse(child.next("edt")))
                : new Outcome(messages, seconds, 0, null);
    }

    private double millis(long from, String word) throws IOException {
        return (Long.parseLong(child.next(word)[0]) - from) / 1e6;
    }

    /** What a window tells about its heap: {@code heap} is what is in use after a collection, {@code peak} the most ever. */
    double megabytes(String what) throws IOException {
        child.tell(what);
        return Double.parseDouble(child.next(what)[0]) / 1e6;
    }

    /** {@code VmRSS} or, the most ever, {@code VmHWM}. */
    double memory(String name) throws IOException {
        return child.status(name) / 1e6;
    }

    @Override
    public void close() throws IOException {
        senders.forEach(Child::close);
        child.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
