package dev.earshot.codec.framing;

/** Ends a message at a delimiter outside the blocks that say their length. No block begins in quotes. */
final class BlockScanner implements MessageScanner {
    private static final int MOST_DIGITS = 9;
    private static final int NO_BLOCK = 0;

    private final MarkSet delimiters;
    private final ByteSearch outside;
    private final ByteSearch inside;
    private byte quote; // in which the message is, as far as that was asked for; 0 if in none
    private boolean indefinite; // a block without a length has begun, which lasts until the delimiter
    private boolean absurd;
    private long remaining; // of a block
    private Completeness ended;

    BlockScanner(MarkSet delimiters) {
        this.delimiters = delimiters;
        outside = new ByteSearch(delimiters.firstBytes('#'));
        inside = new ByteSearch(delimiters.firstBytes());
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        int at = from + skipBlock(to - from);
        int unquoted = at; // where quotes have not been looked for
        while (at < to) {
            at = (indefinite ? inside : outside).find(bytes, at, to);
            int mark = at < to ? delimiters.match(bytes, at, to) : 0;
            if (mark > 0) {
                finish(absurd ? Completeness.BROKEN : Completeness.WHOLE);
                return at + mark;
            }
            boolean mayBegin = at < to && bytes[at] == '#' && !indefinite;
            if (at == to || mayBegin || mark < 0) {
                lookForQuotes(bytes, unquoted, at);
                unquoted = at;
            }
            int block = mayBegin && quote == 0 ? readBlock(bytes, at, to) : NO_BLOCK;
            if (mark < 0 || block == MORE) {
                return at == from ? MORE : at;
            }
            if (block > 0) {
                at += block;
                at += skipBlock(to - at);
                unquoted = at;
            } else {
                at++;
            }
        }
        return to;
    }

    private int skipBlock(int there) {
        int step = (int) Math.min(remaining, there);
        remaining -= step;
        return step;
    }

    /** Looks for quotes, but only where a block may begin, so that most messages are searched once. */
    private void lookForQuotes(byte[] bytes, int from, int to) {
        for (int i = from; i < to && !indefinite; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\'') {
                quote = quote == 0 ? b : quote == b ? 0 : quote;
            }
        }
    }

    /**
     * Returns the number of bytes before the data of the block that begins here, {@link #NO_BLOCK} or {@link #MORE}.
     */
    private int readBlock(byte[] bytes, int at, int to) {
        if (at + 1 == to) {
            return MORE;
        }
        int count = bytes[at + 1] - '0';
        if (count < 0 || count > MOST_DIGITS) {
            return NO_BLOCK;
        }
        long length = 0;
        for (int i = at + 2; i < at + 2 + count; i++) {
            if (i == to) {
                return MORE;
            }
            if (!DecimalReader.isDigit(bytes[i])) {
                return NO_BLOCK;
            }
            length = 10 * length + bytes[i] - '0';
        }
        indefinite = count == 0;
        absurd |= length > Framing.MAX_LENGTH;
        remaining = length > Framing.MAX_LENGTH ? 0 : length;
        return 2 + count;
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
    public void reset() {
        quote = 0;
        indefinite = false;
        absurd = false;
        remaining = 0;
        ended = null;
    }
}
