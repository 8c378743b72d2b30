package dev.earshot.cli;

import dev.earshot.codec.Problem;

/** Sends typed lines or a kept conversation through the endpoint of a command, on its own thread. */
interface EndpointInput {

    /** Begins, once somebody is there. Returns at once. */
    void start();

    /**
     * Waits for its end where the exit code depends on it. Called when the endpoint is closed.
     *
     * @throws Problem why not everything was sent
     * @throws CommandFailure likewise
     */
    default void checkEnd() throws Problem, CommandFailure {}
}
