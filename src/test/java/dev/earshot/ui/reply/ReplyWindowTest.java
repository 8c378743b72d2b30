package dev.earshot.ui.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.Greeting;
import dev.earshot.reply.NoAnswer;
import dev.earshot.reply.Role;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.ReplySettings;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.clients.ClientFacts;
import dev.earshot.ui.clients.ClientListView;
import dev.earshot.ui.clients.RoleMenu;
import dev.earshot.ui.log.LogRow;
import dev.earshot.ui.log.LogTable;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** Tests the reply bar and its forms with real clients. */
class ReplyWindowTest extends WindowTest {
    @Test
    void anActiveEchoIsVisibleAndItsRowsAreMarked() throws IOException {
        int port = ui.listen();
        TestWindow.run(() -> assertThat(lampSeen()).isFalse());
        choose(EchoAnswer.KIND);
        TestWindow.run(() -> {
            assertThat(lampSeen()).isTrue();
            assertThat(ui.find("replyBox").getFont().getStyle()).isEqualTo(Font.BOLD);
        });
        assertThat(ui.shown("replyBox")).isEqualTo("Echo");
        try (Socket client = ui.connect(port)) {
            say(client, "hello\n");
            assertThat(reader(client).readLine()).isEqualTo("hello");
            await().untilAsserted(() -> assertThat(TestWindow.onEdt(() -> tags("hello")))
                    .containsExactlyInAnyOrder(List.of(), List.of("auto")));
            await().untilAsserted(() -> assertThat(text("replyFigures")).isEqualTo("1 answer"));
        }
        choose(NoAnswer.KIND);
        TestWindow.run(() -> assertThat(lampSeen()).isFalse());
        assertThat(ui.session.replies().behaviour().answer()).isEqualTo(new NoAnswer());
    }

    @Test
    void aFixedAnswerAsksForItsTextAndAppliesOnlyAValidOne() throws IOException {
        int port = ui.listen();
        choose(FixedAnswer.KIND);
        assertThat(isOpen("replyForm")).isTrue();
        assertThat(ui.session.replies().behaviour()).as("not yet").isEqualTo(Behaviour.NONE);
        click("replyApplyButton");
        assertThat(ui.session.replies().behaviour()).as("no answer").isEqualTo(Behaviour.NONE);
        type("replyTextField", "thank ${you} !");
        click("replyApplyButton");
        TestWindow.run(() -> {
            assertThat(ui.<JTextArea>find("replyProblem").getText()).contains("you");
            assertThat(outline("replyTextField")).isEqualTo("error");
        });
        assertThat(ui.session.replies().behaviour()).as("a wrong one").isEqualTo(Behaviour.NONE);
        type("replyTextField", "thank you ${0} !");
        type("replyExampleField", "Tom");
        TestWindow.run(() -> assertThat(ui.<JLabel>find("replyTextPreview").getText())
                .isEqualTo("15 bytes  74 68 61 6E 6B 20 79 6F 75 20 54 6F 6D 20 21"));
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyTextEndingBox").setSelectedItem(LineEnding.LF));
        click("replyThenCloseBox");
        click("replyApplyButton");
        assertThat(isOpen("replyForm")).isFalse();
        assertThat(text("replyPills")).isEqualTo("then close");
        try (Socket client = ui.connect(port)) {
            say(client, "Ann\n");
            BufferedReader in = reader(client);
            assertThat(in.readLine()).isEqualTo("thank you Ann !");
            assertThat(in.readLine()).as("then closed").isNull();
        }
    }

