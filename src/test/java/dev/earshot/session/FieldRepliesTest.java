package dev.earshot.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Match.Kind;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and templates over the fields of messages that come over real sockets. */
class FieldRepliesTest {
    private static final String LAYOUTS = """
        {"format": "earshot fields 1", "layouts": [
          {"name": "sensor", "framings": "fixed:4", "fields": [
            {"name": "id", "type": "u8"},
            {"name": "temp", "type": "i16", "scale": "0.1", "unit": "C"},
            {"name": "state", "type": "u8", "words": {"1": "alarm"}}]},
          {"name": "tracker", "framings": "jt808", "fields": [
            {"name": "begin", "type": "u8"},
            {"name": "a", "type": "u8"},
            {"name": "b", "type": "u8"},
            {"name": "end", "type": "u8"}]}]}
        """;

    @TempDir
    Path folder;

    private LiveSession live;

    @BeforeEach
    void begin() throws Exception {
        Files.writeString(folder.resolve("fields.json"), LAYOUTS);
        live = new LiveSession(folder);
    }

    @AfterEach
    void end() throws IOException {
        live.close();
    }

    private void answer(Framing framing, Rule... rules) {
        live.session
                .replies()
                .setBehaviour(
                        Behaviour.NONE.with(new RulesAnswer(List.of(rules))).with(framing));
    }

    private static Rule rule(String condition, String answer) {
        Template template = new Template(TextForm.TEXT, answer, LineEnding.LF);
        Match match = condition.isEmpty() ? new Match(Kind.ANY, "") : new Match(Kind.WHERE, condition);
        return new Rule(true, "", match, template, 0, Rule.Receivers.SENDER, "", 0, false);
    }

    private void useLayouts() {
        live.session.log().useLayouts(new LayoutBook(folder));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void rulesAndTemplatesReadTheLayoutOfTheFraming() throws Exception {
        useLayouts();
        answer(
                Framing.parse("fixed:4"),
                rule("temp > 30", "hot ${field:temp} ${field:temp*10:4} ${field:state}"),
                rule("state = 'alarm'", "alarm of ${field:id:2}"),
                rule("", "fine ${0}"));
        LiveSession.Client client = live.connect();
        client.say(hex("07012e00"));
        assertThat(client.hear("hot 30.2 0302 0\n")).isEqualTo("hot 30.2 0302 0\n");
        client.say(hex("0700c801"));
        assertThat(client.hear("alarm of 07\n")).isEqualTo("alarm of 07\n");
        client.say("\07\0\100\0".getBytes(US_ASCII));
        assertThat(client.hear("fine ")).isEqualTo("fine ");
    }

    /** The layouts of the session are loaded by nothing but the message itself. */
    @Test
    void theFirstMessageWaitsUntilTheLayoutsAreLoaded() throws Exception {
        LiveSession.Client client = live.connect();
        answer(Framing.parse("fixed:4"), rule("temp > 30", "hot"), rule("", "cold"));
        useLayouts();
        client.say(hex("07012e00"));
        assertThat(client.hear("hot\n")).isEqualTo("hot\n");
    }

    @Test
    void rulesReadJsonAndPairsWithoutALayout() throws Exception {
        answer(
                Framing.LINES,
                rule("gps.lat > 52", "north ${field:gps.lat} ${field:missing}."),
                rule("T > 30 and not missing", "never"),
                rule("T > 30", "hot ${field:T} ${field:T*2}"),
                rule("T <= 30", "cold"),
                rule("not missing", "never"));
        LiveSession.Client client = live.connect();
        client.say("{\"gps\":{\"lat\":52.5}}\n");
        assertThat(client.hear("north 52.5 .\n")).isEqualTo("north 52.5 .\n");
        client.say("T=31.5;H=40\n");
        assertThat(client.hear("hot 31.5 63\n")).isEqualTo("hot 31.5 63\n");
    }

    @Test
    void nothingIsUnescapedTwice() throws Exception {
        useLayouts();
        answer(
                Framing.parse("jt808"),
                rule("a = 0x7D and b = 2", "${field:a} ${field:b:u8}${field:a:bytes}"),
                rule("", "other"));
        LiveSession.Client client = live.connect();
        client.say(hex("7e7d01027e"));
        assertThat(client.hear(7)).isEqualTo("125 \2}\n".getBytes(US_ASCII));
    }

    @Test
    void theOneReplyMayHaveFieldsToo() throws Exception {
        Template template = new Template(TextForm.TEXT, "T is ${field:T}", LineEnding.LF);
        live.session.replies().setBehaviour(Behaviour.NONE.with(new FixedAnswer(template)));
        LiveSession.Client client = live.connect();
        client.say("T=5\n");
        assertThat(client.hear("T is 5\n")).isEqualTo("T is 5\n");
        client.say("hello\n");
        assertThat(client.hear("T is \n")).isEqualTo("T is \n");
    }

    @Test
    void theDryRunReadsTheSameFields() throws Exception {
        useLayouts();
        LiveSession.Client client = live.connect();
        answer(Framing.parse("fixed:4"), rule("", "x"));
        client.say(hex("07012e00" + "07002e00"));
        client.hear("x\nx\n");
        RuleDryRun run = live.session.log().dryRun(List.of(rule("temp > 30", "hot")), Framing.parse("fixed:4"));
        await().until(() -> !run.isRunning());
        assertThat(run.latest()).extracting(RuleDryRun.Match::head).containsExactly(hex("07012e00"));
    }
}
