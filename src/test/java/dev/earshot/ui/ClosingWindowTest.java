package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Closes a window with 1,000 clients, of which 20 do not read what is being written to them. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class ClosingWindowTest {
    private static final int CLIENTS = 1_000;
    private static final int DEAF = 20;

    /** More than the buffers of the system between the two sides hold. */
    private static final int MUCH = 8 << 20;

    @TempDir
    private Path folder;

    @Test
    void aWindowWithAThousandClientsClosesAndEachSeesTheEnd() throws Exception {
        List<SocketChannel> clients = new ArrayList<>();
        try {
            TestWindow ui = new TestWindow(folder);
            try {
                ui.session.replies().setBehaviour(Behaviour.NONE.with(new EchoAnswer()));
                InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), ui.listen());
                for (int i = 0; i < CLIENTS; i++) {
                    SocketChannel client = SocketChannel.open();
                    clients.add(client);
                    if (i < DEAF) {
                        client.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
                    }
                    client.connect(server);
                }
                await().until(() -> ui.session.clients().presentCount() == CLIENTS);
                for (SocketChannel deaf : clients.subList(0, DEAF)) {
                    sendWithoutReading(deaf);
                }
            } finally {
                ui.close();
            }
            for (SocketChannel client : clients.subList(DEAF, CLIENTS)) {
                assertThat(seesTheEnd(client)).isTrue();
            }
        } finally {
            for (SocketChannel client : clients) {
                client.close();
            }
        }
    }

    /** Sends and reads nothing of the echo, so that it can no longer be written. */
    private static void sendWithoutReading(SocketChannel client) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        for (int sent = 0; sent < MUCH; ) {
            piece.clear();
            sent += client.write(piece);
        }
    }

    private static boolean seesTheEnd(SocketChannel client) {
        try {
            return client.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true; // reset
        }
    }
}
