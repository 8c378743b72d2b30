package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads bytes that are pasted as a literal of a programming language; see {@link PastedHex} for the forms. Used once.
 */
final class ByteLiteral {
    /** In characters: what stands before a literal is not longer. */
    private static final int LONGEST_HEAD = 300;

    /** A declaration, a constructor or cast, and what is called. */
    private static final Pattern HEAD = Pattern.compile("\\s*(?:[A-Za-z_][\\w\\s\\[\\]*:;<>&]*=\\s*)?&?\\s*(?:new\\s+)?"
            + "(?:byte\\s*\\[\\s*\\d*\\s*]|\\[\\d*](?:byte|uint8)|\\[byte\\[]]@?|@(?=\\()"
            + "|bytes|bytearray|u?byteArrayOf|Buffer\\.from|Uint8Array(?:\\.of|\\(\\d+\\))?|Data|vec!"
            + "|(?<printf>printf)\\s|echo\\s+-\\w*e\\w*\\s)?\\s*(?:\\$(?='))?");

    /** What Node.js and Python print around a list. */
    private static final Pattern AROUND_LIST =
            Pattern.compile("\\s*(?:\\{\\s*\"type\"\\s*:\\s*\"Buffer\"\\s*,\\s*\"data\"\\s*:\\s*"
                    + "|array\\((?:'[bB]',)?\\s*)(?<list>\\[[^]]*+])\\s*(?:,\\s*dtype=u?int8\\s*)?[})]\\s*");

    /** What Wireshark writes before a packet. */
    private static final Pattern COMMENTS = Pattern.compile("(?:\\s*/\\*[^*]{0,200}\\*/)*");

    private static final Pattern DOUBLED = Pattern.compile("\\s*(?:(?:\\\\\\\\x[0-9A-Fa-f]{2})++[\\s,]*+)++");

    /** The end of a declaration, the length that xxd declares, and where a shell sends the bytes. */
    private static final Pattern TAIL =
            Pattern.compile("\\s*(?:;|\\|[^\\n|]*)?\\s*(?:unsigned\\s+int\\s+\\w+_len\\s*=\\s*\\d+\\s*;)?\\s*");

    private static final Pattern STRING = Pattern.compile("(?:[bB]|u8)?[\"']");
    private static final Pattern BETWEEN = Pattern.compile("(?:\\s++|\\\\\\r?\\n|\\+)*+");

    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isPrintf; // in which a percent sign is written twice
    private int at;

    private ByteLiteral(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * Reads a text that is a literal.
     *
     * @return nothing if the text is none
     * @throws Problem if it is one with a mistake in it
     */
    static Optional<byte[]> find(String text) throws Problem {
        if (DOUBLED.matcher(text).matches()) {
            return find(text.replace("\\\\", "\\"));
        }
        Matcher around = AROUND_LIST.matcher(text);
        if (around.matches()) {
            return find(" ".repeat(around.start("list")) + around.group("list")); // for the places of problems
        }
        int end = Math.min(text.length(), LONGEST_HEAD);
        Matcher comments = COMMENTS.matcher(text).region(0, end);
        int start = comments.lookingAt() ? comments.end() : 0;
        Matcher head = HEAD.matcher(text).region(start, end);
        ByteLiteral literal = new ByteLiteral(text, head.lookingAt() ? head.end() : start);
        literal.isPrintf = literal.at > start && head.group("printf") != null;
        boolean isCalled = !text.substring(start, literal.at).isBlank();
        int brackets = literal.openBrackets();
        char first = literal.at < text.length() ? text.charAt(literal.at) : ' ';
        if (first == '{' || first == '[' || text.startsWith("<<", literal.at)) {
            literal.at = new ByteArrayLiteral(text, literal.at, literal.bytes).read();
        } else if (brackets > 0 && isCalled && (first >= '0' && first <= '9' || first == '-')) {
            literal.at = new ByteArrayLiteral(text, text.lastIndexOf('(', literal.at), literal.bytes).read();
            brackets--;
        } else if (first == '\\' && brackets == 0) {
            literal.readBare();
        } else if (literal.isString()) {
            literal.readStrings();
        } else {
            return Optional.empty();
        }
        literal.readTail(brackets);
        return Optional.of(literal.bytes.toByteArray());
    }

    private int openBrackets() {
        int count = 0;
        for (; at < text.length() && (text.charAt(at) == '(' || Character.isWhitespace(text.charAt(at))); at++) {
            count += text.charAt(at) == '(' ? 1 : 0;
        }
        return count;
    }

    /** Whether a string begins here that cannot be hex in quotes. */
    private boolean isString() {
        Matcher string = STRING.matcher(text).region(at, text.length());
        return string.lookingAt() && (Character.toLowerCase(text.charAt(at)) == 'b' || text.indexOf('\\', at) >= 0);
    }

    private void readStrings() throws Problem {
        Matcher string = STRING.matcher(text);
        while (string.region(at, text.length()).lookingAt()) {
            readString(string.end() - 1);
            Matcher between = BETWEEN.matcher(text).region(at, text.length());
            at = between.lookingAt() ? between.end() : at;
        }
    }

    private void readString(int start) throws Problem {
        char quote = text.charAt(start);
        at = start + 1;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '\\') {
                at = ByteEscape.read(text, at, bytes);
            } else if (c < ' ' || c >= 0x7F || c == '%' && isPrintf && !text.startsWith("%%", at)) {
                throw problem(
                        "problem.hex.literal.character", at, VisibleText.of(Character.toString(text.codePointAt(at))));
            } else {
                bytes.write(c);
                at += c == '%' && isPrintf ? 2 : 1;
            }
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw problem("problem.hex.literal.open", start, Character.toString(quote));
        }
        at++;
    }

    private void readBare() throws Problem {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = ByteEscape.read(text, at, bytes);
            } else if (c == ',' || Character.isWhitespace(c)) {
                at++;
            } else {
                throw problem("problem.hex.literal.bare", at, VisibleText.of(Character.toString(text.codePointAt(at))));
            }
        }
    }

    private void readTail(int brackets) throws Problem {
        for (int open = brackets; open > 0; open--) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= text.length() || text.charAt(at) != ')') {
                throw problem("problem.hex.literal.open", text.indexOf('('), "(");
            }
            at++;
        }
        if (!TAIL.matcher(text).region(at, text.length()).matches()) {
            int rest = at;
            while (Character.isWhitespace(text.charAt(rest))) {
                rest++;
            }
            throw problem(
                    "problem.hex.literal.after", rest, VisibleText.of(Character.toString(text.codePointAt(rest))));
        }
    }

    static Problem problem(String key, int at, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Hex.position(at);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Problem(key, at, arguments);
    }
}
