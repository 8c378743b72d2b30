package dev.earshot.journal;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.net.SocketAddress;

/**
 * A row of the log, read back from the capture.
 *
 * @param number counts from 0 in the order in which rows ended
 * @param epochNanos when its last byte was recorded, nanoseconds since 1970-01-01 UTC
 * @param peer its peer with both addresses, or null where the row is about no peer
 * @param event the event, if the kind is EVENT, else null
 * @param lastedMillis how long the peer had been there, if the event is its leaving, else 0
 * @param length the length of the row in bytes
 * @param bytes the row, or as much of its beginning as was asked for; empty for an event
 * @param origin the sender of a sent message; a person for any other row
 * @param completeness how much of a message it is; an event is whole
 * @param note what a person has noted about it, in one line; mostly empty
 */
public record Row(
        long number,
        Kind kind,
        long epochNanos,
        Peer peer,
        Event event,
        long lastedMillis,
        int length,
        byte[] bytes,
        Origin origin,
        Completeness completeness,
        String note) {

    /** Makes a row without a note. */
    public Row(
            long number,
            Kind kind,
            long epochNanos,
            Peer peer,
            Event event,
            long lastedMillis,
            int length,
            byte[] bytes,
            Origin origin,
            Completeness completeness) {
        this(number, kind, epochNanos, peer, event, lastedMillis, length, bytes, origin, completeness, "");
    }

    /**
     * Makes a row that is a whole message, or an event, where our side of the conversation is not known.
     *
     * @param peerId the number of its peer, or 0
     * @param remote the peer's address, or null where the row is about no peer
     */
    public Row(
            long number,
            Kind kind,
            long epochNanos,
            int peerId,
            SocketAddress remote,
            Event event,
            long lastedMillis,
            int length,
            byte[] bytes,
            Origin origin) {
        this(
                number,
                kind,
                epochNanos,
                remote == null ? null : new Peer(peerId, null, remote, null),
                event,
                lastedMillis,
                length,
                bytes,
                origin,
                Completeness.WHOLE);
    }

    /** Returns the number of its peer, or 0 where it is about none. */
    public int peerId() {
        return peer == null ? 0 : peer.id();
    }

    /** Returns the address of its peer, or null where it is about none. */
    public SocketAddress remote() {
        return peer == null ? null : peer.remote();
    }

    /** Makes the stand-in for a row that was removed; its time is 0, older than that of any other row. */
    static Row removed(long number) {
        return missing(number, 0, CaptureNote.REMOVED);
    }

    /** Makes the stand-in for a row that was not kept; its time is when rows began to be lost. */
    static Row lost(long number, long since) {
        return missing(number, since, CaptureNote.LOST);
    }

    private static Row missing(long number, long epochNanos, CaptureNote why) {
        return new Row(number, Kind.EVENT, epochNanos, 0, null, why.note(), 0, 0, new byte[0], Origin.PERSON);
    }

    /** Whether this is a stand-in for a row that cannot be read any more. */
    public boolean isMissing() {
        return event instanceof Event.Note note
                && (note.kind() == CaptureNote.REMOVED || note.kind() == CaptureNote.LOST);
    }

    /** The kind of a row: a received message, a sent one, or an event. */
    public enum Kind {
        RECEIVED,
        SENT,
        EVENT
    }
}
