package dev.earshot.net.udp;

import dev.earshot.net.CloseReason;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.OutgoingPiece;
import dev.earshot.net.SystemCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the datagrams of an endpoint's outbox and reports the events in it. Confined to the writer. */
final class UdpSender implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(UdpSender.class);

    /** The longest time between two attempts to send into a full buffer, which also notices the end. */
    private static final int RETRY_MILLIS = 200;

    private final DatagramChannel channel;
    private final Selector writable;
    private final UdpOutbox outbox;
    private final EventSink sink;
    private final Runnable atEnd;

    /** @param atEnd runs at the end, before the last event is reported */
    UdpSender(DatagramChannel channel, UdpOutbox outbox, EventSink sink, Runnable atEnd) throws IOException {
        this.channel = channel;
        this.outbox = outbox;
        this.sink = sink;
        this.atEnd = atEnd;
        writable = Selector.open();
        channel.register(writable, SelectionKey.OP_WRITE);
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
                report(item);
            }
        } catch (RuntimeException | Error e) {
            // A sink that throws must not cost the events that follow.
            log.error("writer of {}", channel, e);
        }
    }

    private void report(UdpOutbox.Item item) {
        if (item.event() instanceof Event.Closed) {
            SystemCalls.close(writable);
            atEnd.run();
        } else if (item.to() != null) {
            outbox.remove(item.to());
        }
        sink.on(item.event());
    }

    private void send(UdpPeer to, OutgoingPiece datagram) {
        byte[] bytes = datagram.bytes();
        try {
            sink.on(new Event.Sending(to.peer, bytes, 0, bytes.length, true, datagram.origin()));
            transmit(to, ByteBuffer.wrap(bytes));
        } catch (IOException | RuntimeException e) {
            sink.on(UdpNote.NOT_SENT.about(to.peer, bytes.length, CloseReason.describe(e)));
        } finally {
            outbox.release(to, datagram);
        }
    }

    /** Sends a datagram, and waits while the system has no writable for it. */
    private void transmit(UdpPeer to, ByteBuffer bytes) throws IOException {
        while (channel.send(bytes, to.peer.remote()) == 0 && bytes.hasRemaining()) {
            if (outbox.isEnded()) {
                throw new IOException("closed");
            }
            writable.select(RETRY_MILLIS);
            writable.selectedKeys().clear();
        }
    }
}
