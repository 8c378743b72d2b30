package dev.earshot.session.statistics;

import dev.earshot.session.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Prints figures for people and for programs. Confined to one thread. */
public final class FigurePrinter {
    private static final double SECOND = 1e9;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    /** The decimals of a duration in seconds that programs read. */
    private static final int NANO_DIGITS = 9;

    private static final int DIGITS = 6;

    /** From here on separators help, and one decimal is enough. */
    private static final double LARGE = 1e3;

    private static final double LARGEST = 1e15;
    private static final int FEW_DIGITS = 4;

    private final DecimalFormat whole = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final DecimalFormat tenths = new DecimalFormat("#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final DecimalFormat large = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final Words words;

    public FigurePrinter(Words words) {
        this.words = words;
    }

    /** Returns a figure as people read it, with its unit, such as {@code 1,204}, {@code 3.141 ms} or {@code 12.5 %}. */
    public String of(Figure figure) {
        if (figure.kind() == Figure.Kind.TEXT || Double.isNaN(figure.number())) {
            return figure.text();
        }
        return switch (figure.kind()) {
            case COUNT -> (figure.number() % 1 == 0 ? whole : tenths).format(figure.number());
            case DURATION -> duration(figure.number());
            case SHARE -> tenths.format(figure.number() * 100) + " %";
            default -> number(figure.number());
        };
    }

    private String number(double number) {
        return Math.abs(number) >= LARGE && Math.abs(number) < LARGEST ? large.format(number) : rounded(number, DIGITS);
    }

    private String duration(double nanos) {
        if (nanos < 1e3) {
            return rounded(nanos, FEW_DIGITS) + " ns";
        } else if (nanos < 1e6) {
            return rounded(nanos / 1e3, FEW_DIGITS) + " \u00B5s";
        } else if (nanos < SECOND) {
            return rounded(nanos / 1e6, FEW_DIGITS) + " ms";
        } else if (nanos < MINUTE) {
            return words.of("statistics.seconds", rounded(nanos / SECOND, FEW_DIGITS));
        }
        long seconds = Math.round(nanos / SECOND);
        return nanos < HOUR
                ? words.of("statistics.minutes", seconds / 60, seconds % 60)
                : words.of("statistics.hours", seconds / 3600, seconds / 60 % 60);
    }

    private static String rounded(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
        int magnitude = rounded.precision() - rounded.scale();
        return magnitude < -DIGITS || magnitude > 2 * DIGITS ? rounded.toString() : rounded.toPlainString();
    }

    /**
     * Returns a figure as programs read it: durations in seconds, shares from 0 to 1, no separators but a decimal
     * point.
     */
    static String plain(Figure figure) {
        if (figure.kind() == Figure.Kind.TEXT || Double.isNaN(figure.number())) {
            return figure.text();
        } else if (figure.kind() == Figure.Kind.DURATION) {
            return BigDecimal.valueOf(Math.round(figure.number()), NANO_DIGITS).toPlainString();
        }
        BigDecimal number = BigDecimal.valueOf(figure.number());
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
