package dev.earshot.ui.framing;

import dev.earshot.codec.framing.BerFraming;
import dev.earshot.codec.framing.BlockFraming;
import dev.earshot.codec.framing.DecimalFraming;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.HeadsFraming;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.MarksFraming;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.codec.framing.VarintFraming;
import java.util.Map;

/** Names the editor of each kind of framing that has parameters. */
final class FramingEditors {
    private static final Map<FramingKind, FramingEditor> EDITORS = Map.ofEntries(
            Map.entry(DelimiterFraming.KIND, new DelimiterEditor()),
            Map.entry(
                    FixedLengthFraming.KIND,
                    new NumberEditor<>(
                            "framingLengthField",
                            "ui.framing.size",
                            FixedLengthFraming.class,
                            FixedLengthFraming::length,
                            FixedLengthFraming::parse)),
            Map.entry(LengthFieldFraming.KIND, new LengthFieldEditor()),
            Map.entry(DecimalFraming.KIND, new DecimalEditor()),
            Map.entry(
                    VarintFraming.KIND,
                    new NumberEditor<>(
                            "framingOffsetField",
                            "ui.framing.offset",
                            VarintFraming.class,
                            VarintFraming::offset,
                            VarintFraming::parse)),
            Map.entry(
                    BerFraming.KIND,
                    new NumberEditor<>(
                            "framingOffsetField",
                            "ui.framing.offset",
                            BerFraming.class,
                            BerFraming::offset,
                            BerFraming::parse)),
            Map.entry(MarksFraming.KIND, new MarksEditor()),
            Map.entry(BlockFraming.KIND, new BlockEditor()),
            Map.entry(HeadsFraming.KIND, new HeadsEditor()),
            Map.entry(
                    SilenceFraming.KIND,
                    new NumberEditor<>(
                            "framingSilenceField",
                            "ui.framing.millis",
                            SilenceFraming.class,
                            SilenceFraming::millis,
                            SilenceFraming::parse)));

    private FramingEditors() {}

    /** Returns the editor of a kind; null if the kind has no parameters. */
    static FramingEditor find(FramingKind kind) {
        return EDITORS.get(kind);
    }
}
