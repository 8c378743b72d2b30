package dev.earshot.codec;

import java.util.List;
import java.util.Optional;

/**
 * A checksum as devices append it to a message. It is a sum of bytes, a CRC of the RevEng catalogue, or any other CRC
 * by its parameters. Any thread.
 */
public final class Checksum {
    private final String label;
    private final int size;
    private final boolean usuallyLittle;
    private final Algorithm algorithm;

    /** Computes a checksum from some bytes of an array. */
    interface Algorithm {
        long of(byte[] bytes, int offset, int length);
    }

    /** Creates a checksum of so many bytes. */
    Checksum(String label, int size, boolean usuallyLittle, Algorithm algorithm) {
        this.label = label;
        this.size = size;
        this.usuallyLittle = usuallyLittle;
        this.algorithm = algorithm;
    }

    /** Creates a CRC under this label. */
    static Checksum crc(String label, CrcParameters parameters, boolean usuallyLittle) {
        return new Checksum(label, (parameters.width() + 7) / 8, usuallyLittle, new Crc(parameters)::of);
    }

    /** Returns all checksums that have a name: sums first, then the CRCs by width. */
    public static List<Checksum> all() {
        return ChecksumNames.ALL;
    }

    /**
     * Finds a checksum by its name or by the parameters of a CRC. Case and punctuation of a name are ignored. An
     * example of parameters is {@code crc16;poly=1021;init=FFFF;refin;refout;xorout=FFFF}. They are {@code width poly
     * init refin refout xorout} in any order, with semicolons or blanks between them; those left out are 0 or false.
     */
    public static Optional<Checksum> named(String name) {
        Optional<Checksum> known = ChecksumNames.find(name);
        return known.isPresent()
                ? known
                : CrcParameters.parse(name).map(parameters -> crc(parameters.toString(), parameters, false));
    }

    /** Returns names to choose from instead of an unknown one, with commas between. */
    public static String suggestions(String unknown) {
        return ChecksumNames.suggestions(unknown);
    }

    /** Returns the name that people know it by, or its parameters; it has neither blanks nor commas nor colons. */
    public String label() {
        return label;
    }

    /** Returns the length of the checksum in bytes, from 1 to 8. */
    public int size() {
        return size;
    }

    /** Whether its least significant byte usually goes first. */
    public boolean usuallyLittle() {
        return usuallyLittle;
    }

    /** Computes the checksum of some bytes; one of 8 bytes is an unsigned number. */
    public long of(byte[] bytes, int offset, int length) {
        return algorithm.of(bytes, offset, length);
    }

    /** Returns a checksum as the bytes that are sent. */
    public byte[] bytes(long value, boolean little) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[little ? i : size - 1 - i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checksum checksum && checksum.label.equals(label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    @Override
    public String toString() {
        return label;
    }
}
