package dev.earshot.codec;

import java.util.Locale;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The usual mistakes in regular expressions, each with a text in the user's language; the JDK describes them in English
 * only.
 */
enum ExpressionMistake {
    GROUP("Unclosed group"),
    CLOSING("Unmatched closing"),
    SQUARE("Unclosed character class"),
    DANGLING("Dangling meta character"),
    ESCAPE("Illegal/unsupported", "Illegal hex", "Illegal Unicode", "Illegal octal", "Illegal control", "Unescaped"),
    REPETITION("Illegal repetition", "Unclosed counted closure"),
    RANGE("Illegal character range"),
    CHARACTER("Unknown character", "Unclosed character family"),
    NAME("named capturing", "Named capturing", "capturing group name", "\\k is not"),
    MODIFIER("Unknown inline modifier", "Unknown look-behind", "Unknown group"),
    BEHIND("Look-behind group"),
    MANY,
    DEEP;

    private static final String TRAILING = "Unexpected internal error";

    private final String[] descriptions;

    /** @param descriptions with which those of the JDK's exceptions begin */
    ExpressionMistake(String... descriptions) {
        this.descriptions = descriptions;
    }

    /** Returns the key of its words. */
    Problem.Word word() {
        return new Problem.Word("problem.expression." + name().toLowerCase(Locale.ROOT));
    }

    /** Returns what a problem is filled with: the key of words, or for a rare kind what the JDK says. */
    static Object describe(PatternSyntaxException e) {
        String description = e.getDescription();
        // JDK 17 has no words for a backslash at the end.
        if (description.equals(TRAILING) && e.getPattern().endsWith("\\")) {
            return ESCAPE.word();
        }
        return Stream.of(values())
                .filter(mistake -> Stream.of(mistake.descriptions).anyMatch(description::startsWith))
                .findFirst()
                .<Object>map(ExpressionMistake::word)
                .orElse(description);
    }
}
