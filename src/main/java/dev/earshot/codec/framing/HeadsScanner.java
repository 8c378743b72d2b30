package dev.earshot.codec.framing;

import java.util.List;

/** Finds messages in several forms, which are told apart by their first bytes. Bytes before a head are no message. */
final class HeadsScanner implements MessageScanner {

    /**
     * @param head with which a message begins; null for any other message
     * @param onlyBehind whether it counts only right behind a whole message, and is never searched for
     * @param scanner finds the end of such a message
     * @param searched whether the next message is looked for inside a broken one
     * @param checked whether a checksum tells a message from other bytes
     */
    record Alternative(MarkSet head, boolean onlyBehind, MessageScanner scanner, boolean searched, boolean checked) {}

    private static final int NONE = -2;

    /** The most bytes from the begin of a broken message to the end of one that begins inside it. */
    private static final int MOST_TRIED = CheckedScanner.ONE_PIECE;

    private final Alternative[] alternatives;
    private final MarkSet heads;
    private final boolean tries; // whether only a checksum tells where some messages begin
    private Alternative current; // null between messages
    private boolean atBegin; // whether the scanner of this message has taken nothing yet
    private boolean lost;
    private boolean behindWhole; // whether the last message was whole
    private boolean behindBroken; // whether the last message was broken
    private boolean awaited; // the bytes in which a message may begin inside a broken one
    private Completeness ended;

    HeadsScanner(List<Alternative> alternatives) {
        this.alternatives = alternatives.toArray(Alternative[]::new);
        MarkSet all = MarkSet.of("");
        for (Alternative one : alternatives) {
            all = one.head() == null || one.onlyBehind() ? all : all.and(one.head());
        }
        heads = all;
        tries = alternatives.stream().anyMatch(one -> one.head() == null && one.checked());
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        awaited = false;
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
        if (atBegin && tries && behindBroken && current.checked() && to - from > MOST_TRIED) {
            int found = findInLong(bytes, from);
            if (found > from) {
                ended = Completeness.BROKEN;
                return found;
            }
        }
        int at = current.scanner().next(bytes, from, to);
        if (at == MORE) {
            return MORE;
        }
        ended = current.scanner().ended();
        if (ended == null) {
            atBegin = false;
            return at;
        }
        boolean isBegin = atBegin;
        boolean inOnePiece = at - from <= LengthScanner.ONE_PIECE || current.checked() && at - from <= MOST_TRIED;
        boolean isSearched = ended == Completeness.BROKEN && current.searched() && inOnePiece;
        if (isSearched && isBegin && tries) {
            return findMessage(bytes, from, at, Math.min(to, from + MOST_TRIED));
        }
        boolean isPart = !isBegin && current.scanner() instanceof CheckedBlocks;
        current = null;
        behindWhole = ended == Completeness.WHOLE;
        behindBroken = !behindWhole;
        return isSearched && (isBegin || isPart) ? heads.findMatch(bytes, isBegin ? from + 1 : from, at) : at;
    }

    /**
     * Returns where a message begins inside one that is too long to be searched once it is known to be broken; its
     * begin if none does.
     */
    private int findInLong(byte[] bytes, int from) {
        Alternative read = current;
        int end = from + MOST_TRIED;
        if (read.scanner().next(bytes, from, end) != MORE) {
            read.scanner().reset();
            return from;
        }
        int found = findMessage(bytes, from, end, end);
        current = found == end ? read : null;
        return found == end ? from : found;
    }

    /**
     * Returns where the next message begins inside a broken one: of several, that which ends first, so that nothing is
     * waited for once one is there. If there is none, it returns the end of the broken one.
     */
    private int findMessage(byte[] bytes, int from, int end, int to) {
        behindWhole = false;
        int found = end;
        int first = Integer.MAX_VALUE; // where the message that was found ends
        for (int at = from + 1; at < end; at++) {
            int tried = tryAt(bytes, at, to);
            awaited |= tried == MORE && to - from < MOST_TRIED;
            if (tried > 0 && tried < first) {
                first = tried;
                found = at;
            }
        }
        awaited &= found == end;
        if (awaited) {
            ended = null;
            return MORE;
        }
        current = null;
        behindBroken = true;
        return found;
    }

    /** Returns where a message ends that begins at a place, or its head; 0 if none begins there, or {@link #MORE}. */
    private int tryAt(byte[] bytes, int at, int to) {
        int chosen = choose(bytes, at, to);
        if (chosen < 0) {
            return chosen == MORE ? MORE : 0;
        }
        Alternative one = alternatives[chosen];
        if (!one.checked()) {
            return one.head() == null ? 0 : endOfHead(one.head(), bytes, at);
        }
        MessageScanner scanner = one.scanner();
        int next = scanner.next(bytes, at, to);
        boolean isWhole = scanner.ended() == Completeness.WHOLE;
        scanner.reset();
        return next == MORE || isWhole ? next : 0;
    }

    /** Returns the first place at which the bytes suffice to tell that a head is there. */
    private static int endOfHead(MarkSet head, byte[] bytes, int at) {
        int to = at + 1;
        while (head.match(bytes, at, to) == MarkSet.UNDECIDED) {
            to++;
        }
        return to;
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
        behindBroken = false;
        awaited = false;
        ended = null;
    }

    @Override
    public boolean isEndPending() {
        return current != null && current.scanner().isEndPending();
    }

    @Override
    public boolean isBroken() {
        return lost || awaited || current != null && current.scanner().isBroken();
    }

    @Override
    public boolean lacksEnd() {
        return current == null || current.scanner().lacksEnd();
    }
}
