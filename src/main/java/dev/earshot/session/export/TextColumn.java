package dev.earshot.session.export;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that an export as text can have. */
public enum TextColumn {
    TIME,
    CLIENT,
    /** The mark of the row's kind, such as {@code <} for received. */
    DIRECTION,
    /** The number of bytes of a message. */
    BYTES,
    MESSAGE;

    /** Returns the name in the command line and in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads names with commas between, such as {@code time,message}.
     *
     * @throws Problem if one is unknown
     */
    public static List<TextColumn> parseList(String typed) throws Problem {
        List<TextColumn> columns = new ArrayList<>();
        for (String name : typed.split(",", -1)) {
            columns.add(Stream.of(values())
                    .filter(column -> column.id().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () -> new Problem("problem.export.column", -1, VisibleText.brief(name), ids(values()))));
        }
        return columns;
    }

    /** Returns the names with commas between. */
    public static String ids(TextColumn... columns) {
        return Stream.of(columns).map(TextColumn::id).collect(Collectors.joining(","));
    }
}
