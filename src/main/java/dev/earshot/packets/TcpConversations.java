package dev.earshot.packets;

import dev.earshot.journal.EventSource;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** The TCP connections of a capture. Bounded: too many at once, or too much that waits, displaces the oldest. */
final class TcpConversations {
    static final int MOST_OPEN = 10_000;

    /** The most connections that are remembered after their end, to know retransmissions. */
    private static final int MOST_OVER = 2_000;

    /** The most bytes that wait in all connections for missing ones before them. */
    static final int MOST_WAITING = 32 << 20;

    private final EventSource.Recorder recorder;
    private final IntSupplier peerNumbers;
    private final TcpSegment segment = new TcpSegment();
    private final Map<Flow, TcpConversation> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Flow, TcpConversation> over = new LinkedHashMap<>();
    private long waitingBytes;

    TcpConversations(EventSource.Recorder recorder, IntSupplier peerNumbers) {
        this.recorder = recorder;
        this.peerNumbers = peerNumbers;
    }

    /** Takes a segment; returns false if its header is damaged or was not captured whole. */
    boolean add(IpPacket ip, long epochNanos, long frame) throws IOException {
        if (!segment.read(ip)) {
            return false;
        }
        Flow.Side source = Flow.Side.of(ip.source, segment.sourcePort);
        Flow.Side target = Flow.Side.of(ip.target, segment.targetPort);
        Flow flow = Flow.between(source, target, false);
        TcpConversation conversation = find(flow, ip, source, target, epochNanos);
        if (conversation == null) {
            return true;
        }
        long before = conversation.waitingBytes();
        conversation.add(segment, source, epochNanos, frame);
        waitingBytes += conversation.waitingBytes() - before;
        if (waitingBytes > MOST_WAITING) {
            waitingBytes -= conversation.waitingBytes();
            conversation.flush(epochNanos);
        }
        if (conversation.isOver() && open.remove(flow) != null) {
            over.put(flow, conversation);
            removeOldest(over, MOST_OVER);
        }
        return true;
    }

    /** Finds the connection of the segment, or begins one; null if the segment tells nothing about an unknown one. */
    private TcpConversation find(Flow flow, IpPacket ip, Flow.Side source, Flow.Side target, long epochNanos)
            throws IOException {
        TcpConversation known = open.get(flow);
        known = known == null ? over.get(flow) : known;
        if (segment.has(TcpSegment.SYN) && !segment.has(TcpSegment.RST)) {
            if (known != null && !known.isOther(segment, source)) {
                return known;
            } else if (known != null) {
                end(flow, known, epochNanos);
            }
            boolean byClient = !segment.has(TcpSegment.ACK);
            TcpConversation fresh = make(flow, ip, byClient, source, target, epochNanos);
            fresh.begin(segment, byClient, epochNanos);
            return fresh;
        } else if (known == null) {
            boolean byClient = !ServerPort.isServer(segment.sourcePort, segment.targetPort);
            if (segment.length == 0) {
                return null;
            }
            TcpConversation fresh = make(flow, ip, byClient, source, target, epochNanos);
            fresh.beginUnderWay(epochNanos);
            return fresh;
        } else if (known.isOver() && known.isNews(segment, source)) {
            over.remove(flow);
            makeRoom(epochNanos);
            open.put(flow, known);
            Peer before = known.peer();
            known.reopen(
                    new Peer(peerNumbers.getAsInt(), before.local(), before.remote(), before.transport()), epochNanos);
        }
        return known;
    }

    private TcpConversation make(
            Flow flow, IpPacket ip, boolean byClient, Flow.Side source, Flow.Side target, long epochNanos)
            throws IOException {
        makeRoom(epochNanos);
        Peer peer = new Peer(
                peerNumbers.getAsInt(),
                Flow.address(byClient ? ip.target : ip.source, (byClient ? target : source).port()),
                Flow.address(byClient ? ip.source : ip.target, (byClient ? source : target).port()),
                Transport.TCP_CAPTURED);
        TcpConversation fresh = new TcpConversation(peer, byClient ? source : target, recorder);
        open.put(flow, fresh);
        return fresh;
    }

    private void makeRoom(long epochNanos) throws IOException {
        if (open.size() >= MOST_OPEN) {
            Map.Entry<Flow, TcpConversation> oldest = open.entrySet().iterator().next();
            end(oldest.getKey(), oldest.getValue(), epochNanos);
        }
    }

    private void end(Flow flow, TcpConversation conversation, long epochNanos) throws IOException {
        waitingBytes -= conversation.waitingBytes();
        conversation.abandon(epochNanos);
        open.remove(flow);
        over.remove(flow);
    }

    private static void removeOldest(Map<Flow, TcpConversation> from, int most) {
        if (from.size() > most) {
            Iterator<TcpConversation> oldest = from.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Delivers what waits in all connections, at the end of the capture. */
    void flush(long epochNanos) throws IOException {
        for (TcpConversation conversation : open.values()) {
            conversation.flush(epochNanos);
        }
        waitingBytes = 0;
    }
}
