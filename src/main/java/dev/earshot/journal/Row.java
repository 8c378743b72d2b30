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

    /** What stands for a row whose bytes were removed; its time is 0, older than that of any other row. */
    static Row removed(long number) {
        Event.Note note = new Event.Note(null, Event.Kind.REMOVED, "");
        return new Row(number, Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0]);
    }

    /** What a row is. */
    public enum Kind {
        RECEIVED,
        SENT,
        EVENT
    }
}
