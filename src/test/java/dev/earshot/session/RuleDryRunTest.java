package dev.earshot.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Match.Kind;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleDryRunTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void begin() throws IOException {
        journal = JournalFactory.create(folder.resolve("x.pcapng"), folder, Framing.LINES, (event, time) -> {});
    }

    @AfterEach
    void end() throws IOException {
        journal.close();
    }

    @Test
    void pastMessagesAreMatchedWithTimeClientTextAndRule() {
        Peer one = joins(1);
        Peer two = joins(2);
        receives(one, "temp?\r\nother\nte", 0);
        receives(two, "温度\n".getBytes(GBK), 0);
        receives(one, "mp!\n", 0);
        RuleDryRun run = run(Framing.LINES, rule(Kind.EQUALS, "温度"), rule(Kind.STARTS, "temp"));
        assertThat(run.latest())
                .extracting(
                        RuleDryRun.Match::client,
                        RuleDryRun.Match::text,
                        RuleDryRun.Match::rule,
                        RuleDryRun.Match::length)
                .containsExactly(tuple(one, "temp?", 1, 7L), tuple(two, "温度", 0, 5L), tuple(one, "temp!", 1, 6L));
        assertThat(run.latest().get(0).epochNanos() / 1_000_000)
                .isBetween(System.currentTimeMillis() - 600_000, System.currentTimeMillis() + 1_000);
        assertThat(run.messages()).isEqualTo(4);
        assertThat(run.hits(0)).isOne();
        assertThat(run.hits(1)).isEqualTo(2);
        assertThat(run.progress()).isOne();
        assertThat(run.problem()).isNull();
    }

    @Test
    void anUnfinishedMessageEndsWithSilenceOrTheStreamAsInLiveReplies() {
        Peer one = joins(1);
        receives(one, "aa", 0);
        journal.on(new Event.Silent(one, 1_000_000_000L));
        receives(one, "bb", 0);
        receives(one, "cc", 150);
        receives(one, "dd", 250);
        journal.on(new Event.FinishedSending(one));
        Peer two = joins(2);
        receives(two, "cut off", 0);
        journal.on(new Event.Left(two, Event.Reason.RESET_BY_PEER, 0, ""));
        Peer three = joins(3);
        receives(three, "still coming", 0);
        assertThat(run(Framing.LINES, rule(Kind.ANY, "")).latest())
                .extracting(RuleDryRun.Match::text)
                .containsExactly("aa", "bbcc", "dd");
    }

    @Test
    void messagesAreComparedWithoutTheEscapesOfTheirFrame() throws Problem {
        Peer one = joins(1);
        receives(one, HexFormat.of().parseHex("7e01007d027e"), 0);
        RuleDryRun run = run(Framing.parse("jt808"), rule(Kind.HEX, "7E 01 00 7E 7E"));
        assertThat(run.hits(0)).isOne();
        assertThat(run.latest().get(0).length()).as("as it came").isEqualTo(6);
    }

    @Test
    void datagramsAreComparedAsTheyCameThoughTheFramingEscapes() throws Problem {
        InetSocketAddress local = new InetSocketAddress("127.0.0.1", 8080);
        Peer one = new Peer(1, local, new InetSocketAddress("127.0.0.1", 50_001), Transport.UDP);
        journal.on(new Event.Joined(one));
        receives(one, HexFormat.of().parseHex("7e01007d027e"), 0);
        RuleDryRun run =
                run(Framing.parse("jt808"), rule(Kind.HEX, "7E 01 00 7E 7E"), rule(Kind.HEX, "7E 01 00 7D 02 7E"));
        assertThat(run.hits(0)).isZero();
        assertThat(run.hits(1)).isOne();
    }

    @Test
    void eachConversationGoesThroughTheStatesOfTheRules() {
        Rule data = inState(Rule.START, rule(Kind.EQUALS, "DATA"), "body");
        Rule end = inState("body", rule(Kind.EQUALS, "."), "done");
        Rule line = inState("body", rule(Kind.ANY, ""), "");
        Peer one = joins(1);
        Peer two = joins(2);
        receives(one, "DATA\n", 0);
        receives(two, ".\nDATA\n", 0);
        receives(one, "DATA\n.\nDATA\n", 0);
        RuleDryRun run = run(Framing.LINES, data, end, line);
        assertThat(run.latest())
                .extracting(
                        RuleDryRun.Match::client,
                        RuleDryRun.Match::rule,
                        RuleDryRun.Match::state,
                        RuleDryRun.Match::nextState)
                .containsExactly(
                        tuple(one, 0, "start", "body"),
                        tuple(two, 0, "start", "body"),
                        tuple(one, 2, "body", "body"),
                        tuple(one, 1, "body", "done"));
    }

    private static Rule inState(String state, Rule r, String next) {
        return new Rule(
                true,
                "",
                r.match(),
                r.answer(),
                0,
                r.receivers(),
                r.role(),
                0,
                r.endsAfterAnswer(),
                false,
                state,
                next);
    }

    @Test
    void messagesAreSplitByTheFramingOfTheRules() throws Problem {
        Peer one = joins(1);
        HexFormat hex = HexFormat.of();
        receives(one, hex.parseHex("000100000006010300640002" + "00020000"), 0);
        receives(one, hex.parseHex("000601030a0a0001"), 0);
        RuleDryRun run = run(Framing.parse("length:4,2,be"), rule(Kind.HEX, "?? ?? 00 00 00 06 01 03 0A *"));
        assertThat(run.messages()).isEqualTo(2);
        assertThat(run.latest())
                .extracting(RuleDryRun.Match::head)
                .containsExactly(hex.parseHex("00020000000601030a0a0001"));
    }

    @Test
    void theLatestMatchesAreKeptAndAllAreCounted() {
        Peer one = joins(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            lines.append("line ").append(i).append('\n');
        }
        receives(one, lines.toString(), 0);
        receives(one, "x".repeat(5_000) + "\n", 0);
        RuleDryRun run = run(Framing.LINES, rule(Kind.ANY, ""));
        assertThat(run.hits(0)).isEqualTo(1_501);
        assertThat(run.latest())
                .hasSize(RuleDryRun.MOST_KEPT)
                .first()
                .extracting(RuleDryRun.Match::text)
                .isEqualTo("line 501");
        RuleDryRun.Match last = run.latest().get(RuleDryRun.MOST_KEPT - 1);
        assertThat(last.head()).hasSize(RuleDryRun.HEAD);
        assertThat(last.text()).hasSize(RuleDryRun.HEAD);
        assertThat(last.length()).isEqualTo(5_001);
    }

    @Test
    void aWrongRuleDoesNotHarmOtherRules() {
        receives(joins(1), "a\n", 0);
        RuleDryRun run = run(Framing.LINES, rule(Kind.EXPRESSION, "("), rule(Kind.EQUALS, "a"));
        assertThat(run.hits(0)).isZero();
        assertThat(run.hits(1)).isOne();
    }

    @Test
    void anExpressionThatTakesTooLongStopsTheRun() {
        Peer one = joins(1);
        for (int i = 0; i < 100; i++) {
            receives(one, "x".repeat(200) + "\n", 0);
        }
        RuleDryRun run = run(Framing.LINES, rule(Kind.EQUALS, "a"), rule(Kind.EXPRESSION, "^(x+x+)+\\1y$"));
        assertThat(run.problem().key()).isEqualTo("problem.match.slow");
        assertThat(run.problem().arguments()).containsExactly(2);
        assertThat(run.messages()).isEqualTo(20);
    }

    @Test
    void aCancelledRunEnds() {
        Peer one = joins(1);
        for (int i = 0; i < 100; i++) {
            receives(one, "x\n".repeat(30_000), 0);
        }
        RuleDryRun run = new RuleDryRun(journal, lens(), List.of(rule(Kind.ANY, "")), Framing.LINES);
        run.cancel();
        run.start();
        await().until(() -> !run.isRunning());
        assertThat(run.messages()).isZero();
        assertThat(run.problem()).isNull();
    }

    @Test
    void aDryRunMatchesTheMessagesThatWereAnswered() throws Exception {
        List<Rule> rules = List.of(rule(Kind.STARTS, "t"), rule(Kind.EXPRESSION, "^\\d+$"));
        try (LiveSession live = new LiveSession(folder)) {
            live.session.replies().setBehaviour(Behaviour.NONE.with(new RulesAnswer(rules)));
            LiveSession.Client client = live.connect();
            assertThat(client.say("t1\nx\n22\nt3\n").hear("OK\nOK\nOK\n")).isEqualTo("OK\nOK\nOK\n");
            RuleDryRun run = live.session.log().dryRun(rules, Framing.LINES);
            await().until(() -> !run.isRunning());
            assertThat(run.latest()).extracting(RuleDryRun.Match::text).containsExactly("t1", "22", "t3");
            for (int i = 0; i < rules.size(); i++) {
                assertThat(run.hits(i))
                        .isEqualTo(live.session.replies().counters().hits(i));
            }
        }
    }

    private RuleDryRun run(Framing framing, Rule... rules) {
        RuleDryRun run = new RuleDryRun(journal, lens(), List.of(rules), framing).start();
        await().until(() -> !run.isRunning());
        return run;
    }

    private Lens lens() {
        return new Lens(null, journal::encoding);
    }

    private static Rule rule(Kind kind, String pattern) {
        Template answer = new Template(TextForm.TEXT, "OK", LineEnding.LF);
        return new Rule(true, "", new Match(kind, pattern), answer, 0, Rule.Receivers.SENDER, "", 0, false);
    }

    private Peer joins(int id) {
        Peer peer =
                new Peer(id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_000 + id));
        journal.on(new Event.Joined(peer));
        return peer;
    }

    private void receives(Peer peer, String text, long waitedMillis) {
        receives(peer, text.getBytes(UTF_8), waitedMillis);
    }

    private void receives(Peer peer, byte[] bytes, long waitedMillis) {
        journal.on(new Event.Received(peer, bytes, 0, bytes.length, waitedMillis * 1_000_000));
    }
}
