package dev.earshot.fields;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The description of the fields of one form of message. {@link LayoutFile} reads it from JSON.
 *
 * @param name in lower case: letters, digits and dashes
 * @param title what it is for, in English
 * @param chineseTitle the same in Chinese, or the English one again
 * @param source the document and section that defines it; may be empty
 * @param framings names of framings whose messages have this form
 * @param ports the ports of servers whose messages have this form
 * @param expression that the text of a message must have, and whose groups are fields; null for none
 * @param fields the fields, as one group without a name
 */
public record MessageLayout(
        String name,
        String title,
        String chineseTitle,
        String source,
        List<String> framings,
        Set<Integer> ports,
        Pattern expression,
        LayoutItem fields)
        implements FieldSource {

    @Override
    public boolean read(FieldInput message, FieldReading reading) {
        reading.begin(message, this);
        LayoutText text = null;
        if (expression != null) {
            text = LayoutText.find(expression, message);
            if (text == null) {
                reading.setOtherForm();
                return false;
            }
        }
        LayoutCursor cursor = new LayoutCursor(message, reading, text);
        fields.read(cursor);
        if (expression == null && cursor.furthest() < message.end() && !cursor.hasEnded()) {
            FieldRemainder.add(cursor, cursor.furthest(), message.end());
            cursor.contradict();
        }
        if (cursor.isRefused()) {
            reading.setOtherForm();
        }
        return cursor.fits() && !reading.isFull();
    }
}
