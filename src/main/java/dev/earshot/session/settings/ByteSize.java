package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints and reads sizes in bytes. A KB here is 1,024 bytes, and so on. */
public final class ByteSize {
    private static final String UNITS = "KMGTP";
    private static final Pattern TYPED = Pattern.compile("(\\d{1,6})([KMGT])(I?B)?");

    private ByteSize() {}

    /** Prints a size in at most seven characters: {@code 112 B}, {@code 48.2 KB}, {@code 391 KB}, {@code 4.1 MB}. */
    public static String text(long count) {
        if (count < 1024) {
            return count + " B";
        }
        double value = count;
        int unit = -1;
        do {
            value /= 1024;
            unit++;
        } while (value >= 999.5 && unit < UNITS.length() - 1);
        // Not String.format: sizes are printed in each refresh of the window.
        long tenths = Math.round(value * 10);
        String number = value < 99.95 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(value));
        return number + " " + UNITS.charAt(unit) + "B";
    }

    /**
     * Reads a size such as {@code 512M}, {@code 2GiB} or {@code 2 gb}, in bytes.
     *
     * @throws Problem if the text is no size, or one of less than {@code least} bytes
     */
    public static long parse(String typed, long least) throws Problem {
        Matcher matcher = TYPED.matcher(typed.replace(" ", "").toUpperCase(Locale.ROOT));
        long bytes =
                matcher.matches() ? Long.parseLong(matcher.group(1)) << 10 * (UNITS.indexOf(matcher.group(2)) + 1) : -1;
        if (bytes < least) {
            throw new Problem("problem.size", -1, typed, text(least).replace(".0", ""));
        }
        return bytes;
    }
}
