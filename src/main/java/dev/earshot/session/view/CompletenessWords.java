package dev.earshot.session.view;

import dev.earshot.codec.Completeness;
import dev.earshot.session.Words;
import java.util.Locale;

/** Describes rows that are no whole messages. */
public final class CompletenessWords {
    private CompletenessWords() {}

    /** Returns a word for a tag; empty for a whole message. */
    public static String tag(Completeness completeness, Words words) {
        return completeness == Completeness.WHOLE ? "" : words.of(key(completeness));
    }

    /** Returns a sentence about it; empty for a whole message. */
    public static String sentence(Completeness completeness, Words words) {
        return completeness == Completeness.WHOLE ? "" : words.of(key(completeness) + ".about");
    }

    private static String key(Completeness completeness) {
        return "row." + completeness.name().toLowerCase(Locale.ROOT);
    }
}
