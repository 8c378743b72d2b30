package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Conversations;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Tests automatic messages to a peer for whose writer the system has no thread. */
class ReplySenderTest {
    private static final Conversations THREADLESS = new Conversations() {
        @Override
        public boolean send(Peer peer, byte[] bytes, Origin origin) {
            return false;
        }

        @Override
        public boolean awaitRoom(Peer peer, int bytes, int millis) {
            return false;
        }

        @Override
        public void disconnect(Peer peer) {}

        @Override
        public void abort(Peer peer) {}

        @Override
        public boolean lacksThread(Peer peer) {
            return true;
        }

        @Override
        public long waitingBytes(Peer peer) {
            return 0;
        }
    };

    @Test
    void aMissingThreadIsToldAsSuchAndOnce() {
        RecordingSink sink = new RecordingSink();
        ReplyCounters counters = new ReplyCounters();
        try (ReplyScheduler scheduler = new ReplyScheduler()) {
            ReplySender sender = new ReplySender(
                    THREADLESS, sink, counters, scheduler, new AmplificationGuard(address -> true, scheduler));
            Peer peer = new Peer(1, new InetSocketAddress("127.0.0.1", 1), new InetSocketAddress("127.0.0.1", 2));
            PeerState state = new PeerState(peer);
            for (int i = 0; i < 3; i++) {
                assertThat(sender.send(state, new byte[1], new Origin(OriginKind.ECHO)))
                        .isFalse();
            }
            assertThat(sink.all(Event.Note.class)).singleElement().satisfies(note -> {
                assertThat(note.kind()).isEqualTo(ReplyNote.ANSWER_FAILED);
                assertThat(note.problem(1).key()).isEqualTo("problem.answer.thread");
            });
            assertThat(counters.withheld()).isEqualTo(3);
        }
    }
}
