package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.util.List;

/** Finds the receivers of typed lines. Confined to the thread {@code type}. */
interface SendTargets {

    /**
     * The receivers and the text of a typed line.
     *
     * @param peers may have left meanwhile
     * @param text without the address
     */
    record AddressedLine(List<Peer> peers, String text) {}

    /**
     * Splits a line into its receivers and its text. May wait for a name service.
     *
     * @throws CommandFailure if it has no receiver
     * @throws Problem if the address in it is wrong
     */
    AddressedLine resolve(String line) throws CommandFailure, Problem;

    /** Whether a line is a command and no text to send. */
    default boolean isCommand(String line) {
        return false;
    }

    /**
     * Carries out a command.
     *
     * @throws CommandFailure if it has no receiver
     * @throws Problem if the address in it is wrong
     */
    default void carryOut(String line) throws CommandFailure, Problem {
        throw new IllegalArgumentException(line);
    }

    /** Whether a line waits while too much is queued for its receiver; otherwise it is refused. */
    default boolean waitsWhenFull() {
        return false;
    }

    /** Takes notice of the end of the input. */
    default void inputEnded() {}
}
