package dev.earshot.session.export;

import dev.earshot.codec.VisibleText;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes strings of JSON (RFC 8259, section 7). Invisible characters are escaped too, so that a line shows what it
 * holds wherever somebody looks at it.
 */
final class JsonString {
    private static final String DIGITS = "0123456789abcdef";

    private JsonString() {}

    static void write(String text, Writer out) throws IOException {
        out.write('"');
        int clean = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (codePoint == '"' || codePoint == '\\' || VisibleText.isHidden(codePoint)) {
                out.write(text, clean, at - clean);
                for (int i = at; i < end; i++) {
                    escape(text.charAt(i), out);
                }
                clean = end;
            }
            at = end;
        }
        out.write(text, clean, text.length() - clean);
        out.write('"');
    }

    private static void escape(char c, Writer out) throws IOException {
        switch (c) {
            case '"' -> out.write("\\\"");
            case '\\' -> out.write("\\\\");
            case '\n' -> out.write("\\n");
            case '\r' -> out.write("\\r");
            case '\t' -> out.write("\\t");
            default -> {
                out.write("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.write(DIGITS.charAt(c >> shift & 0xF));
                }
            }
        }
    }
}
