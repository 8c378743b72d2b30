package dev.earshot.session.words;

import dev.earshot.codec.framing.CutPreview;
import java.util.stream.Collectors;

/** Says in one line how a framing would cut a message, such as "3 messages: 24, 50, 50 bytes". */
public final class CutWords {
    /** The most messages whose lengths are named. */
    private static final int MOST_LENGTHS = 5;

    private CutWords() {}

    /** Describes a preview in one line. */
    public static String of(CutPreview preview, Words words) {
        int count = preview.lengths().size();
        String lengths = preview.lengths().stream()
                .limit(MOST_LENGTHS)
                .map(length -> Integer.toString(length))
                .collect(Collectors.joining(", "));
        String more = count > MOST_LENGTHS ? ", ..." : "";
        String line = words.of("row.cut.messages", count, lengths + more);
        if (preview.broken() > 0) {
            line = words.of("row.cut.more", line, words.of("row.cut.broken", preview.broken()));
        }
        if (preview.unfinished() > 0) {
            line = words.of("row.cut.more", line, words.of("row.cut.unfinished", preview.unfinished()));
        }
        return line;
    }
}
