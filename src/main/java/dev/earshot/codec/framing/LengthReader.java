package dev.earshot.codec.framing;

/** Reads the length in a message, in one form: decimal digits, some bytes, groups of seven bits, or that of ASN.1. */
interface LengthReader {
    /** The most bytes of a length, with the mark behind it. */
    int MOST_BYTES = 25;

    /** The value of something that looks like a length and is none. */
    long ABSURD = -1;

    /**
     * Reads the length at this place.
     *
     * @return the number of its bytes, {@link MessageScanner#MORE}, or 0 if no length can begin there
     */
    int read(byte[] bytes, int at, int to);

    /** Returns what was last read, up to 2^32, or {@link #ABSURD}. */
    long value();

    /** Returns the next place at which a length can begin, or {@code to}; by default any byte can. */
    default int find(byte[] bytes, int from, int to) {
        return from;
    }
}
