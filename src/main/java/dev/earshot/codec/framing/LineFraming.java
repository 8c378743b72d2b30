package dev.earshot.codec.framing;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineUnit;
import java.util.Arrays;
import java.util.Locale;

/**
 * The framing in which LF, CR LF, CR or telnet's CR NUL (RFC 854, "The NVT printer and keyboard") ends a message. A
 * client that ends none of its lines is not waited for: a short silence ends them, until its first line end is seen.
 *
 * @param unit in which the line ends are written; {@code lines:utf-16le} has lines of UTF-16
 */
public record LineFraming(LineUnit unit) implements Framing {
    public static final FramingKind KIND =
            new FramingKind("lines", new LineFraming(LineUnit.ASCII), LineFraming::parse);

    /** Makes a framing of the name of its unit; null if it names none. */
    private static LineFraming parse(String name) {
        return Arrays.stream(LineUnit.values())
                .filter(unit ->
                        unit != LineUnit.ASCII && name(unit).equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(LineFraming::new)
                .orElse(null);
    }

    private static String name(LineUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns a framing that suits an encoding. Lines end as they do in it if it is not compatible with ASCII.
     *
     * @param encoding may be null if none is known
     */
    public static Framing suiting(Framing framing, Encoding encoding) {
        return encoding == null || encoding.isAsciiCompatible() ? framing : inEncoding(framing, encoding);
    }

    /** Returns the same framing with the line ends of this encoding; any other than lines as it is. */
    public static Framing inEncoding(Framing framing, Encoding encoding) {
        LineUnit unit = LineUnit.of(encoding);
        if (framing instanceof LineFraming lines) {
            return lines.unit == unit ? lines : new LineFraming(unit);
        } else if (framing instanceof TimedFraming timed && timed.framing() instanceof LineFraming lines) {
            return lines.unit == unit ? timed : new TimedFraming(new LineFraming(unit), timed.waitMillis());
        }
        return framing;
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return unit == LineUnit.ASCII ? new LineCutter() : new UnitLineCutter(unit);
    }

    @Override
    public int waitMillis() {
        return SILENCE_MILLIS;
    }

    @Override
    public boolean endsWithEveryRead() {
        return false;
    }

    @Override
    public boolean endsWithStream() {
        return true;
    }

    @Override
    public boolean endsWithAnswer() {
        return true;
    }

    @Override
    public boolean beginsAnewAfterSilence() {
        return false;
    }

    @Override
    public String toString() {
        return unit == LineUnit.ASCII ? KIND.id() : KIND.id() + ":" + name(unit);
    }
}
