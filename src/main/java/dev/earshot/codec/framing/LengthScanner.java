package dev.earshot.codec.framing;

/**
 * Ends a message where its length says. An impossible length, negative or more than a message may be, ends it right
 * behind the length: so the damage is seen, and the next message has a chance.
 */
final class LengthScanner implements MessageScanner {
    /**
     * The longest broken message, in bytes, of which all bytes are given to {@link #next} in one piece. So a framing by
     * heads can look for the next message inside it.
     */
    static final int ONE_PIECE = RowEnds.MOST_BACK - LengthReader.MOST_BYTES;

    private final LengthReader reader;
    private final int offset;
    private final int adjustment;
    private final Mark end;
    private final int endLength;
    private int skipped; // bytes before the length that are done with
    private boolean lost; // no length can begin here
    private long remaining; // bytes behind those that are done with; 0 before the length is known
    private Completeness ended;

    /**
     * @param offset bytes before the length
     * @param adjustment is added to the length to get the number of bytes behind it
     * @param end of each message, without which it is broken; null if it has none
     */
    LengthScanner(LengthReader reader, int offset, int adjustment, Mark end) {
        this.reader = reader;
        this.offset = offset;
        this.adjustment = adjustment;
        this.end = end;
        endLength = end == null ? 0 : end.length();
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        if (remaining > 0) {
            return readBody(bytes, from, to);
        }
        if (lost) {
            return skipLost(bytes, from, to);
        }
        if (offset > ONE_PIECE && skipped < offset) {
            int step = Math.min(offset - skipped, to - from);
            skipped += step;
            return from + step;
        }
        return readLength(bytes, from, to);
    }

    private int readLength(byte[] bytes, int from, int to) {
        int at = from + offset - skipped;
        int size = at < to ? reader.read(bytes, at, to) : MORE;
        if (size == MORE) {
            return MORE;
        }
        if (size == 0) {
            lost = true;
            return skipLost(bytes, from, to);
        }
        long behind = reader.value() + adjustment;
        if (reader.value() < 0 || behind < endLength || behind > Framing.MAX_LENGTH) {
            finish(Completeness.BROKEN);
            return at + size;
        }
        long total = at + size + behind - from;
        if (end != null && skipped == 0 && total <= ONE_PIECE && total > to - from) {
            return MORE;
        }
        skipped = offset;
        remaining = total;
        return readBody(bytes, from, to);
    }

    private int readBody(byte[] bytes, int from, int to) {
        int there = to - from;
        if (remaining <= there) {
            int at = from + (int) remaining;
            boolean whole = end == null || end.match(bytes, at - endLength, at) > 0;
            finish(whole ? Completeness.WHOLE : Completeness.BROKEN);
            return at;
        }
        long step = Math.min(remaining - endLength, there); // the end mark stays in one piece
        if (step == 0) {
            return MORE;
        }
        remaining -= step;
        return from + (int) step;
    }

    private int skipLost(byte[] bytes, int from, int to) {
        int at = reader.find(bytes, from, to);
        if (at < to) {
            finish(Completeness.BROKEN);
        }
        return at;
    }

    private void finish(Completeness how) {
        reset();
        ended = how;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public boolean isBroken() {
        return lost;
    }

    @Override
    public void reset() {
        skipped = 0;
        remaining = 0;
        lost = false;
        ended = null;
    }
}
