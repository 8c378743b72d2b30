package dev.earshot.codec.framing;

/** Ends a message after every {@code size} bytes. */
final class FixedScanner implements MessageScanner {
    private final int size;
    private int remaining;

    FixedScanner(int size) {
        this.size = size;
        remaining = size;
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        int left = remaining == 0 ? size : remaining;
        int step = Math.min(left, to - from);
        remaining = left - step;
        return from + step;
    }

    @Override
    public Completeness ended() {
        return remaining == 0 ? Completeness.WHOLE : null;
    }

    @Override
    public void reset() {
        remaining = size;
    }
}
