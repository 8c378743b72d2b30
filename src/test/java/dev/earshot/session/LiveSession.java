package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Event;
import dev.earshot.net.HalfClose;
import dev.earshot.net.NoteKind;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A session that listens on a free loopback port, and the clients that a test connects to it. */
final class LiveSession implements AutoCloseable {
    final Session session;
    private final int port;
    private final List<Client> clients = new ArrayList<>();

    LiveSession(Path folder) throws Exception {
        session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        // A client that closes has left after a second.
        session.open(new TcpServerConfig(ListenAddress.parse("127.0.0.1", "0"), HalfClose.ofSeconds(1)));
        await().until(() -> session.status().state() == State.OPEN);
        port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
    }

    /** A client of the session, played by a test. */
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

        /** Reads this number of bytes, or fewer if the stream ends before. */
        byte[] hear(int count) throws IOException {
            return socket.getInputStream().readNBytes(count);
        }

        /** Reads as many bytes as this text has. */
        String hear(String expected) throws IOException {
            return new String(hear(expected.getBytes(UTF_8).length), UTF_8);
        }

        /** Reads all bytes until the stream ends. */
        String hearAll() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }

        Peer peer() {
            return await().until(this::find, peer -> peer != null);
        }

        private Peer find() {
            return session.clients().all().stream()
                    .map(dev.earshot.session.Client::peer)
                    .filter(peer -> peer.remote().equals(address))
                    .findFirst()
                    .orElse(null);
        }
    }

    Client connect() throws IOException {
        return connect(0);
    }

    /** Connects a client with a small receive buffer. */
    Client connectDeaf() throws IOException {
        return connect(4096);
    }

    private Client connect(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20_000);
        Client client = new Client(socket);
        clients.add(client);
        await().until(() -> session.replies().knows(client.peer()));
        return client;
    }

    /** Reads all rows so far. */
    List<Row> rows() throws IOException {
        List<Row> all = new ArrayList<>();
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                all.add(rows.read(i, 1 << 20));
            }
        }
        return all;
    }

    /** Returns the texts of the sent rows, each behind its origin, such as {@code echo: hello}. */
    List<String> sent() throws IOException {
        return rows().stream()
                .filter(row -> row.kind() == Row.Kind.SENT)
                .map(row -> row.origin().text() + ": " + text(session, row))
                .toList();
    }

    /** Returns the text of a row as the terminal shows it, in English. */
    static String text(Session session, Row row) {
        Words english = new Words(Locale.ENGLISH);
        return new RowFormatter(session.log().lens(), MessageViews.WITHOUT_HEX, english)
                .format(row)
                .text();
    }

    /** Returns the notes of one kind. */
    List<Event.Note> notes(NoteKind kind) throws IOException {
        return rows().stream()
                .filter(row -> row.event() instanceof Event.Note note && note.kind() == kind)
                .map(row -> (Event.Note) row.event())
                .toList();
    }

    /** Waits until there is this number of notes of one kind. */
    List<Event.Note> awaitNotes(NoteKind kind, int count) {
        return await().until(() -> notes(kind), notes -> notes.size() >= count);
    }

    @Override
    public void close() throws IOException {
        session.close();
        for (Client client : clients) {
            client.socket.close();
        }
    }
}
