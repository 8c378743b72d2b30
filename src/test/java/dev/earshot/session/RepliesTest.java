package dev.earshot.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.Greeting;
import dev.earshot.reply.ReplyNote;
import dev.earshot.reply.Role;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesTest {
    private static final Behaviour ECHO = Behaviour.NONE.with(new EchoAnswer());
    private static final Behaviour THANKS = reply("thank you !");

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

    private static Behaviour reply(String text) {
        return Behaviour.NONE.with(new FixedAnswer(Template.text(text)));
    }

    private static Behaviour thenClose(Behaviour b) {
        return new Behaviour(b.answer(), b.framing(), true, b.greeting(), b.endOn(), b.onlyPeers(), b.mostPerSecond());
    }

    private static Behaviour endOn(Behaviour b, String end) {
        return new Behaviour(
                b.answer(), b.framing(), b.endsAfterAnswer(), b.greeting(), end, b.onlyPeers(), b.mostPerSecond());
    }

    private static Behaviour greeting(Greeting greeting) {
        Behaviour b = Behaviour.NONE;
        return new Behaviour(b.answer(), b.framing(), false, greeting, "", Set.of(), b.mostPerSecond());
    }

    @Test
    void anEchoIsExactAndMarkedInTheLog() throws Exception {
        live.session.replies().setBehaviour(ECHO);
        LiveSession.Client client = live.connect();
        byte[] bytes = new byte[3 * Endpoint.MAX_PIECE + 7];
        new Random(7).nextBytes(bytes);
        Thread sender = new Thread(() -> {
            try {
                client.say(bytes);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        sender.start();
        assertThat(client.hear(bytes.length)).isEqualTo(bytes);
        sender.join();
        assertThat(live.sent()).isNotEmpty().allMatch(text -> text.startsWith("echo: "));
        await().untilAsserted(() ->
                assertThat(live.session.replies().counters().answers()).isPositive());
    }

    @Test
    void everyMessageIsAnsweredHoweverItArrivesAndEnds() throws Exception {
        live.session.replies().setBehaviour(reply("<${0}>"));
        LiveSession.Client client = live.connect();
        client.say("a\nb\r\nc");
        assertThat(client.hear("<a><b><c>")).isEqualTo("<a><b><c>"); // c ends with silence
        for (byte b : "slow\n".getBytes(US_ASCII)) {
            client.say(new byte[] {b});
        }
        assertThat(client.hear("<slow>")).isEqualTo("<slow>");
        client.say("last");
        client.socket.shutdownOutput();
        assertThat(client.hearAll()).as("after its FIN").isEqualTo("<last>");
        assertThat(live.sent())
                .containsExactly("reply: <a>", "reply: <b>", "reply: <c>", "reply: <slow>", "reply: <last>");
        await().untilAsserted(() ->
                assertThat(live.session.replies().counters().answers()).isEqualTo(5));
    }

    @Test
    void anAnswerIsInTheEncodingThatTheClientSpeaks() throws Exception {
        live.session.replies().setBehaviour(reply("收到"));
        LiveSession.Client client = live.connect();
        Charset gbk = Charset.forName("GBK");
        client.say("温度=23.5℃\n".getBytes(gbk));
        assertThat(new String(client.hear(4), gbk)).isEqualTo("收到");
    }

    @Test
    void anAnswerThatCannotBeEncodedIsNotedOnce() throws Exception {
        live.session.replies().setBehaviour(reply("\uD83D\uDE00"));
        LiveSession.Client client = live.connect();
        client.say("温度=23.5℃\n温度=23.6℃\n".getBytes(Charset.forName("GBK")));
        Event.Note note = live.awaitNotes(ReplyNote.ANSWER_FAILED, 1).get(0);
        assertThat(EventWords.of(note, new Words(Locale.ENGLISH)))
                .contains("reply")
                .contains("GBK");
        await().until(() -> live.session.replies().counters().withheld() == 2);
        assertThat(live.notes(ReplyNote.ANSWER_FAILED)).hasSize(1);
    }

    @Test
    void repliesMayHaveAnotherFramingThanTheLog() throws Exception {
        Behaviour b = Behaviour.NONE;
        Template ack = new Template(TextForm.HEX, "06 ${0}", LineEnding.NONE);
        live.session
                .replies()
                .setBehaviour(new Behaviour(
                        new FixedAnswer(ack),
                        new FixedLengthFraming(2),
                        false,
                        b.greeting(),
                        "",
                        Set.of(),
                        b.mostPerSecond()));
        LiveSession.Client client = live.connect();
        client.say(new byte[] {1, 2, 3}).say(new byte[] {4});
        assertThat(client.hear(6)).containsExactly(6, 1, 2, 6, 3, 4);
    }

    @Test
    void theAnswerIsSentBeforeClosingAndOnlyTheFirstMessageIsAnswered() throws Exception {
        live.session.replies().setBehaviour(thenClose(THANKS));
        LiveSession.Client client = live.connect();
        client.say("one\ntwo\n");
        assertThat(client.hearAll()).isEqualTo("thank you !");
        client.socket.close();
        live.session.replies().setBehaviour(thenClose(ECHO));
        LiveSession.Client other = live.connect();
        other.say("once");
        assertThat(other.hearAll()).isEqualTo("once");
    }

    @Test
    void anEndingTextEndsItsOwnConversationAndMustMatchExactly() throws Exception {
        live.session.replies().setBehaviour(endOn(reply("ok "), "再见"));
        LiveSession.Client other = live.connect();
        LiveSession.Client client = live.connect();
        client.say("再见 \n").say("再见!\n").say("说再见\n");
        assertThat(client.hear("ok ok ok ")).isEqualTo("ok ok ok ");
        client.say("再");
        client.say("见\r\nafter\n");
        assertThat(client.hearAll()).isEmpty();
        other.say("still\n");
        assertThat(other.hear("ok ")).isEqualTo("ok ");
    }

    @Test
    void anEndingTextWorksWithEchoAndWithoutReplies() throws Exception {
        for (Behaviour behaviour : new Behaviour[] {ECHO, Behaviour.NONE}) {
            live.session.replies().setBehaviour(endOn(behaviour, "bye"));
            LiveSession.Client client = live.connect();
            client.say("bye");
            assertThat(client.hearAll()).isIn("", "bye");
        }
    }

    @Test
    void aTypedEndingTextIsSentAndEndsTheConversation() throws Exception {
        live.session.replies().setBehaviour(endOn(Behaviour.NONE, "bye"));
        LiveSession.Client client = live.connect();
        assertThat(live.session.sending().sendTyped(client.peer(), "bye bye\n".getBytes(US_ASCII), () -> "bye bye"))
                .isTrue();
        assertThat(live.session
                        .sending()
                        .send(client.peer(), "bye\n".getBytes(US_ASCII), new Origin(OriginKind.REPEAT)))
                .isTrue();
        assertThat(live.session.sending().sendTyped(client.peer(), "bye\r\n".getBytes(US_ASCII), () -> "bye"))
                .isTrue();
        assertThat(client.hearAll()).isEqualTo("bye bye\nbye\nbye\r\n");
    }

    @Test
    void aNewClientIsGreeted() throws Exception {
        live.session.replies().setBehaviour(greeting(new Greeting.Greet(Template.text("hello ${client}\\n"))));
        LiveSession.Client client = live.connect();
        String greeting = "hello 127.0.0.1:" + client.socket.getLocalPort() + "\n";
        assertThat(client.hear(greeting)).isEqualTo(greeting);
        await().until(() -> live.sent().equals(List.of("greeting: " + greeting.strip())));
    }

    @Test
    void hangingUpIsNotedInTheLog() throws Exception {
        live.session.replies().setBehaviour(greeting(new Greeting.HangUp()));
        LiveSession.Client client = live.connect();
        assertThat(client.hearAll()).isEmpty();
        assertThat(live.awaitNotes(ReplyNote.VISITED, 1).get(0).peer()).isEqualTo(client.peer());
        client.socket.close();
    }

    @Test
    void aBehaviourHoldsOnlyForChosenClients() throws Exception {
        LiveSession.Client chosen = live.connect();
        LiveSession.Client other = live.connect();
        Behaviour b = THANKS;
        live.session
                .replies()
                .setBehaviour(new Behaviour(
                        b.answer(),
                        b.framing(),
                        false,
                        b.greeting(),
                        "bye",
                        Set.of(chosen.peer().id()),
                        b.mostPerSecond()));
        other.say("a\nbye\n");
        await().until(() -> live.session.clients().find(other.peer()).bytesIn() == 6);
        chosen.say("b\n");
        assertThat(chosen.hear("thank you !")).isEqualTo("thank you !");
        assertThat(live.sent()).hasSize(1);
        assertThat(live.session.clients().find(other.peer()).isPresent()).isTrue();
    }

    @Test
    void aNewBehaviourHoldsAtOnceWithoutBytesFromBefore() throws Exception {
        live.session.replies().setBehaviour(untilSilence(reply("1${0}")));
        LiveSession.Client client = live.connect();
        client.say("half");
        await().until(() -> live.session.clients().bytesIn() == 4);
        live.session.replies().setBehaviour(Behaviour.NONE);
        client.say("-");
        await().until(() -> live.session.clients().bytesIn() == 5);
        live.session.replies().setBehaviour(untilSilence(reply("2${0}")));
        client.say("who");
        await().until(() -> live.session.clients().bytesIn() == 8);
        live.session.replies().setBehaviour(untilSilence(reply("3${0}"))); // the same messages are answered otherwise
        client.say("le");
        client.socket.shutdownOutput();
        assertThat(client.hearAll()).isEqualTo("3whole");
    }

    private static Behaviour untilSilence(Behaviour b) {
        Framing never = new SilenceFraming(60_000);
        return new Behaviour(b.answer(), never, false, b.greeting(), "", b.onlyPeers(), b.mostPerSecond());
    }

    @Test
    void aBehaviourOutlivesTheEndpoint() throws Exception {
        live.session.replies().setBehaviour(THANKS);
        live.session.listen(ListenAddress.parse("127.0.0.1", "0"));
        await().until(() -> live.session.status().state() == Status.State.OPEN);
        int port = Integer.parseInt(live.session.status().address().replaceFirst(".*:", ""));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write('\n');
            assertThat(socket.getInputStream().readNBytes(11)).hasSize(11);
        }
    }

    @Test
    void aChatIsInTheLogWithItsOrigins() throws Exception {
        live.session.replies().setBehaviour(Behaviour.NONE.with(ChatAnswer.DEFAULT));
        LiveSession.Client ann = live.connect();
        LiveSession.Client bob = live.connect();
        bob.say("bob: 大家好\n");
        assertThat(ann.hear("bob: 大家好\n")).isEqualTo("bob: 大家好\n");
        assertThat(bob.hear("bob: 大家好\n")).isEqualTo("bob: 大家好\n");
        ann.say("ann说bye\n");
        assertThat(ann.hearAll()).isEmpty();
        assertThat(live.sent()).containsExactly("chat: bob: 大家好", "chat: bob: 大家好");
        await().untilAsserted(() ->
                assertThat(live.session.replies().counters().answers()).isEqualTo(2));
    }

    @Test
    void rolesAreReadAndGivenByHandAndNoted() throws Exception {
        live.session.replies().setBehaviour(Behaviour.NONE.with(RolesAnswer.DEFAULT));
        LiveSession.Client app = live.connect();
        LiveSession.Client device = live.connect();
        app.say("APP 锅炉\n");
        live.awaitNotes(ReplyNote.ROLE_GIVEN, 1);
        assertThat(live.session.replies().role(app.peer())).isEqualTo(new Role("APP", "锅炉"));
        assertThat(live.session.replies().role(device.peer())).isNull();
        assertThatThrownBy(() -> live.session.replies().giveRole(device.peer(), new Role("APP", "锅炉")))
                .isInstanceOf(Problem.class);
        live.session.replies().giveRole(device.peer(), new Role("DEVICE", "锅炉"));
        device.say("T=23.5");
        assertThat(app.hear("T=23.5")).isEqualTo("T=23.5");
        assertThat(live.sent()).containsExactly("forward DEVICE 锅炉: T=23.5");
        live.session.replies().giveRole(device.peer(), null);
        assertThat(live.session.replies().role(device.peer())).isNull();
        List<String> reported = live.rows().stream()
                .filter(row -> row.event() instanceof Event.Note)
                .map(row -> EventWords.of(row, new Words(Locale.ENGLISH)))
                .toList();
        assertThat(reported)
                .containsExactly("is APP 锅炉 from now on", "is DEVICE 锅炉 from now on", "is DEVICE 锅炉 no longer");
    }
}
