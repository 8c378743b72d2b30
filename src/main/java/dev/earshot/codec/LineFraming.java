package dev.earshot.codec;

/** The framing in which LF ends a message. */
public record LineFraming() implements Framing {
    public static final FramingKind KIND = new FramingKind("lines", new LineFraming());

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return LineCutter.SHARED;
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
    public boolean endsWithAnswer() {
        return true;
    }

    @Override
    public String toString() {
        return KIND.id();
    }
}
