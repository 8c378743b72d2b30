package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.TcpServer;
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

/** A server on a free loopback port that answers by itself, with a recorder in the place of the journal. */
final class ReplyRig implements AutoCloseable {
    /** In the place of the journal: told before anything is answered. */
    final RecordingSink sink = new RecordingSink();

    /** Told of everything once it has been answered, or left unanswered. */
    private final RecordingSink answered = new RecordingSink();

    final ReplyCounters counters = new ReplyCounters();
    final ReplyScheduler later = new ReplyScheduler();
    final TcpServer server;
    final Responder responder;
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<Peer, Client> known = new ConcurrentHashMap<>();

    ReplyRig(Behaviour behaviour) throws IOException {
        this(behaviour, RoleForwarder.PATIENCE_MILLIS);
    }

    /** @param patienceMillis how long somebody to whom is forwarded may have no room */
    ReplyRig(Behaviour behaviour, int patienceMillis) throws IOException {
        server = new TcpServer(
                new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                new AtomicInteger()::incrementAndGet);
        responder = new Responder(
                server.conversations(),
                sink,
                peer -> Encoding.UTF_8,
                counters,
                later,
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
                answered.on(event);
            }

            @Override
            public int silenceMillis(Peer peer) {
                return responder.silenceMillis(peer);
            }
        });
    }

    /** A client as a test plays it. */
    final class Client {
        final Socket socket;
        private final SocketAddress address; // a socket forgets it when it is closed

        private Client(Socket socket) {
            this.socket = socket;
            address = socket.getLocalSocketAddress();
        }

        Client say(String text) throws IOException {
            return say(text.getBytes(UTF_8));
        }

        Client say(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            return this;
        }

        /** Says something while the test goes on. */
        Thread sayBeside(byte[] bytes) {
            Thread thread = new Thread(() -> {
                try {
                    say(bytes);
                } catch (IOException e) {
                    // closed by the test, or cut off
                }
            });
            thread.start();
            return thread;
        }

        byte[] hear(int count) throws IOException {
            return socket.getInputStream().readNBytes(count);
        }

        /** As many bytes as this text has in UTF-8. */
        String hear(String expected) throws IOException {
            return new String(hear(expected.getBytes(UTF_8).length), UTF_8);
        }

        /** Everything until the stream ends; bytes as they are. */
        String hearAll() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }

        Peer peer() {
            return sink.await(Event.Joined.class, joined -> isMine(joined.peer()))
                    .peer();
        }

        /** One that is gone may have had the same port. */
        private boolean isMine(Peer peer) {
            if (!peer.remote().equals(address)) {
                return false;
            }
            Client owner = known.putIfAbsent(peer, this);
            return owner == null || owner == this;
        }

        /** Waits until so many bytes of this client have been read, and what is due for them has been done. */
        void awaitRead(int count) {
            answered.awaitBytes(peer(), count);
        }

        /** Leaves, and waits until that is known: after a moment in which it could still hear the rest. */
        void close() throws IOException {
            socket.close();
            sink.awaitLeft(peer());
        }

        /** Leaves at once, by a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            close();
        }
    }

    /** Connects, and waits until the server knows it. */
    Client connect() throws IOException {
        return connect(0);
    }

    /** A client that takes in little without reading. */
    Client connectDeaf() throws IOException {
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

    /** Joins this server with another one: what one sends the other gets. Returns what says something to this one. */
    OutputStream join(ReplyRig other) throws IOException {
        Client here = connect();
        Client there = other.connect();
        copy(here.socket, there.socket);
        copy(there.socket, here.socket);
        return here.socket.getOutputStream();
    }

    private static void copy(Socket from, Socket to) {
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
        later.close();
        for (Socket socket : sockets) {
            socket.close(); // first: the server waits a while for those who do not say goodbye
        }
        server.close();
    }
}
