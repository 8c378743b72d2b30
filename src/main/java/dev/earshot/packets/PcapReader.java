package dev.earshot.packets;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads a file of the older format pcap (draft-ietf-opsawg-pcap) in either byte order. */
final class PcapReader implements PacketReader {
    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;

    /** The magic number of a variant with longer packet headers, which some old Linux systems wrote. */
    private static final int LONG_HEADERS = 0xA1B2CD34;

    private static final int FILE_HEADER = 24;
    private static final int PACKET_HEADER = 16;
    private static final int LONG_PACKET_HEADER = 24;

    private final CaptureInput in;
    private final ByteBuffer header;
    private final int headerLength;
    private final int linkType;
    private final int nanosPerTick;

    /** @param magic the first four bytes, which were read already, as a big-endian number */
    private PcapReader(CaptureInput in, int magic, ByteOrder order) throws IOException {
        this.in = in;
        headerLength = magic == LONG_HEADERS ? LONG_PACKET_HEADER : PACKET_HEADER;
        nanosPerTick = magic == NANOSECONDS ? 1 : 1000;
        header = ByteBuffer.allocate(FILE_HEADER).order(order);
        if (!in.read(header.array(), 4, FILE_HEADER - 4)) {
            throw new EOFException();
        }
        linkType = header.getInt(20) & 0xFFFF; // the upper bits tell of a checksum behind each frame
    }

    /** Returns a reader if a file that begins with these bytes is of this format, else null. */
    static PcapReader of(CaptureInput in, int magic) throws IOException {
        if (isMagic(magic)) {
            return new PcapReader(in, magic, ByteOrder.BIG_ENDIAN);
        }
        int swapped = Integer.reverseBytes(magic);
        return isMagic(swapped) ? new PcapReader(in, swapped, ByteOrder.LITTLE_ENDIAN) : null;
    }

    private static boolean isMagic(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS || magic == LONG_HEADERS;
    }

    @Override
    public boolean next(CapturedPacket into) throws IOException {
        if (!in.read(header.array(), 0, headerLength)) {
            return false;
        }
        long length = header.getInt(8) & 0xFFFFFFFFL;
        if (length > CapturedPacket.MOST) {
            throw new DamagedFileException("a packet of " + length + " bytes");
        }
        into.length = (int) length;
        into.linkType = linkType;
        long seconds = header.getInt(0) & 0xFFFFFFFFL;
        long ticks = header.getInt(4) & 0xFFFFFFFFL;
        into.epochNanos = seconds * 1_000_000_000 + ticks * nanosPerTick;
        if (length > 0 && !in.read(into.bytes, 0, into.length)) {
            throw new EOFException();
        }
        return true;
    }
}
