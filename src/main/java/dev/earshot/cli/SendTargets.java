package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.util.List;

/** The other ends, as whoever types sees them. Confined to the thread {@code type}. */
interface SendTargets {

    /**
     * A typed line, taken apart.
     *
     * @param peers to whom it goes; nobody of them may be there any more
     * @param text what is to be sent
     */
    record Addressed(List<Peer> peers, String text) {}

    /**
     * To whom a line goes, and what of it; may wait for a name service.
     *
     * @throws CommandFailure if there is nobody to whom it could go
     * @throws Problem if the address in it is wrong
     */
    Addressed of(String line) throws CommandFailure, Problem;

    /** Whether a line waits where too much is waiting to be read already; otherwise it is refused. */
    default boolean patient() {
        return false;
    }

    /** No line will come any more. */
    default void inputEnded() {}
}
