package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the parameters of a framing: values by their order, then an adjustment, flags, and options with names. */
final class FramingOptions {
    private static final String END = "end";

    private static final ParseCache<Mark> MARKS = new ParseCache<>(FramingOptions::readMark);

    private final String typed;
    private final String form;
    private final List<String> values = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();

    /**
     * @param values how many values there are at most
     * @param form of the parameters, for the words of problems
     */
    FramingOptions(String typed, int values, String form) {
        this.typed = typed;
        this.form = form;
        for (String part : typed.split(",", -1)) {
            boolean isValue = this.values.size() < values && rest.isEmpty();
            (isValue ? this.values : rest).add(part.strip());
        }
    }

    /** Returns the value at this place, or the fallback if there are not so many. */
    String value(int i, String fallback) {
        return i < values.size() ? values.get(i) : fallback;
    }

    /** Takes a flag, and returns whether it is there. */
    boolean flag(String name) {
        return rest.removeIf(part -> part.equalsIgnoreCase(name));
    }

    /** Takes an adjustment such as {@code +20} or {@code -2}; 0 if there is none. */
    int adjustment() throws Problem {
        for (String part : rest) {
            if (part.matches("[+-].*")) {
                rest.remove(part);
                return WholeNumber.parseSigned(part, LengthFieldFraming.MAX_ADJUSTMENT);
            }
        }
        return 0;
    }

    /** Takes the option {@code NAME=VALUE}, and returns its value, or the fallback. */
    String option(String name, String fallback) {
        for (String part : rest) {
            if (part.toLowerCase(Locale.ROOT).startsWith(name + "=")) {
                rest.remove(part);
                return part.substring(name.length() + 1).strip();
            }
        }
        return fallback;
    }

    /** Takes the end mark; empty if there is none. */
    String end() throws Problem {
        String mark = option(END, null);
        return mark == null ? "" : Mark.parse(mark).toString();
    }

    /**
     * Ends the reading.
     *
     * @throws Problem if anything was not taken
     */
    void refuseRest() throws Problem {
        if (!rest.isEmpty()) {
            throw wrong();
        }
    }

    /** Returns the problem that the parameters do not have their form. */
    Problem wrong() {
        return new Problem("problem.framing.form", -1, VisibleText.brief(typed), form);
    }

    /** Prints an adjustment with its sign, behind a comma; nothing for 0. */
    static String printAdjustment(int adjustment) {
        return adjustment == 0 ? "" : String.format(Locale.ROOT, ",%+d", adjustment);
    }

    /** Prints an end mark as {@link #end} reads it, behind a comma; nothing for an empty one. */
    static String printEnd(String end) {
        return end.isEmpty() ? "" : "," + END + "=" + end;
    }

    /** Returns the mark that {@link #end} has read; null if it is empty. */
    static Mark mark(String end) {
        return end.isEmpty() ? null : MARKS.of(end);
    }

    private static Mark readMark(String end) {
        try {
            return Mark.parse(end);
        } catch (Problem e) {
            throw new IllegalArgumentException(end, e);
        }
    }
}
