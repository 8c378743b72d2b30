package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LineFraming;
import dev.earshot.codec.framing.MessageSplitter;
import dev.earshot.codec.framing.RowEnds;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Splits the events that it is given into rows under one framing; another framing needs a new indexer, which is given
 * the whole capture again. Used by one thread at a time.
 */
final class Indexer implements Closeable {
    private final Framing framing;
    private final IntFunction<Encoding> chosen;
    private final RowIndex index;
    private final RowEnds ends = new RowEnds();
    private final Map<Integer, PeerStreams> peers = new ConcurrentHashMap<>();
    private final Map<Integer, Encoding> encodings = new ConcurrentHashMap<>();
    private final MessageCounts counts = new MessageCounts();
    private int generation;
    private Event.Note note;
    private long time; // of the present event

    /** @param chosen returns the encoding that was chosen for a peer, by its number; null if none was */
    Indexer(Framing framing, IntFunction<Encoding> chosen, Path folder) throws IOException {
        this.framing = framing;
        this.chosen = chosen;
        index = new RowIndex(folder);
    }

    Framing framing() {
        return framing;
    }

    RowIndex index() {
        return index;
    }

    /** Returns the number of indexes that the journal had before this one. */
    int generation() {
        return generation;
    }

    /** Sets the generation, before the journal takes the index over. */
    void generation(int number) {
        generation = number;
    }

    /** Returns the numbers of messages so far. Any thread. */
    MessageCounts counts() {
        return counts;
    }

    /** Returns the encoding that the peer seems to speak. Any thread. */
    Encoding encoding(int peer) {
        return encodings.getOrDefault(peer, Encoding.UTF_8);
    }

    /** Returns the encodings that any peers seem to speak. Any thread. */
    Set<Encoding> encodings() {
        return Set.copyOf(encodings.values());
    }

    /**
     * Returns the silence of a peer after which an event is wanted, in milliseconds; 0 if none is. It would end a row
     * under this framing or under another one that may be chosen later. To be called only by the peer's reader, between
     * its events.
     */
    int silenceMillis(Peer peer) {
        PeerStreams state = peers.get(peer.id());
        return state == null ? 0 : state.silenceMillis();
    }

