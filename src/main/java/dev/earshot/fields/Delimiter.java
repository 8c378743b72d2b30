package dev.earshot.fields;

import dev.earshot.codec.Hex;
import java.util.List;
import java.util.stream.Collectors;

/** The delimiter between two fields of a message, which may be one of several byte sequences. Immutable; any thread. */
final class Delimiter {
    private final byte[][] alternatives;
    private final boolean[] begins = new boolean[256];

    /** @param alternatives at least one of at least one byte; the first that fits counts */
    Delimiter(List<byte[]> alternatives) {
        this.alternatives = alternatives.toArray(new byte[0][]);
        for (byte[] one : alternatives) {
            begins[one[0] & 0xFF] = true;
        }
    }

    /** Returns the index at which a delimiter begins next, or -1 if there is none before the end. */
    int find(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (begins[text[i] & 0xFF] && lengthAt(text, i, to) > 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the length of the delimiter that stands at an index; 0 if there is none. */
    int lengthAt(byte[] text, int at, int to) {
        for (byte[] one : alternatives) {
            if (isAt(one, text, at, to)) {
                return one.length;
            }
        }
        return 0;
    }

    private static boolean isAt(byte[] bytes, byte[] text, int at, int to) {
        if (to - at < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (text[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return List.of(alternatives).stream()
                .map(one -> Hex.print(one, 0, one.length))
                .collect(Collectors.joining("|"));
    }
}
