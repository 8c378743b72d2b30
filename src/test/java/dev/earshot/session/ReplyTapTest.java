package dev.earshot.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ListenAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyTapTest {
    private static final Peer PEER =
            new Peer(1, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_001));

    private final ReplyTap tap = new ReplyTap(PEER, () -> {});

    @Test
    void allReceivedPiecesAreMatchedTogether() throws Exception {
        CompletableFuture<ReplyTap.Outcome> outcome = awaitOk();
        receive("O");
        receive("K\r\n");
        assertThat(outcome.get()).isEqualTo(ReplyTap.Outcome.MATCHED);
        tap.clear();
        assertThat(tap.await(this::isOk, 1)).isEqualTo(ReplyTap.Outcome.TIMED_OUT);
    }

    @Test
    void waitingEndsWhenThePeerLeaves() throws Exception {
        CompletableFuture<ReplyTap.Outcome> outcome = awaitOk();
        tap.end();
        assertThat(outcome.get()).isEqualTo(ReplyTap.Outcome.LEFT);
    }

    @Test
    void waitingEndsWhenTheTapIsClosed() throws Exception {
        CompletableFuture<ReplyTap.Outcome> outcome = awaitOk();
        tap.close();
        assertThat(outcome.get()).isEqualTo(ReplyTap.Outcome.CLOSED);
    }

    @Test
    void onlyTheLatestBytesAreKept() {
        byte[] much = new byte[ReplyTap.MOST - 1];
        tap.receive(much, 0, much.length);
        receive("abc");
        assertThat(tap.received())
                .hasSize(ReplyTap.MOST)
                .endsWith("0abc".replace('0', '\0').getBytes(US_ASCII));
        byte[] more = new byte[2 * ReplyTap.MOST];
        more[more.length - 1] = 7;
        tap.receive(more, 0, more.length);
        assertThat(tap.received()).hasSize(ReplyTap.MOST).endsWith(7);
    }

    @Test
    void aSessionPassesItsClientsBytesToTheTap(@TempDir Path folder) throws Exception {
        Session session = Session.begin(new CaptureStore(folder), Framing.LINES);
        session.listen(ListenAddress.parse("127.0.0.1", "0"));
        await().until(() -> session.status().state() == Status.State.OPEN);
        int port = Integer.parseInt(session.status().address().replaceFirst(".*:", ""));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
            await().until(() -> session.clients().presentCount() == 2);
            Peer peer = session.clients().all().stream()
                    .map(Client::peer)
                    .filter(p -> Addresses.port(p.remote()) == socket.getLocalPort())
                    .findFirst()
                    .orElseThrow();
            try (ReplyTap tap = session.sending().tap(peer)) {
                other.getOutputStream().write("NO".getBytes(US_ASCII));
                socket.getOutputStream().write("OK".getBytes(US_ASCII));
                assertThat(tap.await(this::isOk, 60_000)).isEqualTo(ReplyTap.Outcome.MATCHED);
                assertThat(session.log().rowCount()).isPositive(); // the log had it first
                socket.shutdownOutput();
                assertThat(tap.await(bytes -> false, 60_000)).isEqualTo(ReplyTap.Outcome.LEFT);
            }
        } finally {
            session.close();
        }
    }

    private CompletableFuture<ReplyTap.Outcome> awaitOk() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return tap.await(this::isOk, 60_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private boolean isOk(byte[] bytes) {
        return new String(bytes, US_ASCII).contains("OK");
    }

    private void receive(String text) {
        tap.receive(text.getBytes(US_ASCII), 0, text.length());
    }
}
