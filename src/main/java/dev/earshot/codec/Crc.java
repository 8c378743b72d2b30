package dev.earshot.codec;

/**
 * Computes a cyclic redundancy check of any width, eight bits at a time. Any thread.
 *
 * <p>The register stands at the low end of a long if the lowest bit of each byte goes first, else at the high end, so
 * that a check of less than eight bits needs no code of its own.
 */
final class Crc {
    private static final int REGISTER = Long.SIZE;

    private final CrcParameters parameters;

    /**
     * The change of the register by each byte. It is made when it is first used, as most checks of the catalogue never
     * are.
     */
    private volatile long[] table;

    Crc(CrcParameters parameters) {
        this.parameters = parameters;
    }

    /** Returns the check of some bytes; one of 64 bits is to be read as unsigned. */
    long of(byte[] bytes, int offset, int length) {
        long[] steps = steps();
        boolean lowFirst = parameters.refin();
        long register = aligned(parameters.init());
        for (int i = offset; i < offset + length; i++) {
            register = lowFirst
                    ? register >>> 8 ^ steps[(int) register & 0xFF ^ bytes[i] & 0xFF]
                    : register << 8 ^ steps[(int) (register >>> REGISTER - 8) ^ bytes[i] & 0xFF];
        }
        long value = lowFirst ? register : register >>> REGISTER - parameters.width();
        return (lowFirst == parameters.refout() ? value : reversed(value)) ^ parameters.xorout();
    }

    private long[] steps() {
        long[] known = table;
        if (known == null) {
            known = makeTable();
            table = known;
        }
        return known;
    }

    private long[] makeTable() {
        boolean lowFirst = parameters.refin();
        long divisor = aligned(parameters.poly());
        long[] steps = new long[256];
        for (int i = 0; i < steps.length; i++) {
            long register = lowFirst ? i : (long) i << REGISTER - 8;
            for (int bit = 0; bit < 8; bit++) {
                boolean out = lowFirst ? (register & 1) != 0 : register < 0;
                register = (lowFirst ? register >>> 1 : register << 1) ^ (out ? divisor : 0);
            }
            steps[i] = register;
        }
        return steps;
    }

    private long aligned(long value) {
        return parameters.refin() ? reversed(value) : value << REGISTER - parameters.width();
    }

    private long reversed(long value) {
        return Long.reverse(value) >>> REGISTER - parameters.width();
    }
}
