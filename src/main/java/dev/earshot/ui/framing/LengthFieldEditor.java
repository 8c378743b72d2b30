package dev.earshot.ui.framing;

import dev.earshot.codec.WholeNumber;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LengthBlocks;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.LengthForm;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;

/**
 * Edits the place and form of a length field. A mask and blocks, which few protocols have, are only edited in the text
 * of the form.
 */
final class LengthFieldEditor implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing.length");
    }

    @Override
    public String inFull(Words words, Framing framing) {
        LengthFieldFraming field = (LengthFieldFraming) framing;
        boolean plain = field.mask() == -1
                && field.blocks().equals(LengthBlocks.NONE)
                && field.end().isEmpty();
        if (!plain || field.adjustment() != 0 && !field.countsWhole()) {
            return FramingEditor.super.inFull(words, framing);
        }
        String order = form(words, field.form());
        return words.of(
                "ui.framing.length.full",
                field.offset(),
                field.size(),
                order,
                FramingWords.counts(words, field.countsWhole()));
    }

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        LengthFieldFraming now = (LengthFieldFraming) proposed;
        Words words = fields.words();
        PlainTextField offset =
                fields.addText("framingOffsetField", "ui.framing.offset", Integer.toString(now.offset()));
        PlainComboBox<Integer> size = fields.addChoice(
                "framingSizeBox", "ui.framing.size", List.of(1, 2, 3, 4, 5, 6, 7, 8), n -> n.toString(), now.size());
        PlainComboBox<LengthForm> form = fields.addChoice(
                "framingOrderBox", "ui.framing.order", List.of(LengthForm.values()), f -> form(words, f), now.form());
        PlainComboBox<Boolean> whole = fields.addChoice(
                "framingCountsBox",
                "ui.framing.counts",
                List.of(false, true),
                w -> FramingWords.counts(words, w),
                now.countsWhole());
        int adjustment = now.countsWhole() ? 0 : now.adjustment();
        PlainTextField plus = fields.addText("framingAdjustmentField", "ui.framing.plus", Integer.toString(adjustment));
        PlainTextField end = fields.addMarks("framingEndField", "ui.framing.end", now.end());
        plus.setEnabled(!now.countsWhole());
        whole.addActionListener(e -> plus.setEnabled(!FramingFields.chosen(whole)));
        return () -> {
            int before = fields.read(offset, typed -> WholeNumber.parse(typed, 0, LengthFieldFraming.MAX_OFFSET));
            int bytes = FramingFields.chosen(size);
            int added = FramingFields.chosen(whole)
                    ? -(before + bytes)
                    : fields.read(plus, typed -> WholeNumber.parseSigned(typed, LengthFieldFraming.MAX_ADJUSTMENT));
            long mask = bytes == now.size() ? now.mask() : -1;
            String mark = fields.read(end, MarkText::parseOptional);
            return new LengthFieldFraming(before, bytes, FramingFields.chosen(form), added, mask, now.blocks(), mark);
        };
    }

    private static String form(Words words, LengthForm form) {
        return words.of("ui.framing.order." + form);
    }
}
