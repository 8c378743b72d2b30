package dev.earshot.codec;

import java.util.List;
import java.util.Random;

/** Bytes and texts that several tests use. */
public final class Samples {
    public static final long SEED = 20260117;
    static final String MIXED = "a=1, 你好,世界! é Ж € ㎡ ☂ 😀\r\n温度=23.5℃ 是否要继续工厂 𠮷\n";

    private Samples() {}

    public static byte[] bytes(String hex) {
        try {
            return Hex.parse(hex);
        } catch (Problem e) {
            throw new AssertionError(hex, e);
        }
    }

    public static byte[] bytes(String text, Encoding encoding) {
        return text.getBytes(encoding.writeCharset());
    }

    public static Encoding encoding(String name) {
        try {
            return Encoding.named(name);
        } catch (Problem e) {
            throw new AssertionError(name, e);
        }
    }

    static List<Encoding> compatibleWithAscii() {
        return Encoding.all().stream().filter(Encoding::isAsciiCompatible).toList();
    }

    /** Makes a text of 0 to {@code most} characters, all of which the encoding has. */
    static String text(Random random, Encoding encoding, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String character = character(random);
            byte[] encoded = bytes(character, encoding);
            if (new String(encoded, encoding.readCharset()).equals(character)) {
                text.append(character);
            }
        }
        return text.toString();
    }

    static byte[] noise(Random random, int most) {
        byte[] noise = new byte[random.nextInt(most + 1)];
        random.nextBytes(noise);
        return noise;
    }

    private static String character(Random random) {
        int codePoint = switch (random.nextInt(4)) {
            case 0 -> 0x20 + random.nextInt(0x5F);
            case 1 -> 0x80 + random.nextInt(0x700);
            case 2 -> 0x4E00 + random.nextInt(0x5000);
            default -> 0x1F300 + random.nextInt(0x200);
        };
        return Character.toString(codePoint);
    }
}
