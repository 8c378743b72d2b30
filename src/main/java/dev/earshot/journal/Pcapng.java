package dev.earshot.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the blocks of a pcapng file that Earshot uses (draft-ietf-opsawg-pcapng, section 4). */
final class Pcapng {
    static final int SECTION_HEADER = 0x0A0D0D0A;
    static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int ENHANCED_PACKET = 6;

    /** The type of a padding block: types with the highest bit set are for local use, and readers skip them. */
    static final int PADDING = 0x80000000;

    /** The length of the smallest block in bytes. */
    static final int SMALLEST = 12;

    static final int LINKTYPE_USER0 = 147;
    static final int LINKTYPE_RAW = 101;

    /** The bytes of an Enhanced Packet Block before its packet. */
    static final int PACKET_HEADER = 28;

    static final int OPTION_COMMENT = 1;
    static final int OPTION_FLAGS = 2;
    static final int INBOUND = 1;
    static final int OUTBOUND = 2;

    private static final int OPTION_NAME = 2;
    private static final int OPTION_TIMESTAMP_RESOLUTION = 9;
    private static final int OPTION_APPLICATION = 4;
    private static final byte NANOSECONDS = 9;

    private Pcapng() {}

    /**
     * Returns the byte order of a file by its first 12 bytes, which both orders share; null if it is no pcapng file.
     */
    static ByteOrder byteOrder(ByteBuffer head) {
        if (head.getInt(0) != SECTION_HEADER) {
            return null;
        }
        return head.getInt(8) == BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Puts the section header and the two interfaces that every capture of ours begins with. */
    static void putHead(ByteBuffer out) {
        int start = out.position();
        out.putInt(SECTION_HEADER).putInt(0).putInt(BYTE_ORDER_MAGIC);
        out.putShort((short) 1).putShort((short) 0).putLong(-1);
        putOption(out, OPTION_APPLICATION, "Earshot".getBytes(StandardCharsets.US_ASCII));
        endBlock(out, start);
        putInterface(out, LINKTYPE_RAW, "traffic");
        putInterface(out, LINKTYPE_USER0, "events");
    }

    /** Returns a record on the second interface of our captures, with a text and no packet. */
    static ByteBuffer textRecord(String text, long epochNanos) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer record =
                ByteBuffer.allocate(PACKET_HEADER + bytes.length + SMALLEST).order(ByteOrder.LITTLE_ENDIAN);
        beginPacket(record, 1, epochNanos);
        record.put(bytes);
        endPacket(record, 0, 0, "");
        return record.flip();
    }

    private static void putInterface(ByteBuffer out, int linkType, String name) {
        int start = out.position();
        out.putInt(INTERFACE_DESCRIPTION).putInt(0);
        out.putShort((short) linkType).putShort((short) 0).putInt(0);
        putOption(out, OPTION_NAME, name.getBytes(StandardCharsets.US_ASCII));
        putOption(out, OPTION_TIMESTAMP_RESOLUTION, new byte[] {NANOSECONDS});
        endBlock(out, start);
    }

    /** Puts a padding block that every reader skips; its length is at least {@link #SMALLEST} and a multiple of 4. */
    static void putPadding(ByteBuffer out, int length) {
        out.putInt(PADDING).putInt(length);
        for (int i = SMALLEST; i < length; i += Integer.BYTES) {
            out.putInt(0);
        }
        out.putInt(length);
    }

    /** Puts the first 28 bytes of a packet block; the packet follows, then {@link #endPacket}. */
    static void beginPacket(ByteBuffer out, int interfaceNumber, long epochNanos) {
        out.putInt(ENHANCED_PACKET).putInt(0).putInt(interfaceNumber);
        out.putInt((int) (epochNanos >>> 32)).putInt((int) epochNanos);
        out.putInt(0).putInt(0);
    }

    /** Ends the packet block that began at {@code start}. */
    static void endPacket(ByteBuffer out, int start, int direction, String... comments) {
        int captured = out.position() - start - PACKET_HEADER;
        out.putInt(start + 20, captured).putInt(start + 24, captured);
        pad(out);
        if (direction != 0) {
            out.putShort((short) OPTION_FLAGS).putShort((short) 4).putInt(direction);
        }
        for (String comment : comments) {
            if (!comment.isEmpty()) {
                putOption(out, OPTION_COMMENT, comment.getBytes(StandardCharsets.UTF_8));
            }
        }
        endBlock(out, start);
    }

    private static void putOption(ByteBuffer out, int code, byte[] value) {
        out.putShort((short) code).putShort((short) value.length).put(value);
        pad(out);
    }

    private static void endBlock(ByteBuffer out, int start) {
        out.putInt(0); // opt_endofopt
        int length = out.position() + 4 - start;
        out.putInt(length);
        out.putInt(start + 4, length);
    }

    private static void pad(ByteBuffer out) {
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
    }
}
