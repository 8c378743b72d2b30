package dev.earshot.journal;

import dev.earshot.net.Event;
import java.net.InetSocketAddress;

/**
 * One row of the log, read back from the capture.
 *
 * @param number counts from 0 in the order in which rows ended
 * @param epochNanos when its last byte was recorded, nanoseconds since 1970-01-01 UTC
 * @param peerId whose it is, or 0
 * @param remote the peer's address, or null where the row is about no peer
 * @param event what happened, where the kind is EVENT, else null
 * @param lastedMillis how long the peer had been there, where the event is its leaving, else 0
 * @param length how many bytes the message has
 * @param bytes the message, or as much of its beginning as was asked for; empty for an event
 */
public record Row(
        long number,
        Kind kind,
        long epochNanos,
        int peerId,
        InetSocketAddress remote,
        Event event,
        long lastedMillis,
        int length,
        byte[] bytes) {

    /** What a row is. */
    public enum Kind {
        RECEIVED,
        SENT,
        EVENT
    }
}
