package dev.earshot.session.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.TcpServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A session that listens on a free port, with real clients. */
final class AnalysedSession implements AutoCloseable {
    final Session session;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    AnalysedSession(Path folder) throws Exception {
        session = Session.begin(new CaptureStore(folder.resolve("sessions")), Framing.LINES);
        session.open(new TcpServerConfig(ListenAddress.parse("127.0.0.1", "0"), HalfClose.ofSeconds(1)));
        await().until(() -> session.status().state() == Status.State.OPEN);
        port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
    }

    /** Connects a client; its number is the present number of clients. */
    Socket connect() throws IOException {
        int before = session.clients().latestPeer();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        await().until(() -> session.clients().latestPeer() == before + 1);
        return socket;
    }

    /** Sends a text, and waits until it has its rows. */
    void say(Socket client, String text) throws IOException {
        long rows = session.log().rowCount();
        client.getOutputStream().write(text.getBytes(UTF_8));
        long lines = text.chars().filter(c -> c == '\n').count();
        await().until(() -> session.log().rowCount() >= rows + lines);
    }

    @Override
    public void close() throws IOException {
        session.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
