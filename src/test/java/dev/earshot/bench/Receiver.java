package dev.earshot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A receiver as a process of its own, with a folder of its own for all that it keeps, and those that send to it. */
final class Receiver implements AutoCloseable {
    private final Home home = new Home();
    private final Child child;
    private final List<Child> senders = new ArrayList<>();
    /** Is told as a time that a window does not know. */
    static final long UNKNOWN = 0;

    private final boolean window;
    private final String port;
    private int clients;

    /**
     * What came of one load.
     *
     * @param messages how many there were
     * @param seconds from the first byte sent until everything was taken; of a window: was in the capture and its index
     * @param shown milliseconds from the last byte sent until the last row could be painted; 0 for a sink, NaN if the
     *     log is too long for its scroll bar to tell
     * @param delays of the EDT from the first byte until the last row; null for a sink
     */
    record Outcome(long messages, double seconds, double shown, Delays delays) {}

    /** What a receiver does with what it takes. */
    enum Kind {
        DISCARDS,
        APPENDS,
        WINDOW
    }

    /** @param jvm runs it, if it is a window */
    Receiver(Kind kind, Jvm jvm) throws IOException {
        window = kind == Kind.WINDOW;
        List<String> arguments =
                kind == Kind.APPENDS ? List.of(home.folder().resolve("bytes").toString()) : List.of();
        child = window
                ? Child.of(home.folder(), jvm, WatchedWindow.class, arguments)
                : Child.of(home.folder(), Sink.class, arguments);
        port = child.next("port")[0];
    }

    /** Puts a load on it; the clients stay connected. */
    Outcome take(Load load) throws IOException {
        return take(load, Sender.class);
    }

    /** @param sends is {@link Sender}, or what behaves like it */
    Outcome take(Load load, Class<?> sends) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(port));
        arguments.addAll(load.words());
        Child sender = Child.of(home.folder(), sends, arguments);
        senders.add(sender);
        sender.next("connected");
        clients += load.clients();
        child.tell("begin " + clients);
        child.next("begun");
        sender.tell("go");
        String[] sent = sender.next("sent");
        long messages = Long.parseLong(sent[0]);
        return outcome(messages, load.size(), Long.parseLong(sent[1]), Long.parseLong(sent[2]));
    }

    /** The window answers everybody; the only sender is a {@link Crowd}. */
    Outcome answer() throws IOException {
        child.tell("answer");
        long start = Long.parseLong(child.next("answering")[0]);
        String[] answered = senders.get(0).next("answered");
        return outcome(Long.parseLong(answered[0]), 0, start, Long.parseLong(answered[1]));
    }

    private Outcome outcome(long messages, int size, long start, long end) throws IOException {
        child.tell("end " + messages + " " + messages * size);
        double seconds = (Long.parseLong(child.next("taken")[0]) - start) / 1e9;
        return window
                ? new Outcome(messages, seconds, millis(end, "shown"), Delays.parse(child.next("edt")))
                : new Outcome(messages, seconds, 0, null);
    }

    private double millis(long from, String word) throws IOException {
        long at = Long.parseLong(child.next(word)[0]);
        return at == UNKNOWN ? Double.NaN : (at - from) / 1e6;
    }

    /**
     * What a window tells about its heap: {@code heap} is what is in use after a collection, {@code peak} the most
     * ever.
     */
    double megabytes(String what) throws IOException {
        child.tell(what);
        return Double.parseDouble(child.next(what)[0]) / 1e6;
    }

    /** Memory in MB that the process has, {@code VmRSS}, or had at the most, {@code VmHWM}. */
    double memory(String name) throws IOException {
        return child.status(name) * 1024 / 1e6;
    }

    double threads() throws IOException {
        return child.status("Threads");
    }

    @Override
    public void close() throws IOException {
        senders.forEach(Child::close);
        child.close();
        home.close();
    }
}
