package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads a capture from its beginning, block by block, and tells the events in it. Confined to one thread. */
final class CaptureReader implements Closeable {

    /** Who is told. */
    interface Listener {
        /**
         * Takes one event.
         *
         * @param offset where its record begins
         * @param payloadStart where in the record its payload begins
         */
        void on(Event event, long offset, int payloadStart, long epochNanos) throws IOException;
    }

    /** Longer than any block that Earshot writes; what claims to be longer ends the reading. */
    private static final int MAX_BLOCK = 1 << 20;

    private static final int WINDOW = 4 << 20;

    private record Ends(InetSocketAddress local, InetSocketAddress remote) {}

    private final FileChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private final Map<Ends, Peer> peers = new HashMap<>();
    private long windowStart;
    private long position;
    private int highestPeer;
    private int lowestPeer;
    private boolean ours;

    /**
     * Opens a capture.
     *
     * @throws IOException if it cannot be read or is no pcapng file
     */
    CaptureReader(Path file) throws IOException {
        channel = FileChannel.open(file);
        window.limit(0);
        if (!fill(12) || window.getInt(0) != Pcapng.SECTION_HEADER) {
            channel.close();
            throw new NotACaptureException();
        }
        window.order(order(window.getInt(8)));
    }

    /** The byte order of a capture whose magic number reads so in big-endian order. */
    static ByteOrder order(int magic) {
        return magic == Pcapng.BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** How far it has read: the end of the last whole block. */
    long position() {
        return position;
    }

    /** Whether anything was found that Earshot has written. */
    boolean ours() {
        return ours;
    }

    /** Tells all events up to {@code end} or to the last whole block, whichever comes first. */
    void readTo(long end, Listener listener) throws IOException {
        while (position + 12 <= end && fill(12)) {
            int at = (int) (position - windowStart);
            int length = window.getInt(at + 4);
            if (length < 12 || length > MAX_BLOCK || position + length > end || !fill(length)) {
                return; // a torn or foreign tail: what came before it is whole
            }
            at = (int) (position - windowStart);
            if (window.getInt(at) == Pcapng.ENHANCED_PACKET && length > 32) {
                tell(window.slice(at, length).order(window.order()), listener);
            }
            position += length;
        }
    }

    private void tell(ByteBuffer block, Listener listener) throws IOException {
        Packet packet;
        try {
            packet = Packet.parse(block);
        } catch (Packet.Malformed e) {
            return; // one damaged record does not cost the ones behind it
        }
        if (packet == null) {
            return;
        }
        Event event = packet.event(packet.remote() == null ? null : peer(packet), block);
        if (event != null) {
            ours |= Remark.isOurs(packet.remark());
            listener.on(event, position, packet.payloadStart(), packet.epochNanos());
        }
    }

    private Peer peer(Packet packet) {
        Ends ends = new Ends(packet.local(), packet.remote());
        Peer known = peers.get(ends);
        if (known != null && !packet.begins()) {
            return known;
        }
        // Without a beginning, as when the disk was full then, it has a number that no other can have: below 0.
        int id = packet.begins() ? Remark.peerNumber(packet.remark(), highestPeer + 1) : --lowestPeer;
        highestPeer = Math.max(highestPeer, id);
        Peer peer = new Peer(id, packet.local(), packet.remote());
        peers.put(ends, peer);
        return peer;
    }

    /** Makes the window hold at least {@code count} bytes from the position on; false at the end of the file. */
    private boolean fill(int count) throws IOException {
        if (position + count <= windowStart + window.limit()) {
            return true;
        }
        window.clear();
        windowStart = position;
        int read = 0;
        while (window.hasRemaining() && read >= 0) {
            read = channel.read(window, windowStart + window.position());
        }
        window.flip();
        return window.limit() >= count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
