package dev.earshot.codec.framing;

/**
 * A framing whose messages end where their bytes say. It has no constants, so that its default methods cannot make two
 * threads wait for each other; see {@link Framing}.
 */
interface ScannedFraming extends Framing {
    /** Makes the scanner of one stream. */
    MessageScanner newScanner();

    /**
     * Returns whether its scanner gives a short broken message to one call, however the stream comes in reads. Then
     * {@link HeadsFraming} looks for the next message inside it.
     */
    default boolean givesBrokenAtOnce() {
        return false;
    }

    @Override
    default Cutter newCutter() {
        return new ScanningCutter(newScanner());
    }

    @Override
    default int waitMillis() {
        return NEVER;
    }

    @Override
    default boolean endsWithEveryRead() {
        return false;
    }

    @Override
    default boolean endsWithStream() {
        return false;
    }

    @Override
    default boolean endsWithAnswer() {
        return false;
    }

    @Override
    default boolean beginsAnewAfterSilence() {
        return false;
    }
}
