package dev.earshot.codec.framing;

/** A framing for tests: a doubled character begins a message, so that the one before may end in an earlier read. */
public record BeginMarkFraming(char mark) implements Framing {

    @Override
    public Cutter newCutter() {
        return new Cutter() {
            private boolean isHalf;
            private boolean isInside;

            @Override
            public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
                for (int i = 0; i < length; i++) {
                    boolean here = bytes[offset + i] == mark;
                    if (isHalf && here && isInside) {
                        ends.add(i - 1);
                    }
                    isInside |= isHalf && here;
                    isHalf = here && !isHalf;
                }
            }
        };
    }

    @Override
    public FramingKind kind() {
        return DelimiterFraming.KIND;
    }

    @Override
    public int waitMillis() {
        return NEVER;
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
        return false;
    }

    @Override
    public boolean beginsAnewAfterSilence() {
        return false;
    }
}
