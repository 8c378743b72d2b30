package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;

/**
 * Where a session's endpoint stands.
 *
 * @param address what it listens on or connects to, is to, or failed to, as {@code 127.0.0.1:8080}; empty before the
 *     first time
 * @param problem why it failed, where the state is FAILED; what of it did not work, where it is OPEN all the same; where it is
 *     RECONNECTING, why the latest attempt failed; else null
 * @param local our side of a client's connection, as {@code 127.0.0.1:52344}; empty without one
 * @param ended how a client's latest conversation has ended, where there is no other one; else null
 * @param nextAttempt when a client tries again, where the state is RECONNECTING, in the time of {@link System#nanoTime};
 *     while it does, that time has passed
 */
public record Status(State state, String address, Problem problem, String local, Event.Left ended, long nextAttempt) {

    /** The steps of an endpoint's life. */
    public enum State {
        CLOSED,
        OPENING,
        OPEN,
        /** A client that is open and has no connection, but will try again. */
        RECONNECTING,
        CLOSING,
        FAILED
    }

    /** One that tells nothing of a client's connection. */
    public Status(State state, String address, Problem problem) {
        this(state, address, problem, "", null, 0);
    }

    /** Whether it is open: somebody is there, or may be without our doing. */
    public boolean isOpen() {
        return state == State.OPEN || state == State.RECONNECTING;
    }
}
