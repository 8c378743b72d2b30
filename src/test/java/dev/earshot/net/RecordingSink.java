package dev.earshot.net;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** A sink that keeps a copy of every event and lets a test await one. */
public final class RecordingSink implements EventSink {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final List<Event> events = new ArrayList<>();
    private final Consumer<Event> then;
    private volatile ToIntFunction<Peer> silence = peer -> 0;

    public RecordingSink() {
        this(event -> {});
    }

    /** @param then runs on the endpoint's thread after an event has been kept, and may block it */
    public RecordingSink(Consumer<Event> then) {
        this.then = then;
    }

    @Override
    public void on(Event event) {
        Event kept = copy(event);
        synchronized (this) {
            events.add(kept);
            notifyAll();
        }
        then.accept(kept);
    }

    @Override
    public int silenceMillis(Peer peer) {
        return silence.applyAsInt(peer);
    }

    /** Sets the times of silence that the readers get from now on. */
    public RecordingSink silence(ToIntFunction<Peer> millis) {
        silence = millis;
        return this;
    }

    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** Returns all events about a peer, in order. */
    public List<Event> events(Peer peer) {
        return events().stream().filter(event -> peer.equals(peerOf(event))).toList();
    }

    public <T extends Event> List<T> all(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits up to 20 s for the first event that fits. */
    public synchronized Event await(Predicate<Event> wanted) {
        long deadline = System.nanoTime() + PATIENCE;
        for (int at = 0; ; at++) {
            while (at == events.size()) {
                awaitNext(deadline);
            }
            if (wanted.test(events.get(at))) {
                return events.get(at);
            }
        }
    }

    public <T extends Event> T await(Class<T> type) {
        return await(type, event -> true);
    }

    public <T extends Event> T await(Class<T> type, Predicate<T> wanted) {
        return type.cast(await(event -> type.isInstance(event) && wanted.test(type.cast(event))));
    }

    public Event.Left awaitLeft(Peer peer) {
        return await(Event.Left.class, left -> left.peer().equals(peer));
    }

    public Event.Note awaitNote(NoteKind kind) {
        return await(Event.Note.class, note -> note.kind() == kind);
    }

    /** Waits until at least this number of bytes has come from a peer, and returns all of them. */
    public synchronized byte[] awaitBytes(Peer peer, int count) {
        long deadline = System.nanoTime() + PATIENCE;
        int at = 0;
        int received = 0;
        while (received < count) {
            while (at == events.size()) {
                awaitNext(deadline);
            }
            if (events.get(at++) instanceof Event.Received read && read.peer().equals(peer)) {
                received += read.length();
            }
        }
        return bytesFrom(peer);
    }

    /** Returns all bytes received from a peer so far. */
    public byte[] bytesFrom(Peer peer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Event.Received read : all(Event.Received.class)) {
            if (read.peer().equals(peer)) {
                bytes.write(read.buffer(), read.offset(), read.length());
            }
        }
        return bytes.toByteArray();
    }

    /** Returns all bytes reported as sent to a peer so far. */
    public byte[] bytesTo(Peer peer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Event.Sending piece : all(Event.Sending.class)) {
            if (piece.peer().equals(peer)) {
                bytes.write(piece.buffer(), piece.offset(), piece.length());
            }
        }
        return bytes.toByteArray();
    }

    /** Returns the peer of an event, or null. */
    public static Peer peerOf(Event event) {
        if (event instanceof Event.Joined joined) {
            return joined.peer();
        } else if (event instanceof Event.Received received) {
            return received.peer();
        } else if (event instanceof Event.Silent silent) {
            return silent.peer();
        } else if (event instanceof Event.Sending sending) {
            return sending.peer();
        } else if (event instanceof Event.FinishedSending finished) {
            return finished.peer();
        } else if (event instanceof Event.Left left) {
            return left.peer();
        }
        return event instanceof Event.Note note ? note.peer() : null;
    }

    private static Event copy(Event event) {
        if (event instanceof Event.Received read) {
            byte[] bytes = Arrays.copyOfRange(read.buffer(), read.offset(), read.offset() + read.length());
            return new Event.Received(read.peer(), bytes, 0, bytes.length, read.blockedNanos());
        }
        if (event instanceof Event.Sending piece) {
            byte[] bytes = Arrays.copyOfRange(piece.buffer(), piece.offset(), piece.offset() + piece.length());
            return new Event.Sending(piece.peer(), bytes, 0, bytes.length, piece.last(), piece.origin());
        }
        return event;
    }

    private void awaitNext(long deadline) {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (millis <= 0) {
            int from = Math.max(0, events.size() - 20);
            throw new AssertionError("no such event in time; the last ones: " + events.subList(from, events.size()));
        }
        try {
            wait(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
