package dev.earshot.codec;

/**
 * The framing in which LF, CR LF, CR or telnet's CR NUL (RFC 854, "The NVT printer and keyboard") ends a message. A
 * client that ends none of its lines is not waited for: a short silence ends them, until its first line end is seen.
 */
public record LineFraming() implements Framing {
    public static final FramingKind KIND = new FramingKind("lines", new LineFraming());

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return new LineCutter();
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
    public String toString() {
        return KIND.id();
    }
}
