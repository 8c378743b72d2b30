package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Conversations;
import dev.earshot.net.Endpoint;
import dev.earshot.net.EventSink;
import dev.earshot.net.HalfClose;
import dev.earshot.net.TcpServer;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class EndpointCommandsTest {
    private final EndpointCommands commands = new EndpointCommands(() -> {});

    /**
     * Is asked for its conversations while it is being opened, as by somebody who sends to a peer that has just joined.
     */
    private final class Asked implements Endpoint {
        final Conversations own = new TcpServer(
                        new ListenAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        HalfClose.AUTOMATIC,
                        () -> 1)
                .conversations();
        Conversations found;

        @Override
        public void open(EventSink sink) {
            found = commands.conversations();
        }

        @Override
        public Conversations conversations() {
            return own;
        }

        @Override
        public void close() {}
    }

    @Test
    void aPeerThatJoinsBeforeTheOpeningEndsCanBeSentTo() throws IOException {
        assertThat(commands.conversations()).isSameAs(Conversations.NONE);
        Asked endpoint = new Asked();
        commands.open(endpoint, event -> {}, 0);
        assertThat(endpoint.found).isSameAs(endpoint.own);
        assertThat(commands.conversations()).isSameAs(endpoint.own);
    }
}
