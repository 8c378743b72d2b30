package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as text in which a regular expression was found. Confined to one thread. */
final class LayoutText {
    private static final int MOST_STEPS = 1_000_000;

    private final FieldInput message;
    private final String text;
    private final Matcher found;

    private LayoutText(FieldInput message, String text, Matcher found) {
        this.message = message;
        this.text = text;
        this.found = found;
    }

    /** Returns null if the expression is not found, or finding it would take too long. */
    static LayoutText find(Pattern expression, FieldInput message) {
        String text = TextDecoder.decode(message.encoding(), message.bytes(), message.start(), message.length());
        Matcher matcher = RegularExpression.matcher(expression, text, MOST_STEPS);
        try {
            return matcher.find() ? new LayoutText(message, text, matcher) : null;
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            return null;
        }
    }

    Matcher found() {
        return found;
    }

    /** Returns the index of the byte at which a character begins. */
    int byteIndex(int character) {
        Encoding encoding = message.encoding();
        int mark = encoding.byteOrderMarkLength(message.bytes(), message.start(), message.end());
        return message.start()
                + mark
                + TextDecoder.lengthOf(
                        text, mark > 0 ? 1 : 0, character, encoding, message.bytes(), message.start() + mark);
    }
}
