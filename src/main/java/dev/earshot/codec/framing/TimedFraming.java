package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;

/**
 * Another framing with a wait that the user has chosen. A silence of that length ends an open message, which is then
 * incomplete, and the framing goes on counting.
 *
 * @param framing is not timed itself
 * @param waitMillis from 1 to {@link #MOST_MILLIS}, or {@link #NEVER}
 */
public record TimedFraming(Framing framing, int waitMillis) implements Framing {
    /** The longest wait, in milliseconds: an hour. */
    public static final int MOST_MILLIS = 3_600_000;

    private static final String FOREVER = "never";

    /**
     * Gives a framing a typed wait in milliseconds, or {@code never}.
     *
     * @throws Problem if it is neither, or out of range, or the framing has no use for a wait
     */
    public static TimedFraming parse(Framing framing, String wait) throws Problem {
        if (!canWait(framing) || framing instanceof TimedFraming) {
            throw new Problem("problem.framing.wait", -1, framing.toString());
        }
        String typed = wait.strip();
        return new TimedFraming(
                framing, typed.equalsIgnoreCase(FOREVER) ? NEVER : WholeNumber.parse(typed, 1, MOST_MILLIS));
    }

    /** Returns the framing without the wait that a user has chosen. */
    public static Framing untimed(Framing framing) {
        return framing instanceof TimedFraming timed ? timed.framing : framing;
    }

    /** Whether messages of this framing can be left open. Of the others, a silence or each read ends them anyway. */
    public static boolean canWait(Framing framing) {
        return !framing.endsWithEveryRead() && framing.kind() != SilenceFraming.KIND;
    }

    @Override
    public FramingKind kind() {
        return framing.kind();
    }

    @Override
    public Cutter newCutter() {
        return framing.newCutter();
    }

    @Override
    public boolean endsWithEveryRead() {
        return framing.endsWithEveryRead();
    }

    @Override
    public boolean endsWithStream() {
        return framing.endsWithStream();
    }

    @Override
    public boolean endsWithAnswer() {
        return framing.endsWithAnswer();
    }

    @Override
    public boolean beginsAnewAfterSilence() {
        return framing.beginsAnewAfterSilence();
    }

    @Override
    public String toString() {
        return framing + " wait:" + (waitMillis == NEVER ? FOREVER : Integer.toString(waitMillis));
    }
}
