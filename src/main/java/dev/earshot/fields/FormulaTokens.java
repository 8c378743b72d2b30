package dev.earshot.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** The words and signs of a formula, one after the other. Confined to one thread. */
final class FormulaTokens {
    private static final List<String> WORDS = List.of("or", "and", "not", "contains");

    private static final Pattern HEX = Pattern.compile("0[xX][0-9A-Fa-f]{1,16}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,40}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]*)?([eE][0-9]{1,3})?");

    private final String text;
    private int at;

    FormulaTokens(String text) throws Problem {
        this.text = text;
        skipBlanks();
        if (isAtEnd()) {
            throw problem("problem.formula.empty", "");
        }
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Takes a word or sign if it comes next. */
    boolean take(String wanted) {
        boolean isWord = Character.isLetter(wanted.charAt(0));
        if (!text.regionMatches(isWord, at, wanted, 0, wanted.length())) {
            return false;
        }
        int end = at + wanted.length();
        boolean goesOn = isWord && end < text.length() && isNamePart(text.charAt(end));
        boolean isShift = (wanted.equals("<") || wanted.equals(">")) && text.startsWith(wanted, end);
        if (goesOn || isShift) {
            return false;
        }
        at = end;
        skipBlanks();
        return true;
    }

    /**
     * Takes a number, a text or the name of a field.
     *
     * @throws Problem if none of these comes next
     */
    Formula value() throws Problem {
        if (isAtEnd()) {
            throw problem("problem.formula.end", "");
        }
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return Constant.of(quoted(first));
        } else if (first == '`') {
            return new FieldName(List.of(quoted(first)));
        } else if (first >= '0' && first <= '9') {
            return number();
        } else if (Character.isLetter(first) || first == '_') {
            return name();
        }
        throw problem("problem.formula.unexpected", present());
    }

    private String quoted(char quote) throws Problem {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw problem("problem.formula.quote", String.valueOf(quote));
        }
        String inner = text.substring(at + 1, end);
        at = end + 1;
        skipBlanks();
        return inner;
    }

    private Formula number() throws Problem {
        int start = at;
        while (!isAtEnd() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String typed = text.substring(start, at);
        skipBlanks();
        Formula number = constant(typed);
        if (number == null) {
            throw new Problem("problem.formula.number", start, VisibleText.brief(typed));
        }
        return number;
    }

    private static Formula constant(String typed) {
        if (HEX.matcher(typed).matches()) {
            BigInteger value = new BigInteger(typed.substring(2), 16);
            return new Constant(value.doubleValue(), value.toString());
        } else if (WHOLE.matcher(typed).matches()) {
            return new Constant(Double.parseDouble(typed), new BigInteger(typed).toString());
        }
        return DECIMAL.matcher(typed).matches() ? Constant.of(Double.parseDouble(typed)) : null; // never 5f
    }

    private Formula name() throws Problem {
        int start = at;
        while (!isAtEnd() && isNamePart(text.charAt(at))) {
            at++;
        }
        String typed = text.substring(start, at);
        if (WORDS.stream().anyMatch(typed::equalsIgnoreCase)) {
            throw new Problem("problem.formula.unexpected", start, VisibleText.brief(typed));
        }
        skipBlanks();
        return new FieldName(List.of(typed.split("\\.")));
    }

    /** Whether a name of a field may contain this character. */
    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** Returns what comes next, for the words of a problem. */
    String present() {
        return VisibleText.brief(text.substring(at));
    }

    Problem problem(String key, Object argument) {
        return new Problem(key, at, argument);
    }

    private void skipBlanks() {
        while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
