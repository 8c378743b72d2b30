package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Behaviour ECHO = Behaviours.of(new EchoAnswer());

    private static Behaviour rules(Rule... rules) {
        return Behaviours.of(new RulesAnswer(List.of(rules)));
    }

    private static Rule rule(String contains, String answer, int delayMillis, Rule.Receivers to, String role) {
        Match match = new Match(Match.Kind.CONTAINS, contains);
        return new Rule(true, "", match, Template.text(answer), delayMillis, to, role, 0, false);
    }

    @Test
    void twoProgramsThatAnswerEachOtherAreStopped() throws Exception {
        try (ReplyRig one = new ReplyRig(Behaviours.limited(Behaviours.reply("thanks\\n"), 50));
                ReplyRig two =
                        new ReplyRig(Behaviours.limited(rules(rule("a", "ha\\n", 0, Rule.Receivers.SENDER, "")), 60))) {
            one.connectTo(two).write("begin\n".getBytes(UTF_8));
            Event.Note cut = one.awaitNotes(ReplyNote.LOOP_CUT, 1).get(0);
            assertThat(cut.number(0, 0)).isEqualTo(50);
            assertThat(one.awaitNotes(ReplyNote.LOOP_OVER, 1).get(0).number(0, 0))
                    .isEqualTo(1);
            assertThat(two.notes(ReplyNote.LOOP_CUT)).isEmpty();
            assertThat(one.counters.withheld()).isEqualTo(1);
        }
    }

    @Test
    void twoEchoesOfEachOtherAreStopped() throws Exception {
        try (ReplyRig one = new ReplyRig(Behaviours.limited(ECHO, 50));
                ReplyRig two = new ReplyRig(Behaviours.limited(ECHO, 60))) {
            one.connectTo(two).write("again ".getBytes(UTF_8));
            await().until(() -> one.notes(ReplyNote.LOOP_CUT).size()
                            + two.notes(ReplyNote.LOOP_CUT).size()
                    > 0);
            await().until(() -> one.notes(ReplyNote.LOOP_OVER).size()
                            + two.notes(ReplyNote.LOOP_OVER).size()
                    > 0);
        }
    }

    @Test
    void aPeerThatAsksTooMuchIsAnsweredAgainAfterAQuietSecond() throws Exception {
        try (ReplyRig rig = new ReplyRig(Behaviours.limited(Behaviours.reply("ok"), 10))) {
            ReplyRig.Client client = rig.connect();
            ReplyRig.Client other = rig.connect();
            client.send("?\n".repeat(100));
            rig.awaitNotes(ReplyNote.LOOP_CUT, 1);
            other.send("?\n");
            assertThat(other.receive("ok")).isEqualTo("ok");
            long left = rig.awaitNotes(ReplyNote.LOOP_OVER, 1).get(0).number(0, -1);
            assertThat(left).isEqualTo(rig.counters.withheld()).isBetween(1L, 90L);
            client.send("?\n");
            int answers = (int) (100 - left + 1);
            assertThat(client.receive(2 * answers))
                    .isEqualTo("ok".repeat(answers).getBytes(UTF_8));
        }
    }

    @Test
    void messagesThatNoRuleMatchesDoNotCountForTheLimit() throws Exception {
        try (ReplyRig rig = new ReplyRig(Behaviours.limited(rules(rule("?", "ok", 0, Rule.Receivers.SENDER, "")), 1))) {
            ReplyRig.Client client = rig.connect();
            client.send("telemetry\n".repeat(10_000) + "?\n");
            assertThat(client.receive("ok")).isEqualTo("ok");
            assertThat(rig.notes(ReplyNote.LOOP_CUT)).isEmpty();
            assertThat(rig.counters.hits(0)).isEqualTo(1);
            assertThat(rig.counters.hits(1)).isZero();
        }
    }

    @Test
    void aPeerThatDoesNotReadAGigabyteHoldsUpNobody() throws Exception {
        try (ReplyRig rig = new ReplyRig(Behaviours.reply("x".repeat(1_000)))) {
            ReplyRig.Client nonReader = rig.connectNonReader();
            ReplyRig.Client other = rig.connect();
            byte[] block = new byte[1 << 20];
            AtomicLong taken = new AtomicLong();
            for (int i = 0; i < 1_024; i++) {
                taken.addAndGet(
                        rig.server.conversations().send(nonReader.peer(), block, Origin.PERSON) ? block.length : 0);
                assertThat(rig.server.conversations().waitingBytes(nonReader.peer()))
                        .isLessThanOrEqualTo(Endpoint.MOST_WAITING);
            }
            assertThat(taken.get()).isLessThan(64L << 20);
            for (int i = 0; i < 3_000; i++) {
                nonReader.send("?\n"); // answers fill the rest of the outbox
            }
            nonReader.awaitRead(6_000);
            assertThat(rig.server.conversations().waitingBytes(nonReader.peer()))
                    .isLessThanOrEqualTo(Endpoint.MOST_WAITING);
            other.send("?\n");
            assertThat(other.receive(1_000)).hasSize(1_000);
        }
    }

    @Test
    void aDelayedAnswerIsCancelledWhenItsPeerLeaves() throws Exception {
        Behaviour behaviour = rules(
                rule("soon", "now", 50, Rule.Receivers.SENDER, ""),
                rule("hour", "late", 3_600_000, Rule.Receivers.SENDER, ""));
        try (ReplyRig rig = new ReplyRig(behaviour)) {
            ReplyRig.Client client = rig.connect();
            client.send("soon\n");
            assertThat(client.receive("now")).isEqualTo("now");
            client.send("hour\n".repeat(900));
            client.awaitRead(5 + 4_500);
            client.reset();
            for (int i = 0; i < 12; i++) {
                ReplyRig.Client other = rig.connect();
                other.send("hour\n".repeat(900));
                other.awaitRead(4_500);
                other.reset();
            }
            assertThat(rig.notes(ReplyNote.DELAYS_FULL)).isEmpty();
            for (int i = 0; i < 12; i++) {
                rig.connect().send("hour\n".repeat(900));
            }
            assertThat(rig.awaitNotes(ReplyNote.DELAYS_FULL, 1)).hasSize(1);
            await().until(() -> rig.counters.withheld() == 12 * 900 - ReplyScheduler.MOST_TASKS);
            assertThat(rig.notes(ReplyNote.DELAYS_FULL)).hasSize(1);
        }
    }

    @Test
    void aDelayedAnswerIsNotSentAfterTheKindOfAnswerHasChanged() throws Exception {
        Behaviour behaviour = rules(rule("a", "late", 300, Rule.Receivers.SENDER, ""));
        try (ReplyRig rig = new ReplyRig(behaviour)) {
            ReplyRig.Client client = rig.connect();
            client.send("a\n");
            client.awaitRead(2);
            rig.responder.setBehaviour(Behaviour.NONE);
            client.socket.shutdownOutput();
            assertThat(client.receiveAll()).isEmpty();
        }
    }

    @Test
    void theConversationEndsAfterTheDelayedAnswer() throws Exception {
        Behaviour b = rules(rule("a", "late", 50, Rule.Receivers.SENDER, ""));
        Behaviour closing = new Behaviour(b.answer(), Framing.LINES, true, b.greeting(), "", Set.of(), 0);
        try (ReplyRig rig = new ReplyRig(closing)) {
            ReplyRig.Client client = rig.connect();
            client.send("a\na\n");
            assertThat(client.receiveAll()).isEqualTo("late");
        }
    }

    @Test
    void theConversationEndsEvenIfTheSchedulerIsFull() throws Exception {
        Behaviour b = rules(rule("a", "late", Rule.MOST_DELAY_MILLIS, Rule.Receivers.SENDER, ""));
        Behaviour closing = new Behaviour(b.answer(), Framing.LINES, true, b.greeting(), "", Set.of(), 0);
        try (ReplyRig rig = new ReplyRig(closing)) {
            for (int i = 1; i < ReplyScheduler.MOST_TASKS; i++) {
                assertThat(rig.scheduler.runAfter(Rule.MOST_DELAY_MILLIS, 0, waited -> {}))
                        .isNotNull();
            }
            ReplyRig.Client client = rig.connect();
            client.send("a\n"); // leaves no room for the task that ends the conversation
            assertThat(client.receiveAll()).isEmpty();
        }
    }

    @Test
    void rulesAnswerAllPeersOrThoseWithARole() throws Exception {
        Behaviour behaviour = rules(
                rule("all", "to all", 0, Rule.Receivers.ALL, ""),
                rule("role", "to role", 0, Rule.Receivers.ROLE, "DEVICE"));
        try (ReplyRig rig = new ReplyRig(behaviour)) {
            ReplyRig.Client one = rig.connect();
            ReplyRig.Client two = rig.connect();
            rig.responder.roleAssigner().assign(two.peer(), new Role("DEVICE", "7"));
            one.send("all\n");
            assertThat(one.receive("to all") + two.receive("to all")).isEqualTo("to allto all");
            one.send("role\n");
            assertThat(two.receive("to role")).isEqualTo("to role");
            assertThat(rig.sink.bytesTo(one.peer())).hasSize(6);
        }
    }
}
