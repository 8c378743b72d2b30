package dev.earshot.session.statistics;

import java.util.Comparator;

/**
 * A cell of a table of statistics. Immutable.
 *
 * @param kind what the number counts
 * @param number the number; not a number (NaN) where there is none, and in texts
 * @param text the text, safe to show; empty for numbers
 */
public record Figure(Kind kind, double number, String text) {
    /** The empty cell. */
    static final Figure NONE = ofText("");

    /** Orders figures by their numbers, and texts behind them by their characters. */
    public static final Comparator<Figure> ORDER =
            Comparator.<Figure>comparingDouble(Figure::number).thenComparing(Figure::text);

    /** A kind of figure. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A number of messages, bytes or the like. */
        COUNT,
        /** Nanoseconds. */
        DURATION,
        /** A part of a whole, from 0 to 1. */
        SHARE,
        /** Any other number. */
        NUMBER
    }

    static Figure ofText(String text) {
        return new Figure(Kind.TEXT, Double.NaN, text);
    }

    static Figure count(double number) {
        return new Figure(Kind.COUNT, number, "");
    }

    static Figure duration(double nanos) {
        return new Figure(Kind.DURATION, nanos, "");
    }

    static Figure share(double part, double whole) {
        return new Figure(Kind.SHARE, part / whole, "");
    }

    static Figure number(double number) {
        return new Figure(Kind.NUMBER, number, "");
    }
}
