package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.fields.FieldFormula;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The series of a plot as settings and profiles keep them, each as a line: {@code each received left expression
 * T=(.*)}. Immutable.
 */
public record PlotSetup(List<Series> series) {
    /** No series. */
    public static final PlotSetup NONE = new PlotSetup(List.of());

    /** The greatest number of series. */
    public static final int MOST_SERIES = 24;

    private static final Pattern LINE =
            Pattern.compile("(each|all) (received|sent|both) (left|right|own) (expression|field) (.*\\S.*)");

    /** A way to find the number of a message. */
    public enum SourceKind {
        EXPRESSION,
        FIELD
    }

    /** The direction of the messages that are read. */
    public enum Direction {
        RECEIVED,
        SENT,
        BOTH
    }

    /** The axis of a series. */
    public enum AxisSide {
        /** At the left, with others. */
        LEFT,
        /** At the right, with others. */
        RIGHT,
        /** Its own. */
        OWN
    }

    /**
     * A series.
     *
     * @param perClient whether each client has a line of its own
     * @param typed the regular expression, or the field or formula of fields
     */
    public record Series(boolean perClient, Direction direction, AxisSide side, SourceKind kind, String typed) {
        private String print() {
            return String.join(" ", perClient ? "each" : "all", lower(direction), lower(side), lower(kind), typed);
        }
    }

    public PlotSetup {
        series = List.copyOf(series);
    }

    /**
     * Reads what {@link #toString} returns.
     *
     * @throws IllegalArgumentException if a line says no series, or there are too many
     */
    public static PlotSetup parse(String text) {
        PlotSetup setup = new PlotSetup(text.lines().map(PlotSetup::parseLine).toList());
        if (setup.series.size() > MOST_SERIES) {
            throw new IllegalArgumentException(text);
        }
        return setup;
    }

    private static Series parseLine(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(line);
        }
        Series series = new Series(
                parts.group(1).equals("each"),
                Direction.valueOf(upper(parts.group(2))),
                AxisSide.valueOf(upper(parts.group(3))),
                SourceKind.valueOf(upper(parts.group(4))),
                parts.group(5));
        check(series);
        return series;
    }

    private static void check(Series series) {
        try {
            if (series.kind == SourceKind.FIELD) {
                FieldFormula.parse(series.typed);
            } else {
                RegularExpression.compile(series.typed, "problem.plot.expression");
            }
        } catch (Problem e) {
            throw new IllegalArgumentException(series.typed, e);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Returns a line for each series. */
    @Override
    public String toString() {
        return series.stream().map(Series::print).collect(Collectors.joining("\n"));
    }
}
