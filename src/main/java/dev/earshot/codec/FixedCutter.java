package dev.earshot.codec;

/** Every so many bytes are a row. Counts by itself: a row that was ended early does not shift the next ones. */
final class FixedCutter implements Cutter {
    private final int size;
    private int seen;

    FixedCutter(int size) {
        this.size = size;
    }

    @Override
    public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
        int end = size - seen;
        while (end <= length) {
            ends.add(end);
            end += size;
        }
        seen = size - (end - length);
    }

    @Override
    public void reset() {
        seen = 0;
    }
}
