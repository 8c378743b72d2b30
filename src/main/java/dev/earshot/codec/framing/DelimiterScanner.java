package dev.earshot.codec.framing;

/** Ends a message at each delimiter. A longer one counts before a shorter one that begins at the same place. */
final class DelimiterScanner implements MessageScanner {
    private final MarkSet delimiters;
    private Completeness ended;
    private boolean pending;

    DelimiterScanner(MarkSet delimiters) {
        this.delimiters = delimiters;
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        pending = false;
        int at = delimiters.find(bytes, from, to);
        while (at < to) {
            int length = delimiters.match(bytes, at, to);
            if (length > 0) {
                ended = Completeness.WHOLE;
                return at + length;
            } else if (length < 0) {
                pending = length == MarkSet.PENDING;
                return at == from ? MORE : at;
            }
            at = delimiters.find(bytes, at + 1, to);
        }
        return to;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        pending = false;
    }

    @Override
    public boolean isEndPending() {
        return pending;
    }
}
