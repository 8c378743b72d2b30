package dev.earshot.codec;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites rows of a hex dump whose columns are set apart by signs, such as {@code |} or {@code h:}, in the usual form
 * {@code OFFSET:  BYTES |TEXT|}.
 */
final class HexDumpRowForm {
    private static final String BYTES = "(?<bytes>[0-9A-Fa-f]{2}(?:[ ┊]{1,3}[0-9A-Fa-f]{2})*+)";
    private static final String OFFSET = "(?<offset>[0-9A-Fa-f]{4,16})";

    /** The forms whose signs nothing else has. */
    private static final List<Pattern> CERTAIN = List.of(
            // 0x7ffe1000 <buffer+8>:  0x01  0x03, of gdb
            Pattern.compile(
                    "\\s*0x" + OFFSET + "(?:\\s<[^>]*>)?:\\s*(?<bytes>0x[0-9A-Fa-f]{2}(?:\\s+0x[0-9A-Fa-f]{2})*+)"),
            // [0000]   01 03   .., of ncat -x
            Pattern.compile("\\[" + OFFSET + "]\\s{2,}" + BYTES + "(?:\\s{2,}.*)?"),
            // 00000000h: 01 03 ; .., of UltraEdit
            Pattern.compile("\\s*" + OFFSET + "h:\\s+" + BYTES + "(?:\\s*;.*)?"),
            //  | 00000  01 03   ..  |, of strace -e write
            Pattern.compile("\\s*\\|\\s" + OFFSET + "\\s\\s" + BYTES + "\\s{2,}.*\\|"));

    /** The forms that could be plain hex if their text did not show the same bytes. */
    private static final List<Pattern> WITH_TEXT = List.of(
            // 0000 - 01 03-04 05   ...., of OpenSSL
            Pattern.compile(
                    "\\s*" + OFFSET + "\\s-\\s(?<bytes>[0-9A-Fa-f]{2}(?:[ -][0-9A-Fa-f]{2})*+)[ -]\\s+(?<text>.*)"),
            // |00000000| 01 03 |..|, of Netty, hexyl, ImHex
            Pattern.compile("\\s*[|│]?\\s*(?:0x)?" + OFFSET + "\\s*[|│:]\\s*" + BYTES
                    + "[\\s┊]*[|│]\\s?(?<text>[^│]*)[|│]?\\s*"));

    private HexDumpRowForm() {}

    /** Returns the row in the usual form; the row itself if it has none of these forms. */
    static String usual(String row) {
        for (Pattern form : CERTAIN) {
            Matcher matcher = form.matcher(row);
            if (matcher.matches()) {
                return usual(matcher);
            }
        }
        for (Pattern form : WITH_TEXT) {
            Matcher matcher = form.matcher(row);
            if (matcher.matches() && isText(matcher.group("text").replace("┊", ""), digits(matcher))) {
                return usual(matcher);
            }
        }
        return row;
    }

    private static String digits(Matcher row) {
        return row.group("bytes").replaceAll("0x|[^0-9A-Fa-f]", "");
    }

    private static String usual(Matcher row) {
        return row.group("offset") + ":  " + digits(row).replaceAll("(..)", "$1 ") + " ||";
    }

    /** Whether a text shows bytes: itself where they can be printed, and another sign where not. */
    private static boolean isText(String text, String digits) {
        for (int at = 0; at < digits.length() / 2; at++) {
            int value = Hex.value(digits, 2 * at, 2);
            boolean printable = value > ' ' && value < 0x7F;
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (printable ? c != value : c != '.' && c != ' ' && c < 0x80 && c != '_') {
                return false;
            }
        }
        return !text.isBlank();
    }
}
