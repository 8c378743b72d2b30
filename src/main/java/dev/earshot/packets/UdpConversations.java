package dev.earshot.packets;

import dev.earshot.journal.EventSource;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The UDP conversations of a capture. Bounded: those in which nothing was said for long are forgotten. */
final class UdpConversations {
    /** As many as a UDP endpoint of ours has at most. */
    static final int MOST = 10_000;

    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int HEADER = 8;

    private final EventSource.Recorder recorder;
    private final IntSupplier peerNumbers;
    private final Map<Flow, UdpConversation> conversations = new LinkedHashMap<>(16, 0.75f, true);

    UdpConversations(EventSource.Recorder recorder, IntSupplier peerNumbers) {
        this.recorder = recorder;
        this.peerNumbers = peerNumbers;
    }

    /** Takes a datagram (RFC 768); returns false if its header is damaged or was not captured whole. */
    boolean add(IpPacket ip, long epochNanos, long frame) throws IOException {
        if (ip.captured < HEADER) {
            return false;
        }
        int sourcePort = ip.number(ip.start);
        int targetPort = ip.number(ip.start + 2);
        int given = ip.number(ip.start + 4);
        // 0 stands for more than fits (RFC 2675), and in captures for what the card fills in.
        int length = (given == 0 ? ip.length : Math.min(given, ip.length)) - HEADER;
        if (length < 0) {
            return false;
        }
        forgetIdle(epochNanos);
        Flow.Side source = Flow.Side.of(ip.source, sourcePort);
        Flow.Side target = Flow.Side.of(ip.target, targetPort);
        Flow flow = Flow.between(source, target, true);
        UdpConversation conversation = conversations.get(flow);
        if (conversation == null) {
            conversation = begin(ip, source, target, epochNanos);
            conversations.put(flow, conversation);
        }
        conversation.latest = epochNanos;
        boolean byClient = source.equals(conversation.client);
        int captured = Math.min(length, ip.captured - HEADER);
        DataPieces.record(
                recorder, conversation.peer, byClient, ip.bytes, ip.start + HEADER, captured, true, epochNanos, frame);
        if (captured < length) {
            recorder.onGap(conversation.peer, byClient, length - captured, true, epochNanos);
        }
        return true;
    }

    private UdpConversation begin(IpPacket ip, Flow.Side source, Flow.Side target, long epochNanos) throws IOException {
        boolean bySource = !ServerPort.isServer(source.port(), target.port());
        Peer peer = new Peer(
                peerNumbers.getAsInt(),
                Flow.address(bySource ? ip.target : ip.source, (bySource ? target : source).port()),
                Flow.address(bySource ? ip.source : ip.target, (bySource ? source : target).port()),
                Transport.UDP);
        recorder.on(new Event.Joined(peer), epochNanos);
        return new UdpConversation(peer, bySource ? source : target);
    }

    private void forgetIdle(long epochNanos) throws IOException {
        Iterator<UdpConversation> oldest = conversations.values().iterator();
        while (oldest.hasNext()) {
            UdpConversation conversation = oldest.next();
            boolean idle = epochNanos - conversation.latest > IDLE_NANOS;
            if (!idle && conversations.size() < MOST) {
                return;
            }
            oldest.remove();
            Event.Reason why = idle ? Event.Reason.IDLE : Event.Reason.DISPLACED;
            recorder.on(new Event.Left(conversation.peer, why, 0, ""), epochNanos);
        }
    }
}
