package dev.earshot.net;

import dev.earshot.codec.Problem;

/**
 * What a note {@link Event.Kind#CONNECT_FAILED} tells.
 *
 * @param problem why there is no connection: {@code problem.connect.*}
 * @param seconds after so many it is tried again; 0: it is not
 */
public record ConnectNote(Problem problem, int seconds) {

    /** Reads the detail of such a note; another text is told as it is. */
    public static ConnectNote of(String detail) {
        return ConnectFailure.parse(detail);
    }
}
