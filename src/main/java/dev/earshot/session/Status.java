package dev.earshot.session;

import dev.earshot.codec.Problem;

/**
 * Where a session's endpoint stands.
 *
 * @param address what it listens on, is to listen on, or failed to listen on, as {@code 127.0.0.1:8080}; empty before
 *     the first time
 * @param problem why it failed, where the state is FAILED; what of it did not work, where it is OPEN all the same; else
 *     null
 */
public record Status(State state, String address, Problem problem) {

    /** The steps of an endpoint's life. */
    public enum State {
        CLOSED,
        OPENING,
        OPEN,
        CLOSING,
        FAILED
    }
}
