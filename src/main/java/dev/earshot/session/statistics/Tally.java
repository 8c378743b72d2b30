package dev.earshot.session.statistics;

/** The number, bytes and rates of messages. Confined to one thread. */
final class Tally {
    private static final double SECOND = 1e9;

    private final RateMeter messageRate = new RateMeter();
    private final RateMeter byteRate = new RateMeter();
    private long messages;
    private long bytes;
    private long first;
    private long last;
    private long previous;

    void add(long epochNanos, int length) {
        first = messages == 0 ? epochNanos : Math.min(first, epochNanos);
        last = messages == 0 ? epochNanos : Math.max(last, epochNanos);
        previous = epochNanos;
        messages++;
        bytes += length;
        messageRate.add(epochNanos, 1);
        byteRate.add(epochNanos, length);
    }

    long messages() {
        return messages;
    }

    long bytes() {
        return bytes;
    }

    /** Returns the earliest time of a message, in nanoseconds since 1970; 0 if there is none. */
    long first() {
        return first;
    }

    /** Returns the latest time of a message. */
    long last() {
        return last;
    }

    /** Returns the time of the message that was added last; if the clock was set back, others are later. */
    long previous() {
        return previous;
    }

    /** Returns the seconds from the first message to the last, but at least one, for the mean rates. */
    double seconds() {
        return Math.max(1, (last - first) / SECOND);
    }

    /** Returns the greatest number of messages in one second. */
    long mostMessages() {
        return messageRate.most();
    }

    /** Returns the greatest number of bytes in one second. */
    long mostBytes() {
        return byteRate.most();
    }
}
