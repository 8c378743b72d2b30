package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Escapes each of some bytes as a pair of bytes, the first of which never appears otherwise. */
final class EscapeStuffing implements ByteStuffing {
    private static final String PAIRS = "[0-9A-F]{2}=[0-9A-F]{4}(,[0-9A-F]{2}=[0-9A-F]{4})*";
    private static final int NONE = -1;

    /** The two bytes that stand for a byte, or {@link #NONE}. */
    private final int[] codes = new int[256];

    private final boolean[] isEscape = new boolean[256];

    private EscapeStuffing() {
        Arrays.fill(codes, NONE);
    }

    static EscapeStuffing of(String pairs) throws Problem {
        String digits = pairs.strip().toUpperCase(Locale.ROOT).replaceAll("\\s", "");
        EscapeStuffing stuffing = new EscapeStuffing();
        boolean clear = digits.matches(PAIRS);
        for (String pair : clear ? digits.split(",") : new String[0]) {
            int plain = Integer.parseInt(pair.substring(0, 2), 16);
            int code = Integer.parseInt(pair.substring(3), 16);
            clear &= stuffing.codes[plain] == NONE && stuffing.plain(code) == NONE;
            stuffing.codes[plain] = code;
            stuffing.isEscape[code >> 8] = true;
        }
        for (int code : stuffing.codes) {
            clear &= code == NONE || stuffing.codes[code >> 8] != NONE;
        }
        if (!clear) {
            throw new Problem("problem.stuffing", -1, VisibleText.brief(pairs), String.join(", ", NAMES));
        }
        return stuffing;
    }

    private int plain(int code) {
        for (int plain = 0; plain < codes.length; plain++) {
            if (codes[plain] == code) {
                return plain;
            }
        }
        return NONE;
    }

    @Override
    public byte[] stuff(byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(contents.length + 16);
        for (byte b : contents) {
            int code = codes[b & 0xFF];
            if (code == NONE) {
                out.write(b);
            } else {
                out.write(code >> 8);
                out.write(code);
            }
        }
        return out.toByteArray();
    }

    @Override
    public Optional<byte[]> unstuff(byte[] stuffed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stuffed.length);
        for (int i = 0; i < stuffed.length; i++) {
            int value = stuffed[i] & 0xFF;
            if (isEscape[value]) {
                i++;
                value = i < stuffed.length ? plain(value << 8 | stuffed[i] & 0xFF) : NONE;
            }
            if (value == NONE) {
                return Optional.empty();
            }
            out.write(value);
        }
        return Optional.of(out.toByteArray());
    }
}
