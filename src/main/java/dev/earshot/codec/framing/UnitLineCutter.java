package dev.earshot.codec.framing;

import dev.earshot.codec.LineUnit;

/**
 * Ends a message at LF, CR LF or a lone CR in UTF-16 or EBCDIC. A CR ends its message only with the next unit, which
 * may be the LF that belongs to it. Serves one stream.
 */
final class UnitLineCutter implements Cutter {
    private final LineUnit unit;

    /** Whether the first half of a unit has come, and which byte it is. */
    private boolean hasHalf;

    private byte half;

    /** Whether the last unit was CR. */
    private boolean afterReturn;

    /** Whether the last unit was CR, and a silence has ended its line. An LF is no empty line then. */
    private boolean afterSilence;

    /** Whether the client was seen to end a line. */
    private boolean endsLines;

    UnitLineCutter(LineUnit unit) {
        this.unit = unit;
    }

    @Override
    public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
        if (length == 0) {
            return;
        }
        int size = unit.size();
        int at = 0;
        if (hasHalf) {
            hasHalf = false;
            at = 1;
            take(unit.value(half, bytes[offset]), at, ends);
        }
        for (; at + size <= length; at += size) {
            take(unit.value(bytes[offset + at], bytes[offset + at + size - 1]), at + size, ends);
        }
        if (at < length) {
            hasHalf = true;
            half = bytes[offset + at];
        }
    }

    /** @param end where the unit ends */
    private void take(int value, int end, RowEnds ends) {
        boolean lineFeed = unit.isLineFeed(value);
        if (afterReturn && !lineFeed) {
            ends.add(end - unit.size()); // before this unit, which may have begun in an earlier read
        }
        if (lineFeed) {
            ends.add(end, afterSilence ? Completeness.BROKEN : Completeness.WHOLE);
        }
        afterSilence = false;
        endsLines |= lineFeed || afterReturn;
        afterReturn = value == '\r';
    }

    @Override
    public void reset() {
        endsLines |= afterReturn;
        hasHalf = false;
        afterReturn = false;
        afterSilence = false;
    }

    @Override
    public void endBySilence() {
        boolean pending = isEndPending();
        reset();
        afterSilence = pending;
    }

    @Override
    public boolean isEndPending() {
        return afterReturn && !hasHalf;
    }

    @Override
    public boolean lacksEnd() {
        return endsLines || hasHalf;
    }

    @Override
    public boolean expectsEnd() {
        return endsLines;
    }

    @Override
    public boolean endsInsideCharacter() {
        return hasHalf;
    }
}
