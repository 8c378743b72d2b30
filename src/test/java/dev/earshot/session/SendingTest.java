package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingTest {
    @TempDir
    Path folder;

    private LiveSession live;

    @BeforeEach
    void begin() throws Exception {
        live = new LiveSession(folder);
    }

    @AfterEach
    void end() throws IOException {
        live.close();
    }

    @Test
    void reachesAPeerFromItsArrivalUntilItLeaves() throws Exception {
        Sending sending = live.session.sending();
        assertThat(sending.isOpen()).isTrue();
        assertThat(sending.all()).isEmpty();
        LiveSession.Client client = live.connect();
        Peer peer = client.peer();
        await().untilAsserted(() -> assertThat(sending.all()).containsExactly(peer));
        assertThat(sending.has(peer)).isTrue();
        client.socket.close();
        await().until(() -> !sending.has(peer));
        assertThat(sending.all()).isEmpty();
        assertThat(sending.send(peer, "late".getBytes(UTF_8), Origin.PERSON)).isFalse();
        live.session.stop();
        await().until(() -> !sending.isOpen());
    }

    @Test
    void knowsTheEncodingOfAPeerByWhatItHasSent() throws Exception {
        LiveSession.Client client = live.connect();
        assertThat(live.session.sending().encoding(client.peer())).isEqualTo(Encoding.UTF_8);
        client.socket.getOutputStream().write("温度=23.5℃\n".getBytes(Charset.forName("GBK")));
        await().untilAsserted(() ->
                assertThat(live.session.sending().encoding(client.peer())).isEqualTo(Encoding.GBK));
    }
}
