package dev.earshot.ui.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The values of a vertical axis from the bottom to the top. Immutable.
 *
 * @param least at the bottom
 * @param most at the top; greater than {@code least}
 */
record ValueScale(double least, double most) {
    private static final double MARGIN = 0.06;
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int MOST_DIGITS = 6;

    /** A labelled value. */
    record Tick(double value, String label) {}

    /** Returns a scale with some room above and below these values, which may be no numbers at all. */
    static ValueScale around(double least, double most) {
        if (!(least <= most)) {
            return new ValueScale(0, 1);
        }
        double span = most - least;
        if (span <= Math.abs(most) * 1e-12) {
            double room = most == 0 ? 1 : Math.abs(most) * 0.1;
            return new ValueScale(least - room, most + room);
        } else if (Double.isInfinite(span)) {
            return new ValueScale(-Double.MAX_VALUE / 4, Double.MAX_VALUE / 4);
        }
        return new ValueScale(least - span * MARGIN, most + span * MARGIN);
    }

    /** Returns the place of a value in a picture, from its top. */
    double y(double value, double height) {
        return height - (value - least) / (most - least) * height;
    }

    /** Returns the value at a place of a picture, counted from its top. */
    double value(double y, double height) {
        return most - y / height * (most - least);
    }

    /** Returns a scale that shows this part of the present one, 0 for the bottom and 1 for the top. */
    ValueScale part(double from, double to) {
        double span = most - least;
        double low = least + span * from;
        double high = least + span * to;
        return high - low > Math.max(Math.abs(low), Math.abs(high)) * 1e-13 && high > low
                ? new ValueScale(low, high)
                : this;
    }

    /**
     * Returns round values of the scale, with their labels.
     *
     * @param count the wanted number of ticks
     */
    List<Tick> ticks(int count) {
        List<Tick> ticks = ticksBy(count);
        // A step may be so long that no round value lies in the scale.
        return ticks.isEmpty() ? ticksBy(2 * count) : ticks;
    }

    private List<Tick> ticksBy(int count) {
        double rough = (most - least) / Math.max(1, count);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * 10;
        for (double times : STEPS) {
            if (times * power >= rough) {
                step = times * power;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(least / step);
        for (long i = first; i * step <= most && ticks.size() <= 2 * count; i++) {
            ticks.add(new Tick(i * step, label(i * step, step)));
        }
        return ticks;
    }

    /** Writes a tick with as many digits as the step between ticks has. */
    private static String label(double value, double step) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        if (digits > MOST_DIGITS || Math.abs(value) >= 1e9) {
            return String.format(Locale.ROOT, "%.6g", value);
        }
        return String.format(Locale.ROOT, "%." + digits + "f", value == 0 ? 0.0 : value);
    }

    /** Writes a value of a message as it is, without an exponent where it is short. */
    static String text(double value) {
        if (Math.abs(value) >= 1e15 || value != 0 && Math.abs(value) < 1e-6) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