    /** Whether the peer has been silent for long enough to end a row. */
    boolean endsRow(Event.Silent silent) {
        PeerStreams state = peers.get(silent.peer().id());
        int awaited = state == null ? 0 : state.silenceMillis();
        return awaited > 0 && millis(silent.blockedNanos()) >= awaited;
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    /** Indexes an event whose record begins at {@code offset} and whose payload {@code payloadStart} bytes later. */
    void add(Event event, long offset, int payloadStart, long epochNanos) {
        time = epochNanos;
        if (event instanceof Event.Received e) {
            addReceived(e, offset, payloadStart);
        } else if (event instanceof Event.Sending e) {
            PeerStreams state = state(e.peer());
            if (isAnswered(state, e)) {
                endReceived(state, e.peer(), offset);
            }
            addSent(state, e, offset, payloadStart);
        } else if (event instanceof Event.Silent e) {
            addSilence(e, offset);
        } else if (event instanceof Event.Joined e) {
            addEventRow(e.peer().id(), offset);
        } else if (event instanceof Event.FinishedSending e) {
            endReceived(state(e.peer()), e.peer(), offset);
            addEventRow(e.peer().id(), offset);
        } else if (event instanceof Event.Left e) {
            PeerStreams state = state(e.peer());
            endReceived(state, e.peer(), offset);
            endSent(state, e.peer().id(), offset);
            peers.remove(e.peer().id());
            counts.peerLeft(e.peer().id());
            note = null; // nothing can be recorded about a peer that has left
            addEventRow(e.peer().id(), offset);
        } else if (event instanceof Event.Note e) {
            if (RowNote.of(e) == null) {
                addEventRow(e.peer() == null ? 0 : e.peer().id(), offset);
            }
        } else {
            addEventRow(0, offset);
        }
    }

    /**
     * Whether an automatic answer shows that the open row is a whole message, although no line feed ended it. The row
     * must end so that the answer does not stand above it. A read with line feeds does not count: then the lines are
     * long.
     */
    private boolean isAnswered(PeerStreams state, Event.Sending sending) {
        return sending.origin().kind().isAnswer() && state.endsWithAnswer && state.in.splitter.isCompleteIfAnswered();
    }

    /** Returns how this peer's bytes are split. A datagram is a message, and lines are those of a chosen encoding. */
    private Framing framing(Peer peer) {
        Encoding own = chosen.apply(peer.id());
        Framing ownLines = own == null ? framing : LineFraming.inEncoding(framing, own);
        return peer.transport().isUdp() ? Framing.RECEIVED : ownLines;
    }

    private PeerStreams state(Peer peer) {
        return peers.computeIfAbsent(peer.id(), id -> new PeerStreams(framing(peer), peer, counts));
    }

    private void addReceived(Event.Received e, long offset, int payloadStart) {
        PeerStreams state = state(e.peer());
        MessageSplitter splitter = state.in.splitter;
        int open = splitter.openLength();
        long silent = state.isCaptured ? state.in.silentMillis(time) : millis(e.blockedNanos());
        splitter.read(e.buffer(), e.offset(), e.length(), silent, ends);
        state.detector.read(e.buffer(), e.offset(), e.length(), ends);
        publishEncoding(state, e.peer());
        addEntry(state.in, e.peer().id(), offset, payloadStart, open, e.length());
        state.awaitsLongSilence = !e.peer().transport().isUdp();
    }

    private void addSent(PeerStreams state, Event.Sending e, long offset, int payloadStart) {
        StreamState out = state.out;
        int open = out.splitter.openLength();
        if (state.isCaptured) {
            out.splitter.read(e.buffer(), e.offset(), e.length(), out.silentMillis(time), ends);
        } else {
            boolean isStream = e.origin().kind().isPassedOn();
            out.splitter.send(e.buffer(), e.offset(), e.length(), e.last(), isStream, ends);
        }
        addEntry(out, e.peer().id(), offset, payloadStart, open, e.length());
    }

    /** Ends the open row if the silence was long enough; it may have been recorded under a framing that waits less. */
    private void addSilence(Event.Silent e, long offset) {
        PeerStreams state = state(e.peer());
        long millis = millis(e.blockedNanos());
        if (state.in.splitter.isEndedBySilence(millis)) {
            int open = state.in.splitter.openLength();
            state.in.splitter.endBySilence(ends);
            addReceivedEnd(state, e.peer(), offset, open);
        }
        state.awaitsLongSilence &= millis < PeerStreams.LONG_SILENCE_MILLIS;
    }

    private void endReceived(PeerStreams state, Peer peer, long offset) {
        int open = state.in.splitter.openLength();
        state.in.splitter.end(ends);
        addReceivedEnd(state, peer, offset, open);
    }

    private void addReceivedEnd(PeerStreams state, Peer peer, long offset, int open) {
        state.detector.rowEnded();
        publishEncoding(state, peer);
        addEnd(state.in, peer.id(), offset, open);
    }

    private void endSent(PeerStreams state, int peer, long offset) {
        int open = state.out.splitter.openLength();
        if (state.out.splitter.end(ends) != null && !state.isCaptured) {
            ends.markLast(Completeness.INCOMPLETE); // the rest of it was not sent
        }
        addEnd(state.out, peer, offset, open);
    }

    /** Ends the open row, because bytes are missing between it and the record at {@code offset}. */
    void endRowBeforeGap(Peer peer, boolean inbound, long offset) {
        PeerStreams state = state(peer);
        if (inbound) {
            endReceived(state, peer, offset);
        } else {
            endSent(state, peer.id(), offset);
        }
    }

    /** Ends every open row, because the capture ends at {@code offset}. */
    void endAllRows(long offset) {
        peers.forEach((peer, state) -> {
            int open = state.in.splitter.openLength();
            state.in.splitter.end(ends);
            state.detector.rowEnded();
            encodings.put(peer, state.detector.verdict());
            addEnd(state.in, peer, offset, open);
            endSent(state, peer, offset);
        });
    }

    private void addEnd(StreamState stream, int peer, long offset, int open) {
        if (ends.count() > 0) {
            addEntry(stream, peer, offset, 0, open, 0);
        }
    }

    private void addEventRow(int peer, long offset) {
        ends.clear();
        ends.add(0);
        index.add(new RowIndex.Entry(0, offset, 0, 0, 0, Row.Kind.EVENT, peer, 0, 0, false), ends);
    }

    /** @param open the bytes of the record's first row that are in earlier records */
    private void addEntry(StreamState stream, int peer, long offset, int payloadStart, int open, int length) {
        RowIndex.Entry entry = stream.nextEntry(index, peer, offset, payloadStart, open, length);
        index.add(entry, ends);
        stream.added(entry, ends, time);
    }

    /** Returns the messages that have not ended, and have been open since a time or longer. Any thread. */
    List<OpenMessage> openSince(long epochNanos) {
        List<OpenMessage> all = new ArrayList<>(0);
        peers.forEach((peer, state) -> {
            for (StreamState stream : state.streams) {
                OpenMessage open = stream.openSince(epochNanos, index, peer);
                if (open != null) {
                    all.add(open);
                }
            }
        });
        return all;
    }

    /** Publishes the encoding. Adds a note if it is a guess, or if rows that were shown before now read otherwise. */
    private void publishEncoding(PeerStreams state, Peer peer) {
        Encoding verdict = state.detector.verdict();
        boolean reread = state.detector.takeReread();
        if (verdict != encoding(peer.id())) {
            encodings.put(peer.id(), verdict);
            CaptureNote kind = verdict.isWestern() ? CaptureNote.ENCODING_GUESS : CaptureNote.ENCODING;
            note = reread || verdict.isWestern() ? kind.about(peer, verdict.label()) : null;
        }
    }

    /** Returns the note that the latest event gave rise to, once; null if there is none. */
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
