package dev.earshot.net;

import java.net.InetSocketAddress;

/** Something that happened at an endpoint. Events of one peer reach the sink in the order in which they happened. */
public sealed interface Event {

    /** The endpoint is open on this address, with the port that the system gave. */
    record Opened(InetSocketAddress local) implements Event {}

    /** The endpoint is closed; every peer has left before. */
    record Closed(InetSocketAddress local) implements Event {}

    /** A peer is there: the first event about it. */
    record Joined(Peer peer) implements Event {}

    /**
     * One read. The bytes are the reader's own buffer and change after the sink has returned.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}
     * @param blockedNanos how long the peer kept the reader waiting for these bytes, in nanoseconds
     */
    record Received(Peer peer, byte[] buffer, int offset, int length, long blockedNanos) implements Event {}

    /** The peer has sent nothing for the time that {@link EventSink#silenceMillis} asked for. */
    record Silent(Peer peer, long blockedNanos) implements Event {}

    /**
     * A piece of what is being sent, told just before it is written to the socket. Changes to the buffer are not
     * allowed.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}
     * @param last whether this is the last piece of one {@link Endpoint#send}
     * @param origin what sends it by itself, such as the name of a rule; empty if a person does
     */
    record Sending(Peer peer, byte[] buffer, int offset, int length, boolean last, String origin) implements Event {
        /** A piece of what a person sends. */
        public Sending(Peer peer, byte[] buffer, int offset, int length, boolean last) {
            this(peer, buffer, offset, length, last, "");
        }
    }

    /** The peer has ended its direction (FIN) and may still read. */
    record FinishedSending(Peer peer) implements Event {}

    /**
     * Both directions have ended: the last event about a peer.
     *
     * @param undelivered bytes accepted by {@link Endpoint#send} that the system did not take, or that a reset threw
     *     away
     * @param detail the system's own words where {@code why} is FAILED, else empty
     */
    record Left(Peer peer, Reason why, long undelivered, String detail) implements Event {}

    /**
     * Something the person should know.
     *
     * @param peer whom it is about, or null
     * @param detail a number, an address or the system's own words, as the kind says; may be empty
     */
    record Note(Peer peer, Kind kind, String detail) implements Event {}

    /** Why a peer left. */
    enum Reason {
        /** The peer sent FIN and the answer has been delivered. */
        CLOSED_BY_PEER,
        /** The peer sent RST. */
        RESET_BY_PEER,
        /** We closed it, or the endpoint. */
        CLOSED_HERE,
        /** We sent RST. */
        RESET_HERE,
        /** The system reported another error. */
        FAILED
    }

    /** What a note says; its detail in brackets. */
    enum Kind {
        /** The system refuses further connections; detail: its words. Told once an episode. */
        ACCEPT_FAILING,
        /** Connections are accepted again; detail: how many attempts had failed. */
        ACCEPT_RECOVERED,
        /** A client was accepted but no thread could be started for it; it was closed; detail: its address. */
        CLIENT_REFUSED,
        /** The peer has not read for a while; detail: bytes waiting. */
        STALLED,
        /** The peer reads again; detail: empty. */
        RESUMED,
        /** The peer's text is read in another encoding from now on, earlier rows too; detail: its name. */
        ENCODING,
        /** The computer's clock was set; detail: by how many milliseconds. */
        CLOCK_SET,
        /** The capture cannot be written, and goes on in memory; detail: the system's words. */
        CAPTURE_FAILING,
        /** The capture's folder or file was deleted; detail: the folder. */
        CAPTURE_GONE,
        /** The capture is written again, with all that was in memory; detail: empty. */
        CAPTURE_RECOVERED,
        /** The same, but memory did not suffice; detail: how many bytes of messages were not kept. */
        NOT_KEPT,
        /**
         * The oldest part of the capture was removed, for it was at its cap; detail: how many rows, how many bytes, until
         * when (milliseconds since 1970-01-01 UTC) and the cap in bytes, with spaces between.
         */
        OLDEST_REMOVED,
        /** Stands for a row that is not there any more, for the capture was at its cap; detail: empty. */
        REMOVED,
        /** Stands for a row that was not kept, for the capture could not be written; detail: empty. */
        LOST
    }
}
