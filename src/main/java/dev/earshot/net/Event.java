package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.net.SocketAddress;
import java.util.List;

/**
 * An event at an endpoint, such as a new peer, received bytes or a note. Events of one peer reach the sink in the order
 * in which they happened.
 */
public sealed interface Event {

    /**
     * Reports that the endpoint is open; the first event.
     *
     * @param local its own address, with the port that the system assigned; of a client that of its first connection,
     *     or port 0 before that
     * @param kind the id of the endpoint's kind, such as {@link TcpServer#KIND}; one word
     * @param target what a client or a relay connects to, as {@code example.com:80}; of TFTP the server, a space and
     *     the file; else empty
     */
    record Opened(SocketAddress local, String kind, String target) implements Event {
        /** Reports that a TCP server is open. */
        public Opened(SocketAddress local) {
            this(local, TcpServer.KIND, "");
        }
    }

    /** Reports that the endpoint is closed, with the values of Opened; the last event, after every peer has left. */
    record Closed(SocketAddress local, String kind, String target) implements Event {
        /** Reports that a TCP server is closed. */
        public Closed(SocketAddress local) {
            this(local, TcpServer.KIND, "");
        }
    }

    /** Reports that a peer has connected, or has sent its first datagram; the first event about a peer. */
    record Joined(Peer peer) implements Event {}

    /**
     * Reports the bytes of one read, or one datagram. The buffer belongs to the reader and changes after the sink has
     * returned.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}; of a datagram from 0 to {@link Endpoint#MAX_DATAGRAM}
     * @param blockedNanos the time that the reader waited for these bytes, in nanoseconds
     */
    record Received(Peer peer, byte[] buffer, int offset, int length, long blockedNanos) implements Event {}

    /** Reports that the peer has sent nothing for the time that {@link EventSink#silenceMillis} asked for. */
    record Silent(Peer peer, long blockedNanos) implements Event {}

    /**
     * Reports a piece of a message just before it is written to the socket. The sink must not change the buffer.
     *
     * @param length from 1 to {@link Endpoint#MAX_PIECE}; of a datagram from 0 to {@link Endpoint#MAX_DATAGRAM}
     * @param last whether this is the last piece of one {@link Conversations#send}
     * @param origin says who or what sends it
     */
    record Sending(Peer peer, byte[] buffer, int offset, int length, boolean last, Origin origin) implements Event {
        /** Reports a piece that a person sends. */
        public Sending(Peer peer, byte[] buffer, int offset, int length, boolean last) {
            this(peer, buffer, offset, length, last, Origin.PERSON);
        }
    }

    /** Reports that the peer has ended its direction (FIN); it may still read. */
    record FinishedSending(Peer peer) implements Event {}

    /**
     * Reports that both directions have ended; the last event about a peer.
     *
     * @param undelivered the number of bytes accepted by {@link Conversations#send} that the system did not take, or
     *     that a reset discarded
     * @param detail the system's words where {@code why} is FAILED, the seconds for which nothing was to be sent where
     *     it is HALF_CLOSED, else empty
     */
    record Left(Peer peer, Reason why, long undelivered, String detail) implements Event {}

    /**
     * Reports something that the user should know, such as that a peer does not read.
     *
     * @param peer the peer it is about, or null
     * @param arguments the arguments that the kind declares; those of a changed or foreign capture may be anything
     */
    record Note(Peer peer, NoteKind kind, List<String> arguments) implements Event {
        public Note {
            arguments = List.copyOf(arguments);
        }

        /** Returns whether the arguments fit the kind. */
        public boolean isWellFormed() {
            return kind.accepts(arguments);
        }

        /** Returns an argument as a number, or {@code otherwise} if the note is not well formed. */
        public long number(int argument, long otherwise) {
            return isWellFormed() ? Long.parseLong(arguments.get(argument)) : otherwise;
        }

        /** Returns an argument as a problem, or null if the note is not well formed. */
        public Problem problem(int argument) {
            return isWellFormed() ? Problem.parseLine(arguments.get(argument)) : null;
        }
    }

    /** The reasons why a peer left. */
    enum Reason {
        /** The peer sent FIN after ours, and everything for it was delivered. */
        CLOSED_BY_PEER,
        /** The peer sent RST. */
        RESET_BY_PEER,
        /** We closed the conversation or the endpoint. */
        CLOSED_HERE,
        /**
         * We closed the conversation because the peer had finished sending, and nothing was to be sent for some time.
         */
        HALF_CLOSED,
        /** We sent RST. */
        RESET_HERE,
        /** The system reported another error. */
        FAILED,
        /** No datagram came from it or went to it for a long time; UDP only. */
        IDLE,
        /** It made room for a newer peer, because the number of peers is limited; UDP only. */
        DISPLACED,
        /**
         * The capture from which the conversation is read does not have its end: it went on, or the program was killed.
         */
        END_NOT_CAPTURED
    }
}
