package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.ui.plain.PlainTextField;

/**
 * Edits all parameters of a kind of framing in one field, in the form in which they are typed. It serves the kinds that
 * have no editor of their own.
 */
record ParametersEditor(FramingKind kind) implements FramingEditor {

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        String prefix = kind.id() + ":";
        String name = "framing" + Character.toUpperCase(kind.id().charAt(0))
                + kind.id().substring(1) + "Field";
        PlainTextField text = fields.addWideText(
                name,
                "ui.framing." + kind.id() + ".parameters",
                proposed.toString().substring(prefix.length()));
        return () -> fields.read(text, typed -> Framing.parse(prefix + typed));
    }
}
