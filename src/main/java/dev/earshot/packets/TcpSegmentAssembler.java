package dev.earshot.packets;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * One direction of a TCP connection (RFC 9293): puts its segments in order, and leaves out what was captured before. A
 * segment that comes too early waits for the ones before it, until the other side has acknowledged it or too much
 * waits: then what is before it counts as missing in the capture.
 */
final class TcpSegmentAssembler {
    /** The most bytes that wait in one direction. */
    static final int MOST_WAITING = 4 << 20;

    /** What one waiting segment costs besides its bytes. */
    private static final int SEGMENT_COST = 128;

    /** A segment this far behind is no retransmission: no window is so large, but a capture may lack that much. */
    private static final int MOST_BEHIND = 1 << 26;

    private static final long SEQUENCE_NUMBERS = 1L << 32;

    /** Receives the direction's bytes in their order. */
    interface Receiver {
        /** Takes bytes of one packet. */
        void onBytes(byte[] bytes, int offset, int length, boolean push, long frame) throws IOException;

        /** Learns that bytes are missing; {@code cutOff} if their packet was captured only in part. */
        void onGap(long bytes, boolean cutOff) throws IOException;

        /** Learns that the direction has ended (FIN). */
        void onFinished() throws IOException;
    }

    /**
     * A segment that waits for those before it.
     *
     * @param length its length on the wire, of which {@code bytes} may be only the beginning
     */
    private record Waiting(byte[] bytes, int length, boolean push, boolean fin, long frame) {
        int cost() {
            return bytes.length + SEGMENT_COST;
        }
    }

    private final TreeMap<Long, Waiting> waiting = new TreeMap<>(); // by position
    private final Receiver receiver;
    private boolean known;
    private boolean finished;
    private int sequence; // of the next byte
    private long position; // of the next byte, counted from the first one
    private int waitingBytes;

    TcpSegmentAssembler(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Whether the sequence number of the next byte is known. */
    boolean isKnown() {
        return known;
    }

    /** Sets the sequence number of the next byte. */
    void begin(int next) {
        known = true;
        sequence = next;
    }

    /** Whether FIN has come, and everything before it. */
    boolean isFinished() {
        return finished;
    }

    /** Lets the direction go on, as its connection does after what looked like its end. */
    void reopen() {
        finished = false;
    }

    /** Returns the bytes of memory that are used by waiting segments. */
    int waitingBytes() {
        return waitingBytes;
    }

    /** Whether a segment has anything that did not come before. */
    boolean isNews(TcpSegment segment) {
        return !known || distance(segment.sequence) + segment.length > 0;
    }

    /** Adds a segment with data or FIN. */
    void add(TcpSegment segment, long frame) throws IOException {
        if (!known) {
            begin(segment.sequence);
        }
        long distance = distance(segment.sequence);
        if (distance > 0) {
            keep(segment, distance, frame);
            return;
        }
        deliver(
                segment.bytes,
                segment.start,
                segment.captured,
                segment.length,
                -distance,
                segment.has(TcpSegment.PSH),
                segment.has(TcpSegment.FIN),
                frame);
        drain();
    }

    private void keep(TcpSegment segment, long distance, long frame) throws IOException {
        Waiting now = new Waiting(
                segment.copy(), segment.length, segment.has(TcpSegment.PSH), segment.has(TcpSegment.FIN), frame);
        Waiting before = waiting.get(position + distance);
        if (before == null || before.length < now.length || before.bytes.length < now.bytes.length) {
            waiting.put(position + distance, now);
            waitingBytes += now.cost() - (before == null ? 0 : before.cost());
        }
        while (waitingBytes > MOST_WAITING) {
            skipGap();
        }
    }

    /** Takes an acknowledgement of the other side: it has received what the capture lacks. */
    void acknowledge(int next) throws IOException {
        while (known && !waiting.isEmpty() && position + (next - sequence) > waiting.firstKey()) {
            skipGap();
        }
    }

    /** Delivers everything that waits, with the gaps in it. */
    void flush() throws IOException {
        while (!waiting.isEmpty()) {
            skipGap();
        }
    }

    private void skipGap() throws IOException {
        long gap = waiting.firstKey() - position;
        advance(gap);
        receiver.onGap(gap, false);
        drain();
    }

    private void drain() throws IOException {
        while (!waiting.isEmpty() && waiting.firstKey() <= position) {
            Map.Entry<Long, Waiting> first = waiting.pollFirstEntry();
            Waiting next = first.getValue();
            waitingBytes -= next.cost();
            long known = position - first.getKey();
            deliver(next.bytes, 0, next.bytes.length, next.length, known, next.push, next.fin, next.frame);
        }
    }

    /** Delivers what is behind the first {@code before} bytes of a segment, which came before. */
    private void deliver(
            byte[] bytes, int start, int captured, int length, long before, boolean push, boolean fin, long frame)
            throws IOException {
        if (before < captured) {
            int count = (int) (captured - before);
            advance(count);
            receiver.onBytes(bytes, start + (int) before, count, push, frame);
        }
        long missing = length - Math.max(captured, before);
        if (missing > 0) {
            advance(missing);
            receiver.onGap(missing, true);
        }
        if (fin && !finished && before <= length) {
            advance(1);
            finished = true;
            receiver.onFinished();
        }
    }

    private void advance(long bytes) {
        position += bytes;
        sequence += (int) bytes;
    }

    /** Returns how far a sequence number is ahead of the next byte; below 0 if it is behind. */
    private long distance(int number) {
        int distance = number - sequence;
        return distance < -MOST_BEHIND ? distance + SEQUENCE_NUMBERS : distance;
    }
}
