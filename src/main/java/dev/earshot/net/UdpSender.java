package dev.earshot.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is in an endpoint's outbox, and tells what stands in between. Confined to the writer. */
final class UdpSender implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(UdpSender.class);

    /** A full send buffer is looked at again after so long at the latest. */
    private static final int LOOK_MILLIS = 200;

    private final DatagramChannel channel;
    private final Selector room;
    private final UdpOutbox outbox;
    private final EventSink sink;
    private final Runnable after;

    /** @param after is run at the end, before the last event is told */
    UdpSender(DatagramChannel channel, UdpOutbox outbox, EventSink sink, Runnable after) throws IOException {
        this.channel = channel;
        this.outbox = outbox;
        this.sink = sink;
        this.after = after;
        room = Selector.open();
        channel.register(room, SelectionKey.OP_WRITE);
    }

    @Override
    public void run() {
        try {
            for (UdpOutbox.Item next = outbox.take(); next != null; next = outbox.take()) {
                handle(next);
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts the writer", e);
        }
    }

    private void handle(UdpOutbox.Item item) {
        try {
            if (item.datagram() != null) {
                send(item.to(), item.datagram());
            } else {
                tell(item);
            }
        } catch (RuntimeException | Error e) {
            // A sink that throws shall not cost the events that follow.
            log.error("writer of {}", channel, e);
        }
    }

    private void tell(UdpOutbox.Item item) {
        if (item.event() instanceof Event.Closed) {
            SystemCalls.close(room);
            after.run();
        } else if (item.to() != null) {
            outbox.forget(item.to());
        }
        sink.on(item.event());
    }

    private void send(UdpPeer to, OutgoingPiece datagram) {
        byte[] bytes = datagram.bytes();
        try {
            sink.on(new Event.Sending(to.peer, bytes, 0, bytes.length, true, datagram.origin()));
            put(to, ByteBuffer.wrap(bytes));
        } catch (IOException | RuntimeException e) {
            sink.on(UdpNote.NOT_SENT.about(to.peer, bytes.length, CloseReason.describe(e)));
        } finally {
            outbox.gone(to, datagram);
        }
    }

    /** The system takes a datagram whole, or not yet. */
    private void put(UdpPeer to, ByteBuffer bytes) throws IOException {
        while (channel.send(bytes, to.peer.remote()) == 0 && bytes.hasRemaining()) {
            if (outbox.ended()) {
                throw new IOException("closed");
            }
            room.select(LOOK_MILLIS);
            room.selectedKeys().clear();
        }
    }
}
