package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.journal.RowReader;
import java.io.IOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a typed time in a log: {@code 14:03}, {@code 14:03:22.5}, {@code 2026-11-21}, {@code 2026-11-21 14:03:22}, or a
 * time before the last row: {@code -5m}, {@code -1h30m}, {@code -500ms}.
 *
 * @param first the end of the log's first row, in nanoseconds since 1970-01-01 UTC
 * @param last the end of the log's last row, in nanoseconds since 1970-01-01 UTC
 * @param zone the time zone of the typed times
 */
public record TimeParser(long first, long last, ZoneId zone) {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** The longest time after the last row, in nanoseconds, for which a time of day means the future. */
    private static final long SOON = 3600 * SECOND;

    private static final Map<String, Long> UNITS = Map.of(
            "ms", SECOND / 1000, "s", SECOND, "m", 60 * SECOND, "min", 60 * SECOND, "h", 3600 * SECOND, "d", DAY);
    private static final Pattern AGO = Pattern.compile("-((\\d{1,9}) ?(ms|s|min|m|h|d) ?)+");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}) ?(ms|s|min|m|h|d)");
    private static final String DATE = "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})";
    private static final String TIME_OF_DAY = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?";
    private static final Pattern TIME = Pattern.compile("(?:" + DATE + ")?(?:(?:(?<=\\d)[T ])?" + TIME_OF_DAY + ")?");

    /** Makes a parser for the log of this reader, in the computer's time zone. */
    public static TimeParser of(RowReader rows) throws IOException {
        long count = rows.count();
        long first = count == 0
                ? 0
                : rows.read(Math.min(rows.oldestRow(), count - 1), 0).epochNanos();
        long last = count == 0 ? 0 : rows.read(count - 1, 0).epochNanos();
        return new TimeParser(first, last, ZoneId.systemDefault());
    }

    /**
     * Reads a time, in nanoseconds since 1970-01-01 UTC. A time without a date is on the day of the last row. Where
     * that is in the future and the log goes back far enough, it is on the day before.
     *
     * @throws Problem if the text is no time
     */
    public long parse(String typed) throws Problem {
        // Accepts the digits and colons of Chinese keyboards.
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher time = TIME.matcher(text.replace('t', 'T').replaceAll(" +", " "));
        try {
            if (AGO.matcher(text).matches()) {
                return last - parseAgo(text);
            } else if (!text.isEmpty() && time.matches()) {
                return time.group(1) == null ? nearLastRow(timeOfDay(time)) : nanos(date(time), timeOfDay(time));
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw problem(typed);
        }
        throw problem(typed);
    }

    private static Problem problem(String typed) {
        return new Problem("problem.time", 0, typed.strip());
    }

    private static long parseAgo(String text) {
        long nanos = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long unit = UNITS.get(part.group(2));
            nanos = Math.addExact(nanos, Math.multiplyExact(Long.parseLong(part.group(1)), unit));
        }
        return nanos;
    }

    private static LocalDate date(Matcher time) {
        return LocalDate.of(number(time, 1), number(time, 2), number(time, 3));
    }

    private static LocalTime timeOfDay(Matcher time) {
        String fraction = time.group(7) == null ? "0" : (time.group(7) + "00000000").substring(0, 9);
        return LocalTime.of(number(time, 4), number(time, 5), number(time, 6), Integer.parseInt(fraction));
    }

    private static int number(Matcher time, int group) {
        return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }

    private long nearLastRow(LocalTime time) {
        LocalDate day = at(last).toLocalDate();
        long sameDay = nanos(day, time);
        long dayBefore = nanos(day.minusDays(1), time);
        return sameDay > last + SOON && dayBefore >= first ? dayBefore : sameDay;
    }

    private ZonedDateTime at(long epochNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND))
                .atZone(zone);
    }

    private long nanos(LocalDate date, LocalTime time) {
        Instant instant = LocalDateTime.of(date, time).atZone(zone).toInstant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
