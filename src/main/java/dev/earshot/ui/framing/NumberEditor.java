package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainTextField;

/**
 * Edits a kind of framing whose only parameter is a number.
 *
 * @param fieldName the component name of the field
 * @param label the key of the field's label
 */
record NumberEditor(FramingKind kind, String fieldName, String label) implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing." + kind.id(), number(framing));
    }

    @Override
    public String inFull(Words words, Framing framing) {
        return brief(words, framing);
    }

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        PlainTextField number = fields.addText(fieldName, label, number(proposed));
        return () -> fields.read(number, kind::parseParameters);
    }

    /** Returns the number as it stands in the form in which the framing is typed, such as {@code fixed:16}. */
    private static String number(Framing framing) {
        String form = framing.toString();
        return form.substring(form.indexOf(':') + 1);
    }
}
