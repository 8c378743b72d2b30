package dev.earshot.session;

import dev.earshot.codec.Protocol;
import dev.earshot.codec.ProtocolDetector;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Watches the first bytes of each TCP peer for a well-known {@link dev.earshot.codec.Protocol}, and notes it once in
 * the journal. It keeps nothing about a peer that is decided, and nearly every peer is by its first byte.
 *
 * <p>The note must not stand above the row that it is about. So it waits until the peer has been silent for as long as
 * ends every row, until the peer ends its direction or leaves, or for that time.
 *
 * <p>Called by several threads at once, but by one at a time for each peer.
 */
final class ProtocolWatcher implements EventSink {
    private static final int QUIET_MILLIS = 1000;

    private final EventSink journal;
    private final boolean relay;
    private final Map<Integer, Watch> watches = new ConcurrentHashMap<>();

    /** The state of a peer whose protocol is not decided or not noted yet. */
    private static final class Watch {
        ProtocolDetector detector; // null before the first byte
        long foundNanos;

        boolean hasFound() {
            return detector != null && detector.protocol() != null;
        }
    }

    /**
     * Creates a watcher of one endpoint.
     *
     * @param journal takes the notes
     * @param relay whether the endpoint forwards what it receives; then only those are watched that have connected
     */
    ProtocolWatcher(EventSink journal, boolean relay) {
        this.journal = journal;
        this.relay = relay;
    }

    /** Returns the stage that must stand before the journal: it notes what is due before a peer leaves. */
    EventSink departureSink() {
        return event -> {
            if (event instanceof Event.Left left) {
                end(left.peer());
            }
        };
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.Received received) {
            Watch watch = watches.get(received.peer().id());
            if (watch != null) {
                read(watch, received);
            }
        } else if (event instanceof Event.Joined joined) {
            if (isWatched(joined.peer().transport())) {
                watches.put(joined.peer().id(), new Watch());
            }
        } else if (event instanceof Event.Silent silent) {
            Watch watch = watches.get(silent.peer().id());
            if (watch != null && watch.hasFound() && isLong(silent.blockedNanos())) {
                end(silent.peer());
            }
        } else if (event instanceof Event.FinishedSending finished) {
            end(finished.peer());
        }
    }

    private boolean isWatched(Transport transport) {
        return transport == Transport.TCP_IN || transport == Transport.TCP_OUT && !relay;
    }

    private void read(Watch watch, Event.Received read) {
        boolean client = read.peer().transport() == Transport.TCP_IN;
        if (watch.detector == null) {
            if (!ProtocolDetector.isFirstByte(read.buffer()[read.offset()])) {
                watches.remove(read.peer().id());
                return;
            }
            watch.detector = new ProtocolDetector(client);
        }
        boolean wasFound = watch.hasFound();
        boolean open = watch.detector.read(read.buffer(), read.offset(), read.length());
        if (!watch.hasFound()) {
            if (!open) {
                watches.remove(read.peer().id());
            }
        } else if (!wasFound) {
            watch.foundNanos = System.nanoTime();
        } else if (isLong(System.nanoTime() - watch.foundNanos)) {
            end(read.peer());
        }
    }

    private static boolean isLong(long nanos) {
        return nanos >= TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS);
    }

    /** Forgets a peer, with a note if it has been recognised. */
    private void end(Peer peer) {
        Watch watch = watches.remove(peer.id());
        if (watch == null || !watch.hasFound()) {
            return;
        }
        ProtocolNote kind = noteKind(peer, watch.detector.protocol());
        if (kind != null) {
            journal.on(kind.about(peer, watch.detector.detail()));
        }
    }

    private ProtocolNote noteKind(Peer peer, Protocol protocol) {
        if (relay) {
            return ProtocolNote.ofRelayed(protocol);
        }
        return peer.transport() == Transport.TCP_IN ? ProtocolNote.ofClient(protocol) : ProtocolNote.ofServer(protocol);
    }

    /** Returns the silence after which a note that is due can be made. */
    @Override
    public int silenceMillis(Peer peer) {
        Watch watch = watches.get(peer.id());
        return watch != null && watch.hasFound() ? QUIET_MILLIS : 0;
    }

    /** Returns the number of peers of which anything is kept. */
    int watched() {
        return watches.size();
    }
}
