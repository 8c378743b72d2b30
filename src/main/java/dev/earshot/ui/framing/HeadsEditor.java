package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.HeadsFraming;
import dev.earshot.ui.plain.PlainTextField;

/** Edits the framings of several first bytes as one text: a field for each part would need a table. */
final class HeadsEditor implements FramingEditor {

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        String prefix = HeadsFraming.KIND.id() + ":";
        PlainTextField text = fields.addWideText(
                "framingHeadsField",
                "ui.framing.alternatives",
                proposed.toString().substring(prefix.length()));
        return () -> fields.read(text, typed -> Framing.parse(prefix + typed));
    }
}
