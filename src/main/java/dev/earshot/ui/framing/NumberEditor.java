package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.ToIntFunction;

/**
 * Edits a kind of framing whose only parameter is a number.
 *
 * @param fieldName the component name of the field
 * @param label the key of the field's label
 * @param value returns the number of a framing
 */
record NumberEditor<F extends Framing>(
        String fieldName, String label, Class<F> type, ToIntFunction<F> value, FramingFields.Parser<F> parser)
        implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing." + framing.kind().id(), print(framing));
    }

    @Override
    public String inFull(Words words, Framing framing) {
        return brief(words, framing);
    }

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        PlainTextField number = fields.addText(fieldName, label, print(proposed));
        return () -> fields.read(number, parser);
    }

    private String print(Framing framing) {
        return Integer.toString(value.applyAsInt(type.cast(framing)));
    }
}
