package dev.earshot.ui.framing;

import dev.earshot.codec.framing.BerFraming;
import dev.earshot.codec.framing.BlockFraming;
import dev.earshot.codec.framing.DecimalFraming;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.codec.framing.VarintFraming;
import java.util.Map;

/** Lists the kinds of framings that have fields of their own in the form. The others share one text field. */
final class FramingEditors {
    private static final Map<FramingKind, FramingEditor> EDITORS = Map.ofEntries(
            Map.entry(DelimiterFraming.KIND, new DelimiterEditor()),
            number(FixedLengthFraming.KIND, "framingLengthField", "ui.framing.size"),
            Map.entry(LengthFieldFraming.KIND, new LengthFieldEditor()),
            Map.entry(DecimalFraming.KIND, new DecimalEditor()),
            number(VarintFraming.KIND, "framingOffsetField", "ui.framing.offset"),
            number(BerFraming.KIND, "framingOffsetField", "ui.framing.offset"),
            Map.entry(MarksFraming.KIND, new MarksEditor()),
            Map.entry(BlockFraming.KIND, new BlockEditor()),
            number(SilenceFraming.KIND, "framingSilenceField", "ui.framing.millis"));

    private FramingEditors() {}

    private static Map.Entry<FramingKind, FramingEditor> number(FramingKind kind, String fieldName, String label) {
        return Map.entry(kind, new NumberEditor(kind, fieldName, label));
    }

    /** Returns the editor of a kind; null if the kind has no parameters. */
    static FramingEditor find(FramingKind kind) {
        FramingEditor own = EDITORS.get(kind);
        return own == null && kind.hasParameters() ? new ParametersEditor(kind) : own;
    }
}
