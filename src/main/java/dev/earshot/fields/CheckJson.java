package dev.earshot.fields;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a checksum, such as {@code CRC-16/MODBUS}, and the bytes under it, such as {@code 1..-3}, from JSON. */
final class CheckJson {
    private static final Pattern BOUND = Pattern.compile("(-?[0-9]{1,7})|([^+.\\s]+?)([+-][0-9]{1,7})?");

    private CheckJson() {}

    /** Returns null if there is no checksum. */
    static CheckRange read(JsonFields from) throws Problem {
        if (!from.has("checksum")) {
            return null;
        }
        String name = from.text("checksum");
        Checksum checksum = Checksum.named(name)
                .orElseThrow(() -> from.problem(
                        "problem.fields.checksum", "checksum", VisibleText.brief(name), Checksum.suggestions(name)));
        if (!from.has("over")) {
            return new CheckRange(checksum, CheckRange.Bound.START, null);
        }
        String over = from.text("over");
        int dots = over.indexOf("..");
        if (dots < 0) {
            throw from.problem("problem.fields.over", "over", VisibleText.brief(over));
        }
        String end = over.substring(dots + 2).strip();
        return new CheckRange(
                checksum,
                bound(from, over, over.substring(0, dots).strip()),
                end.isEmpty() ? null : bound(from, over, end));
    }

    private static CheckRange.Bound bound(JsonFields from, String over, String typed) throws Problem {
        Matcher bound = BOUND.matcher(typed);
        if (!bound.matches()) {
            throw from.problem("problem.fields.over", "over", VisibleText.brief(over));
        }
        if (bound.group(1) != null) {
            return new CheckRange.Bound(null, Integer.parseInt(bound.group(1)));
        }
        return new CheckRange.Bound(bound.group(2), bound.group(3) == null ? 0 : Integer.parseInt(bound.group(3)));
    }
}
