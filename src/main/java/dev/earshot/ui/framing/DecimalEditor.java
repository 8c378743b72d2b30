package dev.earshot.ui.framing;

import dev.earshot.codec.WholeNumber;
import dev.earshot.codec.framing.DecimalFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.Mark;
import dev.earshot.ui.plain.PlainTextField;

/**
 * Edits the parameters of a {@link DecimalFraming}: where the length is, what ends and adjusts it, and the end mark.
 */
final class DecimalEditor implements FramingEditor {

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        DecimalFraming now = (DecimalFraming) proposed;
        PlainTextField offset =
                fields.addText("framingOffsetField", "ui.framing.offset", Integer.toString(now.offset()));
        PlainTextField separator = fields.addMarks("framingSeparatorField", "ui.framing.separator", now.separator());
        PlainTextField plus =
                fields.addText("framingAdjustmentField", "ui.framing.plus", Integer.toString(now.adjustment()));
        PlainTextField end = fields.addMarks("framingEndField", "ui.framing.end", now.end());
        return () -> new DecimalFraming(
                fields.read(offset, typed -> WholeNumber.parse(typed, 0, LengthFieldFraming.MAX_OFFSET)),
                fields.read(separator, typed -> Mark.parse(typed).toString()),
                fields.read(plus, typed -> WholeNumber.parseSigned(typed, LengthFieldFraming.MAX_ADJUSTMENT)),
                fields.read(end, MarkText::parseOptional));
    }
}
