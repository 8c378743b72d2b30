package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Endpoint;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchoDetectorTest {
    private final EchoDetector loop = new EchoDetector();

    @Test
    void aReturningEchoIsRecognizedEvenWithTwoMessagesInTheLoop() {
        assertThat(loop.isEcho(new byte[] {1})).isFalse();
        assertThat(loop.isEcho(new byte[] {1})).isTrue();
        assertThat(loop.isEcho(new byte[] {2})).isFalse();
        assertThat(loop.isEcho(new byte[] {1})).isTrue();
        assertThat(loop.isEcho(new byte[] {2})).isTrue();
        assertThat(loop.isEcho(new byte[] {1, 0})).isFalse();
    }

    @Test
    void aStreamIsNoEcho() {
        Random random = new Random(1);
        byte[] read = new byte[4096];
        for (int i = 0; i < 10_000; i++) {
            random.nextBytes(read);
            assertThat(loop.isEcho(read)).isFalse();
        }
        for (int i = 0; i < 10; i++) {
            assertThat(loop.isEcho(new byte[Endpoint.MAX_PIECE]))
                    .as("zeros at full speed")
                    .isFalse();
        }
    }
}
