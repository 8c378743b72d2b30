package dev.earshot.ui.log;

import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.session.Words;
import java.util.function.ToIntFunction;
import javax.swing.text.JTextComponent;

/**
 * Edits a kind of framing whose only parameter is a number.
 *
 * @param fieldName the component name of the field
 * @param label the key of the field's label
 * @param value returns the number of a framing
 */
record NumberEditor<F extends Framing>(
        String fieldName, String label, Class<F> type, ToIntFunction<F> value, Parser<F> parser)
        implements FramingEditor {

    /** Makes a framing of a typed number. */
    interface Parser<F> {
        F parse(String text) throws Problem;
    }

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing." + framing.kind().id(), print(framing));
    }

    @Override
    public Reader addFields(FramingForm form, Framing proposed) {
        JTextComponent number = form.addTextField(fieldName, label, print(proposed));
        return () -> parser.parse(number.getText());
    }

    private String print(Framing framing) {
        return Integer.toString(value.applyAsInt(type.cast(framing)));
    }
}
