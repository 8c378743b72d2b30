package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression and what it finds in a text.
 *
 * @param groups what each of its groups has found, from the first one on; null for a group that has found nothing
 * @param found whether the text has the expression
 */
record LineExpression(List<String> groups, boolean found) {
    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_BEFORE = 16;
    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?";
    private static final Pattern PAIR =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_ ]{0,20}[=:]\\s?)(-?[0-9]+(?:\\.[0-9]+)?)");

    /**
     * Finds an expression in a text.
     *
     * @throws Problem if it is none, at its position
     */
    static LineExpression find(String expression, String text) throws Problem {
        Pattern pattern = RegularExpression.compile(expression, "problem.fields.expression");
        List<String> groups = new ArrayList<>();
        Matcher matcher = RegularExpression.matcher(pattern, text, MOST_STEPS);
        boolean found;
        try {
            found = matcher.find();
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            found = false;
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(found ? matcher.group(i) : null);
        }
        return new LineExpression(groups, found);
    }

    /** Proposes an expression that finds a marked part of a text; without one, its first number behind a name. */
    static String propose(String text, String marked) {
        int at = marked.isEmpty() ? -1 : text.indexOf(marked);
        if (at < 0) {
            Matcher pair = PAIR.matcher(text);
            return pair.find() ? escaped(pair.group(1)) + number() : "(.*)";
        }
        int from = at;
        while (from > 0 && at - from < MOST_BEFORE && " \t,;|&\r\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        String group = marked.matches(NUMBER) ? number() : marked.matches("\\S+") ? "(\\S+)" : "(.+)";
        return escaped(text.substring(from, at)) + group;
    }

    private static String number() {
        return "(-?[0-9.]+)";
    }

    /** Returns an expression for just this text. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0").replace("\t", "\\t");
    }

    /** Returns a name for the field of a group: the letters before it in the expression. */
    static String name(String expression, int group) {
        Matcher before =
                Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\W{0,6}\\((?!\\?)").matcher(expression);
        for (int i = 1; before.find(); i++) {
            if (i == group) {
                return before.group(1);
            }
        }
        return "";
    }

    /** Returns the type of a field with this text: a number if it is one. */
    static String type(String text) {
        return text != null && text.strip().matches(NUMBER) ? "number" : "text";
    }
}
