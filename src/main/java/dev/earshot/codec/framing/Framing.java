package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that splits a peer's bytes into messages. A message ends where the rule says, and with the stream; a silence
 * ends it only where {@link #waitMillis} says so: see {@link MessageSplitter}. Each framing is an immutable record,
 * listed by its kind in {@link FramingKinds}; its {@code toString} is the text that {@link #parse} reads. A {@link
 * TimedFraming} gives any of them another wait.
 *
 * <p>This interface has no default methods: then making a framing does not wait for the constants of this interface,
 * which make framings themselves, and no two threads can wait for each other.
 */
public interface Framing {
    Framing LINES = LineFraming.KIND.defaultFraming();
    Framing RECEIVED = ReceivedFraming.KIND.defaultFraming();

    /** The most bytes that a length can announce, and the longest fixed message. More is taken for a broken length. */
    int MAX_LENGTH = 64 << 20;

    /** The silence that ends a line of a client that does not end its lines, in milliseconds. */
    int SILENCE_MILLIS = 200;

    /** The wait of a framing under which no silence ends a message. */
    int NEVER = Integer.MAX_VALUE;

    /** Returns the kind of this framing. */
    FramingKind kind();

    /** Makes the cutter for one stream. */
    Cutter newCutter();

    /**
     * Returns the silence that ends an open message, in milliseconds, or {@link #NEVER}. It is the default of this
     * framing, which does not apply while the cutter knows that the end is to come: see {@link Cutter#expectsEnd}.
     */
    int waitMillis();

    /** Returns whether every read is a message, and so every send, however many pieces it takes. */
    boolean endsWithEveryRead();

    /** Returns whether a message that the end of the stream ended is passed on to rules, chat and roles. */
    boolean endsWithStream();

    /** Returns whether an automatic answer shows that a message without its end mark is complete. */
    boolean endsWithAnswer();

    /** Returns whether the next byte begins a message after a silence, even if the one before lacks its end. */
    boolean beginsAnewAfterSilence();

    /**
     * Reads a framing as a person writes it. That is the id of a {@link FramingKind} and its parameters, such as {@code
     * lines}, {@code delimiter:0D0A} or {@code length:4,2,be}, or the name of a built-in preset, such as {@code mllp}.
     * Behind it, {@code wait:1500} or {@code wait:never} says which silence ends a message.
     *
     * @throws Problem if it is none of these or a parameter is wrong
     */
    static Framing parse(String text) throws Problem {
        return parse(text, name -> FramingPresets.builtIn().find(name));
    }

    /**
     * Reads a framing as {@link #parse(String)} does, with other names.
     *
     * @param presets returns the framing of a name; null if there is none
     */
    static Framing parse(String text, Function<String, Framing> presets) throws Problem {
        Matcher timed = Pattern.compile("(.*?)(?<!\\s)\\s+wait:(\\w+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(text.strip());
        return timed.matches()
                ? TimedFraming.parse(parseUntimed(timed.group(1), presets), timed.group(2))
                : parseUntimed(text, presets);
    }

    private static Framing parseUntimed(String text, Function<String, Framing> presets) throws Problem {
        Matcher parts = Pattern.compile("([a-zA-Z]+)(?::(.*))?").matcher(text.strip());
        FramingKind kind = parts.matches() ? FramingKinds.find(parts.group(1).toLowerCase(Locale.ROOT)) : null;
        Framing framing = kind == null ? presets.apply(text) : kind.parse(parts.group(2) == null ? "" : parts.group(2));
        if (framing == null) {
            throw new Problem("problem.framing.unknown", -1, VisibleText.brief(text));
        }
        return framing;
    }
}
