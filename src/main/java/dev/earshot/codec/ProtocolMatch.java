package dev.earshot.codec;

/** The result of comparing the first bytes of a stream with those of a protocol. */
enum ProtocolMatch {
    /** They do not fit. */
    NO,
    /** They fit so far; more are needed. */
    OPEN,
    /** They fit, but only the whole first line decides. */
    LINE,
    /** They are of this protocol. */
    YES;

    /** Compares the bytes from {@code from} on with ASCII text; returns {@code whole} if all of it is there. */
    static ProtocolMatch text(byte[] head, int from, int length, String text, ProtocolMatch whole) {
        int count = Math.min(text.length(), length - from);
        for (int i = 0; i < count; i++) {
            if (head[from + i] != text.charAt(i)) {
                return NO;
            }
        }
        return count < text.length() ? OPEN : whole;
    }
}
