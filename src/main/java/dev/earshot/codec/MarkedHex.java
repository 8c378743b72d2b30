package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads hex in which each byte has a mark, such as {@code 0Dh} or {@code $0D}, as assemblers, terminal programs and
 * libraries write it.
 */
final class MarkedHex {
    private static final String BYTE = "([0-9A-Fa-f]{2})";

    /** A byte in one of the forms of {@link PastedHex}, and the blanks, commas and semicolons behind it. */
    private static final Pattern TOKEN = Pattern.compile("(?:(?:\\$|&[hH]|%|[xX]|16#|\\(\\s*byte\\s*\\)\\s*0[xX])"
            + BYTE + "|0?" + BYTE + "[hH]|\\[" + BYTE + "]|<" + BYTE
            + ">|(?:0[xX]|&[hH])([0-9A-Fa-f])(?=[\\s,;]|$)|(?:0[xX])?(?<plain>" + BYTE + ")(?=[\\s,;]|$))[\\s,;]*+");

    private static final int GROUPS = 5;

    private MarkedHex() {}

    /** Returns the bytes; nothing if the text has another form, or could be read in another way. */
    static Optional<byte[]> find(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int marks = 0;
        boolean brackets = false;
        String stripped = text.strip();
        Matcher token = TOKEN.matcher(stripped);
        int at = 0;
        while (at < stripped.length() && token.region(at, stripped.length()).lookingAt()) {
            boolean plain = token.group("plain") != null;
            bytes.write(Integer.parseInt(plain ? token.group("plain") : digits(token), 16));
            marks += plain ? 0 : 1;
            brackets |= token.group(3) != null || token.group(4) != null;
            at = token.end();
        }
        boolean whole = at == stripped.length() && marks > (brackets ? 1 : 0); // one in brackets may be decimal
        return whole ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private static String digits(Matcher token) {
        String digits = null;
        for (int group = 1; group <= GROUPS && digits == null; group++) {
            digits = token.group(group);
        }
        return digits;
    }
}
