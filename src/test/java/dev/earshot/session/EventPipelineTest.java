package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.reply.ReplyNote;
import dev.earshot.reply.Role;
import dev.earshot.reply.RolesAnswer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPipelineTest {
    private static final Peer PEER =
            new Peer(1, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_001));

    @TempDir
    Path folder;

    private record Stage(String name, int silenceMillis, List<String> seen) implements EventSink {
        @Override
        public void on(Event event) {
            seen.add(name + " " + event.getClass().getSimpleName());
        }

        @Override
        public int silenceMillis(Peer peer) {
            return silenceMillis;
        }
    }

    @Test
    void stagesReceiveAnEventInTheirOrder() {
        List<String> seen = new ArrayList<>();
        EventPipeline pipeline =
                new EventPipeline(List.of(), new Stage("first", 0, seen), new Stage("second", 0, seen));
        pipeline.on(new Event.Joined(PEER));
        pipeline.on(new Event.FinishedSending(PEER));
        assertThat(seen)
                .containsExactly("first Joined", "second Joined", "first FinishedSending", "second FinishedSending");
    }

    @Test
    void onlyTheLeavingIsToldToOthersBeforeTheStages() {
        List<String> seen = new ArrayList<>();
        EventPipeline pipeline =
                new EventPipeline(List.of(new Stage("departure", 0, seen)), new Stage("stage", 0, seen));
        pipeline.on(new Event.Joined(PEER));
        pipeline.on(new Event.Left(PEER, Event.Reason.CLOSED_BY_PEER, 0, ""));
        assertThat(seen).containsExactly("stage Joined", "departure Left", "stage Left");
    }

    @Test
    void theShortestSilenceOfAllStagesCounts() {
        assertThat(silence(0, 0)).isZero();
        assertThat(silence(0, 500)).isEqualTo(500);
        assertThat(silence(20, 0)).isEqualTo(20);
        assertThat(silence(20, 500)).isEqualTo(20);
        assertThat(silence(500, 20)).isEqualTo(20);
    }

    private static int silence(int first, int second) {
        return new EventPipeline(List.of(), new Stage("a", first, List.of()), new Stage("b", second, List.of()))
                .silenceMillis(PEER);
    }

    @Test
    void anAnswerIsLoggedBelowItsQuestion() throws Exception {
        try (LiveSession live = new LiveSession(folder)) {
            live.session.replies().setBehaviour(Behaviour.NONE.with(new EchoAnswer()));
            LiveSession.Client client = live.connect();
            List<Row.Kind> expected = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                client.say("question\n").hear("question\n");
                expected.add(Row.Kind.RECEIVED);
                expected.add(Row.Kind.SENT);
            }
            await().untilAsserted(() -> assertThat(messages(live)).isEqualTo(expected));
        }
    }

    private static List<Row.Kind> messages(LiveSession live) throws IOException {
        return live.rows().stream()
                .map(Row::kind)
                .filter(kind -> kind != Row.Kind.EVENT)
                .toList();
    }

    @Test
    void remainingCountsAreLoggedAboveTheLeaving() throws Exception {
        try (LiveSession live = new LiveSession(folder)) {
            live.session.replies().setBehaviour(Behaviour.NONE.with(RolesAnswer.DEFAULT));
            LiveSession.Client client = live.connect();
            Peer peer = client.peer();
            live.session.replies().giveRole(peer, new Role("DEVICE", "7"));
            client.say("nobody hears this\n");
            live.awaitNotes(ReplyNote.NOBODY_THERE, 1);
            client.socket.close();
            await().until(() -> live.session.clients().find(peer) == null);
            List<Event> events = live.rows().stream()
                    .map(Row::event)
                    .filter(event -> event != null)
                    .toList();
            assertThat(events.get(events.size() - 2)).isEqualTo(ReplyNote.NOT_FORWARDED.about(peer, 18));
            assertThat(events.get(events.size() - 1)).isInstanceOf(Event.Left.class);
        }
    }
}
