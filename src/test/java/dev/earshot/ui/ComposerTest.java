package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Form;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComposerTest {
    @Test
    void aMessageToAllIsOneArrayHoweverManyTheyAre() throws Problem {
        Composer composer = new Composer("hi", Form.TEXT, Optional.of(Encoding.UTF_8), LineEnding.NONE, false);
        Map<Peer, byte[]> messages = composer.forEach(List.of(peer(1), peer(2)), null);
        assertThat(messages.get(peer(1))).asString().isEqualTo("hi");
        assertThat(messages.get(peer(2))).isSameAs(messages.get(peer(1)));
    }

    private static Peer peer(int id) {
        return new Peer(id, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000 + id));
    }
}
