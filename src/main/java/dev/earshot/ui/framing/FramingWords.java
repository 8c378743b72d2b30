package dev.earshot.ui.framing;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingPreset;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.codec.framing.TimedFraming;
import dev.earshot.session.words.Words;

/** Describes framings in words. */
public final class FramingWords {
    private FramingWords() {}

    /** Describes a framing in one or two words, for a narrow box. */
    static String brief(Words words, Framing timed) {
        Framing framing = TimedFraming.untimed(timed);
        FramingEditor editor = FramingEditors.find(framing.kind());
        return editor == null ? words.of("ui.framing." + framing.kind().id()) : editor.brief(words, framing);
    }

    /** Names the protocol that has this framing, or else describes it in one or two words. */
    public static String named(Words words, Framing framing) {
        Framing untimed = TimedFraming.untimed(framing);
        return framing.kind().hasParameters()
                ? PresetChoices.find(FramingPresets.builtIn(), untimed)
                        .map(FramingPreset::name)
                        .orElse(brief(words, framing))
                : brief(words, framing);
    }

    /** Describes a framing with all its parameters. */
    static String inFull(Words words, Framing timed) {
        Framing framing = TimedFraming.untimed(timed);
        FramingEditor editor = FramingEditors.find(framing.kind());
        String full = editor == null ? brief(words, framing) : editor.inFull(words, framing);
        if (timed == framing) {
            return full;
        }
        int millis = timed.waitMillis();
        return millis == Framing.NEVER
                ? words.of("ui.framing.waits", full)
                : words.of("ui.framing.waits.millis", full, millis);
    }

    /** Returns the words for whether a length counts the whole message or the rest of it. */
    public static String counts(Words words, boolean whole) {
        return words.of(whole ? "ui.framing.counts.whole" : "ui.framing.counts.rest");
    }
}
