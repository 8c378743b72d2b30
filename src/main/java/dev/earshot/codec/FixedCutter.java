package dev.earshot.codec;

/** Ends a message after every {@code size} bytes. It begins anew after a message that was ended early. */
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
