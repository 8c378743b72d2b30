package dev.earshot.session.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposes a regular expression that finds the number of one message in others like it. */
public final class NumberGuess {
    private static final int MOST_BEFORE = 24;

    /** A number, and before it its name, if it has one, as in {@code T=23.5} and {@code "temp": 23.5}. */
    private static final Pattern NAMED =
            Pattern.compile("([\\p{L}_][\\p{L}\\d_. -]{0,20}\"?\\s{0,2}[=:]\\s{0,2}\"?)([-+]?\\d+([.]\\d+)?)");

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.]\\d+)?");

    private NumberGuess() {}

    /**
     * Returns an expression for the text of a message; one for any number where it has none. Of numbers with names it
     * is the first one with a fraction, which is a measured value and no counter, else the first one.
     */
    public static String expression(String text) {
        Matcher named = NAMED.matcher(text);
        String first = null;
        while (named.find()) {
            String name = named.group(1);
            if (named.group(3) != null && text.indexOf(name) == named.start()) {
                return escape(name) + group();
            }
            first = first == null ? name : first;
        }
        if (first != null) {
            return escape(first) + group();
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return group();
        } else if (number.start() > MOST_BEFORE) {
            return escape(text.substring(number.start() - MOST_BEFORE, number.start())) + group();
        }
        return "^" + escape(text.substring(0, number.start())) + group();
    }

    private static String group() {
        return "([-+]?[\\d.]+)";
    }

    private static String escape(String text) {
        return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
    }
}
