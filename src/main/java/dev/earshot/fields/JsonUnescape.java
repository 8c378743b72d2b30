package dev.earshot.fields;

/** Decodes the strings of JSON, with their escapes, to the texts that they mean. */
public final class JsonUnescape {
    private static final String ESCAPED = "bfnrt";
    private static final String MEANT = "\b\f\n\r\t";

    private JsonUnescape() {}

    /** Returns what a well formed string with its quotation marks means (RFC 8259, section 7). */
    public static String decode(String token) {
        if (token.indexOf('\\') < 0) {
            return token.substring(1, token.length() - 1);
        }
        StringBuilder text = new StringBuilder(token.length());
        for (int i = 1; i < token.length() - 1; i++) {
            char c = token.charAt(i);
            if (c == '\\') {
                c = token.charAt(++i);
                int special = ESCAPED.indexOf(c);
                if (c == 'u') {
                    c = (char) Integer.parseInt(token, i + 1, i + 5, 16);
                    i += 4;
                } else if (special >= 0) {
                    c = MEANT.charAt(special);
                }
            }
            text.append(c);
        }
        return text.toString();
    }
}
