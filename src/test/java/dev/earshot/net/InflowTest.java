package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class InflowTest {
    private static final int KB = 1024;
    private static final int MOST = Endpoint.MAX_PIECE;
    private static final int IDLE = 3;

    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> timeouts = new ArrayList<>();

    @Test
    void theBufferGrowsWhileReadsFillItAndIsGivenBackAfterIdling() throws Exception {
        run("fffff" + "iss", peer -> 0);
        assertThat(asked).containsExactly(4 * KB, 8 * KB, 16 * KB, 32 * KB, MOST, MOST, 4 * KB, 4 * KB, 4 * KB);
        assertThat(timeouts).containsExactly(IDLE, 0);
    }

    @Test
    void aReadThatDoesNotFillTheBufferDoesNotGrowIt() throws Exception {
        run("sss", peer -> 0);
        assertThat(asked).containsOnly(4 * KB);
        assertThat(timeouts).isEmpty();
    }

    @Test
    void theTimeoutIsSetOnlyWhenItChanges() throws Exception {
        RecordingSink sink = run("ssisi", peer -> 200);
        assertThat(timeouts).containsExactly(200);
        assertThat(sink.all(Event.Silent.class)).hasSize(2);
    }

    /** @param script what each read does: f fills the buffer, s reads one byte, i times out */
    private RecordingSink run(String script, ToIntFunction<Peer> silence) throws Exception {
        InetSocketAddress nowhere = new InetSocketAddress(0);
        RecordingSink sink = new RecordingSink().silence(silence);
        try (Socket socket = scripted(script)) {
            new Inflow(new Peer(1, nowhere, nowhere), socket, sink, () -> false, IDLE).run();
        }
        return sink;
    }

    private Socket scripted(String script) {
        return new Socket() {
            @Override
            public InputStream getInputStream() {
                return new Script(script);
            }

            @Override
            public void setSoTimeout(int millis) {
                timeouts.add(millis);
            }
        };
    }

    private final class Script extends InputStream {
        private final String script;
        private int at;

        Script(String script) {
            this.script = script;
        }

        @Override
        public int read() {
            throw new AssertionError("one byte at a time");
        }

        @Override
        public int read(byte[] buffer) throws SocketTimeoutException {
            asked.add(buffer.length);
            if (at == script.length()) {
                return -1;
            }
            switch (script.charAt(at++)) {
                case 'f':
                    return buffer.length;
                case 's':
                    return 1;
                default:
                    idle();
                    throw new SocketTimeoutException("Read timed out");
            }
        }

        private void idle() {
            long until = System.nanoTime() + IDLE * 1_000_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
        }
    }
}
