package dev.earshot.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rewrites a packet block of a pcapng file with comments of people (draft-ietf-opsawg-pcapng, section 3.5). */
final class CommentedBlock {
    private static final int OPTION_HEADER = 4;

    private CommentedBlock() {}

    /**
     * Returns the block with these comments in place of those that are not by Earshot.
     *
     * @param block a whole Enhanced Packet Block, in its byte order
     * @throws IndexOutOfBoundsException if it is damaged
     */
    static ByteBuffer of(ByteBuffer block, List<String> comments) {
        int length = block.limit();
        int options = paddedEnd(Pcapng.PACKET_HEADER + block.getInt(20));
        int most = length + 2 * OPTION_HEADER;
        for (String comment : comments) {
            most += OPTION_HEADER + paddedEnd(comment.length() * 3);
        }
        ByteBuffer fresh = ByteBuffer.allocate(most).order(block.order());
        fresh.put(block.slice(0, options));
        comments.forEach(comment -> putComment(fresh, comment)); // first: older versions read the last comment only
        for (int at = options; at + OPTION_HEADER <= length - Integer.BYTES && block.getShort(at) != 0; ) {
            int size = block.getShort(at + 2) & 0xFFFF;
            int next = at + OPTION_HEADER + paddedEnd(size);
            if ((block.getShort(at) & 0xFFFF) != Pcapng.OPTION_COMMENT || isOurs(block, at + OPTION_HEADER, size)) {
                fresh.put(block.slice(at, next - at));
            }
            at = next;
        }
        fresh.putInt(0); // opt_endofopt
        int end = fresh.position() + Integer.BYTES;
        fresh.putInt(end).putInt(Integer.BYTES, end);
        return fresh.flip();
    }

    private static boolean isOurs(ByteBuffer block, int at, int size) {
        byte[] text = new byte[size];
        block.get(at, text);
        return CaptureComment.isOurs(new String(text, StandardCharsets.UTF_8));
    }

    private static void putComment(ByteBuffer out, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) Pcapng.OPTION_COMMENT).putShort((short) text.length);
        out.put(text).position(paddedEnd(out.position()));
    }

    private static int paddedEnd(int end) {
        return end + 3 & ~3;
    }
}
