package dev.earshot.session;

import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.settings.TcpServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;

/** A capture with one conversation of a client, whose first piece was sent back. */
public record KeptConversation(Path folder, Path file, String client) {

    /** Records a conversation with a real client that sends these pieces. */
    public static KeptConversation record(Path folder, byte[]... pieces) throws Exception {
        Path file = folder.resolve("kept.pcapng");
        Session session = Session.begin(store(folder), file, Framing.LINES);
        session.open(new TcpServerConfig(ListenAddress.parse("127.0.0.1", "0"), HalfClose.ofSeconds(1)));
        await().until(() -> session.status().state() == Status.State.OPEN);
        int port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
        String client;
        long bytes = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client = "127.0.0.1:" + socket.getLocalPort();
            for (byte[] piece : pieces) {
                socket.getOutputStream().write(piece);
                bytes += piece.length;
            }
            long all = bytes;
            await().until(() -> session.clients().bytesIn() == all);
            session.clients().present().forEach(peer -> session.sending().sendTyped(peer.peer(), pieces[0], () -> ""));
            await().until(() -> session.clients().bytesOut() == pieces[0].length);
        }
        session.close();
        return new KeptConversation(folder, file, client);
    }

    /** Opens the capture as the window does. */
    public Session open(Framing framing) throws IOException {
        return Session.open(store(folder), file, framing);
    }

    private static CaptureStore store(Path folder) throws IOException {
        return new CaptureStore(folder.resolve("sessions"));
    }
}
