package dev.earshot.ui.framing;

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
    private static final Map<FramingKind, FramingEditor> EDITORS = Map.of(
            DelimiterFraming.KIND,
            new DelimiterEditor(),
            FixedLengthFraming.KIND,
            new NumberEditor<>(
                    "framingLengthField",
                    "ui.framing.size",
                    FixedLengthFraming.class,
                    FixedLengthFraming::length,
                    FixedLengthFraming::parse),
            LengthFieldFraming.KIND,
            new LengthFieldEditor(),
            DecimalFraming.KIND,
            new DecimalEditor(),
            VarintFraming.KIND,
            new NumberEditor<>(
                    "framingOffsetField",
                    "ui.framing.offset",
                    VarintFraming.class,
                    VarintFraming::offset,
                    VarintFraming::parse),
            MarksFraming.KIND,
            new MarksEditor(),
            BlockFraming.KIND,
            new BlockEditor(),
            HeadsFraming.KIND,
            new HeadsEditor(),
            SilenceFraming.KIND,
            new NumberEditor<>(
                    "framingSilenceField",
                    "ui.framing.millis",
                    SilenceFraming.class,
                    SilenceFraming::millis,
                    SilenceFraming::parse));

    private FramingEditors() {}

    /** Returns the editor of a kind; null if the kind has no parameters. */
    static FramingEditor find(FramingKind kind) {
        return EDITORS.get(kind);
    }
}
