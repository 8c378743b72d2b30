package dev.earshot.fields;

import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.RelayOptions;
import dev.earshot.net.Transport;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.RelayConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A session that relays the conversation of two other programs, so that its capture has their bytes. */
final class RelayedConversation implements AutoCloseable {
    private final Session session;
    private final Path capture;
    private final int target;
    final int port;

    /** A message as the session has cut it. */
    record Message(byte[] bytes, boolean fromClient) {}

    RelayedConversation(Path folder, String framing, int target) throws Exception {
        this.target = target;
        session = Session.begin(
                new CaptureStore(folder.resolve("sessions")),
                FramingPresets.builtIn().parse(framing));
        session.open(new RelayConfig(
                ListenAddress.parse("127.0.0.1", "0"),
                ConnectAddress.parse("127.0.0.1", Integer.toString(target)),
                RelayOptions.STANDARD));
        await().until(() -> session.status().state() == State.OPEN);
        String address = session.status().address(); // 127.0.0.1:1234, and perhaps the target behind it
        port = Integer.parseInt(address.replaceFirst("^\\S*?:(\\d+).*", "$1"));
        capture = session.log().capture();
    }

    Path capture() {
        return capture;
    }

    /** Returns the ports of the two servers: ours and the one behind us. */
    List<Integer> servers() {
        return List.of(port, target);
    }

    /** Waits until nobody is connected any more. */
    void awaitEnd() {
        await().until(() -> session.clients().present().isEmpty());
    }

    /** Returns all messages in the order in which they ended, each of them twice: received, and sent on. */
    List<Message> messages() throws IOException {
        List<Message> messages = new ArrayList<>();
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                Row row = rows.read(i, 1 << 20);
                if (row.kind() != Row.Kind.EVENT) {
                    boolean isClient = row.peer().transport() == Transport.TCP_IN;
                    messages.add(new Message(row.bytes(), (row.kind() == Row.Kind.RECEIVED) == isClient));
                }
            }
        }
        return messages;
    }

    /** Returns the messages that the client has sent. */
    List<Message> received() throws IOException {
        List<Message> received = new ArrayList<>();
        try (RowReader rows = session.log().reader()) {
            for (long i = 0; i < rows.count(); i++) {
                Row row = rows.read(i, 1 << 20);
                if (row.kind() == Row.Kind.RECEIVED && row.peer().transport() == Transport.TCP_IN) {
                    received.add(new Message(row.bytes(), true));
                }
            }
        }
        return received;
    }

    @Override
    public void close() {
        session.close();
    }
}
