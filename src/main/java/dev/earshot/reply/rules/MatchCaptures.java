package dev.earshot.reply.rules;

import java.util.Arrays;

/** The result of a match: the bytes of the message and of each captured piece, as they were received. */
public final class MatchCaptures {
    /** The most captures that a pattern can have. */
    public static final int MOST = 9;

    /** The captures where there is no message, such as for a greeting. */
    public static final MatchCaptures NONE = new MatchCaptures(new byte[0]);

    private static final byte[] EMPTY = {};

    private final byte[][] pieces;

    private MatchCaptures(byte[]... pieces) {
        this.pieces = pieces;
    }

    /**
     * Returns the captures at these places of a message.
     *
     * @param places the begin and end (exclusive) of each piece, piece 0 first; both are -1 where nothing was captured
     */
    public static MatchCaptures of(byte[] message, int... places) {
        byte[][] pieces = new byte[places.length / 2][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = places[2 * i] < 0 ? EMPTY : Arrays.copyOfRange(message, places[2 * i], places[2 * i + 1]);
        }
        return new MatchCaptures(pieces);
    }

    /** Returns a capture by its number, or for 0 the message without its line ending; empty if there is none. */
    public byte[] get(int number) {
        return number < pieces.length ? pieces[number] : EMPTY;
    }
}
