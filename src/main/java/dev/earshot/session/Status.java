package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;

/**
 * The state of a session's endpoint, as it is shown. Immutable.
 *
 * @param address the address to listen on or to connect to, such as {@code 127.0.0.1:8080}; empty before the first
 *     endpoint
 * @param problem the reason of FAILED, of the latest failed attempt while RECONNECTING, or of a part that does not work
 *     while OPEN; else null
 * @param local the local address of a TCP client's connection, such as {@code 127.0.0.1:52344}; empty without one
 * @param ended the end of a TCP client's latest conversation while there is no other one; else null
 * @param nextAttempt the time of the next attempt while RECONNECTING, of {@link System#nanoTime}; it has passed while
 *     the attempt is being made
 */
public record Status(State state, String address, Problem problem, String local, Event.Left ended, long nextAttempt) {

    /** The states of an endpoint. */
    public enum State {
        CLOSED,
        OPENING,
        OPEN,
        /** A TCP client is open without a connection and will try again. */
        RECONNECTING,
        CLOSING,
        FAILED
    }

    /** Makes a status without facts about a TCP client's connection. */
    public Status(State state, String address, Problem problem) {
        this(state, address, problem, "", null, 0);
    }

    /** Whether the endpoint is open, with or without peers at present. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.RECONNECTING;
    }
}
