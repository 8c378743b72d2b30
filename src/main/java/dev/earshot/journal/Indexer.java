package dev.earshot.journal;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.RowEnds;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns events into rows under one framing: live, and again over the whole capture when it is opened or the framing
 * changes. Written by one thread at a time.
 */
final class Indexer implements Closeable {
    /** For so long half a character keeps its row open, in milliseconds. */
    static final int HALF_CHARACTER_MILLIS = 1000;

    /** So long a silence is recorded under every framing, and ends every row when another one is asked for. */
    private static final int LONG_SILENCE_MILLIS = 1000;

    /** A row spans no more reads, so that it can be put together in bounded time. */
    static final int MAX_READS = 4096;

    /** One direction of one peer. */
    private static final class Stream {
        final Row.Kind kind;
        final Cutter cutter;
        final MessageCounts.Count messages;
        long entry = -1;
        int open;
        int reads;

        Stream(Row.Kind kind, Cutter cutter, MessageCounts.Count messages) {
            this.kind = kind;
            this.cutter = cutter;
            this.messages = messages;
        }
    }

    /** What is known of one peer while it is there. */
    private static final class PeerState {
        final Framing framing;
        final Stream in;
        final Stream out;
        final EncodingDetector spoken = new EncodingDetector();
        /** Bytes have come, and since then no silence that is long enough for every framing. */
        boolean unsilenced;

        PeerState(Framing framing, Peer peer, MessageCounts counts) {
            this.framing = framing;
            in = new Stream(Row.Kind.RECEIVED, Cutter.of(framing), counts.of(peer.id(), Row.Kind.RECEIVED));
            out = new Stream(Row.Kind.SENT, Cutter.of(framing), counts.of(peer.id(), Row.Kind.SENT));
        }
    }

    private final Framing framing;
    private final RowIndex index;
    private final RowEnds ends = new RowEnds();
    private final Map<Integer, PeerState> peers = new ConcurrentHashMap<>();
    private final Map<Integer, Encoding> encodings = new ConcurrentHashMap<>();
    private final MessageCounts counts = new MessageCounts();

    private Event.Note note;

    Indexer(Framing framing, Path folder) throws IOException {
        this.framing = framing;
        index = new RowIndex(folder);
    }

    Framing framing() {
        return framing;
    }

    RowIndex index() {
        return index;
    }

    /** How many messages there are. Any thread. */
    MessageCounts counts() {
        return counts;
    }

    /** The encoding that the peer was seen to speak. Any thread. */
    Encoding encoding(int peer) {
        return encodings.getOrDefault(peer, Encoding.UTF_8);
    }

    /**
     * Milliseconds after which silence would end a row of this peer, under this framing or another one that may be asked
     * for later; 0 if that has been. Only while the peer's reader tells nothing.
     */
    int silenceMillis(Peer peer) {
        PeerState state = peers.get(peer.id());
        return state == null ? 0 : awaited(state);
    }

    private int awaited(PeerState state) {
        return state.in.open > 0 ? patience(state) : state.unsilenced ? LONG_SILENCE_MILLIS : 0;
    }

    /** Whether the peer has been silent for long enough to end a row. */
    boolean ends(Event.Silent silent) {
        PeerState state = peers.get(silent.peer().id());
        int awaited = state == null ? 0 : awaited(state);
        return awaited > 0 && millis(silent.blockedNanos()) >= awaited;
    }

