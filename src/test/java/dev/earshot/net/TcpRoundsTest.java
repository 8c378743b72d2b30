package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TcpRoundsTest {

    @Test
    void aThousandRoundsOfListeningAndStoppingLeaveNoThreadAndNoDescriptor() throws Exception {
        round();
        await().until(() -> ourThreads().isEmpty());
        long descriptors = descriptors();
        for (int i = 0; i < 1_000; i++) {
            round();
        }
        await().untilAsserted(() -> assertThat(ourThreads()).isEmpty());
        // Other parts of the JVM may open a file or two; a leak would be a thousand.
        await().untilAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 10));
    }

    private static void round() throws IOException {
        Rig rig = new Rig();
        try (rig) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            rig.server.conversations().send(peer, new byte[] {1}, Origin.PERSON);
            assertThat(client.getInputStream().read()).isEqualTo(1);
        }
        assertThat(rig.sink.all(Event.Closed.class)).hasSize(1);
        assertThat(rig.sink.all(Event.Note.class)).isEmpty();
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("(listen|keep|peer) .*"))
                .toList();
    }

    private static long descriptors() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(open)) {
            return all.count();
        }
    }
}
