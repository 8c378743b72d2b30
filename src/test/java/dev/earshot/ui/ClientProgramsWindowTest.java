package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.cli.Program;
import dev.earshot.cli.Script;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientConfig;
import java.awt.event.KeyEvent;
import java.io.IOException;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the window with real client programs in other processes. */
class ClientProgramsWindowTest extends WindowTest {
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = ui.listen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "gbk"})
    void aGroupChatReachesAllAndOnlyTheOneWhoSaysByeLeaves(String encoding) throws Exception {
        choose(ChatAnswer.KIND);
        try (Program ann = Script.start("chat.py", port, "小安", encoding);
                Program bob = Script.start("chat.py", port, "bob", encoding)) {
            present(2);
            ann.types("你好，世界\n");
            assertThat(ann.line()).isEqualTo("小安说你好，世界");
            assertThat(bob.line()).isEqualTo("小安说你好，世界");
            ann.types("bye\n");
            assertThat(ann.rest()).containsExactly("(left)");
            bob.types("still here\n");
            assertThat(bob.line()).isEqualTo("bob说still here");
        }
    }

    @Test
    void anAppAndItsDeviceExchangeMessages() throws Exception {
        choose(RolesAnswer.KIND);
        try (Program device = Script.start("device.py", port, "7")) {
            await().until(() -> ui.session.clients().all().stream()
                    .anyMatch(client -> ui.session.replies().role(client.peer()) != null));
            try (Program app = Script.start("app.py", port, "7")) {
                app.types("temp?\noff\n");
                assertThat(device.line()).isEqualTo("temp?");
                assertThat(app.line()).isEqualTo("温度=23.5℃");
                assertThat(app.line()).isEqualTo("bye");
            }
            assertThat(device.rest()).containsExactly("off", "(end)");
        }
    }

    @Test
    void aClientGetsAFixedAnswerAndIsDisconnected() throws Exception {
        choose(FixedAnswer.KIND);
        type("replyTextField", "thank you !");
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyTextEndingBox").setSelectedIndex(0));
        TestWindow.run(() -> ui.<AbstractButton>find("replyThenCloseBox").doClick(0));
        TestWindow.run(() -> ui.<AbstractButton>find("replyApplyButton").doClick(0));
        try (Program client = Script.start("thanks.py", port)) {
            assertThat(client.rest()).containsExactly("thank you !");
            assertThat(client.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "gbk"})
    void typingByeEndsADialogue(String encoding) throws Exception {
        options(() -> type("optionsEndField", "bye"));
        try (Program client = Script.start("dialogue.py", port, encoding)) {
            client.types("你好，在吗\n");
            present(1);
            Peer peer = ui.session.clients().present().get(0).peer();
            Encoding spoken = Encoding.named(encoding);
            await().until(() ->
                    ui.session.log().rowCount() > 2 && ui.session.log().lens().encoding(peer.id()) == spoken);
            send("在，请说");
            assertThat(client.line()).isEqualTo("在，请说");
            client.types("再说一句\n");
            send("bye");
            assertThat(client.rest()).containsExactly("bye", "(end)");
        }
    }

    @Test
    void aNicknamePrecedesTypedTextAndByeStillEndsTheConversation() throws Exception {
        options(() -> type("optionsEndField", "bye"));
        TestWindow.run(() -> ui.<AbstractButton>find("sendExtrasButton").doClick(0));
        type("extrasNickField", "王");
        assertThat(ui.<AbstractButton>find("sendExtrasButton").getText()).isEqualTo("王");
        try (Program visitor = Script.start("visitor.py", port)) {
            present(1);
            send("你好");
            assertThat(visitor.line()).isEqualTo("王说你好");
            assertThat(TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText()))
                    .startsWith("12 bytes, nickname 王")
                    .endsWith("E7 8E 8B E8 AF B4 E4 BD A0 E5 A5 BD");
            // After Send the keyboard is in the send box, so the form has closed.
            TestWindow.run(() -> ui.<AbstractButton>find("sendExtrasButton").doClick(0));
            type("extrasNickFormatField", "${name}: ");
            assertThat(TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText()))
                    .startsWith("'${name}: ' does not say where the text goes");
            assertThat(TestWindow.onEdt(
                            () -> ui.<JTextComponent>find("extrasOrder").getText()))
                    .startsWith("'${name}: ' does not say where the text goes");
            type("extrasNickFormatField", "${name}: ${text}");
            send("bye");
            assertThat(visitor.rest()).containsExactly("王: bye", "(end)");
            TestWindow.run(() -> ui.window.language(Settings.Language.ZH)); // a send bar from what is remembered
            assertThat(TestWindow.onEdt(
                            () -> ui.<AbstractButton>find("sendExtrasButton").getText()))
                    .isEqualTo("王");
        }
    }

    /** Uses a client session like that of a client tab. */
    @Test
    void aClientOfTheWindowSaysByeInTheChatOfNcat() throws Exception {
        int broker = Script.freePort();
        try (Program ncat = Script.tool("ncat", "-v", "-l", "--broker", "127.0.0.1", broker)
                        .saying("Listening on 127.0.0.1");
                Program other = Script.tool("ncat", "127.0.0.1", broker)) {
            ncat.saying("Connection from");
            options(() -> type("optionsEndField", "bye"));
            ConnectAddress to = new ConnectAddress("127.0.0.1", broker);
            ui.session.open(new TcpClientConfig(to, ConnectOptions.STANDARD));
            present(1);
            ncat.saying("Connection from");
            TestWindow.run(() -> ui.<AbstractButton>find("sendExtrasButton").doClick(0));
            type("extrasNickField", "Ann");
            TestWindow.run(() -> ui.<JComboBox<?>>find("sendEndingBox").setSelectedItem(LineEnding.LF));
            send("bye");
            await().until(() -> ui.session.status().state() == Status.State.CLOSED);
            assertThat(other.line()).isEqualTo("Ann说bye");
        }
    }

    @Test
    void aVisitorThatIsHungUpOnStaysInTheClientList() throws Exception {
        options(() ->
                TestWindow.run(() -> ui.<JComboBox<?>>find("optionsConnectBox").setSelectedIndex(2)));
        try (Program visitor = Script.start("visitor.py", port)) {
            assertThat(visitor.rest()).containsExactly("(end)");
        }
        await().until(() -> ui.session.clients().presentCount() == 0);
        assertThat(ui.session.clients().all())
                .extracting(client -> client.left().why())
                .containsExactly(Event.Reason.CLOSED_HERE);
    }

    private void present(int clients) {
        await().until(() -> ui.session.clients().presentCount() == clients);
    }

    private void choose(AnswerKind<?> kind) {
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyBox").setSelectedItem(kind));
        TestWindow.run(() -> {}); // a form opens in the task after this one
    }

    private void type(String field, String text) {
        TestWindow.run(() -> ui.<JTextComponent>find(field).setText(text));
    }

    private void options(Runnable edit) {
        TestWindow.run(() -> ui.<AbstractButton>find("replyOptionsButton").doClick(0));
        edit.run();
        TestWindow.run(() -> {
            JComponent form = ui.find("optionsForm");
            KeyStroke enter = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0);
            Object name = form.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                    .get(enter);
            form.getActionMap().get(name).actionPerformed(null);
        });
    }

    private void send(String text) {
        await().until(() -> TestWindow.onEdt(() -> ui.find("sendButton").isEnabled()));
        type("sendBox", text);
        TestWindow.run(() -> ui.<AbstractButton>find("sendButton").doClick(0));
    }
}