    private int patience(PeerState state) {
        boolean half = state.spoken.endsInsideCharacter(state.in.open);
        int usual = state.framing.patienceMillis();
        return half ? Math.max(HALF_CHARACTER_MILLIS, usual) : usual;
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    /** Takes an event whose record begins at {@code offset}; its payload begins {@code payloadStart} bytes later. */
    void on(Event event, long offset, int payloadStart) {
        if (event instanceof Event.Received e) {
            received(e, offset, payloadStart);
        } else if (event instanceof Event.Sending e) {
            PeerState state = state(e.peer());
            if (isAnswered(state, e)) {
                endReceived(state, e.peer(), offset);
            }
            Stream out = state.out;
            ends.clear();
            if (!state.framing.equals(Framing.RECEIVED)) { // there, one send is one row, however many pieces it took
                out.cutter.cut(e.buffer(), e.offset(), e.length(), ends);
            }
            limit(out, out.open, e.length(), e.last());
            add(out, e.peer(), offset, payloadStart, e.length());
        } else if (event instanceof Event.Silent e) {
            silent(e, offset);
        } else if (event instanceof Event.Joined e) {
            happened(e.peer().id(), offset);
        } else if (event instanceof Event.FinishedSending e) {
            endReceived(state(e.peer()), e.peer(), offset);
            happened(e.peer().id(), offset);
        } else if (event instanceof Event.Left e) {
            PeerState state = state(e.peer());
            endReceived(state, e.peer(), offset);
            endOpenRow(state.out, e.peer().id(), offset);
            peers.remove(e.peer().id());
            counts.left(e.peer().id());
            happened(e.peer().id(), offset);
        } else if (event instanceof Event.Note e) {
            happened(e.peer() == null ? 0 : e.peer().id(), offset);
        } else {
            happened(0, offset);
        }
    }

    /**
     * Whether what is open has been answered by itself and is therefore a message, although no line feed ended it: the
     * answer shall not stand above it. Not if the read had line feeds too, for then it is a stream whose lines are long.
     */
    private boolean isAnswered(PeerState state, Event.Sending sending) {
        Stream in = state.in;
        return CaptureComment.isAnswer(sending.origin())
                && state.framing.equals(Framing.LINES)
                && in.open > 0
                && in.reads == 1
                && !state.spoken.endsInsideCharacter(in.open);
    }

    /** A datagram has borders of its own. */
    private Framing framing(Peer peer) {
        return peer.transport().isUdp() ? Framing.RECEIVED : framing;
    }

    private PeerState state(Peer peer) {
        return peers.computeIfAbsent(peer.id(), id -> new PeerState(framing(peer), peer, counts));
    }

    private void received(Event.Received e, long offset, int payloadStart) {
        PeerState state = state(e.peer());
        Stream in = state.in;
        ends.clear();
        int open = in.open;
        if (open > 0 && millis(e.blockedNanos()) >= patience(state)) {
            ends.add(0);
            in.cutter.reset();
            open = 0;
        }
        in.cutter.cut(e.buffer(), e.offset(), e.length(), ends);
        limit(in, open, e.length(), false);
        state.spoken.read(e.buffer(), e.offset(), e.length(), ends);
        settle(state, e.peer());
        add(in, e.peer(), offset, payloadStart, e.length());
        state.unsilenced = !e.peer().transport().isUdp();
    }

    /** It may have been recorded under another framing, one that waits less. */
    private void silent(Event.Silent e, long offset) {
        PeerState state = state(e.peer());
        long millis = millis(e.blockedNanos());
        if (millis >= Math.min(patience(state), LONG_SILENCE_MILLIS)) {
            endReceived(state, e.peer(), offset);
        }
        state.unsilenced &= millis < LONG_SILENCE_MILLIS;
    }

    private void limit(Stream stream, int open, int length, boolean last) {
        stream.reads++;
        if (open > 0 || ends.count() == 0) {
            ends.limitFirst(Cutter.MAX_ROW - open, length);
        }
        if (last || stream.reads >= MAX_READS && ends.count() == 0) {
            ends.add(length);
        }
        if (last) {
            stream.cutter.reset();
        }
    }

    private void add(Stream stream, Peer peer, long offset, int payloadStart, int length) {
        int rows = ends.count();
        addEntry(stream, peer.id(), offset, payloadStart, length);
        if (rows > 0) {
            stream.reads = 0;
        }
        stream.open = (rows == 0 ? stream.open : 0) + length - ends.last();
    }

    private void endReceived(PeerState state, Peer peer, long offset) {
        state.spoken.rowEnded();
        settle(state, peer);
        endOpenRow(state.in, peer.id(), offset);
    }

    /** Bytes are missing before the record at {@code offset}: those before it and those in it are not one row. */
    void gap(Peer peer, boolean inbound, long offset) {
        PeerState state = state(peer);
        if (inbound) {
            endReceived(state, peer, offset);
        } else {
            endOpenRow(state.out, peer.id(), offset);
        }
    }

    /** Ends what is open: the record, which ends at {@code offset}, will not go on. */
    void endAll(long offset) {
        peers.forEach((peer, state) -> {
            state.spoken.rowEnded();
            encodings.put(peer, state.spoken.verdict());
            endOpenRow(state.in, peer, offset);
            endOpenRow(state.out, peer, offset);
        });
    }

    private void endOpenRow(Stream stream, int peer, long offset) {
        if (stream.open > 0) {
            ends.clear();
            ends.add(0);
            stream.cutter.reset();
            addEntry(stream, peer, offset, 0, 0);
            stream.open = 0;
            stream.reads = 0;
        }
    }

    private void happened(int peer, long offset) {
        ends.clear();
        ends.add(0);
        index.add(new RowIndex.Entry(0, offset, 0, 0, 0, Row.Kind.EVENT, peer, 0, 0), ends);
    }

    private void addEntry(Stream stream, int peer, long offset, int payloadStart, int length) {
        long number = index.entries();
        int back = stream.entry < 0 ? 0 : (int) Math.min(number - stream.entry, Integer.MAX_VALUE);
        index.add(new RowIndex.Entry(0, offset, 0, back, stream.open, stream.kind, peer, payloadStart, length), ends);
        stream.entry = number;
        if (ends.count() > 0) {
            stream.messages.add(ends.count());
        }
    }

    /** Makes the verdict known, and worth a note if earlier rows now read otherwise. */
    private void settle(PeerState state, Peer peer) {
        Encoding verdict = state.spoken.verdict();
        boolean reread = state.spoken.takeReread();
        if (verdict != encoding(peer.id())) {
            encodings.put(peer.id(), verdict);
            note = reread ? new Event.Note(peer, Event.Kind.ENCODING, verdict.label()) : null;
        }
    }

    /** The note that the latest event gave rise to, once; or null. */
    Event.Note takeNote() {
        Event.Note taken = note;
        note = null;
        return taken;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
