package dev.earshot.codec;

/** Ends a message at a sequence of bytes, also one that spans reads (Knuth, Morris and Pratt's search). */
final class DelimiterCutter implements Cutter {
    private final byte[] delimiter;
    private final int[] fallback;
    private int matched;

    DelimiterCutter(byte[] delimiter) {
        this.delimiter = delimiter;
        fallback = computeFallback(delimiter);
    }

    @Override
    public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[offset + i];
            while (matched > 0 && delimiter[matched] != b) {
                matched = fallback[matched];
            }
            if (delimiter[matched] == b && ++matched == delimiter.length) {
                ends.add(i + 1);
                matched = 0; // a delimiter belongs to one message only
            }
        }
    }

    @Override
    public void reset() {
        matched = 0;
    }

    /** Computes, for each number of matched bytes, how many still match when the next byte does not. */
    private static int[] computeFallback(byte[] pattern) {
        int[] fallback = new int[pattern.length];
        int length = 0;
        for (int i = 1; i < pattern.length; i++) {
            fallback[i] = length;
            while (length > 0 && pattern[length] != pattern[i]) {
                length = fallback[length];
            }
            if (pattern[length] == pattern[i]) {
                length++;
            }
        }
        return fallback;
    }
}
