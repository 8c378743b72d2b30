package dev.earshot.packets;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a pcapng file (draft-ietf-opsawg-pcapng): several sections, each in its own byte order and with its own
 * interfaces, and all three kinds of packet blocks with the comments of people. Other blocks are skipped, however long
 * they are.
 */
final class PcapngReader implements PacketReader {
    /** The type of a Section Header Block, which is the same in both byte orders. */
    static final int SECTION_HEADER = 0x0A0D0D0A;

    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    /** The bytes of a block besides its body: the type, and the length twice. */
    private static final int FRAME = 12;

    private static final int MOST_INTERFACES = 10_000;

    /** The option with a comment of a person, of which a block may have several. */
    private static final int COMMENT = 1;

    private static final int OPTION_HEAD = 4;

    private final CaptureInput in;
    private final byte[] bytes = new byte[1 << 16];
    private final ByteBuffer head = ByteBuffer.wrap(bytes);
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private boolean isTypeRead;
    private long latest; // time of the packet before

    private PcapngReader(CaptureInput in) {
        this.in = in;
        isTypeRead = true; // that of the first block
        head.putInt(0, SECTION_HEADER);
    }

    /** Returns a reader if a file that begins with these bytes is of this format, else null. */
    static PcapngReader of(CaptureInput in, int magic) {
        return magic == SECTION_HEADER ? new PcapngReader(in) : null;
    }

    @Override
    public boolean next(CapturedPacket into) throws IOException {
        while (isTypeRead || in.read(bytes, 0, 4)) {
            isTypeRead = false;
            if (head.getInt(0) == SECTION_HEADER) {
                readSection();
                continue;
            }
            require(bytes, 4, 4);
            long body = bodyLength();
            boolean isPacket = readBlock(head.getInt(0), body, into);
            require(bytes, 0, 4); // the length again
            if ((head.getInt(0) & 0xFFFFFFFFL) != body + FRAME) {
                throw new DamagedFileException("a block with two lengths");
            }
            if (isPacket) {
                latest = into.epochNanos;
                return true;
            }
        }
        return false;
    }

    private long bodyLength() throws DamagedFileException {
        long length = head.getInt(4) & 0xFFFFFFFFL;
        if (length < FRAME || length % 4 != 0) {
            throw new DamagedFileException("a block of " + length + " bytes");
        }
        return length - FRAME;
    }

    private void readSection() throws IOException {
        require(bytes, 4, 8);
        head.order(ByteOrder.BIG_ENDIAN);
        if (head.getInt(8) != BYTE_ORDER_MAGIC) {
            head.order(ByteOrder.LITTLE_ENDIAN);
            if (head.getInt(8) != BYTE_ORDER_MAGIC) {
                throw new DamagedFileException("a section without a byte order");
            }
        }
        long body = bodyLength();
        if (body < 16) {
            throw new DamagedFileException("a short section header");
        }
        in.skip(body - 4 + 4, bytes); // the rest of the body, and the length again
        interfaces.clear();
    }

    /** Reads or skips the body of a block; returns whether it was a packet. */
    private boolean readBlock(int type, long body, CapturedPacket into) throws IOException {
        return switch (type) {
            case INTERFACE_DESCRIPTION -> {
                readInterface(body);
                yield false;
            }
            case ENHANCED_PACKET -> {
                readHead(body, 20);
                yield readPacket(head.getInt(0), 4, head.getInt(12), body - 20, into);
            }
            case OBSOLETE_PACKET -> {
                readHead(body, 20);
                yield readPacket(head.getShort(0) & 0xFFFF, 4, head.getInt(12), body - 20, into);
            }
            case SIMPLE_PACKET -> {
                readHead(body, 4);
                yield readSimplePacket(body - 4, into);
            }
            default -> {
                in.skip(body, bytes);
                yield false;
            }
        };
    }

    private void readInterface(long body) throws IOException {
        if (body < 8 || interfaces.size() == MOST_INTERFACES) {
            throw new DamagedFileException("a short interface, or too many");
        }
        int kept = (int) Math.min(body, bytes.length);
        require(bytes, 0, kept);
        interfaces.add(CaptureInterface.of(head.duplicate().order(head.order()).limit(kept)));
        in.skip(body - kept, bytes);
    }

    private boolean readPacket(int interfaceNumber, int timeAt, int captured, long room, CapturedPacket into)
            throws IOException {
        if (interfaceNumber < 0 || interfaceNumber >= interfaces.size()) {
            throw new DamagedFileException("a packet of an unknown interface");
        }
        CaptureInterface of = interfaces.get(interfaceNumber);
        long ticks = (long) head.getInt(timeAt) << 32 | head.getInt(timeAt + 4) & 0xFFFFFFFFL;
        into.epochNanos = of.nanos(ticks);
        into.linkType = of.linkType();
        long options = readBytes(captured & 0xFFFFFFFFL, room, into);
        readComments(options, into);
        return true;
    }

    /** Reads a packet without a time, which gets that of the packet before, and without a captured length. */
    private boolean readSimplePacket(long room, CapturedPacket into) throws IOException {
        if (interfaces.isEmpty()) {
            throw new DamagedFileException("a packet without an interface");
        }
        CaptureInterface of = interfaces.get(0);
        long length = Math.min(head.getInt(0) & 0xFFFFFFFFL, room);
        into.epochNanos = latest;
        into.linkType = of.linkType();
        in.skip(readBytes(of.snapLength() == 0 ? length : Math.min(length, of.snapLength()), room, into), bytes);
        into.comment = "";
        return true;
    }

    /** Reads the bytes of a packet with their padding; returns how many bytes of the body are left. */
    private long readBytes(long length, long room, CapturedPacket into) throws IOException {
        if (length > room || length > CapturedPacket.MOST) {
            throw new DamagedFileException("a packet of " + length + " bytes");
        }
        into.length = (int) length;
        require(into.bytes, 0, into.length);
        long padding = Math.min(-length & 3, room - length);
        in.skip(padding, bytes);
        return room - length - padding;
    }

    /** Reads the comments among the options of a packet; options that contradict their block cost only themselves. */
    private void readComments(long length, CapturedPacket into) throws IOException {
        long left = length;
        into.comment = "";
        while (left >= OPTION_HEAD) {
            require(bytes, 0, OPTION_HEAD);
            left -= OPTION_HEAD;
            int code = head.getShort(0) & 0xFFFF;
            int count = (int) Math.min(head.getShort(2) & 0xFFFF, left);
            if (code == 0) {
                break;
            }
            require(bytes, 0, count);
            if (code == COMMENT) {
                into.addComment(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
            long padding = Math.min(-count & 3, left - count);
            in.skip(padding, bytes);
            left -= count + padding;
        }
        in.skip(left, bytes);
    }

    private void readHead(long body, int length) throws IOException {
        if (body < length) {
            throw new DamagedFileException("a short packet block");
        }
        require(bytes, 0, length);
    }

    private void require(byte[] target, int offset, int length) throws IOException {
        if (length > 0 && !in.read(target, offset, length)) {
            throw new EOFException();
        }
    }
}
