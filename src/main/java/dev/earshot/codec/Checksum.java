package dev.earshot.codec;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Checksums as devices append them to a message. The names of the CRCs are those of the "Catalogue of parametrised CRC
 * algorithms" (reveng.sourceforge.io); where it has renamed one, both names are understood.
 */
public enum Checksum {
    /** The sum of all bytes, modulo 256. */
    SUM8("sum8", 1, "SUM"),
    /** All bytes combined by exclusive or; also called BCC. */
    XOR("XOR", 1, "BCC"),
    /** Polynomial 07. */
    CRC_8("CRC-8", 1, "CRC-8/SMBUS"),
    /** Polynomial 8005 from the low bit up, beginning with FFFF; its low byte goes first. */
    CRC_16_MODBUS("CRC-16/MODBUS", 2, "MODBUS"),
    /** Polynomial 1021, beginning with FFFF. */
    CRC_16_CCITT_FALSE("CRC-16/CCITT-FALSE", 2, "CRC-16/IBM-3740"),
    /** The checksum of Ethernet, ZIP and PNG. */
    CRC_32("CRC-32", 4, "CRC-32/ISO-HDLC");

    private final String label;
    private final int size;
    private final String otherName;

    Checksum(String label, int size, String otherName) {
        this.label = label;
        this.size = size;
        this.otherName = otherName;
    }

    /** Returns the name that people know it by. */
    public String label() {
        return label;
    }

    /** Returns the length of the checksum in bytes, from 1 to 4. */
    public int size() {
        return size;
    }

    /** Whether its least significant byte usually goes first. */
    public boolean usuallyLittle() {
        return this == CRC_16_MODBUS;
    }

    /** Finds a checksum by its name, in upper or lower case. */
    public static Optional<Checksum> named(String name) {
        String stripped = name.strip();
        return Arrays.stream(values())
                .filter(c -> c.label.equalsIgnoreCase(stripped) || c.otherName.equalsIgnoreCase(stripped))
                .findFirst();
    }

    /** Computes the checksum of some bytes; never negative. */
    public long of(byte[] bytes, int offset, int length) {
        return switch (this) {
            case SUM8 -> sum(bytes, offset, length) & 0xFF;
            case XOR -> xor(bytes, offset, length);
            case CRC_8 -> fromHighBit(8, 0x07, 0, bytes, offset, length);
            case CRC_16_MODBUS -> fromLowBit(0xA001, 0xFFFF, bytes, offset, length);
            case CRC_16_CCITT_FALSE -> fromHighBit(16, 0x1021, 0xFFFF, bytes, offset, length);
            case CRC_32 -> crc32(bytes, offset, length);
        };
    }

    /** Returns a checksum as the bytes that are sent. */
    public byte[] bytes(long value, boolean little) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[little ? i : size - 1 - i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    private static int sum(byte[] bytes, int offset, int length) {
        int sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += bytes[i];
        }
        return sum;
    }

    private static int xor(byte[] bytes, int offset, int length) {
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            all ^= bytes[i] & 0xFF;
        }
        return all;
    }

    private static int fromHighBit(int width, int polynomial, int start, byte[] bytes, int offset, int length) {
        int top = 1 << width - 1;
        int crc = start;
        for (int i = offset; i < offset + length; i++) {
            crc ^= (bytes[i] & 0xFF) << width - 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & top) == 0 ? crc << 1 : crc << 1 ^ polynomial;
            }
        }
        return crc & (top << 1) - 1;
    }

    private static int fromLowBit(int polynomial, int start, byte[] bytes, int offset, int length) {
        int crc = start;
        for (int i = offset; i < offset + length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ polynomial;
            }
        }
        return crc;
    }

    private static long crc32(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return crc.getValue();
    }
}
