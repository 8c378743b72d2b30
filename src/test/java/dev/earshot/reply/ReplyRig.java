package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.HalfClose;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.TcpServer;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP server on a free loopback port with a responder, and a recorder in the place of the journal. */
final class ReplyRig implements AutoCloseable {
    /** Records each event before the responder, as the journal does. */
    final RecordingSink sink = new RecordingSink();

    /** Records each event after the responder has handled it. */
    private final RecordingSink handled = new RecordingSink();

    final ReplyCounters counters = new ReplyCounters();
    final ReplyScheduler scheduler = new ReplyScheduler();
    final TcpServer server;
    final Responder responder;
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<Peer, Client> owners = new ConcurrentHashMap<>();

    ReplyRig(Behaviour behaviour) throws IOException {
        this(behaviour, RoleForwarder.PATIENCE_MILLIS);
    }

    ReplyRig(Behaviour behaviour, int patienceMillis) throws IOException {
        this(behaviour, patienceMillis, HalfClose.ofSeconds(1));
    }

    /**
     * @param patienceMillis the time after which a receiver of forwarded bytes is cut off if it takes nothing
     * @param halfClose how long a client that has finished sending is kept
     */
    ReplyRig(Behaviour behaviour, int patienceMillis, HalfClose halfClose) throws IOException {
        server = new TcpServer(
                new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                halfClose,
                new AtomicInteger()::incrementAndGet);
        responder = new Responder(
                server.conversations(),
                sink,
                peer -> Encoding.UTF_8,
                counters,
                scheduler,
                patienceMillis,
                InetAddress::isLoopbackAddress);
        responder.setBehaviour(behaviour);
        EventSink farewell = responder.departureSink();
        server.open(new EventSink() {
            @Override
            public void on(Event event) {
                farewell.on(event);
                sink.on(event);
                responder.on(event);
                handled.on(event);
            }

            @Override
            public int silenceMillis(Peer peer) {
                return responder.silenceMillis(peer);
            }

            @Override
            public boolean hasPendingAnswer(Peer peer) {
                return responder.hasPendingAnswer(peer);
            }
        });
    }

    /** A client that is driven by a test. */
    final class Client {
        final Socket socket;
        private final SocketAddress address; // a socket forgets it when it is closed

        private Client(Socket socket) {
            this.socket = socket;
            address = socket.getLocalSocketAddress();
        }

        Client send(String text) throws IOException {
            return send(text.getBytes(UTF_8));
        }

        Client send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            return this;
        }

        /** Sends bytes on a thread of its own while the test goes on. */
        Thread sendInBackground(byte[] bytes) {
            Thread thread = new Thread(() -> {
                try {
                    send(bytes);
                } catch (IOException e) {
                    // closed by the test, or cut off
                }
            });
            thread.start();
            return thread;
        }

        byte[] receive(int count) throws IOException {
            return socket.getInputStream().readNBytes(count);
        }

        /** Receives as many bytes as this text has in UTF-8. */
        String receive(String expected) throws IOException {
            return new String(receive(expected.getBytes(UTF_8).length), UTF_8);
        }

        /** Receives everything until the stream ends, as ISO 8859-1. */
        String receiveAll() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }

        Peer peer() {
            return sink.await(Event.Joined.class, joined -> isThisClient(joined.peer()))
                    .peer();
        }

        /** Returns whether a peer is this client and not an earlier one with the same port. */
        private boolean isThisClient(Peer peer) {
            if (!peer.remote().equals(address)) {
                return false;
            }
            Client owner = owners.putIfAbsent(peer, this);
            return owner == null || owner == this;
        }

        /** Waits until this many bytes of this client have been read and handled. */
        void awaitRead(int count) {
            handled.awaitBytes(peer(), count);
        }

        /** Disconnects and waits until the server has noticed. */
        void close() throws IOException {
            socket.close();
            sink.awaitLeft(peer());
        }

        /** Disconnects at once by RST and waits until the server has noticed. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            close();
        }
    }

    /** Connects a client and waits until the responder knows it. */
    Client connect() throws IOException {
        return connect(0);
    }

    /** Connects a client with a small receive buffer, which fills soon if it does not read. */
    Client connectNonReader() throws IOException {
        return connect(4096);
    }

    private Client connect(int receiveBuffer) throws IOException {
        Client client = new Client(socket(receiveBuffer));
        await().until(() -> responder.isPresent(client.peer()));
        return client;
    }

    private Socket socket(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(20_000);
        socket.connect(server.local(), 20_000);
        sockets.add(socket);
        return socket;
    }

    /** Connects this server with another one, so that each gets what the other sends; returns a stream to this one. */
    OutputStream connectTo(ReplyRig other) throws IOException {
        Client here = connect();
        Client there = other.connect();
        copyInBackground(here.socket, there.socket);
        copyInBackground(there.socket, here.socket);
        return here.socket.getOutputStream();
    }

    private static void copyInBackground(Socket from, Socket to) {
        Thread thread = new Thread(() -> {
            try (InputStream in = from.getInputStream()) {
                in.transferTo(to.getOutputStream());
            } catch (IOException e) {
                // closed by the test
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            from.setSoTimeout(0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    List<Event.Note> notes(NoteKind kind) {
        return sink.all(Event.Note.class).stream()
                .filter(note -> note.kind() == kind)
                .toList();
    }

    List<Event.Note> awaitNotes(NoteKind kind, int count) {
        return await().until(() -> notes(kind), notes -> notes.size() >= count);
    }

    @Override
    public void close() throws IOException {
        scheduler.close();
        for (Socket socket : sockets) {
            socket.close(); // first, because the server waits a while for clients that do not close
        }
        server.close();
    }
}
