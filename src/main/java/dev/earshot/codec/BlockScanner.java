package dev.earshot.codec;

/** Ends a message at a delimiter, but not inside a block that says its length, nor begins a block in quotes. */
final class BlockScanner implements MessageScanner {
    private static final int MOST_DIGITS = 9;
    private static final int NO_BLOCK = 0;

    private final MarkSet delimiters;
    private final ByteSearch anywhere;
    private final ByteSearch quoted;
    private final ByteSearch unlimited;
    private byte quote; // inside of which the message is; 0 if in none
    private boolean indefinite; // a block without a length has begun, which lasts until the delimiter
    private boolean absurd;
    private long remaining; // of a block
    private Completeness ended;

    BlockScanner(MarkSet delimiters) {
        this.delimiters = delimiters;
        anywhere = new ByteSearch(delimiters.firstBytes('#', '"', '\''));
        quoted = new ByteSearch(delimiters.firstBytes('"', '\''));
        unlimited = new ByteSearch(delimiters.firstBytes());
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        int at = from + skipBlock(to - from);
        while (at < to) {
            at = search().find(bytes, at, to);
            if (at == to) {
                return to;
            }
            int mark = delimiters.match(bytes, at, to);
            if (mark > 0) {
                finish(absurd ? Completeness.BROKEN : Completeness.WHOLE);
                return at + mark;
            }
            int block = bytes[at] == '#' && quote == 0 && !indefinite ? readBlock(bytes, at, to) : NO_BLOCK;
            if (mark < 0 || block == MORE) {
                return at == from ? MORE : at;
            }
            toggle(bytes[at]);
            at += Math.max(1, block);
            at += skipBlock(to - at);
        }
        return to;
    }

    private ByteSearch search() {
        return indefinite ? unlimited : quote == 0 ? anywhere : quoted;
    }

    private int skipBlock(int there) {
        int step = (int) Math.min(remaining, there);
        remaining -= step;
        return step;
    }

    private void toggle(byte b) {
        if ((b == '"' || b == '\'') && !indefinite) {
            quote = quote == 0 ? b : quote == b ? 0 : quote;
        }
    }

    /** Returns the number of bytes before the data of the block that begins here, {@link #NO_BLOCK} or {@link #MORE}. */
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
