package dev.earshot.session.view;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.session.words.Words;

/** Describes rows that are no whole messages. */
public final class CompletenessWords {
    private CompletenessWords() {}

    /** Returns a word for a tag; empty for a whole message. */
    public static String tag(Completeness completeness, Words words) {
        return switch (completeness) {
            case WHOLE -> "";
            case PART -> words.of("row.part");
            case INCOMPLETE -> words.of("row.incomplete");
            case BROKEN -> words.of("row.broken");
        };
    }

    /** Returns a sentence about it; empty for a whole message. */
    public static String sentence(Completeness completeness, Words words) {
        return switch (completeness) {
            case WHOLE -> "";
            case PART -> words.of("row.part.about");
            case INCOMPLETE -> words.of("row.incomplete.about");
            case BROKEN -> words.of("row.broken.about");
        };
    }
}
