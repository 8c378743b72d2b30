package dev.earshot.codec;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a cyclic redundancy check in Ross Williams' model. The RevEng catalogue uses it as well ("A
 * Painless Guide to CRC Error Detection Algorithms", 1993).
 *
 * @param width the number of bits of the check, from 3 to 64
 * @param poly the polynomial without its highest term, its highest bit first
 * @param init the register before the first byte
 * @param refin whether the lowest bit of each byte goes first
 * @param refout whether the register is reversed at the end
 * @param xorout what the check is combined with by exclusive or at the end
 */
record CrcParameters(int width, long poly, long init, boolean refin, boolean refout, long xorout) {
    private static final int LEAST_WIDTH = 3;
    private static final int MOST_WIDTH = 64;
    private static final Set<String> KEYS =
            Set.of("width", "poly", "init", "refin", "refout", "xorout", "check", "residue", "name");

    /**
     * Reads {@code crc16;poly=1021;init=FFFF;refin;refout;xorout=FFFF}, or a line of the catalogue, such as {@code
     * width=16 poly=0x1021 init=0xffff refin=true ...}. Semicolons or blanks separate the parameters. The width is
     * decimal, the others are hex digits, and those left out are 0 or false. {@code check}, {@code residue} and {@code
     * name} are ignored. Returns nothing if the text is not this.
     */
    static Optional<CrcParameters> parse(String typed) {
        Map<String, String> given = new HashMap<>();
        String words = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^crc[-/]?(?=[0-9])", "width=");
        for (String word : words.split("[;\\s]+")) {
            String[] parts = word.split("=", 2);
            if (!KEYS.contains(parts[0]) || given.put(parts[0], parts.length == 1 ? "true" : parts[1]) != null) {
                return Optional.empty();
            }
        }
        try {
            int width = Integer.parseInt(given.getOrDefault("width", ""));
            if (width < LEAST_WIDTH || width > MOST_WIDTH || !given.containsKey("poly")) {
                return Optional.empty();
            }
            return Optional.of(new CrcParameters(
                    width,
                    number(given, "poly", width),
                    number(given, "init", width),
                    flag(given, "refin"),
                    flag(given, "refout"),
                    number(given, "xorout", width)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, String> given, String key, int width) {
        String digits = given.getOrDefault(key, "0").replaceFirst("^0x", "");
        long number = Long.parseUnsignedLong(digits, 16);
        if (width < MOST_WIDTH && number >>> width != 0) {
            throw new NumberFormatException(key);
        }
        return number;
    }

    private static boolean flag(Map<String, String> given, String key) {
        String value = given.getOrDefault(key, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new NumberFormatException(key);
        }
        return value.equals("true");
    }

    /** Returns the first form that {@link #parse} reads; it has neither blanks nor commas nor colons. */
    @Override
    public String toString() {
        return "crc" + width + ";poly=" + hex(poly)
                + (init == 0 ? "" : ";init=" + hex(init))
                + (refin ? ";refin" : "")
                + (refout ? ";refout" : "")
                + (xorout == 0 ? "" : ";xorout=" + hex(xorout));
    }

    private String hex(long value) {
        String digits = Long.toHexString(value).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, (width + 3) / 4 - digits.length())) + digits;
    }
}
