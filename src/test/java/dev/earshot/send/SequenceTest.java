package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static final int LONG = 60_000;

    private final Peer one = FakePeers.peer(1);
    private final Peer two = FakePeers.peer(2);

    /** Answers each message at once by a table, or never. */
    private static final class Device extends FakePeers {
        private final Map<String, List<String>> answers;

        Device(Map<String, List<String>> answers, Peer... peers) {
            super(peers);
            this.answers = answers;
        }

        @Override
        public boolean send(Peer peer, byte[] message, Origin origin) {
            boolean taken = super.send(peer, message, origin);
            answers.getOrDefault(new String(message, Encoding.UTF_8.readCharset()), List.of())
                    .forEach(answer -> answer(peer, answer));
            return taken;
        }
    }

    @Test
    void stepsAreSentInOrderForEveryRound() throws Problem {
        FakePeers reachable = new FakePeers(one);
        Sequence sequence = play(reachable, 2, step("A", "a"), step("B", "b"));
        await().until(sequence::isEnded);
        assertThat(reachable.sent).containsExactly("1 quick A: a", "1 quick B: b", "1 quick A: a", "1 quick B: b");
        assertThat(sequence.failure()).isEmpty();
        assertThat(sequence.progress()).isEqualTo(1);
    }

    @Test
    void quickSendsOutsideTheSequenceAreSkipped() throws Problem {
        FakePeers reachable = new FakePeers(one);
        QuickSend off = new QuickSend("off", text("off"), false, 0, Optional.empty(), 1);
        Sequence sequence = play(reachable, 1, off, step("B", "b"));
        await().until(sequence::isEnded);
        assertThat(reachable.sent).containsExactly("1 quick B: b");
    }

    @Test
    void theNextStepWaitsForAReplyThatMayComeInPieces() throws Problem {
        Device device = new Device(Map.of("login", List.of("busy\r\n", "O", "K\r\n")), one);
        Sequence sequence = play(device, 1, waiting("LOGIN", "login", "OK", LONG), step("B", "b"));
        await().until(sequence::isEnded);
        assertThat(device.sent).containsExactly("1 quick LOGIN: login", "1 quick B: b");
        assertThat(sequence.failure()).isEmpty();
    }

    @Test
    void aReplyToAnEarlierStepDoesNotCount() throws Problem {
        Device device = new Device(Map.of("a", List.of("OK")), one);
        Sequence sequence = play(device, 1, step("A", "a"), waiting("B", "b", "OK", 1));
        await().until(sequence::isEnded);
        assertThat(sequence.failure().orElseThrow().problem().key()).isEqualTo("problem.sequence.silent");
    }

    @Test
    void aWrongReplyIsReported() throws Problem {
        Device device = new Device(Map.of("login", List.of("ERROR 7\r\n")), one);
        Sequence sequence = play(device, 1, step("A", "a"), waiting("LOGIN", "login", "OK", 1));
        await().until(sequence::isEnded);
        Problem problem = sequence.failure().orElseThrow().problem();
        assertThat(problem.key()).isEqualTo("problem.sequence.other");
        assertThat(problem.arguments()).contains(2, "LOGIN").last().asString().startsWith("ERROR 7");
    }

    @Test
    void aReceiverThatLeavesWhileAwaitedEndsItsRun() throws Problem {
        FakePeers reachable = new FakePeers(one);
        Sequence sequence = play(reachable, 1, waiting("LOGIN", "login", "OK", LONG), step("B", "b"));
        await().until(() -> !reachable.sent.isEmpty());
        reachable.leave(one);
        await().until(sequence::isEnded);
        assertThat(sequence.failure().orElseThrow().problem().key()).isEqualTo("problem.sequence.left");
        assertThat(reachable.sent).hasSize(1);
    }

    @Test
    void stoppingEndsWaitingForAReplyAndForADelay() throws Problem {
        FakePeers reachable = new FakePeers(one, two);
        Sequence reply = play(reachable, 1, waiting("LOGIN", "login", "OK", LONG));
        Sequence delay = new Sequence(
                reachable,
                List.of(one),
                new QuickSends(List.of(new QuickSend("D", text("d"), true, LONG, Optional.empty(), 1)), 1));
        delay.start();
        await().until(() -> reachable.sent.size() == 2);
        reply.stop();
        delay.stop();
        await().until(() -> reply.isEnded() && delay.isEnded());
        assertThat(reply.failure()).isEmpty();
        assertThat(delay.failure()).isEmpty();
        assertThat(reachable.sent).hasSize(2);
    }

    @Test
    void anEndlessSequenceRunsUntilItIsStopped() throws Problem {
        FakePeers reachable = new FakePeers(one);
        Sequence sequence = play(reachable, 0, step("A", "a"));
        await().until(() -> reachable.sent.size() > 10);
        assertThat(sequence.progress()).isEqualTo(-1);
        sequence.stop();
        await().until(sequence::isEnded);
    }

    @Test
    void aSilentReceiverHoldsUpNoOther() throws Problem {
        FakePeers reachable = new FakePeers(one, two);
        Sequence sequence = play(reachable, 1, waiting("LOGIN", "login", "OK", LONG), step("B", "b"));
        await().until(() -> reachable.sent.size() == 2);
        reachable.answer(two, "OK");
        await().until(() -> reachable.sent.contains("2 quick B: b"));
        assertThat(sequence.isEnded()).isFalse();
        sequence.stop();
        await().until(sequence::isEnded);
        assertThat(reachable.sent).doesNotContain("1 quick B: b");
    }

    @Test
    void aReplyMayBeAwaitedByItsFields() throws Problem {
        FakePeers reachable = new FakePeers(one);
        Match hot = new Match(Match.Kind.WHERE, "T > 30");
        Sequence sequence =
                play(reachable, 1, new QuickSend("A", text("T?"), true, 0, Optional.of(hot), LONG), step("B", "b"));
        await().until(() -> reachable.sent.size() == 1);
        reachable.answer(one, "T=31;H=40");
        await().until(sequence::isEnded);
        assertThat(sequence.failure()).isEmpty();
        assertThat(reachable.sent).hasSize(2);
    }

    @Test
    void aMistakeIsReportedBeforeAnythingIsSent() {
        FakePeers reachable = new FakePeers(one);
        assertThat(mistake(reachable)).isEqualTo("problem.sequence.empty");
        assertThat(mistake(reachable, step("A", "a"), step("B", ""))).isEqualTo("problem.sequence.nothing");
        QuickSend odd = QuickSend.of("B", text("0").with("0", TextForm.HEX, Optional.empty()));
        assertThat(mistake(reachable, step("A", "a"), odd)).isEqualTo("problem.hex.odd");
        reachable.longest = 1;
        assertThat(mistake(reachable, step("A", "a"), step("B", "bb"))).isEqualTo("problem.udp.long");
        assertThat(reachable.sent).isEmpty();
    }

    private String mistake(FakePeers reachable, QuickSend... steps) {
        return catchThrowableOfType(Problem.class, () -> play(reachable, 1, steps))
                .key();
    }

    private static Sequence play(FakePeers reachable, int rounds, QuickSend... steps) throws Problem {
        Sequence sequence = new Sequence(reachable, reachable.all(), new QuickSends(Arrays.asList(steps), rounds));
        sequence.start();
        return sequence;
    }

    private static QuickSend step(String name, String text) {
        return QuickSend.of(name, text(text));
    }

    private static QuickSend waiting(String name, String text, String reply, int millis) {
        Match match = new Match(Match.Kind.CONTAINS, reply);
        return new QuickSend(name, text(text), true, 0, Optional.of(match), millis);
    }

    private static Draft text(String text) {
        return Draft.EMPTY.with(text, TextForm.TEXT, Optional.empty());
    }
}
