package dev.earshot.packets;

import dev.earshot.journal.EventSource;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import java.io.IOException;

/**
 * A TCP connection in a capture, between a client, which is the peer of its events, and a server: what the client sends
 * is received, and what the server sends is sent.
 */
final class TcpConversation {
    private final EventSource.Recorder recorder;
    private final Flow.Side client;
    private final TcpSegmentAssembler fromClient = new TcpSegmentAssembler(receiver(true));
    private final TcpSegmentAssembler fromServer = new TcpSegmentAssembler(receiver(false));
    private Peer peer;
    private boolean isOver;
    private int clientBegan; // sequence number of the client's SYN
    private boolean hasClientSyn;
    private long now;

    /** @param client which side of the flow is the client */
    TcpConversation(Peer peer, Flow.Side client, EventSource.Recorder recorder) {
        this.peer = peer;
        this.client = client;
        this.recorder = recorder;
    }

    Peer peer() {
        return peer;
    }

    /** Whether both sides have finished, or one has reset the connection. */
    boolean isOver() {
        return isOver;
    }

    int waitingBytes() {
        return fromClient.waitingBytes() + fromServer.waitingBytes();
    }

    /** Takes the SYN of the client, or for a connection whose SYN is missing, that of the server. */
    void begin(TcpSegment syn, boolean byClient, long epochNanos) throws IOException {
        (byClient ? fromClient : fromServer).begin(syn.sequence + 1);
        clientBegan = syn.sequence;
        hasClientSyn = byClient;
        recorder.on(new Event.Joined(peer), epochNanos);
    }

    /** Takes up a connection in its middle. */
    void beginUnderWay(long epochNanos) throws IOException {
        recorder.onUnderWay(peer, epochNanos);
    }

    /** Goes on after what looked like the end, as another peer. */
    void reopen(Peer next, long epochNanos) throws IOException {
        peer = next;
        isOver = false;
        fromClient.reopen();
        fromServer.reopen();
        beginUnderWay(epochNanos);
    }

    /** Whether this SYN begins another connection between the same ports. */
    boolean isOther(TcpSegment syn, Flow.Side sender) {
        if (!syn.has(TcpSegment.ACK)) {
            return !sender.equals(client) || !hasClientSyn || syn.sequence != clientBegan;
        }
        return isOver && stream(sender).isNews(syn);
    }

    /** Whether a segment has data that did not come before. */
    boolean isNews(TcpSegment segment, Flow.Side sender) {
        return segment.length > 0 && stream(sender).isNews(segment);
    }

    /** Takes a segment. */
    void add(TcpSegment segment, Flow.Side sender, long epochNanos, long frame) throws IOException {
        now = epochNanos;
        boolean byClient = sender.equals(client);
        TcpSegmentAssembler stream = stream(sender);
        if (segment.has(TcpSegment.SYN)) {
            segment.sequence++;
            if (!stream.isKnown()) {
                stream.begin(segment.sequence);
            }
        }
        if (isOver) {
            return; // a retransmission of what came before the end
        }
        if (segment.has(TcpSegment.RST)) {
            leave(byClient ? Event.Reason.RESET_BY_PEER : Event.Reason.RESET_HERE);
            return;
        }
        if (segment.has(TcpSegment.ACK)) {
            (byClient ? fromServer : fromClient).acknowledge(segment.acknowledged);
        }
        if (!isOver && (segment.length > 0 || segment.has(TcpSegment.FIN))) {
            stream.add(segment, frame);
        }
    }

    private TcpSegmentAssembler stream(Flow.Side sender) {
        return sender.equals(client) ? fromClient : fromServer;
    }

    /** Delivers what waits for missing bytes, as nothing comes any more. */
    void flush(long epochNanos) throws IOException {
        now = epochNanos;
        fromClient.flush();
        if (!isOver) {
            fromServer.flush();
        }
    }

    /** Ends the conversation, whose end is not in the capture. */
    void abandon(long epochNanos) throws IOException {
        now = epochNanos;
        if (!isOver) {
            leave(Event.Reason.END_NOT_CAPTURED);
        }
    }

    private void leave(Event.Reason why) throws IOException {
        flush(now);
        if (!isOver) {
            isOver = true;
            recorder.on(new Event.Left(peer, why, 0, ""), now);
        }
    }

    private TcpSegmentAssembler.Receiver receiver(boolean byClient) {
        return new TcpSegmentAssembler.Receiver() {
            @Override
            public void onBytes(byte[] bytes, int offset, int length, boolean push, long frame) throws IOException {
                if (!isOver) { // else bytes behind both FINs, which no program sends
                    DataPieces.record(recorder, peer, byClient, bytes, offset, length, push, now, frame);
                }
            }

            @Override
            public void onGap(long bytes, boolean cutOff) throws IOException {
                if (!isOver) {
                    recorder.onGap(peer, byClient, bytes, cutOff, now);
                }
            }

            @Override
            public void onFinished() throws IOException {
                finished(byClient);
            }
        };
    }

    private void finished(boolean byClient) throws IOException {
        if (isOver) {
            return;
        }
        if ((byClient ? fromServer : fromClient).isFinished()) {
            leave(byClient ? Event.Reason.CLOSED_BY_PEER : Event.Reason.CLOSED_HERE);
        } else if (byClient) {
            recorder.on(new Event.FinishedSending(peer), now);
        } else {
            recorder.on(TcpNote.FINISHED_HERE.about(peer), now);
        }
    }
}
