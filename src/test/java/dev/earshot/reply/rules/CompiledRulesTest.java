package dev.earshot.reply.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.reply.Samples;
import dev.earshot.reply.rules.Match.Kind;
import dev.earshot.reply.rules.Rule.Receivers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompiledRulesTest {
    private static final Peer ANN = Samples.peer(1);
    private static final Peer BOB = Samples.peer(2);
    private static final Peer CHI = Samples.peer(3);

    private final SetClock clock = new SetClock();

    /** A clock that is set by hand. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T14:03:22Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(int millis) {
            now = now.plus(Duration.ofMillis(millis));
        }
    }

    /** Three connected peers: Chi reads GBK, and Bob has the role DEVICE. */
    private static final class ThreePeers implements Participants {
        @Override
        public Collection<Peer> all() {
            return List.of(ANN, BOB, CHI);
        }

        @Override
        public Collection<Peer> withRole(String name) {
            return name.equals("DEVICE") ? List.of(BOB) : List.of();
        }

        @Override
        public Encoding encoding(Peer peer) {
            return peer.equals(CHI) ? Encoding.GBK : Encoding.UTF_8;
        }
    }

    @Test
    void theFirstRuleThatMatchesAnswers() {
        CompiledRules book =
                compile(rule(Kind.EQUALS, "a", "equal"), rule(Kind.STARTS, "a", "starts"), rule(Kind.ANY, "", "other"));
        assertThat(texts(book, "a\n")).containsExactly("1 equal");
        assertThat(texts(book, "ab\n")).containsExactly("1 starts");
        assertThat(texts(book, "b\n")).containsExactly("1 other");
        assertThat(hits(book, 3)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void aMessageThatNoRuleMatchesHasNoAnswer() {
        CompiledRules book = compile(rule(Kind.EQUALS, "a", "x"));
        assertThat(texts(book, "b")).isEmpty();
        assertThat(texts(new CompiledRules(List.of(), clock), "b")).isEmpty();
    }

    @Test
    void aRuleThatIsOffOrWrongIsSkipped() {
        CompiledRules book = compile(
                off(rule(Kind.ANY, "", "off")),
                rule(Kind.EXPRESSION, "a(", "wrong pattern"),
                rule(Kind.ANY, "", "${wrong}"),
                rule(Kind.HEX, "(61) (??)", "${3}"),
                to(rule(Kind.ANY, "", "nobody's role"), Receivers.ROLE, " "),
                rule(Kind.ANY, "", "right"));
        assertThat(texts(book, "ab")).containsExactly("1 right");
        assertThat(hits(book, 6)).containsExactly(0L, 0L, 0L, 0L, 0L, 1L);
    }

    @Test
    void theOriginNamesTheRuleByItsNumberInTheTable() {
        Rule named = new Rule(
                true, " tem\np ", new Match(Kind.ANY, ""), Template.text("x"), 0, Receivers.SENDER, "", 0, false);
        List<ReplyAction> actions = decide(compile(off(rule(Kind.ANY, "", "")), named), "a");
        assertThat(((ReplyAction.Send) actions.get(0)).origin().text()).isEqualTo("rule 2 tem\\np");
        assertThat(((ReplyAction.Send)
                                decide(compile(rule(Kind.ANY, "", "x")), "a").get(0))
                        .origin()
                        .text())
                .isEqualTo("rule 1");
    }

    @Test
    void anAnswerGoesToTheSenderToAllOrToARole() {
        Rule rule = rule(Kind.ANY, "", "你${0}");
        assertThat(texts(compile(to(rule, Receivers.SENDER, "")), "a")).containsExactly("1 你a");
        assertThat(texts(compile(to(rule, Receivers.ROLE, "DEVICE")), "a")).containsExactly("2 你a");
        assertThat(texts(compile(to(rule, Receivers.ROLE, "APP")), "a")).isEmpty();
        assertThat(texts(compile(to(rule, Receivers.ALL, "")), "a")).containsExactly("1 你a", "2 你a", "3 你a");
    }

    @Test
    void eachReceiverGetsTheAnswerInItsEncoding() {
        List<ReplyAction> actions =
                decide(compile(to(rule(Kind.ANY, "", "你${random:1-1000000}"), Receivers.ALL, "")), "a");
        byte[] first = ((ReplyAction.Send) actions.get(0)).bytes();
        assertThat(((ReplyAction.Send) actions.get(1)).bytes()).isSameAs(first);
        assertThat(((ReplyAction.Send) actions.get(2)).bytes()).startsWith(Samples.gbk("你"));
    }

    @Test
    void anEncodingThatLacksACharacterAffectsOnlyItsReceivers() {
        List<ReplyAction> actions = decide(compile(to(rule(Kind.ANY, "", "😀"), Receivers.ALL, "")), "a");
        assertThat(actions.subList(0, 2)).allMatch(ReplyAction.Send.class::isInstance);
        ReplyAction.ReportProblem report = (ReplyAction.ReportProblem) actions.get(2);
        assertThat(report.to()).isEqualTo(CHI);
        assertThat(report.problem().key()).isEqualTo("problem.text.unencodable");
        assertThat(report.origin().text()).isEqualTo("rule 1");
    }

    @Test
    void delayAndEndArePartOfTheActions() {
        Rule rule = new Rule(true, "", new Match(Kind.ANY, ""), Template.text("x"), 250, Receivers.ALL, "", 0, true);
        List<ReplyAction> actions = decide(compile(rule), "a");
        assertThat(actions).hasSize(4);
        assertThat(((ReplyAction.Send) actions.get(0)).delayMillis()).isEqualTo(250);
        assertThat(actions.get(3)).isEqualTo(new ReplyAction.End(ANN, 250));
    }

    @Test
    void anEmptyAnswerSendsNothing() {
        CompiledRules book = compile(rule(Kind.STARTS, "#", ""), rule(Kind.ANY, "", "x"));
        assertThat(decide(book, "# a remark")).isEmpty();
        assertThat(book.hits(0)).isOne();
    }

    @Test
    void theCounterCountsAnswersOfItsRule() {
        CompiledRules book = compile(rule(Kind.EQUALS, "a", "${counter}"), rule(Kind.ANY, "", "${counter:3}"));
        texts(book, "a");
        texts(book, "b");
        assertThat(texts(book, "a")).containsExactly("1 2");
        assertThat(texts(book, "b")).containsExactly("1 002");
    }

    @Test
    void answersInASecondAreLimited() {
        CompiledRules book = compile(limited(2, rule(Kind.ANY, "", "${counter}")));
        assertThat(texts(book, "a")).containsExactly("1 1");
        clock.pass(400);
        assertThat(texts(book, "a")).containsExactly("1 2");
        clock.pass(599);
        assertThat(texts(book, "a")).isEmpty();
        clock.pass(1);
        assertThat(texts(book, "a")).containsExactly("1 3");
        assertThat(book.hits(0)).isEqualTo(4);
        assertThat(book.withheld(0)).isOne();
    }

    @Test
    void aClockThatIsSetBackWithholdsNothing() {
        CompiledRules book = compile(limited(1, rule(Kind.ANY, "", "x")));
        assertThat(texts(book, "a")).hasSize(1);
        clock.pass(-3_600_000);
        assertThat(texts(book, "a")).hasSize(1);
    }

    @Test
    void timeAndClientAndClientsBelongToTheMessage() {
        CompiledRules book = compile(rule(Kind.ANY, "", "${time:HH:mm:ss} ${client} ${clients}"));
        assertThat(texts(book, "a")).containsExactly("1 14:03:22 127.0.0.1:50001 3");
    }

    @Test
    void theNextRuleIsTriedAfterAnEndlessExpression() {
        CompiledRules book = compile(rule(Kind.EXPRESSION, "^(x+x+)+\\1y$", "a"), rule(Kind.ANY, "", "b"));
        assertThat(texts(book, "x".repeat(200))).containsExactly("1 b");
        assertThat(book.givenUp(0)).isOne();
        assertThat(book.givenUp(1)).isZero();
    }

    @Test
    void findFirstChangesNoCounter() {
        CompiledRules book = compile(rule(Kind.EXPRESSION, "(", "x"), rule(Kind.EQUALS, "a", "x"));
        assertThat(book.findFirst(
                        new Message(ANN, Samples.utf8("a\n"), Encoding.UTF_8), MessageFields.NONE, Rule.START))
                .isOne();
        assertThat(book.findFirst(
                        new Message(ANN, Samples.utf8("b\n"), Encoding.UTF_8), MessageFields.NONE, Rule.START))
                .isEqualTo(-1);
        assertThat(book.hits(1)).isZero();
    }

    @Test
    void messagesOfManyThreadsAreCountedOnce() throws InterruptedException {
        CompiledRules book = compile(limited(100, rule(Kind.ANY, "", "${counter}")));
        CountDownLatch start = new CountDownLatch(1);
        long[] answered = new long[4];
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    await(start);
                    for (int round = 0; round < 5_000; round++) {
                        answered[i] += decide(book, "a").size();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(IntStream.range(0, 4).mapToLong(i -> answered[i]).sum()).isEqualTo(100);
        assertThat(book.hits(0)).isEqualTo(20_000);
        assertThat(book.withheld(0)).isEqualTo(19_900);
    }

    @Test
    void eachPartOfARuleIsCheckedByItself() {
        Rule wrong = to(rule(Kind.EXPRESSION, "a(", "${1} ${x}"), Receivers.ROLE, "");
        assertThat(catchThrowableOfType(Problem.class, wrong::checkPattern).key())
                .isEqualTo("problem.match.expression");
        assertThat(catchThrowableOfType(Problem.class, wrong::checkAnswer).key())
                .isEqualTo("problem.template.unknown");
        assertThat(catchThrowableOfType(Problem.class, wrong::checkRole).key()).isEqualTo("problem.rule.role");
        Rule capture = rule(Kind.EXPRESSION, "(a)(b)", "${2} ${3}");
        Problem problem = catchThrowableOfType(Problem.class, capture::checkAnswer);
        assertThat(problem.key()).isEqualTo("problem.template.capture");
        assertThat(problem.position()).isEqualTo(5);
        assertThat(problem.arguments()).containsExactly("6", "3", 2);
    }

    private CompiledRules compile(Rule... rules) {
        return new CompiledRules(List.of(rules), clock);
    }

    private static Rule rule(Kind kind, String pattern, String answer) {
        return new Rule(true, "", new Match(kind, pattern), Template.text(answer), 0, Receivers.SENDER, "", 0, false);
    }

    private static Rule off(Rule r) {
        return new Rule(false, r.name(), r.match(), r.answer(), 0, r.receivers(), r.role(), 0, false);
    }

    private static Rule to(Rule r, Receivers to, String role) {
        return new Rule(true, r.name(), r.match(), r.answer(), 0, to, role, 0, false);
    }

    private static Rule limited(int most, Rule r) {
        return new Rule(true, r.name(), r.match(), r.answer(), 0, r.receivers(), r.role(), most, false);
    }

    private static List<ReplyAction> decide(CompiledRules book, String text) {
        return book.decide(new Message(ANN, Samples.utf8(text), Encoding.UTF_8), new ThreePeers());
    }

    /** Returns each receiver with the text that it gets. */
    private static List<String> texts(CompiledRules book, String text) {
        Participants present = new ThreePeers();
        return decide(book, text).stream()
                .map(ReplyAction.Send.class::cast)
                .map(send -> send.to().id() + " "
                        + new String(send.bytes(), present.encoding(send.to()).readCharset()))
                .toList();
    }

    private static List<Long> hits(CompiledRules book, int rules) {
        return IntStream.range(0, rules).mapToObj(book::hits).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
