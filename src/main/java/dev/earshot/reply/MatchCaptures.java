package dev.earshot.reply;

import java.util.Arrays;

/** What a match has found, as the bytes that came: the message, and the pieces of it that were captured. */
public final class MatchCaptures {
    /** No pattern has more. */
    public static final int MOST = 9;

    /** There is no message, as when somebody connects. */
    public static final MatchCaptures NONE = new MatchCaptures(new byte[0]);

    private static final byte[] NOTHING = {};

    private final byte[][] pieces;

    private MatchCaptures(byte[]... pieces) {
        this.pieces = pieces;
    }

    /**
     * Pieces of a message.
     *
     * @param places where each begins and behind which byte it ends, that of number 0 first; -1 twice where nothing was
     *     captured
     */
    static MatchCaptures of(byte[] message, int... places) {
        byte[][] pieces = new byte[places.length / 2][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = places[2 * i] < 0 ? NOTHING : Arrays.copyOfRange(message, places[2 * i], places[2 * i + 1]);
        }
        return new MatchCaptures(pieces);
    }

    /** The message without its line ending where the number is 0, else that capture; empty if there is none. */
    public byte[] get(int number) {
        return number < pieces.length ? pieces[number] : NOTHING;
    }
}
