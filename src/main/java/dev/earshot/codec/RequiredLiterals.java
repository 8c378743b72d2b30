package dev.earshot.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds texts that every match of a regular expression contains, in upper or lower case: a search for them is much
 * faster than one for the expression. It knows the usual syntax; for any other it finds nothing.
 */
public final class RequiredLiterals {
    /** The flags under which a literal is itself, or differs in the case of ASCII letters only. */
    private static final int KNOWN_FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.MULTILINE;

    private static final String KNOWN_LETTERS = "ims";

    /** Letters behind a backslash that stand for one character or for a place, without anything behind them. */
    private static final String CLASSES = "dDsSwWhHvVR";

    private static final String PLACES = "bBAzZG";
    private static final String CONTROLS = "tnrfae";
    private static final int END = -1;

    /** Thrown for syntax that is not known here. */
    private static final class UnknownSyntaxException extends Exception {
        UnknownSyntaxException() {
            super("", null, false, false);
        }
    }

    /** The literals that one part of the expression needs. */
    private static final class Run {
        private final List<String> all = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        /** Ends the text, because something else stands behind it. */
        void end() {
            if (text.length() > 0) {
                all.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private final String expression;
    private int at;

    private RequiredLiterals(String expression) {
        this.expression = expression;
    }

    /** Returns texts of printable ASCII characters; none if there are none, or if that is not certain. */
    public static List<String> of(Pattern pattern) {
        if ((pattern.flags() & ~KNOWN_FLAGS) != 0) {
            return List.of();
        }
        RequiredLiterals parser = new RequiredLiterals(pattern.pattern());
        try {
            List<String> all = parser.alternatives();
            return parser.peek() == END ? List.copyOf(all) : List.of();
        } catch (UnknownSyntaxException | StackOverflowError e) {
            return List.of();
        }
    }

    private int peek() {
        return at < expression.length() ? expression.charAt(at) : END;
    }

    private boolean skip(String text) {
        boolean there = expression.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    /** Reads up to the end of a group; of several alternatives no text is certain. */
    private List<String> alternatives() throws UnknownSyntaxException {
        List<String> all = sequence();
        while (skip("|")) {
            sequence();
            all = List.of();
        }
        return all;
    }

    private List<String> sequence() throws UnknownSyntaxException {
        Run run = new Run();
        while (peek() != END && peek() != '|' && peek() != ')') {
            if (skip("(")) {
                group(run);
            } else if (!skip("^") && !skip("$")) {
                character(run);
            }
        }
        run.end();
        return run.all;
    }

    private void group(Run run) throws UnknownSyntaxException {
        boolean isPlace = false;
        if (skip("?")) {
            isPlace = skip("=") || skip("!") || skip("<=") || skip("<!");
            if (!isPlace && skip("<")) {
                at = expression.indexOf('>', at) + 1; // the name
            } else if (!isPlace && !skip(":") && !skip(">")) {
                skipFlags();
                if (skip(")")) {
                    return;
                } else if (!skip(":")) {
                    throw new UnknownSyntaxException();
                }
            }
        }
        List<String> within = alternatives();
        if (!skip(")")) {
            throw new UnknownSyntaxException();
        }
        run.end();
        if (quantifier() != 0 && !isPlace) {
            run.all.addAll(within);
        }
    }

    private void skipFlags() throws UnknownSyntaxException {
        while (peek() != ')' && peek() != ':') {
            if (peek() == END || KNOWN_LETTERS.indexOf(peek()) < 0) {
                throw new UnknownSyntaxException();
            }
            at++;
        }
    }

    /** Reads a character, or what stands for one, and how often it is repeated. */
    private void character(Run run) throws UnknownSyntaxException {
        int c = expression.codePointAt(at);
        at += Character.charCount(c);
        int literal = switch (c) {
            case '.' -> END;
            case '[' -> characterClass();
            case '\\' -> escape();
            case '*', '+', '?', '{' -> throw new UnknownSyntaxException();
            default -> c;
        };
        if (literal == 0) {
            return; // a place
        }
        boolean isText = literal >= ' ' && literal <= '~';
        int least = quantifier();
        if (least != 0 && isText) {
            run.text.append((char) literal);
        }
        if (least != 1 || !isText) {
            run.end();
        }
        if (least > 1 && isText) {
            run.text.append((char) literal); // the last one, before what follows
        }
    }

    /** Returns the character, {@link #END} if it may be several, or 0 for a place between characters. */
    private int escape() throws UnknownSyntaxException {
        int c = peek();
        at++;
        if (c == END) {
            throw new UnknownSyntaxException();
        } else if (PLACES.indexOf(c) >= 0) {
            return 0;
        } else if (CLASSES.indexOf(c) >= 0 || CONTROLS.indexOf(c) >= 0) {
            return END;
        } else if (c < '!' || c > '~' || Character.isLetterOrDigit(c)) {
            throw new UnknownSyntaxException();
        }
        return c;
    }

    private int characterClass() throws UnknownSyntaxException {
        skip("^");
        boolean empty = true;
        while (!skip("]") || empty) {
            int c = peek();
            at++;
            if (c == END || c == '[' || c == '&' || c == ']') {
                throw new UnknownSyntaxException();
            } else if (c == '\\') {
                escape();
            }
            empty = false;
        }
        return END;
    }

    /** Reads how often something is repeated; returns 0 if it need not be there, 1 for once, and 2 for more. */
    private int quantifier() throws UnknownSyntaxException {
        int least = skip("*") || skip("?") ? 0 : skip("+") ? 2 : skip("{") ? count() : 1;
        if (least != 1) {
            if (!skip("?")) { // lazy
                skip("+"); // possessive
            }
            if (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{') {
                throw new UnknownSyntaxException();
            }
        }
        return least;
    }

    private int count() throws UnknownSyntaxException {
        int end = expression.indexOf('}', at);
        if (end < 0 || peek() < '0' || peek() > '9') {
            throw new UnknownSyntaxException();
        }
        boolean none = expression.substring(at, end).split(",", 2)[0].chars().allMatch(c -> c == '0');
        at = end + 1;
        return none ? 0 : 2;
    }
}
