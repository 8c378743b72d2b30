package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerMessagesTest {
    @TempDir
    private Path folder;

    private static List<String> read(PeerMessages messages) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Row row = messages.next(); row != null; row = messages.next()) {
            texts.add(new String(row.bytes(), UTF_8));
        }
        return texts;
    }

    @Test
    void onlyTheMessagesOfOneDirectionOfOnePeerAreReadInTheirOrder() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer one = scene.joins(1);
            Peer two = scene.joins(2);
            scene.receives(one, "a\nb");
            scene.receives(two, "other\n");
            scene.sends(one, "answer\n".getBytes(UTF_8), true);
            scene.receives(one, "c\nd\n");
            try (PeerMessages received = new PeerMessages(scene.journal, one, Row.Kind.RECEIVED);
                    PeerMessages sent = new PeerMessages(scene.journal, one, Row.Kind.SENT)) {
                scene.receives(one, "too late\n");
                assertThat(received.count()).isEqualTo(3);
                assertThat(read(received)).containsExactly("a\n", "bc\n", "d\n");
                assertThat(read(sent)).containsExactly("answer\n");
                assertThat(received.missing()).isZero();
            }
        }
    }

    @Test
    void anotherFramingMeanwhileIsReported() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "a\nb\nc\n");
            try (PeerMessages messages = new PeerMessages(scene.journal, peer, Row.Kind.RECEIVED)) {
                messages.next();
                scene.journal.reframe(Framing.RECEIVED);
                assertThatThrownBy(messages::next).isInstanceOf(RowsChangedException.class);
            }
        }
    }

    @Test
    void allPeersThatHaveJoinedAreFoundAlsoThoseThatLeftLongAgo() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            for (int id = 1; id <= 300; id++) {
                Peer peer = scene.joins(id);
                scene.receives(peer, "x\n");
                scene.leaves(peer);
            }
            assertThat(JoinedPeers.find(scene.journal, peer -> peer.id() == 3)).containsExactly(Scene.peer(3));
            assertThat(JoinedPeers.find(scene.journal, peer -> true)).hasSize(300);
        }
    }
}
