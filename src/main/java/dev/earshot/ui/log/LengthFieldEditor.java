package dev.earshot.ui.log;

import dev.earshot.codec.Framing;
import dev.earshot.codec.LengthFieldFraming;
import dev.earshot.codec.WholeNumber;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainComboBox;
import java.util.List;
import javax.swing.text.JTextComponent;

/** Edits the place and form of a length field. */
final class LengthFieldEditor implements FramingEditor {

    @Override
    public String brief(Words words, Framing framing) {
        return words.of("ui.framing.length");
    }

    @Override
    public String inFull(Words words, Framing framing) {
        LengthFieldFraming field = (LengthFieldFraming) framing;
        String order = order(words, field.littleEndian());
        return words.of(
                "ui.framing.length.full",
                field.offset(),
                field.size(),
                order,
                FramingWords.counts(words, field.countsWhole()));
    }

    @Override
    public Reader addFields(FramingForm form, Framing proposed) {
        LengthFieldFraming at = (LengthFieldFraming) proposed;
        Words words = form.words();
        JTextComponent offset =
                form.addTextField("framingOffsetField", "ui.framing.offset", Integer.toString(at.offset()));
        PlainComboBox<Integer> size = form.addChoice(
                "framingSizeBox", "ui.framing.size", List.of(1, 2, 3, 4, 5, 6, 7, 8), n -> n.toString(), at.size());
        PlainComboBox<Boolean> little = form.addChoice(
                "framingOrderBox", "ui.framing.order", List.of(false, true), l -> order(words, l), at.littleEndian());
        PlainComboBox<Boolean> whole = form.addChoice(
                "framingCountsBox",
                "ui.framing.counts",
                List.of(false, true),
                w -> FramingWords.counts(words, w),
                at.countsWhole());
        return () -> {
            int before = WholeNumber.parse(offset.getText(), 0, LengthFieldFraming.MAX_OFFSET);
            return chosen(whole)
                    ? LengthFieldFraming.ofWhole(before, chosen(size), chosen(little))
                    : new LengthFieldFraming(before, chosen(size), chosen(little), 0);
        };
    }

    private static <T> T chosen(PlainComboBox<T> box) {
        return box.getItemAt(box.getSelectedIndex());
    }

    private static String order(Words words, boolean little) {
        return words.of(little ? "ui.framing.order.little" : "ui.framing.order.big");
    }
}
