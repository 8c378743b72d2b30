package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads a capture block by block and gives its events to a listener. Confined to one thread. */
final class CaptureReader {

    /** Receives the events of a capture. */
    interface Listener {
        /**
         * Takes one event.
         *
         * @param offset where its record begins
         * @param payloadStart where in the record its payload begins
         */
        void on(Event event, long offset, int payloadStart, long epochNanos) throws IOException;

        /** Takes a peer that joined before the first segment, and when it joined. */
        default void goesOn(Peer peer, long joinedNanos) {}

        /**
         * Learns that bytes of one direction are missing before the next event, whose record begins at {@code offset}:
         * they were removed, or never kept.
         */
        default void gap(Peer peer, boolean inbound, long offset) {}
    }

    /** The longest block, longer than any that Earshot writes; a longer one ends the reading. */
    private static final int MAX_BLOCK = 1 << 20;

    private static final int WINDOW = 4 << 20;

    private record Ends(InetSocketAddress local, InetSocketAddress remote, boolean udp) {}

    /** A peer, and the next sequence number of each side; null before its first packet. */
    private static final class Known {
        final Peer peer;
        Integer inbound;
        Integer outbound;

        Known(Peer peer) {
            this.peer = peer;
        }

        /** Whether the packet follows upon its side's last one without a gap. */
        boolean follows(Packet packet) {
            if (packet.isUdp()) {
                return true;
            }
            Integer expected = packet.inbound() ? inbound : outbound;
            if (packet.inbound()) {
                inbound = packet.nextSequence();
            } else {
                outbound = packet.nextSequence();
            }
            return expected == null || expected == packet.sequence();
        }
    }

    private final Segments segments;
    private final NoteKinds noteKinds;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private final Map<Ends, Known> peers = new HashMap<>();
    private Segment segment;
    private long windowStart;
    private long position;
    private int highestPeer;
    private int lowestPeer;
    private boolean ours;

    CaptureReader(Segments segments, NoteKinds noteKinds) {
        this.segments = segments;
        this.noteKinds = noteKinds;
        window.order(segments.order()).limit(0);
        segment = segments.first();
        position = segment.start();
    }

    /**
     * Reads an old capture from its beginning to its end.
     *
     * @throws NotACaptureException if Earshot has not written it
     * @throws TaskProgress.CancelledException if it was cancelled
     */
    void replay(Indexer indexer, JournalListener recorded, TaskProgress opening) throws IOException {
        long size = segments.end();
        Listener listener = new Listener() {
            @Override
            public void on(Event event, long offset, int payloadStart, long epochNanos) throws IOException {
                opening.at(offset, size);
                indexer.on(event, offset, payloadStart);
                recorded.on(event, epochNanos);
            }

            @Override
            public void goesOn(Peer peer, long joinedNanos) {
                recorded.on(new Event.Joined(peer), joinedNanos);
            }

            @Override
            public void gap(Peer peer, boolean inbound, long offset) {
                indexer.gap(peer, inbound, offset);
            }
        };
        do {
            readTo(segments.end(), listener);
        } while (skipTorn());
        if (!ours) {
            throw new NotACaptureException();
        }
        indexer.endAll(segments.end());
    }

    /** Returns the offset up to which it has read: the end of a block, or the beginning of a segment. */
    long position() {
        return position;
    }

    /** Reads all events up to {@code end} or to the first incomplete block. */
    void readTo(long end, Listener listener) throws IOException {
        while (position + 12 <= end && advance(end)) {
            try {
                if (!block(end, listener)) {
                    return;
                }
            } catch (RecordGoneException e) {
                window.limit(0); // the oldest was removed meanwhile: go on with what is there
                segment = null;
            }
        }
    }

    /** Finds the segment at the position, or the next one if that was removed. */
    private boolean advance(long end) {
        if (segment == null || position >= segment.end()) {
            segment = segments.from(position);
            if (segment == null) {
                return false;
            }
            if (position < segment.start()) {
                position = segment.start(); // perhaps beyond the end, so that it goes on all the same
            }
        }
        return position < end;
    }

    /** Skips the damaged rest of the segment; returns whether there is a next one. */
    private boolean skipTorn() {
        Segment torn = segments.from(position);
        if (torn == null || position < torn.start()) {
            return torn != null;
        }
        torn.cut(position);
        return segments.from(position) != null;
    }

    private boolean block(long end, Listener listener) throws IOException {
        long here = Math.min(end, segment.end());
        if (!fill(12, here)) {
            return false;
        }
        int at = (int) (position - windowStart);
        int length = window.getInt(at + 4);
        if (length < 12 || length > MAX_BLOCK || !fill(length, here)) {
            return false; // a torn or foreign tail: what came before it is whole
        }
        at = (int) (position - windowStart);
        if (window.getInt(at) == Pcapng.ENHANCED_PACKET && length > 32) {
            tell(window.slice(at, length).order(window.order()), listener);
        }
        position += length;
        return true;
    }

    private void tell(ByteBuffer block, Listener listener) throws IOException {
        Packet packet;
        try {
            packet = Packet.parse(block);
        } catch (Packet.Malformed e) {
            return; // one damaged record does not cost the ones behind it
        }
        if (packet == null) {
            return;
        }
        Known known = packet.remote() == null ? null : known(packet, listener);
        Peer peer = known == null ? null : known.peer;
        if (known != null && !known.follows(packet)) {
            listener.gap(peer, packet.inbound(), position);
        }
        Event event = packet.event(peer, block, noteKinds);
        if (event != null) {
            ours |= CaptureComment.isOurs(packet.comment());
            listener.on(event, position, packet.payloadStart(), packet.epochNanos());
        }
    }

    private Known known(Packet packet, Listener listener) {
        Ends ends = new Ends(packet.local(), packet.remote(), packet.isUdp());
        Known known = peers.get(ends);
        long joined = CaptureComment.joinedNanos(packet.comment());
        boolean goesOn = joined >= 0;
        int told = packet.begins() || goesOn ? packet.peerNumber(highestPeer + 1) : 0;
        if (known != null && (told == 0 || goesOn && told == known.peer.id())) {
            return known;
        }
        // Without a beginning, as when the disk was full then, it has a number that no other can have: below 0.
        int id = told > 0 ? told : --lowestPeer;
        highestPeer = Math.max(highestPeer, id);
        Known fresh = new Known(new Peer(id, packet.local(), packet.remote(), packet.transport()));
        peers.put(ends, fresh);
        if (goesOn) {
            ours = true;
            listener.goesOn(fresh.peer, joined);
        }
        return fresh;
    }

    /** Loads at least {@code count} bytes from the position into the window; returns false if they end before. */
    private boolean fill(int count, long end) throws IOException {
        if (position + count <= windowStart + window.limit()) {
            return true;
        }
        if (position + count > end) {
            return false;
        }
        window.clear().limit((int) Math.min(window.capacity(), end - position));
        windowStart = position;
        try {
            segments.read(window, position);
        } finally {
            window.flip();
        }
        return true;
    }
}
