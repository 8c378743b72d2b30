package dev.earshot.ui.framing;

import dev.earshot.codec.framing.BlockFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.ui.plain.PlainTextField;

/** Edits the delimiter of a {@link BlockFraming}. */
final class BlockEditor implements FramingEditor {

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        String delimiter = ((BlockFraming) proposed).delimiter();
        PlainTextField bytes = fields.addWideMarks("framingDelimiterField", "ui.framing.bytes", delimiter);
        return () -> fields.read(bytes, BlockFraming::parse);
    }
}
