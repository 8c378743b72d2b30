package dev.earshot.journal;

import dev.earshot.journal.storage.CaptureState;
import dev.earshot.journal.storage.NotACaptureException;
import dev.earshot.journal.storage.RecordGoneException;
import dev.earshot.journal.storage.Segment;
import dev.earshot.journal.storage.SegmentFile;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads a capture of our own block by block, and gives its events to a listener. Confined to one thread. */
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
        default void onContinued(Peer peer, long joinedNanos) {}

        /** Takes the comment of a person on the packet of the event before, whose record begins at {@code offset}. */
        default void onComment(Event event, String text, long offset) {}

        /**
         * Learns that bytes of one direction are missing before the next event, whose record begins at {@code offset}:
         * they were removed, or never kept.
         */
        default void onGap(Peer peer, boolean inbound, long offset) {}
    }

    /** The longest block, longer than any that Earshot writes; a longer one ends the reading. */
    private static final int MAX_BLOCK = 1 << 20;

    /** The bytes that are read at once: few enough to stay in the processor's cache until they are split. */
    private static final int WINDOW = MAX_BLOCK;

    private record AddressPair(SocketAddress local, SocketAddress remote, boolean udp) {}

    /** A peer, and the next sequence number of each side; null before its first packet. */
    private static final class Conversation {
        final Peer peer;
        Integer inbound;
        Integer outbound;

        Conversation(Peer peer) {
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
    private final Map<AddressPair, Conversation> peers = new HashMap<>();
    private Segment segment;
    private long windowStart;
    private long position;
    private int highestPeer;
    private int lowestPeer;
    private boolean isOurs;
    private SegmentFile damaged; // the first one; null: none
    private long unread;

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
    void replay(Indexer indexer, JournalListener journalListener, RecordedNotes notes, TaskProgress opening)
            throws IOException {
        long size = segments.end();
        Listener listener = new Listener() {
            @Override
            public void on(Event event, long offset, int payloadStart, long epochNanos) throws IOException {
                opening.report(offset, size);
                indexer.add(event, offset, payloadStart, epochNanos);
                if (!notes.take(event, epochNanos)) {
                    journalListener.on(event, epochNanos);
                }
            }

            @Override
            public void onComment(Event event, String text, long offset) {
                notes.takeComment(event, text, offset);
            }

            @Override
            public void onContinued(Peer peer, long joinedNanos) {
                journalListener.on(new Event.Joined(peer), joinedNanos);
            }

            @Override
            public void onGap(Peer peer, boolean inbound, long offset) {
                indexer.endRowBeforeGap(peer, inbound, offset);
            }
        };
        do {
            readTo(segments.end(), listener);
        } while (skipTorn());
        if (!isOurs) {
            throw new NotACaptureException();
        }
        indexer.endAllRows(segments.end());
    }

    /** Returns the offset up to which it has read: the end of a block, or the beginning of a segment. */
    long position() {
        return position;
    }

    /** Reads all events up to {@code end} or to the first incomplete block. */
    void readTo(long end, Listener listener) throws IOException {
        while (position + 12 <= end && advance(end)) {
            try {
                if (!readBlock(end, listener)) {
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
            segment = segments.findFrom(position);
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
        Segment torn = segments.findFrom(position);
        if (torn == null || position < torn.start()) {
            return torn != null;
        }
        countUnread(torn, torn.end() - position);
        torn.endAt(position);
        return segments.findFrom(position) != null;
    }

    private void countUnread(Segment segment, long bytes) {
        damaged = damaged == null && bytes > 0 ? segment.file() : damaged;
        unread += bytes;
    }

    /** Returns the state of an old capture that was read: whether bytes of it were no whole records. */
    CaptureState state() {
        return damaged == null
                ? CaptureState.WELL
                : new CaptureState(CaptureState.Kind.DAMAGED, damaged.path().toString(), 0, unread);
    }

    private boolean readBlock(long end, Listener listener) throws IOException {
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
            deliver(window.slice(at, length).order(window.order()), listener);
        }
        position += length;
        return true;
    }

    private void deliver(ByteBuffer block, Listener listener) throws IOException {
        Packet packet;
        try {
            packet = Packet.parse(block);
        } catch (Packet.MalformedException e) {
            countUnread(segment, block.capacity());
            return; // one damaged record does not cost the ones behind it
        }
        if (packet == null) {
            return;
        }
        countUnread(segment, Packet.cutBytes(block));
        Conversation conversation = packet.remote() == null ? null : conversation(packet, listener);
        Peer peer = conversation == null ? null : conversation.peer;
        if (conversation != null && !conversation.follows(packet)) {
            listener.onGap(peer, packet.inbound(), position);
        }
        Event event = packet.toEvent(peer, block, noteKinds);
        if (event != null) {
            isOurs |= CaptureComment.isOurs(packet.comment());
            listener.on(event, position, packet.payloadStart(), packet.epochNanos());
            if (!packet.note().isEmpty()) {
                listener.onComment(event, packet.note(), position);
            }
        }
    }

    private Conversation conversation(Packet packet, Listener listener) {
        AddressPair ends = new AddressPair(packet.local(), packet.remote(), packet.isUdp());
        Conversation conversation = peers.get(ends);
        long joined = CaptureComment.joinedNanos(packet.comment());
        boolean goesOn = joined >= 0;
        int number = packet.beginsConversation() || goesOn ? packet.peerNumber(highestPeer + 1) : 0;
        if (conversation != null && (number == 0 || goesOn && number == conversation.peer.id())) {
            return conversation;
        }
        // Without a beginning, as when the disk was full then, it has a number that no other can have: below 0.
        int id = number > 0 ? number : --lowestPeer;
        highestPeer = Math.max(highestPeer, id);
        Conversation fresh = new Conversation(new Peer(id, packet.local(), packet.remote(), packet.transport()));
        peers.put(ends, fresh);
        if (goesOn) {
            isOurs = true;
            listener.onContinued(fresh.peer, joined);
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
