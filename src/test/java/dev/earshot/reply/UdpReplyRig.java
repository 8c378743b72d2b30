package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.UdpEndpoint;
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

/** A UDP endpoint that answers by itself, and for which no address is above suspicion. */
final class UdpReplyRig implements AutoCloseable {
    final RecordingSink sink = new RecordingSink(this::holdUp);
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** Told of everything once it has been answered, or left unanswered. */
    private final RecordingSink answered = new RecordingSink();

    final ReplyCounters counters = new ReplyCounters();
    final UdpEndpoint endpoint;
    final Responder responder;
    private final ReplyScheduler later = new ReplyScheduler();
    private final List<DatagramSocket> sockets = new ArrayList<>();

    UdpReplyRig(Behaviour behaviour) throws IOException {
        this(behaviour, false);
    }

    /** @param harmless whether every address is what it says */
    UdpReplyRig(Behaviour behaviour, boolean harmless) throws IOException {
        ListenAddress address = new ListenAddress(new InetSocketAddress("0.0.0.0", 0));
        endpoint = new UdpEndpoint(address, false, new AtomicInteger()::incrementAndGet);
        responder = new Responder(
                endpoint.conversations(), sink, peer -> Encoding.UTF_8, counters, later, 10_000, ip -> harmless);
        responder.setBehaviour(behaviour);
        EventSink farewell = responder.departureSink();
        endpoint.open(event -> {
            farewell.on(event);
            sink.on(event);
            responder.on(event);
            answered.on(event);
        });
    }

    /** Somebody else's socket, as a test plays it. */
    final class Other {
        final DatagramSocket socket;

        private Other(DatagramSocket socket) {
            this.socket = socket;
        }

        Other say(String text) throws IOException {
            return say(text.getBytes(UTF_8));
        }

        Other say(byte[] bytes) throws IOException {
            socket.send(new DatagramPacket(bytes, bytes.length, here()));
            return this;
        }

        byte[] hearBytes() throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }

        String hear() throws IOException {
            return new String(hearBytes(), UTF_8);
        }

        /** All that is there already. */
        List<byte[]> hearAll() throws IOException {
            List<byte[]> all = new ArrayList<>();
            socket.setSoTimeout(1);
            try {
                while (true) {
                    all.add(hearBytes());
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

        /** Waits until so many bytes of it have been read, and what is due for them has been done. */
        Other awaitTaken(int count) {
            answered.awaitBytes(peer(), count);
            return this;
        }

        /** The same, and until what was due has been sent. */
        Other awaitRead(int count) {
            awaitTaken(count);
            org.awaitility.Awaitility.await()
                    .until(() -> endpoint.conversations().waiting(peer()) == 0);
            return this;
        }
    }

    private InetSocketAddress here() {
        return new InetSocketAddress("127.0.0.1", endpoint.local().getPort());
    }

    Other other() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        socket.setSoTimeout(20_000);
        socket.setReceiveBufferSize(1 << 20);
        sockets.add(socket);
        return new Other(socket);
    }

    private void holdUp(Event event) {
        try {
            if (event instanceof Event.Sending) {
                held.await();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whoever is sent something from now on takes nothing in, until this is closed. */
    AutoCloseable holdUpSending() {
        CountDownLatch latch = new CountDownLatch(1);
        held = latch;
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
        held.countDown();
        later.close();
        endpoint.close();
        sockets.forEach(DatagramSocket::close);
    }
}
