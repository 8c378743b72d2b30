package dev.earshot.ui.plot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Chooses round times for a horizontal axis, in the time zone of the computer. */
final class TimeTicks {
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final int MOST = 200;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    /** The steps from a second on; below, they are 1, 2 and 5 of each power of ten. */
    private static final long[] STEPS = {
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        20 * DAY,
        50 * DAY,
        100 * DAY,
        200 * DAY,
        500 * DAY,
        1000 * DAY,
        5000 * DAY
    };

    private TimeTicks() {}

    /**
     * A labelled time.
     *
     * @param date of the tick where it is another than that of the tick before; else empty
     */
    record Tick(long time, String label, String date) {}

    /**
     * Returns the ticks of a span.
     *
     * @param from the beginning, in nanoseconds since 1970-01-01 UTC
     * @param count the wanted number of ticks, at the most
     */
    static List<Tick> of(long from, long to, int count) {
        List<Tick> ticks = ticks(from, to, count);
        // A step may be so long that no round time lies in the span.
        return ticks.isEmpty() ? ticks(from, to, 2 * count) : ticks;
    }

    private static List<Tick> ticks(long from, long to, int count) {
        ZoneId zone = ZoneId.systemDefault();
        long step = step(Math.max(1, (to - from) / Math.max(1, count)));
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern(step));
        // Round in local time: days begin at midnight here.
        long offset = zone.getRules().getOffset(instant(from)).getTotalSeconds() * SECOND;
        long first = Math.floorDiv(from + offset + step - 1, step) * step - offset;
        List<Tick> ticks = new ArrayList<>();
        String dateBefore = "";
        for (long time = first; time <= to && ticks.size() < MOST; time += step) {
            LocalDateTime local = LocalDateTime.ofInstant(instant(time), zone);
            String date = DATE.format(local);
            String label = format.format(local);
            ticks.add(new Tick(time, label, date.equals(dateBefore) || label.equals(date) ? "" : date));
            dateBefore = date;
        }
        return ticks;
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    private static long step(long rough) {
        for (long power = 1; power < SECOND; power *= 10) {
            for (int times : new int[] {1, 2, 5}) {
                if (power * times >= rough) {
                    return power * times;
                }
            }
        }
        for (long step : STEPS) {
            if (step >= rough) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1] * 4;
    }

    private static String pattern(long step) {
        if (step >= DAY) {
            return "uuuu-MM-dd";
        } else if (step >= MINUTE) {
            return "HH:mm";
        } else if (step >= SECOND) {
            return "HH:mm:ss";
        }
        int digits = step >= 1_000_000 ? 3 : step >= 1_000 ? 6 : 9;
        return "HH:mm:ss." + "S".repeat(digits);
    }
}
