package dev.earshot.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ASCII-compatible encoding that a person can choose.
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

    private static final String OTHERS = "GB18030 Big5 Shift_JIS EUC-KR"
            + " ISO-8859-1 ISO-8859-2 ISO-8859-5 ISO-8859-7 ISO-8859-9 ISO-8859-15"
            + " windows-1250 windows-1251 windows-1252 windows-1253 windows-1254"
            + " windows-1255 windows-1256 windows-1257 windows-1258"
            + " windows-31j windows-949 KOI8-R";

    private static final List<Encoding> ALL = Stream.concat(
                    Stream.of(UTF_8, GBK),
                    Stream.of(OTHERS.split(" ")).filter(Charset::isSupported).map(Encoding::both))
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
            Map.entry("big5eten", "Big5"));

    private static final Map<String, Encoding> BY_NAME = byName();

    /** All encodings that this Java has, the most used ones first. */
    public static List<Encoding> all() {
        return ALL;
    }

    /**
     * Finds an encoding by its name or an alias, in any case and with or without dashes.
     *
     * @throws Problem if no encoding has that name
     */
    public static Encoding named(String name) throws Problem {
        Encoding encoding = BY_NAME.get(plain(name));
        if (encoding == null) {
            String choices = ALL.stream().limit(6).map(Encoding::label).collect(Collectors.joining(", "));
            throw new Problem("problem.encoding.unknown", -1, VisibleText.brief(name), choices);
        }
        return encoding;
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

    private static Map<String, Encoding> byName() {
        Map<String, Encoding> names = new HashMap<>();
        for (Encoding encoding : ALL) {
            names.put(plain(encoding.label), encoding);
        }
        MORE_NAMES.forEach((name, label) -> names.putIfAbsent(name, names.get(plain(label))));
        for (Encoding encoding : ALL) {
            encoding.writeCharset.aliases().forEach(alias -> names.putIfAbsent(plain(alias), encoding));
        }
        return names;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
