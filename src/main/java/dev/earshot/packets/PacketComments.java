package dev.earshot.packets;

import dev.earshot.journal.EventSource;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands events on to a recorder, each followed by the comments that people have written on its packet. Data may come
 * later than its packet, when those before it are there. Used by one thread.
 */
final class PacketComments implements EventSource.Recorder {
    /** The most comments that wait at once; more in a hostile capture are left out. */
    private static final int MOST = 10_000;

    private final EventSource.Recorder recorder;
    private final Map<Long, String> waiting = new TreeMap<>(); // by the numbers of their packets
    private boolean hasEvent; // whether the packet that is being read has recorded one without data

    PacketComments(EventSource.Recorder recorder) {
        this.recorder = recorder;
    }

    /** Learns that the packet of this number is read now, with this comment, which may be empty. */
    void begin(long frame, String comment) {
        hasEvent = false;
        if (!comment.isEmpty() && waiting.size() < MOST) {
            waiting.put(frame, comment);
        }
    }

    /** Learns that this packet was read: unless its data have or will have its comment, its event has. */
    void end(long frame) {
        if (hasEvent) {
            comment(frame);
        }
    }

    /** Records the comments on packets of which no row shows anything, each on a row of its own. */
    void finish(long epochNanos) throws IOException {
        for (Map.Entry<Long, String> left : waiting.entrySet()) {
            recorder.on(PacketNote.COMMENTED_PACKET.note(left.getKey()), epochNanos);
            recorder.onComment(left.getValue());
        }
        waiting.clear();
    }

    private void comment(long frame) {
        String comment = waiting.isEmpty() ? null : waiting.remove(frame);
        if (comment != null) {
            recorder.onComment(comment);
        }
    }

    @Override
    public void on(Event event, long epochNanos) throws IOException {
        recorder.on(event, epochNanos);
        hasEvent = true;
    }

    @Override
    public void onData(Event data, long epochNanos, long frame) throws IOException {
        recorder.onData(data, epochNanos, frame);
        comment(frame);
    }

    @Override
    public void onComment(String text) {
        recorder.onComment(text);
    }

    @Override
    public void onUnderWay(Peer peer, long epochNanos) throws IOException {
        recorder.onUnderWay(peer, epochNanos);
    }

    @Override
    public void onGap(Peer peer, boolean inbound, long bytes, boolean cutOff, long epochNanos) throws IOException {
        recorder.onGap(peer, inbound, bytes, cutOff, epochNanos);
    }
}
