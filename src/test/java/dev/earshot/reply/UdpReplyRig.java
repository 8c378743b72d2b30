package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.UdpEndpoint;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A UDP endpoint with a responder, for which no address is trusted by default. */
final class UdpReplyRig implements AutoCloseable {
    final RecordingSink sink = new RecordingSink(this::awaitGate);
    private volatile CountDownLatch sendGate = new CountDownLatch(0);

    /** Records each event after the responder has handled it. */
    private final RecordingSink handled = new RecordingSink();

    final ReplyCounters counters = new ReplyCounters();
    final UdpEndpoint endpoint;
    final Responder responder;
    private final ReplyScheduler scheduler = new ReplyScheduler();
    private final List<DatagramSocket> sockets = new ArrayList<>();

    UdpReplyRig(Behaviour behaviour) throws IOException {
        this(behaviour, false);
    }

    /** @param harmless whether every address is trusted */
    UdpReplyRig(Behaviour behaviour, boolean trusted) throws IOException {
        ListenAddress address = new ListenAddress(new InetSocketAddress("0.0.0.0", 0));
        endpoint = new UdpEndpoint(address, false, new AtomicInteger()::incrementAndGet);
        responder = new Responder(
                endpoint.conversations(), sink, peer -> Encoding.UTF_8, counters, scheduler, 10_000, ip -> trusted);
        responder.setBehaviour(behaviour);
        EventSink farewell = responder.departureSink();
        endpoint.open(event -> {
            farewell.on(event);
            sink.on(event);
            responder.on(event);
            handled.on(event);
        });
    }

    /** The socket of a remote peer, driven by a test. */
    final class RemoteSocket {
        final DatagramSocket socket;

        private RemoteSocket(DatagramSocket socket) {
            this.socket = socket;
        }

        RemoteSocket send(String text) throws IOException {
            return send(text.getBytes(UTF_8));
        }

        RemoteSocket send(byte[] bytes) throws IOException {
            socket.send(new DatagramPacket(bytes, bytes.length, address()));
            return this;
        }

        byte[] receiveBytes() throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }

        String receive() throws IOException {
            return new String(receiveBytes(), UTF_8);
        }

        /** Returns all datagrams that have arrived already. */
        List<byte[]> receiveAll() throws IOException {
            List<byte[]> all = new ArrayList<>();
            socket.setSoTimeout(1);
            try {
                while (true) {
                    all.add(receiveBytes());
                }
            } catch (SocketTimeoutException e) {
                socket.setSoTimeout(20_000);
                return all;
            }
        }

        Peer peer() {
            return sink.await(
                            Event.Joined.class, joined -> joined.peer().remote().equals(socket.getLocalSocketAddress()))
                    .peer();
        }

        /** Waits until this many bytes from this socket have been read and handled. */
        RemoteSocket awaitHandled(int count) {
            handled.awaitBytes(peer(), count);
            return this;
        }

        /** Waits until this many bytes have been handled and all answers are sent. */
        RemoteSocket awaitAnswered(int count) {
            awaitHandled(count);
            org.awaitility.Awaitility.await()
                    .until(() -> endpoint.conversations().waitingBytes(peer()) == 0);
            return this;
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", endpoint.local().getPort());
    }

    RemoteSocket openSocket() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        socket.setSoTimeout(20_000);
        socket.setReceiveBufferSize(1 << 20);
        sockets.add(socket);
        return new RemoteSocket(socket);
    }

    private void awaitGate(Event event) {
        try {
            if (event instanceof Event.Sending) {
                sendGate.await();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Blocks all sending of the endpoint from now on, until the result is closed. */
    AutoCloseable holdUpSending() {
        CountDownLatch latch = new CountDownLatch(1);
        sendGate = latch;
        return latch::countDown;
    }

    List<Event.Note> notes(NoteKind kind) {
        return sink.all(Event.Note.class).stream()
                .filter(note -> note.kind() == kind)
                .toList();
    }

    List<Event.Note> awaitNotes(NoteKind kind, int count) {
        return org.awaitility.Awaitility.await().until(() -> notes(kind), notes -> notes.size() >= count);
    }

    @Override
    public void close() {
        sendGate.countDown();
        scheduler.close();
        endpoint.close();
        sockets.forEach(DatagramSocket::close);
    }
}
