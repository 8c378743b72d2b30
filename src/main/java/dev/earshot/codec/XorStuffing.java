package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The byte stuffing of HDLC and PPP: 7D and the byte XOR 20, in hex, stand for a byte that must not appear (RFC 1662,
 * section 4.2).
 *
 * @param controls whether control characters must not appear either; they are understood in any case
 */
record XorStuffing(boolean controls) implements ByteStuffing {
    private static final int FLAG = 0x7E;
    private static final int ESCAPE = 0x7D;
    private static final int BIT = 0x20;

    @Override
    public byte[] stuff(byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(contents.length + 16);
        for (byte b : contents) {
            int value = b & 0xFF;
            if (value == FLAG || value == ESCAPE || controls && value < BIT) {
                out.write(ESCAPE);
                out.write(value ^ BIT);
            } else {
                out.write(value);
            }
        }
        return out.toByteArray();
    }

    @Override
    public Optional<byte[]> unstuff(byte[] stuffed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(stuffed.length);
        for (int i = 0; i < stuffed.length; i++) {
            if (stuffed[i] != ESCAPE) {
                out.write(stuffed[i]);
            } else if (++i < stuffed.length) {
                out.write(stuffed[i] ^ BIT);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(out.toByteArray());
    }
}
