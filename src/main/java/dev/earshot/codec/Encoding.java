package dev.earshot.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An encoding that a person can choose. All but UTF-16 and EBCDIC are compatible with ASCII; those two are never guessed.
 *
 * @param label the name that people choose
 * @param readCharset the charset that reads it, which may be a superset
 * @param writeCharset the charset that writes it
 */
public record Encoding(String label, Charset readCharset, Charset writeCharset) {
    public static final Encoding UTF_8 = new Encoding("UTF-8", StandardCharsets.UTF_8, StandardCharsets.UTF_8);
    public static final Encoding GBK = new Encoding("GBK", Charset.forName("GB18030"), Charset.forName("GBK"));

    public static final Encoding ISO_8859_1 = both("ISO-8859-1");
    public static final Encoding WINDOWS_1252 = both("windows-1252");

    private static final String UTF_16 = "UTF-16";
    private static final String EBCDIC = " (EBCDIC)";

    private static final String OTHERS = "GB18030 Big5 Shift_JIS EUC-KR UTF-16LE UTF-16BE"
            + " ISO-8859-1 ISO-8859-2 ISO-8859-5 ISO-8859-7 ISO-8859-9 ISO-8859-15"
            + " windows-1250 windows-1251 windows-1252 windows-1253 windows-1254"
            + " windows-1255 windows-1256 windows-1257 windows-1258"
            + " windows-31j windows-949 KOI8-R";

    /** EBCDIC of Latin 1 countries, and the one of their Unix systems on mainframes. */
    private static final List<String> EBCDIC_PAGES = List.of("Cp037", "Cp1047");

    private static final List<Encoding> ALL = Stream.of(
                    Stream.of(UTF_8, GBK),
                    Stream.of(OTHERS.split(" ")).filter(Charset::isSupported).map(Encoding::both),
                    EBCDIC_PAGES.stream().filter(Charset::isSupported).map(Encoding::ebcdic))
            .flatMap(encodings -> encodings)
            .toList();

    /** Names that people use and the JDK does not know, or knows as something else. */
    private static final Map<String, String> MORE_NAMES = Map.ofEntries(
            Map.entry("gb2312", "GBK"),
            Map.entry("gb231280", "GBK"),
            Map.entry("euccn", "GBK"),
            Map.entry("ms936", "GBK"),
            Map.entry("xgbk", "GBK"),
            Map.entry("xmswin936", "GBK"),
            Map.entry("cp65001", "UTF-8"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("cp949", "windows-949"),
            Map.entry("uhc", "windows-949"),
            Map.entry("cp950", "Big5"),
            Map.entry("big5eten", "Big5"),
            Map.entry("ebcdic", "Cp037 (EBCDIC)"));

    private static final Map<String, Encoding> BY_NAME = byName();

    /** All encodings that this Java has, the most used ones first. */
    public static List<Encoding> all() {
        return ALL;
    }

    /**
     * Finds an encoding by its name or an alias, in any case and with or without dashes.
     *
     * @throws Problem if no encoding has that name, or if this Java lacks it
     */
    public static Encoding named(String name) throws Problem {
        Encoding encoding = BY_NAME.get(plain(name));
        if (encoding == null) {
            if (isLacking(name)) {
                throw new Problem("problem.encoding.lacking", -1, VisibleText.brief(name));
            }
            String choices = ALL.stream().limit(8).map(Encoding::label).collect(Collectors.joining(", "));
            throw new Problem("problem.encoding.unknown", -1, VisibleText.brief(name), choices);
        }
        return encoding;
    }

    /** Whether the bytes 00 to 7F are the characters of ASCII, and are a part of no other character. */
    public boolean isAsciiCompatible() {
        return !isUtf16() && !isEbcdic();
    }

    /** Whether every character has two or four bytes. */
    boolean isUtf16() {
        return label.startsWith(UTF_16);
    }

    /** Whether a line ends with NL, which is 15 or 25. */
    boolean isEbcdic() {
        return label.endsWith(EBCDIC);
    }

    /**
     * Returns the length in bytes of the byte order mark at the beginning of a text, or 0.
     *
     * @param off where the text begins
     * @param end where the bytes end
     */
    public int byteOrderMarkLength(byte[] bytes, int off, int end) {
        byte[] mark = ByteOrderMark.of(this);
        boolean has = mark.length > 0
                && off + mark.length <= end
                && Arrays.equals(bytes, off, off + mark.length, mark, 0, mark.length);
        return has ? mark.length : 0;
    }

    /** Whether this is one of the encodings of Western Europe that are told from UTF-8 and GBK. */
    public boolean isWestern() {
        return equals(ISO_8859_1) || equals(WINDOWS_1252);
    }

    /** Returns the label. */
    @Override
    public String toString() {
        return label;
    }

    private static Encoding both(String label) {
        Charset charset = Charset.forName(label);
        return new Encoding(label, charset, charset);
    }

    private static Encoding ebcdic(String page) {
        Charset charset = Charset.forName(page);
        return new Encoding(page + EBCDIC, charset, charset);
    }

    /** Whether this names an encoding that a Java with its module jdk.charsets has, and this one has not. */
    private static boolean isLacking(String name) {
        String asked = plain(name);
        return Stream.concat(Stream.of(OTHERS.split(" ")), EBCDIC_PAGES.stream())
                .anyMatch(known ->
                        plain(known).equals(asked) || plain(known + EBCDIC).equals(asked));
    }

    private static Map<String, Encoding> byName() {
        Map<String, Encoding> names = new HashMap<>();
        for (Encoding encoding : ALL) {
            names.put(plain(encoding.label), encoding);
        }
        MORE_NAMES.forEach((name, label) -> {
            if (names.containsKey(plain(label))) {
                names.putIfAbsent(name, names.get(plain(label)));
            }
        });
        for (Encoding encoding : ALL) {
            encoding.writeCharset.aliases().forEach(alias -> names.putIfAbsent(plain(alias), encoding));
        }
        return names;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
