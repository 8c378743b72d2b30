package dev.earshot.codec;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A character encoding that the user can choose, with the charsets that read and write it. All but UTF-16 and EBCDIC
 * are compatible with ASCII; those two are never guessed.
 *
 * <p>Its charsets are looked up when they are first used: all of them together cost a start more than the rest of a
 * choice box. Two encodings are equal if their labels are. Safe for use by any thread.
 */
public final class Encoding {
    private static final String UTF_16 = "UTF-16";
    private static final String EBCDIC = " (EBCDIC)";

    /** The labels of all encodings, the most used ones first. */
    private static final String LABELS = "UTF-8 GBK GB18030 Big5 Shift_JIS EUC-JP EUC-KR UTF-16LE UTF-16BE"
            + " ISO-8859-1 ISO-8859-2 ISO-8859-3 ISO-8859-4 ISO-8859-5 ISO-8859-6 ISO-8859-7 ISO-8859-8 ISO-8859-9"
            + " ISO-8859-13 ISO-8859-15"
            + " windows-1250 windows-1251 windows-1252 windows-1253 windows-1254"
            + " windows-1255 windows-1256 windows-1257 windows-1258"
            + " windows-31j windows-949 windows-874 KOI8-R KOI8-U"
            + " IBM437 IBM737 IBM775 IBM850 IBM852 IBM855 IBM857 IBM858 IBM860 IBM861 IBM862 IBM863 IBM865 IBM866"
            + " Cp037 Cp1047";

    /** All encodings, whether this Java has them or not. */
    private static final List<Encoding> KNOWN = known();

    public static final Encoding UTF_8 = KNOWN.get(0);
    public static final Encoding GBK = KNOWN.get(1);
    public static final Encoding ISO_8859_1 = labelled("ISO-8859-1");
    public static final Encoding WINDOWS_1252 = labelled("windows-1252");

    private static final List<Encoding> ALL = supported();

    private final String label;
    private final String readName;
    private final String writeName;
    private Charset readCharset;
    private Charset writeCharset;

    private Encoding(String label, String readName, String writeName) {
        this.label = label;
        this.readName = readName;
        this.writeName = writeName;
    }

    /**
     * Makes an encoding of two charsets.
     *
     * @param label the name that people choose
     * @param readCharset the charset that reads it, which may be a superset
     * @param writeCharset the charset that writes it
     */
    public Encoding(String label, Charset readCharset, Charset writeCharset) {
        this(label, readCharset.name(), writeCharset.name());
        this.readCharset = readCharset;
        this.writeCharset = writeCharset;
    }

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
        return EncodingNames.find(name);
    }

    /** All encodings, also those that this Java lacks. */
    static List<Encoding> allKnown() {
        return KNOWN;
    }

    /** The name that people choose. */
    public String label() {
        return label;
    }

    /** The charset that reads it, which may be a superset. */
    public Charset readCharset() {
        Charset charset = readCharset;
        if (charset == null) {
            charset = UnitedCharset.named(readName);
            readCharset = charset; // a second thread finds the same one
        }
        return charset;
    }

    /** The charset that writes it. */
    public Charset writeCharset() {
        Charset charset = writeCharset;
        if (charset == null) {
            charset = writeName.equals(readName) ? readCharset() : UnitedCharset.named(writeName);
            writeCharset = charset;
        }
        return charset;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoding encoding && encoding.label.equals(label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    /** Returns the label. */
    @Override
    public String toString() {
        return label;
    }

    private static List<Encoding> known() {
        List<Encoding> known = new ArrayList<>();
        for (String name : LABELS.split(" ")) {
            known.add(new Encoding(labelOf(name), readNameOf(name), writeNameOf(name)));
        }
        return List.copyOf(known);
    }

    /** EBCDIC of Latin 1 countries, and the one of their Unix systems on mainframes, say so in their labels. */
    private static String labelOf(String name) {
        return name.startsWith("Cp") ? name + EBCDIC : name;
    }

    /** GBK is read as GB18030, which contains it. */
    private static String readNameOf(String name) {
        return name.equals("GBK") ? "GB18030" : writeNameOf(name);
    }

    /**
     * Returns the name that Java has, with x- for some, or several: a standard and what Windows adds to it. Windows,
     * which is where most Big5 comes from, reads a few signs of it in another way than the standard.
     */
    private static String writeNameOf(String name) {
        return switch (name) {
            case "windows-874" -> "x-windows-874";
            case "Big5" -> "x-windows-950+Big5";
            case "Shift_JIS" -> "Shift_JIS+windows-31j";
            case "EUC-JP" -> "x-eucJP-Open";
            case "EUC-KR" -> "EUC-KR+x-windows-949";
            default -> name;
        };
    }

    /** The module jdk.charsets has all that java.base lacks. Only without it must each charset be asked for. */
    private static List<Encoding> supported() {
        if (ModuleLayer.boot().findModule("jdk.charsets").isPresent()) {
            return KNOWN;
        }
        List<Encoding> supported = new ArrayList<>();
        for (Encoding encoding : KNOWN) {
            boolean reads = UnitedCharset.names(encoding.readName).stream().allMatch(Charset::isSupported);
            if (reads && UnitedCharset.names(encoding.writeName).stream().allMatch(Charset::isSupported)) {
                supported.add(encoding);
            }
        }
        return List.copyOf(supported);
    }

    private static Encoding labelled(String label) {
        for (Encoding encoding : KNOWN) {
            if (encoding.label.equals(label)) {
                return encoding;
            }
        }
        throw new IllegalArgumentException(label);
    }
}
