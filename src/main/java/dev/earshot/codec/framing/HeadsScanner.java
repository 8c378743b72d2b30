package dev.earshot.codec.framing;

import java.util.List;

/** Finds messages in several forms, which are told apart by their first bytes. Bytes before a head are no message. */
final class HeadsScanner implements MessageScanner {

    /**
     * @param head with which a message begins; null for any other message
     * @param onlyBehind whether it counts only right behind a whole message, and is never searched for
     * @param scanner finds the end of such a message
     * @param searched whether the next message is looked for inside a broken one
     */
    record Alternative(MarkSet head, boolean onlyBehind, MessageScanner scanner, boolean searched) {
        Alternative(MarkSet head, boolean onlyBehind, ScannedFraming framing) {
            this(head, onlyBehind, framing.newScanner(), framing.givesBrokenAtOnce());
        }
    }

    private static final int NONE = -2;

    private final Alternative[] alternatives;
    private final MarkSet heads;
    private Alternative current; // null between messages
    private boolean atBegin; // whether the scanner of this message has taken nothing yet
    private boolean lost;
    private boolean behindWhole; // whether the last message was whole
    private Completeness ended;

    HeadsScanner(List<Alternative> alternatives) {
        this.alternatives = alternatives.toArray(Alternative[]::new);
        MarkSet all = MarkSet.of("");
        for (Alternative one : alternatives) {
            all = one.head() == null || one.onlyBehind() ? all : all.and(one.head());
        }
        heads = all;
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        if (lost) {
            return skipLost(bytes, from, to);
        }
        if (current == null) {
            int chosen = choose(bytes, from, to);
            if (chosen == MORE) {
                return MORE;
            }
            if (chosen == NONE) {
                lost = true;
                return skipLost(bytes, from, to);
            }
            current = alternatives[chosen];
            atBegin = true;
        }
        return readMessage(bytes, from, to);
    }

    private int readMessage(byte[] bytes, int from, int to) {
        int at = current.scanner().next(bytes, from, to);
        if (at == MORE) {
            return MORE;
        }
        ended = current.scanner().ended();
        if (ended == null) {
            atBegin = false;
            return at;
        }
        boolean inOnePiece = atBegin && current.searched() && at - from <= LengthScanner.ONE_PIECE;
        current = null;
        behindWhole = ended == Completeness.WHOLE;
        return ended == Completeness.BROKEN && inOnePiece ? heads.findMatch(bytes, from + 1, at) : at;
    }

    private int choose(byte[] bytes, int from, int to) {
        for (int i = 0; i < alternatives.length; i++) {
            Alternative one = alternatives[i];
            boolean counts = behindWhole || !one.onlyBehind();
            int match = one.head() == null ? MarkSet.PENDING : one.head().match(bytes, from, to);
            if (counts && match != 0) {
                return match == MarkSet.UNDECIDED ? MORE : i;
            }
        }
        return NONE;
    }

    private int skipLost(byte[] bytes, int from, int to) {
        int at = heads.findMatch(bytes, from, to);
        if (at == to) {
            return to;
        }
        if (heads.match(bytes, at, to) == MarkSet.UNDECIDED) {
            return at == from ? MORE : at;
        }
        lost = false;
        behindWhole = false;
        ended = Completeness.BROKEN;
        return at;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        for (Alternative one : alternatives) {
            one.scanner().reset();
        }
        current = null;
        lost = false;
        behindWhole = false;
        ended = null;
    }

    @Override
    public boolean isEndPending() {
        return current != null && current.scanner().isEndPending();
    }

    @Override
    public boolean lacksEnd() {
        return current == null || current.scanner().lacksEnd();
    }
}
