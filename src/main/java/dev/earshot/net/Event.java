package dev.earshot.net;

import java.net.InetSocketAddress;

/** Something that happened at an endpoint. Events of one peer reach the sink in the order in which they happened. */
public sealed interface Event {

    /**
     * The endpoint is open: the first event.
     *
     * @param local where, with the port that the system gave; of a client the first connection's, or port 0 before that
     * @param target where a client or a relay connects to, as {@code example.com:80}; of TFTP the server and behind a space
     *     the file; else empty
     */
    record Opened(InetSocketAddress local, Mode mode, String target) implements Event {
        /** A TCP server is open. */
        public Opened(InetSocketAddress local) {
            this(local, Mode.TCP_SERVER, "");
        }
    }

    /** The endpoint is closed: the last event; every peer has left before. It says again what was opened. */
    record Closed(InetSocketAddress local, Mode mode, String target) implements Event {
        /** A TCP server is closed. */
        public Closed(InetSocketAddress local) {
            this(local, Mode.TCP_SERVER, "");
        }
    }

    /** A peer is there: the first event about it. */
    record Joined(Peer peer) implements Event {}

    /**
     * One read, or one datagram. The bytes are the reader's own buffer and change after the sink has returned.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}; of a datagram from 0 to {@link Endpoint#MAX_DATAGRAM}
     * @param blockedNanos how long the peer kept the reader waiting for these bytes, in nanoseconds
     */
    record Received(Peer peer, byte[] buffer, int offset, int length, long blockedNanos) implements Event {}

    /** The peer has sent nothing for the time that {@link EventSink#silenceMillis} asked for. */
    record Silent(Peer peer, long blockedNanos) implements Event {}

    /**
     * A piece of what is being sent, told just before it is written to the socket. Changes to the buffer are not
     * allowed.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}; of a datagram from 0 to {@link Endpoint#MAX_DATAGRAM}
     * @param last whether this is the last piece of one {@link Endpoint#send}
     * @param origin what sends it
     */
    record Sending(Peer peer, byte[] buffer, int offset, int length, boolean last, Origin origin) implements Event {
        /** A piece of what a person sends. */
        public Sending(Peer peer, byte[] buffer, int offset, int length, boolean last) {
            this(peer, buffer, offset, length, last, Origin.PERSON);
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
        FAILED,
        /** Nothing has come from it or gone to it for long; UDP only. */
        IDLE,
        /** Newer peers needed its place, for there is room for only so many; UDP only. */
        DISPLACED
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
        /** The peer's messages are left unanswered, for there were too many; detail: how many may be answered in a second. */
        LOOP_CUT,
        /** The peer is answered again; detail: how many messages were left unanswered. */
        LOOP_OVER,
        /**
         * What the peer says, or with no peer all that everybody says, is too much to be relayed to so many; detail: how
         * many bytes a second are.
         */
        RELAY_CUT,
        /** Everything is relayed again; detail: how many messages were not. */
        RELAY_OVER,
        /** The peer's outbox is full, and what is sent by itself is left out; detail: empty. */
        ANSWERS_WITHHELD,
        /** There is room in it again, or the peer leaves; detail: how many messages were left out. */
        ANSWERS_RESUMED,
        /**
         * More would go by itself to the peer, a UDP one, than came from it, whose address may be forged, and is left out;
         * detail: empty.
         */
        UNASKED_WITHHELD,
        /** Nothing was left out for that reason any more, or the peer leaves; detail: how many messages were. */
        UNASKED_OVER,
        /**
         * An answer could not be made; detail: what should have sent it, the key of the problem's words and what they are
         * filled with, with tabs between.
         */
        ANSWER_FAILED,
        /** Too many answers are waiting for their time, and further ones are left out; detail: how many may wait. */
        DELAYS_FULL,
        /** The peer has connected and is hung up on at once, as was asked for; detail: empty. */
        VISITED,
        /** The peer has this role from now on; detail: the role. */
        ROLE_GIVEN,
        /** The peer has a role no longer, for it was taken away by hand; detail: the role. */
        ROLE_TAKEN,
        /** The peer asked for a role that another has and keeps; detail: that one's address and the role. */
        ROLE_REFUSED,
        /** The peer keeps its role, for which another has asked; detail: that one's address and the role. */
        ROLE_KEPT,
        /** The peer loses its role to another, and is disconnected; detail: that one's address and the role. */
        ROLE_LOST,
        /** What the peer sends goes nowhere, for there is nobody to whom it should be forwarded; detail: empty. */
        NOBODY_THERE,
        /** Now there is somebody, or the peer leaves; detail: how many bytes went nowhere. */
        NOT_FORWARDED,
        /** The peer did not read what was forwarded to it and is cut off (RST); detail: for how many seconds. */
        CUT_OFF,
        /** Stands for a row that is not there any more, for the capture was at its cap; detail: empty. */
        REMOVED,
        /** Stands for a row that was not kept, for the capture could not be written; detail: empty. */
        LOST,
        /** We have ended our direction (FIN) and still read; detail: empty. */
        FINISHED_HERE,
        /** A connection could not be made; detail: see {@link ConnectFailure#ofNote}. */
        CONNECT_FAILED,
        /** The connection has ended and is made again; detail: in how many seconds. */
        RECONNECTING,
        /** ICMP says that nothing receives on the peer's port; told once; detail: empty. */
        UNREACHABLE,
        /** The system did not take a datagram; detail: its length and the system's words, with a space between. */
        NOT_SENT,
        /** A datagram was too long to be sent; detail: its length and the greatest, with a space between. */
        TOO_LONG,
        /** The system has dropped datagrams that came faster than they were taken; detail: how many. */
        DROPPED,
        /** The system reports an error when receiving; told once an episode; detail: its words. */
        RECEIVE_FAILING,
        /** Datagrams to a multicast group are received from now on; detail: the group and the interface's name. */
        GROUP_JOINED,
        /** They are not any more; detail: as above. */
        GROUP_LEFT,
        /**
         * The endpoint is open, but something that was asked for along with it could not be done; detail: the problem, as
         * {@link dev.earshot.codec.Problem#line} writes it.
         */
        SETTING_FAILED,
        /** The peer is the server to which a relay has connected a client; detail: the client's address. */
        RELAYED,
        /** So many bytes have been relayed from the peer that both conversations are ended; detail: how many. */
        CUT_AFTER,
        /** A relay has so many clients that the newest is refused, and others after it; detail: how many. */
        RELAY_FULL,
        /** A file has been fetched; detail: its bytes, the milliseconds, and where it was saved, with spaces between. */
        FETCHED,
        /**
         * A file could not be fetched; detail: its name on the server, the key of the problem's words and what they are filled
         * with, with tabs between.
         */
        NOT_FETCHED,
        /** Fetching a file was cancelled; detail: how many bytes had come, and its name on the server, with a space between. */
        FETCH_CANCELLED
    }
}
