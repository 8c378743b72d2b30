package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads a capture from its beginning, block by block, and tells the events in it. Confined to one thread. */
final class CaptureReader {

    /** Who is told. */
    interface Listener {
        /**
         * Takes one event.
         *
         * @param offset where its record begins
         * @param payloadStart where in the record its payload begins
         */
        void on(Event event, long offset, int payloadStart, long epochNanos) throws IOException;

        /** Takes a peer whose beginning is not in what is read, and when it joined. */
        default void goesOn(Peer peer, long joinedNanos) {}

        /** Learns that what comes next does not follow upon the last event, whose record begins at {@code offset}. */
        default void gap(long offset) {}
    }

    /** Longer than any block that Earshot writes; what claims to be longer ends the reading. */
    private static final int MAX_BLOCK = 1 << 20;

    private static final int WINDOW = 4 << 20;

    private record Ends(InetSocketAddress local, InetSocketAddress remote) {}

    private final Segments segments;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private final Map<Ends, Peer> peers = new HashMap<>();
    private Segment segment;
    private long windowStart;
    private long position;
    private int highestPeer;
    private int lowestPeer;
    private boolean ours;
    private long told; // where the record of the last event begins

    CaptureReader(Segments segments) {
        this.segments = segments;
        window.order(segments.order()).limit(0);
        segment = segments.first();
        position = segment.start();
    }

    /**
     * Reads an old capture from its beginning to its end.
     *
     * @throws NotACaptureException if Earshot has not written it
     * @throws Opening.CancelledException if it was cancelled
     */
    void replay(Indexer indexer, Recorded recorded, Opening opening) throws IOException {
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
        };
        do {
            readTo(segments.end(), listener);
        } while (skipTorn());
        if (!ours) {
            throw new NotACaptureException();
        }
        indexer.endAll(segments.end());
    }

    /** How far it has read: the end of the last whole block, or where a segment begins. */
    long position() {
        return position;
    }

    /** Tells all events up to {@code end} or to what is no whole block, whichever comes first. */
    void readTo(long end, Listener listener) throws IOException {
        while (position + 12 <= end && advance(end, listener)) {
            try {
                if (!block(end, listener)) {
                    return;
                }
            } catch (GoneException e) {
                window.limit(0); // the oldest was removed meanwhile: go on with what is there
                segment = null;
            }
        }
    }

    /** Goes to the segment in which the position is; or if there is nothing any more, to the next one. */
    private boolean advance(long end, Listener listener) {
        if (segment == null || position >= segment.end()) {
            segment = segments.from(position);
            if (segment == null) {
                return false;
            }
            if (position < segment.start()) {
                position = segment.start(); // perhaps beyond the end, so that it goes on all the same
                listener.gap(told);
            }
        }
        return position < end;
    }

    /** Leaves the rest of the segment, which is torn; returns whether there is a next one. */
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
        Peer peer = packet.remote() == null ? null : peer(packet, listener);
        Event event = packet.event(peer, block);
        if (event != null) {
            ours |= Remark.isOurs(packet.remark());
            told = position;
            listener.on(event, position, packet.payloadStart(), packet.epochNanos());
        }
    }

    private Peer peer(Packet packet, Listener listener) {
        Ends ends = new Ends(packet.local(), packet.remote());
        Peer known = peers.get(ends);
        long joined = Remark.joinedNanos(packet.remark());
        boolean goesOn = joined >= 0;
        int told = packet.begins() || goesOn ? Remark.peerNumber(packet.remark(), highestPeer + 1) : 0;
        if (known != null && (told == 0 || goesOn && told == known.id())) {
            return known;
        }
        // Without a beginning, as when the disk was full then, it has a number that no other can have: below 0.
        int id = told > 0 ? told : --lowestPeer;
        highestPeer = Math.max(highestPeer, id);
        Peer peer = new Peer(id, packet.local(), packet.remote());
        peers.put(ends, peer);
        if (goesOn) {
            ours = true;
            listener.goesOn(peer, joined);
        }
        return peer;
    }

    /** Makes the window hold at least {@code count} bytes from the position on; false if they end before. */
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