    @Test
    void movingInTheListByKeysChoosesNothing() {
        TestWindow.run(() -> {
            ReplyBox box = ui.find("replyBox");
            box.requestFocusInWindow();
            assertThat(box.selectWithKeyChar('e')).as("closed").isFalse();
            for (String key : List.of("DOWN", "END")) {
                Object name = box.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(key));
                box.getActionMap().get(name).actionPerformed(null);
                assertThat(box.isPopupVisible()).as(key).isTrue();
                assertThat(box.selectWithKeyChar('a')).as("Answer by rules").isTrue();
                assertThat(ui.session.replies().behaviour()).isEqualTo(Behaviour.NONE);
                box.hidePopup();
            }
        });
    }

    @Test
    void cancellingKeepsTheBehaviourInForce() {
        choose(EchoAnswer.KIND);
        choose(FixedAnswer.KIND);
        TestWindow.run(() -> press(ui.find("replyForm"), "ESCAPE"));
        assertThat(isOpen("replyForm")).isFalse();
        assertThat(ui.shown("replyBox")).isEqualTo("Echo");
        assertThat(ui.session.replies().behaviour().answer()).isEqualTo(new EchoAnswer());
    }

    @Test
    void aVariableIsInsertedAtTheCaret() {
        choose(FixedAnswer.KIND);
        type("replyTextField", "a  b");
        TestWindow.run(() -> ui.<JTextField>find("replyTextField").setCaretPosition(2));
        choose("${counter}", ui.find("replyTextField"));
        TestWindow.run(() ->
                assertThat(ui.<JTextField>find("replyTextField").getText()).isEqualTo("a ${counter} b"));
    }

    @Test
    void aPartIsMarkedWhereItIsSelectedOrAtTheCaret() {
        JTextField field = TestWindow.onEdt(() -> new JTextField("Length: \\r\\n\\r\\npong"));
        TestWindow.run(() -> field.select(16, 20));
        choose("${begin:body}\u2026${end:body}", field);
        assertThat(field.getText()).isEqualTo("Length: \\r\\n\\r\\n${begin:body}pong${end:body}");
        TestWindow.run(() -> field.setText(""));
        choose("${begin:f:escape=slip}\u2026${end:f}", field);
        choose("${counter}", field);
        assertThat(field.getText()).isEqualTo("${begin:f:escape=slip}${counter}${end:f}");
    }

    private static void choose(String variable, JTextField field) {
        TestWindow.run(() -> {
            var menu = VariableMenu.create(new Words(Locale.ENGLISH), text -> VariableMenu.insert(field, text));
            ((AbstractButton) TestWindow.find(menu, variable)).doClick(0);
        });
    }

    @Test
    void theOptionsApplyToEveryAnswerAndAreShown() throws IOException {
        int port = ui.listen();
        click("replyOptionsButton");
        TestWindow.run(() -> ui.<JComboBox<?>>find("optionsConnectBox").setSelectedIndex(1));
        type("optionsGreetingField", "HI\\n");
        type("optionsEndField", "bye");
        type("optionsMostField", "x");
        press("optionsForm", "ENTER");
        TestWindow.run(() -> {
            assertThat(outline("optionsMostField")).isEqualTo("error");
            assertThat(ui.session.replies().behaviour()).isEqualTo(Behaviour.NONE);
        });
        type("optionsMostField", "7");
        press("optionsForm", "ENTER");
        Behaviour now = ui.session.replies().behaviour();
        assertThat(now.greeting()).isEqualTo(new Greeting.Greet(Template.text("HI\\n")));
        assertThat(now.endOn()).isEqualTo("bye");
        assertThat(now.mostPerSecond()).isEqualTo(7);
        assertThat(text("replyPills")).isEqualTo("greets, ends on bye");
        TestWindow.run(() -> assertThat(lampSeen()).as("it does something").isTrue());
        choose(EchoAnswer.KIND);
        assertThat(ui.session.replies().behaviour().endOn()).isEqualTo("bye");
        try (Socket client = ui.connect(port)) {
            BufferedReader in = reader(client);
            assertThat(in.readLine()).isEqualTo("HI");
            say(client, "bye\n");
            String last = in.readLine();
            assertThat(last == null || last.equals("bye")).isTrue();
            await().until(() -> ui.session.clients().presentCount() == 0);
        }
    }

    @Test
    void aFramingWithParametersOpensItsFormOverTheOptions() {
        click("replyOptionsButton");
        TestWindow.run(() -> ui.<JComboBox<?>>find("optionsFramingBox").setSelectedIndex(4));
        TestWindow.run(() -> {});
        assertThat(isOpen("framingForm")).isTrue();
        type("framingLengthField", "5");
        click("framingApplyButton");
        assertThat(isOpen("optionsForm")).as("still there").isTrue();
        click("optionsApplyButton");
        assertThat(ui.session.replies().behaviour().framing()).isEqualTo(new FixedLengthFraming(5));
        assertThat(ui.session.log().framing().current())
                .as("what the log shows")
                .isEqualTo(Framing.LINES);
    }

    @Test
    void closingTheOptionsClosesTheFormOverThemAndNothingElse() {
        click("replyOptionsButton");
        TestWindow.run(() -> ui.<JComboBox<?>>find("optionsFramingBox").setSelectedIndex(4));
        TestWindow.run(() -> {});
        TestWindow.run(() -> ui.<OptionsForm>find("optionsForm").close());
        assertThat(isOpen("framingForm")).isFalse();
        assertThat(isOpen("optionsForm")).isFalse();
        assertThat(isOpen("replyBox")).as("the window itself").isTrue();
    }

    @Test
    void answersCanBeLimitedToTheChosenClients() throws IOException {
        int port = ui.listen();
        try (Socket one = ui.connect(port);
                Socket other = ui.connect(port)) {
            assertThat(one.getLocalPort()).isNotEqualTo(other.getLocalPort());
            TestWindow.run(() -> {
                ui.window.workspace().refreshClients();
                ui.<ClientListView>find("clientList").setSelectedIndex(1);
            });
            choose(EchoAnswer.KIND);
            click("replyOptionsButton");
            TestWindow.run(() -> ui.<JComboBox<?>>find("optionsForBox").setSelectedIndex(1));
            assertThat(ui.shown("optionsForBox")).isEqualTo("Only the chosen client");
            click("optionsApplyButton");
            assertThat(ui.session.replies().behaviour().onlyPeers())
                    .isEqualTo(Set.of(ui.session.clients().all().get(0).peer().id()));
            assertThat(text("replyPills")).isEqualTo("only 1 client");
        }
    }

    @Test
    void theLeavePatternOfTheChatIsTestedWhileTyping() {
        choose(ChatAnswer.KIND);
        click("replyEditButton");
        TestWindow.run(
                () -> assertThat(ui.<JTextArea>find("chatVerdict").getText()).contains("not relayed"));
        type("chatExampleField", "goodbye");
        TestWindow.run(
                () -> assertThat(ui.<JTextArea>find("chatVerdict").getText()).isEqualTo("It is relayed."));
        type("chatLeaveField", "(quit");
        click("chatApplyButton");
        TestWindow.run(() -> assertThat(outline("chatLeaveField")).isEqualTo("error"));
        type("chatLeaveField", "^quit$");
        click("chatToSenderBox");
        click("chatApplyButton");
        assertThat(ui.session.replies().behaviour().answer()).isEqualTo(new ChatAnswer("^quit$", false));
    }

    @Test
    void theRolesOfForwardingGetNames() {
        choose(RolesAnswer.KIND);
        click("replyEditButton");
        type("rolesFirstField", "GATE");
        type("rolesSecondField", "GATE");
        click("rolesApplyButton");
        TestWindow.run(() -> assertThat(outline("rolesSecondField")).isEqualTo("error"));
        type("rolesSecondField", "PUMP");
        TestWindow.run(() -> ui.<JComboBox<?>>find("rolesReplaceBox").setSelectedIndex(1));
        click("rolesApplyButton");
        assertThat(ui.session.replies().behaviour().answer())
                .isEqualTo(new RolesAnswer("GATE", "PUMP", true, RolesAnswer.DEFAULT.refusal()));
    }

    @Test
    void aRoleIsShownInTheListAndCanBeGivenByHand() throws IOException {
        int port = ui.listen();
        choose(RolesAnswer.KIND);
        try (Socket client = ui.connect(port)) {
            say(client, "DEVICE 7\n");
            var peer = ui.session.clients().all().get(0).peer();
            await().until(() ->
                    new Role("DEVICE", "7").equals(ui.session.replies().role(peer)));
            var facts = new ClientFacts(ui.session, new dev.earshot.session.words.Words(java.util.Locale.ENGLISH));
            assertThat(facts.line(ui.session.clients().all().get(0))).contains("DEVICE 7");
            TestWindow.run(() -> {
                var menu = new RoleMenu(ui.session, new dev.earshot.session.words.Words(java.util.Locale.ENGLISH))
                        .of(ui.session.clients().all(), role -> give(peer, role), typed -> {});
                ((AbstractButton) TestWindow.find(menu.getPopupMenu(), "role.APP")).doClick(0);
            });
            assertThat(ui.session.replies().role(peer)).isEqualTo(new Role("APP", ""));
        }
        assertThat(RoleMenu.parse(" DEVICE  12 ")).isEqualTo(new Role("DEVICE", "12"));
        assertThat(RoleMenu.parse("  ")).isNull();
    }

    @Test
    void choicesSurviveARestartAndAnotherLanguage() throws IOException {
        choose(FixedAnswer.KIND);
        type("replyTextField", "OK");
        click("replyApplyButton");
        choose(ChatAnswer.KIND);
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        assertThat(ui.shown("replyBox")).isEqualTo("群聊");
        choose(FixedAnswer.KIND);
        assertThat(ui.session.replies().behaviour().answer())
                .as("not forgotten")
                .isEqualTo(new FixedAnswer(new Template(TextForm.TEXT, "OK", LineEnding.NONE)));
        choose(ChatAnswer.KIND);
        Settings settings = ui.window.settings();
        settings.save();
        assertThat(ReplySettings.latest(settings).answer()).isEqualTo(ChatAnswer.DEFAULT);
        assertThat(new ReplySettings(settings).of(FixedAnswer.KIND).answer())
                .isEqualTo(new FixedAnswer(Template.text("OK")));
        Files.writeString(settings.beside("replies.json"), "{\"format\": 7}");
        assertThat(ReplySettings.latest(settings)).isEqualTo(Behaviour.NONE);
        assertThat(settings.beside("replies.json.broken"))
                .as("kept for its owner")
                .exists();
    }

    @Test
    void everythingFitsIntoTheSmallestWindowAndHasAName() {
        TestWindow.run(() -> ui.window.setSize(ui.window.getMinimumSize()));
        await().until(() -> TestWindow.onEdt(() -> ui.window.getWidth() == ui.window.getMinimumSize().width));
        choose(EchoAnswer.KIND);
        click("replyOptionsButton");
        TestWindow.run(() -> {
            Rectangle layers = ui.window.getLayeredPane().getBounds();
            layers.setLocation(0, 0);
            assertThat(layers.contains(ui.find("optionsForm").getBounds())).isTrue();
            for (String name : List.of("replyBox", "optionsForBox", "optionsFramingBox", "optionsEndField")) {
                assertThat(ui.find(name).getAccessibleContext().getAccessibleName())
                        .as(name)
                        .isNotBlank();
            }
            for (String name : List.of("replyBox", "replyOptionsButton", "clientBox", "sendButton")) {
                assertThat(ui.find(name).isShowing()).as(name).isTrue();
            }
        });
    }

    private void give(dev.earshot.net.Peer peer, Role role) {
        try {
            ui.session.replies().giveRole(peer, role);
        } catch (dev.earshot.codec.Problem e) {
            throw new AssertionError(e);
        }
    }

    private List<List<String>> tags(String message) {
        LogTable log = ui.find("messageLog");
        return java.util.stream.IntStream.range(0, log.getRowCount())
                .mapToObj(row -> log.getModel().row(row))
                .filter(shown -> shown.text().text().equals(message))
                .map(LogRow::tags)
                .toList();
    }

    private boolean lampSeen() {
        return ui.find("replyLamp").isVisible();
    }

    private void choose(AnswerKind<?> kind) {
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyBox").setSelectedItem(kind));
        TestWindow.run(() -> {}); // a form opens in the task after this one
    }

    private void type(String field, String text) {
        TestWindow.run(() -> ui.<JTextComponent>find(field).setText(text));
    }

    private void click(String button) {
        TestWindow.run(() -> ui.<AbstractButton>find(button).doClick(0));
    }

    private void press(String form, String key) {
        TestWindow.run(() -> press(ui.<JComponent>find(form), key));
    }

    private static void press(JComponent in, String key) {
        Object name =
                in.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(KeyStroke.getKeyStroke(key));
        in.getActionMap().get(name).actionPerformed(null);
    }

    private Object outline(String field) {
        return ui.<JComponent>find(field).getClientProperty("JComponent.outline");
    }

    private String text(String label) {
        return TestWindow.onEdt(() -> ui.<JLabel>find(label).getText());
    }

    private boolean isOpen(String form) {
        return TestWindow.onEdt(() -> TestWindow.find(ui.window, form) != null);
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }
}
