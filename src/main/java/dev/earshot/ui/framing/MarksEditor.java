package dev.earshot.ui.framing;

import dev.earshot.codec.ByteStuffing;
import dev.earshot.codec.WholeNumber;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.List;

/** Edits the marks that begin and end a message. Escapes without a name are only edited in the text of the form. */
final class MarksEditor implements FramingEditor {

    @Override
    public Reader addFields(FramingFields fields, Framing proposed) {
        MarksFraming now = (MarksFraming) proposed;
        PlainTextField begin = fields.addMarks("framingBeginField", "ui.framing.begin", now.begin());
        PlainTextField end = fields.addMarks("framingEndField", "ui.framing.end", now.end());
        PlainTextField trailing =
                fields.addText("framingTrailingField", "ui.framing.trailing", Integer.toString(now.trailing()));
        PlainComboBox<String> stuffing = fields.addChoice(
                "framingStuffingBox",
                "ui.framing.stuffing",
                stuffings(now.stuffing()),
                name -> print(fields.words(), name),
                now.stuffing());
        PlainCheckBox shared = fields.addTick("framingSharedBox", "ui.framing.shared", now.shared());
        end.setToolTipText(fields.words().of("ui.framing.end.tip"));
        Runnable fit = () -> shared.setEnabled(shared.isSelected() || sameMarks(begin, end));
        fit.run();
        return () -> {
            fit.run();
            String first = fields.read(begin, MarkText::parseSeveral);
            String last = fields.read(end, typed -> typed.isBlank() ? "" : MarkText.parseSeveral(typed));
            int most = last.isEmpty() ? 0 : MarksFraming.MAX_TRAILING;
            int behind = fields.read(trailing, typed -> WholeNumber.parse(typed, 0, most));
            boolean both = shared.isSelected() && first.equals(last);
            return new MarksFraming(first, last, behind, both, FramingFields.chosen(stuffing));
        };
    }

    private static boolean sameMarks(PlainTextField begin, PlainTextField end) {
        return begin.getText().replace(" ", "").equalsIgnoreCase(end.getText().replace(" ", ""));
    }

    private static List<String> stuffings(String present) {
        List<String> names = new ArrayList<>(List.of(""));
        names.addAll(ByteStuffing.NAMES);
        if (!names.contains(present)) {
            names.add(present);
        }
        return names;
    }

    private static String print(Words words, String stuffing) {
        return stuffing.isEmpty() ? words.of("ui.framing.stuffing.none") : stuffing;
    }
}
