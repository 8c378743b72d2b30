package dev.earshot.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes random inputs that get deep into a parser: pieces of its language in any order, and damaged good examples. */
public final class RandomInput {
    private static final int[] ODD_CHARACTERS = {
        0, 7, '\t', '\n', '\r', 0x1B, ' ', '"', '\'', '\\', '{', '}', '$', '%', '<', 0x7F, 0x85, 0xA0, 0x130, 0x200B,
        0x202E, 0x2028, 0x3000, 0x4F60, 0xFF11, 0xD800, 0xDC00, 0xFEFF, 0xFFFD, 0x1F600, 0xE0001
    };
    private static final byte[] ODD_BYTES = {
        0, 1, 2, 4, 5, 6, '\n', '\r', '0', '9', 0x7D, 0x7E, 0x7F, -128, -127, -64, -2, -1
    };

    private RandomInput() {}

    /** Returns up to {@code most} bytes: all alike, of a few kinds, or any. */
    public static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        int kind = random.nextInt(3);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = kind == 0 || kind == 1 && random.nextBoolean()
                    ? ODD_BYTES[random.nextInt(ODD_BYTES.length)]
                    : (byte) random.nextInt();
        }
        return bytes;
    }

    /**
     * Returns up to {@code most} characters, among them controls, lone surrogates, bidi marks and digits of other
     * scripts.
     */
    public static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.appendCodePoint(character(random));
        }
        return text.toString();
    }

    private static int character(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ODD_CHARACTERS[random.nextInt(ODD_CHARACTERS.length)];
            case 1 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            default -> ' ' + random.nextInt(95);
        };
    }

    /** Returns up to {@code most} pieces of a language, with some random text between them. */
    public static String text(Random random, List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(random.nextInt(8) == 0 ? text(random, 3) : pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    /** Returns a good example of which a few places are replaced, removed, doubled or cut off. */
    public static byte[] damaged(Random random, byte[] good) {
        byte[] bytes = good;
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            bytes = damagedOnce(random, bytes);
        }
        return bytes;
    }

    /** Returns a good text that is damaged, see {@link #damaged(Random, byte[])}; what is then no UTF-8 is U+FFFD. */
    public static String damaged(Random random, String good) {
        return new String(damaged(random, good.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private static byte[] damagedOnce(Random random, byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        switch (random.nextInt(6)) {
            case 0 -> out.write(bytes, to, bytes.length - to);
            case 1 -> {
                out.write(bytes, from, to - from);
                out.write(bytes, from, bytes.length - from);
            }
            case 2 -> out.write(bytes, 0, 0);
            case 3 -> {
                out.writeBytes(bytes(random, 8));
                out.write(bytes, from, bytes.length - from);
            }
            default -> {
                for (int i = from; i < to; i++) {
                    out.write(ODD_BYTES[random.nextInt(ODD_BYTES.length)]);
                }
                out.write(bytes, to, bytes.length - to);
            }
        }
        return out.toByteArray();
    }
}
