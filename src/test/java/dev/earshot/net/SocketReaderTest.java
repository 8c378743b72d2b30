package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.tls.TlsFacts;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketReaderTest {
    private static final int KB = 1024;
    private static final int MOST = Endpoint.MAX_PIECE;
    private static final Peer PEER = new Peer(1, new InetSocketAddress(0), new InetSocketAddress(0));

    private final RecordingSink sink = new RecordingSink();
    private final Housekeeper housekeeper = new Housekeeper();
    private final Semaphore large = new Semaphore(1);
    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();

    @AfterEach
    void stop() {
        housekeeper.end();
    }

    @Test
    void theBufferGrowsWhileReadsFillIt() throws Exception {
        run("ffffffs");
        assertThat(asked).containsExactly(4 * KB, 8 * KB, 16 * KB, 32 * KB, MOST, MOST, MOST, MOST);
    }

    @Test
    void aReadThatDoesNotFillTheBufferDoesNotGrowIt() throws Exception {
        run("sss");
        assertThat(asked).containsOnly(4 * KB);
    }

    @Test
    void aLargeBufferIsGivenBackAfterManySmallReads() throws Exception {
        run("ff" + "s".repeat(SocketReader.SMALL_READS_TO_SHRINK - 1) + "m"
                + "s".repeat(SocketReader.SMALL_READS_TO_SHRINK) + "s");
        int reads = 2 + SocketReader.SMALL_READS_TO_SHRINK + SocketReader.SMALL_READS_TO_SHRINK;
        assertThat(asked.subList(2, reads)).containsOnly(16 * KB);
        assertThat(asked.subList(reads, asked.size())).containsOnly(4 * KB);
    }

    @Test
    void largeBuffersAreLimitedAndGivenBackAtTheEnd() throws Exception {
        large.acquire();
        run("fff");
        assertThat(asked).containsOnly(4 * KB);
        large.release();
        asked.clear();
        run("fff");
        assertThat(asked).containsExactly(4 * KB, 8 * KB, 16 * KB, 32 * KB);
        assertThat(large.availablePermits()).isEqualTo(1);
    }

    @Test
    void eachReadIsReturnedAsItIs() throws Exception {
        run("sfs");
        assertThat(lengths).containsExactly(1, 4 * KB, 1);
        assertThat(Collections.max(asked)).isEqualTo(8 * KB);
    }

    /** @param script what each read does: f fills the buffer, s reads one byte, m more than a small buffer holds */
    private void run(String script) throws Exception {
        SilenceWatch silence = new SilenceWatch(PEER, sink, () -> false, () -> false, housekeeper);
        ReadModerator moderator = new ReadModerator(PEER, sink, new AtomicInteger());
        try (SocketReader reader =
                new SocketReader(PEER, new ScriptedStream(new Script(script)), silence, large, moderator)) {
            for (Event.Received event = reader.read(); event != null; event = reader.read()) {
                lengths.add(event.length());
            }
        }
    }

    /** A connection that is only read. */
    private record ScriptedStream(InputStream input) implements TcpStream {
        @Override
        public Socket socket() {
            throw new AssertionError("asked for its socket");
        }

        @Override
        public OutputStream output() {
            throw new AssertionError("written to");
        }

        @Override
        public TlsFacts handshake() {
            return null;
        }

        @Override
        public boolean isEncrypted() {
            return false;
        }

        @Override
        public void finishOutput() {
            throw new AssertionError("finished");
        }
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
        public int read(byte[] buffer) {
            asked.add(buffer.length);
            if (at == script.length()) {
                return -1;
            }
            return switch (script.charAt(at++)) {
                case 'f' -> buffer.length;
                case 'm' -> 4 * KB + 1;
                default -> 1;
            };
        }
    }
}
