package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event;
import dev.earshot.net.HalfClose;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests automatic answers to clients that have finished sending, and to those that are gone. */
class HalfClosedClientTest {

    @Test
    void aDelayedAnswerIsSentAndThenTheConversationIsClosedByUs() throws Exception {
        try (ReplyRig rig = rig(1_500, HalfClose.ofSeconds(0))) {
            ReplyRig.Client client = rig.connect().send("one\ntwo");
            client.socket.shutdownOutput();
            assertThat(client.receiveAll()).isEqualTo("later later ");
            Event.Left left = rig.sink.awaitLeft(client.peer());
            assertThat(left).isEqualTo(new Event.Left(client.peer(), Event.Reason.HALF_CLOSED, 0, "0"));
            assertThat(rig.notes(ReplyNote.ANSWERS_LOST)).isEmpty();
        }
    }

    @Test
    void answersThatTheEndOfAConversationOvertakesAreNotedAboveIt() throws Exception {
        try (ReplyRig rig = rig(600_000, HalfClose.AUTOMATIC)) {
            ReplyRig.Client client = rig.connect().send("one\ntwo\n");
            client.awaitRead(8);
            client.reset();
            List<Event> about = rig.sink.events(client.peer());
            assertThat(about.get(about.size() - 2)).isEqualTo(ReplyNote.ANSWERS_LOST.about(client.peer(), "2"));
        }
    }

    @Test
    void answersAfterOurOwnEndAreNotedToo() throws Exception {
        try (ReplyRig rig = rig(0, HalfClose.AUTOMATIC)) {
            ReplyRig.Client client = rig.connect();
            rig.server.conversations().finishSending(client.peer());
            assertThat(client.receiveAll()).isEmpty();
            client.send("one\n").awaitRead(4);
            client.close();
            assertThat(rig.notes(ReplyNote.ANSWERS_LOST))
                    .containsExactly(ReplyNote.ANSWERS_LOST.about(client.peer(), "1"));
        }
    }

    private static ReplyRig rig(int delayMillis, HalfClose halfClose) throws Exception {
        Rule rule = new Rule(
                true,
                "",
                new Match(Match.Kind.ANY, ""),
                Template.text("later "),
                delayMillis,
                Rule.Receivers.SENDER,
                "",
                0,
                false);
        Behaviour behaviour = Behaviours.of(new RulesAnswer(List.of(rule)));
        return new ReplyRig(behaviour, RoleForwarder.PATIENCE_MILLIS, halfClose);
    }
}
