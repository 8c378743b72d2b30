package dev.earshot.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Tells the captures that Earshot has written from those of other programs. */
public final class OwnCapture {
    /** The bytes in which the first record of ours is expected; every file of ours begins with several. */
    private static final int MOST_READ = 1 << 20;

    private OwnCapture() {}

    /**
     * Whether a file is such a capture, also after another program has copied or filtered it.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean isOurs(Path file) throws IOException {
        ByteBuffer head;
        try (FileChannel channel = FileChannel.open(file)) {
            head = ByteBuffer.allocate((int) Math.min(MOST_READ, channel.size()));
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // read on: a read may be short
            }
        }
        head.flip();
        if (head.limit() < 12 || head.getInt(0) != Pcapng.SECTION_HEADER) {
            return false;
        }
        boolean big = head.getInt(8) == Pcapng.BYTE_ORDER_MAGIC;
        return hasRecord(head.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
    }

    private static boolean hasRecord(ByteBuffer head) {
        int interfaces = 0;
        for (int at = 0; at + 12 <= head.limit(); at += head.getInt(at + 4)) {
            int length = head.getInt(at + 4);
            if (length < 12 || length > head.limit() - at) {
                return false;
            }
            int type = head.getInt(at);
            if (type == Pcapng.SECTION_HEADER) {
                interfaces = 0;
            } else if (type == Pcapng.INTERFACE_DESCRIPTION && length >= 20) {
                int linkType = head.getShort(at + 8) & 0xFFFF;
                if (linkType != (interfaces++ == 0 ? Pcapng.LINKTYPE_RAW : Pcapng.LINKTYPE_USER0)) {
                    return false;
                }
            } else if (type == Pcapng.ENHANCED_PACKET
                    && length > 32
                    && isRecord(head.slice(at, length), head.order())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRecord(ByteBuffer block, ByteOrder order) {
        try {
            Packet packet = Packet.parse(block.order(order));
            return packet != null && CaptureComment.isOurs(packet.comment());
        } catch (Packet.MalformedException e) {
            return false; // one damaged record does not cost the ones behind it
        }
    }
}
