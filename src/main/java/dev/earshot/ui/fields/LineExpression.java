package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a message that the groups of a regular expression find, from which a layout's fields are made.
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

    /**
     * An expression that finds what another one does, and more.
     *
     * @param before the number of groups before those of the other one; less than 0 if it does not have them
     */
    record Extension(String expression, int before) {}

    /** Proposes an expression that finds what a known one does, and a marked part of the text as well. */
    static Extension extend(String known, String text, String marked) {
        String added = propose(text, marked);
        try {
            LineExpression found = find(known, text);
            int groups = found.groups.size();
            if (found.found && (marked.isEmpty() || found.groups.contains(marked))) {
                return new Extension(known, 0);
            } else if (found.found && marked.equals(group(known + ".*?" + added, groups, text))) {
                return new Extension(known + ".*?" + added, 0);
            } else if (found.found && marked.equals(group(added + ".*?" + known, 0, text))) {
                return new Extension(added + ".*?" + known, 1);
            }
        } catch (Problem e) {
            // the two cannot stand in one expression
        }
        return new Extension(added, -1);
    }

    private static String group(String expression, int index, String text) throws Problem {
        return find(expression, text).groups.get(index);
    }

    /**
     * Returns the number of a group that a field names, by its number or its name; 0 if the expression has none such.
     */
    static int number(String expression, String group) {
        if (group.matches("[0-9]{1,4}")) {
            return Integer.parseInt(group);
        }
        int named = expression.indexOf("(?<" + group + ">");
        Matcher groups = Pattern.compile("(?<!\\\\)\\((?!\\?)|\\(\\?<[A-Za-z]")
                .matcher(expression.substring(0, Math.max(0, named)));
        return named < 0 ? 0 : (int) groups.results().count() + 1;
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
