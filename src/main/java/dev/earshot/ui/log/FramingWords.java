package dev.earshot.ui.log;

import dev.earshot.codec.DelimiterFraming;
import dev.earshot.codec.FixedLengthFraming;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LengthFieldFraming;
import dev.earshot.codec.SilenceFraming;
import dev.earshot.session.Words;

/** Describes framings in words. */
public final class FramingWords {
    private FramingWords() {}

    /** Describes a framing in one or two words, for a narrow box. */
    static String brief(Words words, Framing framing) {
        if (framing instanceof DelimiterFraming delimiter) {
            return words.of("ui.framing.delimiter", hex(delimiter));
        } else if (framing instanceof FixedLengthFraming fixed) {
            return words.of("ui.framing.fixed", Integer.toString(fixed.length()));
        } else if (framing instanceof LengthFieldFraming) {
            return words.of("ui.framing.length");
        } else if (framing instanceof SilenceFraming silence) {
            return words.of("ui.framing.silence", Integer.toString(silence.millis()));
        }
        return words.of(framing.equals(Framing.LINES) ? "ui.framing.lines" : "ui.framing.received");
    }

    /** Describes a framing with all its parameters. */
    static String inFull(Words words, Framing framing) {
        if (framing instanceof LengthFieldFraming field) {
            String order = order(words, field.littleEndian());
            return words.of(
                    "ui.framing.length.full", field.offset(), field.size(), order, counts(words, field.countsWhole()));
        }
        return brief(words, framing);
    }

    static String order(Words words, boolean little) {
        return words.of(little ? "ui.framing.order.little" : "ui.framing.order.big");
    }

    public static String counts(Words words, boolean whole) {
        return words.of(whole ? "ui.framing.counts.whole" : "ui.framing.counts.rest");
    }

    /** Formats a delimiter such as {@code 0D 0A}. */
    static String hex(DelimiterFraming delimiter) {
        return delimiter.bytes().replaceAll("..(?=.)", "$0 ");
    }
}
