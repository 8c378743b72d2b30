package dev.earshot.fields;

import dev.earshot.codec.Hex;

/** The bytes between two parts of a message. Immutable; any thread. */
final class Delimiter {
    private final byte[] bytes;

    /** @param bytes at least one */
    Delimiter(byte... bytes) {
        this.bytes = bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** Returns the index at which the delimiter begins next, or -1 if there is none before the end. */
    int find(byte[] text, int from, int to) {
        for (int i = from; i <= to - bytes.length; i++) {
            if (text[i] == bytes[0] && isAt(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] text, int at) {
        for (int i = 1; i < bytes.length; i++) {
            if (text[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Hex.print(bytes, 0, bytes.length);
    }
}
