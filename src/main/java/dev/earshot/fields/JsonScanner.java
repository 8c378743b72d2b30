package dev.earshot.fields;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Splits a text into the tokens of JSON and checks its grammar (RFC 8259), without recursion. The kinds are the six
 * structural characters, {@link #STRING} and {@link #SCALAR}. Used once.
 */
public final class JsonScanner {
    /** The kind of a string. */
    public static final char STRING = '"';

    /** A number, true, false or null. */
    public static final char SCALAR = '0';

    /** The most objects and arrays inside each other; what goes deeper is not shown as JSON. */
    public static final int MOST_DEPTH = 1000;

    private static final int MOST_DIGITS = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** The kind of token that may come next. */
    private enum State {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        DONE
    }

    private final String text;
    private final TokenList tokens;
    private final BitSet objects = new BitSet(); // of each depth: an object, not an array
    private int depth;
    private int at;
    private State state = State.VALUE;

    /** @param text of a message, which may begin with a byte order mark */
    public JsonScanner(String text) {
        this.text = text;
        tokens = new TokenList(text);
    }

    /** Whether a text may be an object or an array, by its first character that is no blank. */
    public static boolean mayBegin(String text) {
        int at = blanks(text, text.startsWith("\uFEFF") ? 1 : 0);
        return at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    /**
     * Scans the text.
     *
     * @param cut whether the text is only the beginning of a message, so that it may end anywhere
     * @return null if it is no object or array, or has anything else before or behind it
     */
    public TokenList scan(boolean cut) {
        if (!mayBegin(text)) {
            return null;
        }
        at = blanks(text, text.charAt(0) == '\uFEFF' ? 1 : 0);
        while (at < text.length()) {
            if (!token()) {
                return cut && at >= text.length() ? tokens : null;
            }
            at = blanks(text, at);
        }
        return state == State.DONE || cut ? tokens : null;
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean token() {
        char c = text.charAt(at);
        return switch (c) {
            case '{', '[' -> begin(c);
            case '}', ']' -> end(c);
            case ':' -> state == State.COLON && structural(c, State.VALUE);
            case ',' -> state == State.COMMA_OR_END && structural(c, objects.get(depth) ? State.KEY : State.VALUE);
            case '"' -> string();
            default -> scalar();
        };
    }

    private boolean isValueAwaited() {
        return state == State.VALUE || state == State.VALUE_OR_END;
    }

    private boolean structural(char kind, State next) {
        tokens.add(kind, at, ++at);
        state = next;
        return true;
    }

    private boolean begin(char kind) {
        if (!isValueAwaited() || depth >= MOST_DEPTH) {
            return false;
        }
        objects.set(++depth, kind == '{');
        return structural(kind, kind == '{' ? State.KEY_OR_END : State.VALUE_OR_END);
    }

    private boolean end(char kind) {
        boolean isObject = kind == '}';
        boolean isEmpty = state == (isObject ? State.KEY_OR_END : State.VALUE_OR_END);
        if (depth == 0 || objects.get(depth) != isObject || !isEmpty && state != State.COMMA_OR_END) {
            return false;
        }
        depth--;
        return structural(kind, afterValue());
    }

    private State afterValue() {
        return depth == 0 ? State.DONE : State.COMMA_OR_END;
    }

    private boolean string() {
        boolean isKey = state == State.KEY || state == State.KEY_OR_END;
        if (!isKey && (!isValueAwaited() || depth == 0)) {
            return false;
        }
        int from = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ' || c == '\\' && !escape()) {
                return false;
            }
            at++;
        }
        if (at >= text.length()) {
            return false;
        }
        tokens.add(STRING, from, ++at);
        state = isKey ? State.COLON : afterValue();
        return true;
    }

    /** Goes to the last character of an escape; returns whether it is one. */
    private boolean escape() {
        at++;
        if (at >= text.length()) {
            return false;
        }
        if (text.charAt(at) != 'u') {
            return "\"\\/bfnrt".indexOf(text.charAt(at)) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            at++;
            if (at >= text.length() || Character.digit(text.charAt(at), 16) < 0 || text.charAt(at) > 'f') {
                return false;
            }
        }
        return true;
    }

    private boolean scalar() {
        int from = at;
        int to = at;
        while (to < text.length()
                && (Character.isLetterOrDigit(text.charAt(to)) || "+-.".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        if (!isValueAwaited() || depth == 0 || to - from > MOST_DIGITS || !isScalar(text.substring(from, to))) {
            at = to; // a number that was cut off is no mistake
            return false;
        }
        tokens.add(SCALAR, from, to);
        at = to;
        state = afterValue();
        return true;
    }

    private static boolean isScalar(String word) {
        return word.equals("true")
                || word.equals("false")
                || word.equals("null")
                || NUMBER.matcher(word).matches();
    }
}
