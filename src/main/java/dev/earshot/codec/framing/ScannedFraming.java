package dev.earshot.codec.framing;

/**
 * A framing whose messages end where their bytes say, and never by silence. It has no constants, so that its default
 * methods cannot make two threads wait for each other; see {@link Framing}.
 */
interface ScannedFraming extends Framing {
    /** Makes the scanner of one stream. */
    MessageScanner newScanner();

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
}
