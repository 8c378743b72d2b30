package dev.earshot.codec.framing;

/** The framing in which every read, and every send, is a message. */
public record ReceivedFraming() implements Framing {
    public static final FramingKind KIND = new FramingKind("received", new ReceivedFraming());

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return new Cutter() {
            @Override
            public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
                ends.add(length);
            }

            @Override
            public boolean lacksEnd() {
                return false;
            }
        };
    }

    @Override
    public int waitMillis() {
        return NEVER;
    }

    @Override
    public boolean endsWithEveryRead() {
        return true;
    }

    @Override
    public boolean endsWithStream() {
        return true;
    }

    @Override
    public boolean endsWithAnswer() {
        return false;
    }

    @Override
    public boolean beginsAnewAfterSilence() {
        return false;
    }

    @Override
    public String toString() {
        return KIND.id();
    }
}
