package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingOfClientsTest {
    @TempDir
    Path folder;

    private LiveSession live;

    @BeforeEach
    void begin() throws Exception {
        live = new LiveSession(folder);
    }

    @AfterEach
    void end() throws Exception {
        live.close();
    }

    @Test
    void choosingUtf16SplitsTheHistoryAtItsLinesAndBack() throws Exception {
        live.connect().say(Hex.parse("296E A65E 0D00 0A00 0A0A 4100 0A00"));
        await().until(() -> received().size() >= 3);
        live.session.log().readAs(Encoding.named("UTF-16LE"));
        await().untilAsserted(() -> assertThat(received()).containsExactly("温度", "\u0A0AA"));
        assertThat(live.session.log().framing().current()).hasToString("lines:utf-16le");
        live.session.log().framing().reframe(Framing.RECEIVED, problem -> {});
        live.session.log().framing().reframe(Framing.LINES, problem -> {});
        await().untilAsserted(() -> assertThat(received()).containsExactly("温度", "\u0A0AA"));
        live.session.log().readAs(null);
        await().until(() -> live.session.log().framing().current().equals(Framing.LINES));
        await().until(() -> received().size() >= 3);
    }

    @Test
    void oneClientInUtf16IsAnsweredLineByLineInUtf16() throws Exception {
        live.session.replies().setBehaviour(Behaviour.NONE.with(new FixedAnswer(Template.text("ok 好\\n"))));
        LiveSession.Client device = live.connect();
        LiveSession.Client other = live.connect();
        live.session.log().readAs(device.peer(), Encoding.named("UTF-16BE"));
        assertThat(live.session.log().chosenEncoding(device.peer())).hasToString("UTF-16BE");
        device.say(Hex.parse("0A00 0041 000A"));
        assertThat(device.hear(10)).isEqualTo("ok 好\n".getBytes(StandardCharsets.UTF_16BE));
        await().untilAsserted(() -> assertThat(received()).containsExactly("\u0A00A"));
        other.say("x\n");
        assertThat(other.hear("ok 好\n")).isEqualTo("ok 好\n");
    }

    /** All others end their lines in UTF-16; what one client was seen to speak says nothing about its lines. */
    @Test
    void oneClientByHandInUtf8EndsLinesInItAlthoughTheFramingHasThoseOfUtf16() throws Exception {
        Framing utf16 = Framing.parse("lines:utf-16le");
        live.session.log().framing().reframe(utf16, problem -> {});
        await().until(() -> live.session.log().framing().current().equals(utf16));
        live.session
                .replies()
                .setBehaviour(Behaviour.NONE
                        .with(new FixedAnswer(Template.text("ok")))
                        .with(utf16));
        LiveSession.Client plain = live.connect();
        LiveSession.Client other = live.connect();
        plain.say("early\nbird\n");
        await().untilAsserted(() ->
                assertThat(live.session.log().openSince(Long.MAX_VALUE)).isNotEmpty());
        live.session.log().readAs(plain.peer(), Encoding.UTF_8);
        await().untilAsserted(() -> assertThat(received()).startsWith("early", "bird"));
        plain.say("x\n");
        assertThat(plain.hear("ok")).isEqualTo("ok");
        other.say("y\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(other.hear("ok")).isEqualTo("ok");
        live.session.log().readAs(plain.peer(), null);
        await().untilAsserted(() -> assertThat(received()).doesNotContain("early"));
    }

    @Test
    void aRoleIsGivenToAClientThatBeginsWithAByteOrderMark() throws Exception {
        live.session.replies().setBehaviour(Behaviour.NONE.with(RolesAnswer.DEFAULT));
        LiveSession.Client app = live.connect();
        app.say("\uFEFFAPP 7\r\n");
        await().untilAsserted(() ->
                assertThat(live.session.replies().role(app.peer())).hasToString("APP 7"));
    }

    @Test
    void aTextIsFoundInEveryEncodingThatAClientIsReadIn() throws Exception {
        live.connect().say("T=25°C\n".getBytes(StandardCharsets.ISO_8859_1));
        LiveSession.Client utf16 = live.connect();
        live.session.log().readAs(utf16.peer(), Encoding.named("UTF-16LE"));
        utf16.say("T=26°C\n".getBytes(StandardCharsets.UTF_16LE));
        await().untilAsserted(() -> assertThat(received()).hasSizeGreaterThanOrEqualTo(2));
        filter("°c");
        await().until(() -> live.session.log().filtered().found().count() == 2);
        filter("/^T=2\\d/");
        await().until(() -> live.session.log().filtered().found().count() == 2);
    }

    private void filter(String typed) throws Problem {
        live.session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse(typed)), true);
    }

    private List<String> received() throws IOException {
        return live.rows().stream()
                .filter(row -> row.kind() == Row.Kind.RECEIVED)
                .map(row -> LiveSession.text(live.session, row))
                .toList();
    }
}
