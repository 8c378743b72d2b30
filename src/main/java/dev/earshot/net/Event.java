package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.net.InetSocketAddress;
import java.util.List;

/** Something that happened at an endpoint. Events of one peer reach the sink in the order in which they happened. */
public sealed interface Event {

    /**
     * The endpoint is open: the first event.
     *
     * @param local its own address, with the port that the system gave; of a client the first connection's, or port 0
     *     before that
     * @param kind the id of the endpoint's kind, such as {@link TcpServer#KIND}; one word
     * @param target what a client or a relay connects to, as {@code example.com:80}; of TFTP the server, a space and the
     *     file; else empty
     */
    record Opened(InetSocketAddress local, String kind, String target) implements Event {
        /** A TCP server is open. */
        public Opened(InetSocketAddress local) {
            this(local, TcpServer.KIND, "");
        }
    }

    /** The endpoint is closed: the last event; every peer has left before. Repeats what Opened said. */
    record Closed(InetSocketAddress local, String kind, String target) implements Event {
        /** A TCP server is closed. */
        public Closed(InetSocketAddress local) {
            this(local, TcpServer.KIND, "");
        }
    }

    /** A peer has connected, or was heard for the first time: the first event about it. */
    record Joined(Peer peer) implements Event {}

    /**
     * One read, or one datagram. The buffer is the reader's own and changes after the sink has returned.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}; of a datagram from 0 to {@link Endpoint#MAX_DATAGRAM}
     * @param blockedNanos how long the peer kept the reader waiting for these bytes, in nanoseconds
     */
    record Received(Peer peer, byte[] buffer, int offset, int length, long blockedNanos) implements Event {}

    /** The peer has sent nothing for the time that {@link EventSink#silenceMillis} asked for. */
    record Silent(Peer peer, long blockedNanos) implements Event {}

    /**
     * A piece of a message, just before it is written to the socket. The sink may not change the buffer.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}; of a datagram from 0 to {@link Endpoint#MAX_DATAGRAM}
     * @param last whether this is the last piece of one {@link Conversations#send}
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
     * @param undelivered bytes accepted by {@link Conversations#send} that the system did not take, or that a reset threw
     *     away
     * @param detail the system's own words where {@code why} is FAILED, else empty
     */
    record Left(Peer peer, Reason why, long undelivered, String detail) implements Event {}

    /**
     * Something that the user should know, such as that a peer does not read.
     *
     * @param peer the peer it is about, or null
     * @param arguments what the kind declares; those of a changed or foreign capture may be anything
     */
    record Note(Peer peer, NoteKind kind, List<String> arguments) implements Event {
        public Note {
            arguments = List.copyOf(arguments);
        }

        /** Whether the arguments are what the kind declares. */
        public boolean isWellFormed() {
            return kind.accepts(arguments);
        }

        /** An argument that is a number; {@code otherwise} if the note is not well formed. */
        public long number(int argument, long otherwise) {
            return isWellFormed() ? Long.parseLong(arguments.get(argument)) : otherwise;
        }

        /** An argument that is a problem; null if the note is not well formed. */
        public Problem problem(int argument) {
            return isWellFormed() ? Problem.ofLine(arguments.get(argument)) : null;
        }
    }

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
}
