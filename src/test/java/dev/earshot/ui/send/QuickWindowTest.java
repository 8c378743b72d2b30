package dev.earshot.ui.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.Match;
import dev.earshot.send.Draft;
import dev.earshot.send.QuickSend;
import dev.earshot.send.QuickSends;
import dev.earshot.send.QuickSendsFile;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.EditorWindow;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.parts.Keys;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class QuickWindowTest {
    private static final QuickSend LOGIN = waiting("LOGIN", "login\\n", "OK", 60_000);
    private static final QuickSend QUERY = QuickSend.of("Query", text("query\\n"));

    @TempDir
    private Path folder;

    private TestWindow ui;
    private int port;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(
                folder.resolve("quick-sends.json"), QuickSendsFile.print(new QuickSends(List.of(LOGIN, QUERY), 1)));
        ui = new TestWindow(folder);
        port = ui.listen();
        await().until(() -> quickSends().list().size() == 2);
    }

    @Test
    void theWindowOpensAgainInAnotherLanguage() {
        TestWindow.run(() -> ui.window.workspace().sendTools().editQuick());
        String before = title();
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().untilAsserted(() -> assertThat(title()).isNotBlank().isNotEqualTo(before));
    }

    private String title() {
        return TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .filter(window -> "quickWindow".equals(window.getName()) && window.isShowing())
                .map(window -> ((JDialog) window).getTitle())
                .findFirst()
                .orElse(""));
    }

    @AfterEach
    void close() {
        ui.close();
    }

    private Socket connect() throws IOException {
        Socket client = ui.connect(port);
        client.setSoTimeout(20_000);
        TestWindow.run(() -> ui.window.workspace().refreshClients());
        return client;
    }

    @Test
    void aQuickSendIsSentByItsKeyAndByEnterInTheListWhichStaysOpen() throws IOException {
        try (Socket client = connect()) {
            press(ui.window.getRootPane(), Keys.menu(KeyEvent.VK_2), JComponent.WHEN_IN_FOCUSED_WINDOW);
            assertThat(client.getInputStream().readNBytes(6)).asString().isEqualTo("query\n");
            TestWindow.run(() -> ui.<JButton>find("quickButton").doClick());
            press(ui.find("quickList"), Keys.plain(KeyEvent.VK_ENTER), JComponent.WHEN_FOCUSED);
            assertThat(client.getInputStream().readNBytes(6)).asString().isEqualTo("login\n");
            assertThat(there("quickForm")).isTrue();
        }
    }

    @Test
    void aProblemOfSendingIsShownInTheList() {
        TestWindow.run(() -> ui.<JButton>find("quickButton").doClick());
        press(ui.find("quickList"), Keys.plain(KeyEvent.VK_ENTER), JComponent.WHEN_FOCUSED);
        TestWindow.run(
                () -> assertThat(ui.<JTextArea>find("quickProblem").getText()).isEqualTo("Choose a client."));
    }

    @Test
    void theMessageInTheBoxBecomesAQuickSendAndIsStored() throws IOException {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText("two\nlines");
            ui.<JButton>find("quickButton").doClick();
            ui.<JButton>find("quickAddButton").doClick();
            assertThat(ui.<JList<QuickSend>>find("quickList")
                            .getSelectedValue()
                            .draft()
                            .text())
                    .isEqualTo("two\nlines");
        });
        Path file = folder.resolve("quick-sends.json");
        await().until(() ->
                QuickSendsFile.parse(Files.readString(file), "").list().size() == 3);
    }

    @Test
    void aSequenceWaitsForTheReplyOfItsClient() throws IOException {
        try (Socket client = connect()) {
            play();
            assertThat(client.getInputStream().readNBytes(6)).asString().isEqualTo("login\n");
            await().until(() -> line().endsWith("step 1 of 2"));
            client.getOutputStream().write("OK\r\n".getBytes(UTF_8));
            assertThat(client.getInputStream().readNBytes(6)).asString().isEqualTo("query\n");
            await().until(() -> line().equals("Sequence to 127.0.0.1:" + client.getLocalPort() + " done"));
        }
    }

    @Test
    void aMissingReplyIsReportedWithItsStep() throws IOException {
        quickSends(new QuickSends(List.of(QUERY, waiting("LOGIN", "login\\n", "OK", 1)), 1));
        try (Socket client = connect()) {
            play();
            await().until(() -> line().endsWith("stopped. Step 2 \"LOGIN\": no reply within 0.001 s."));
            assertThat(client.getInputStream().readNBytes(12)).asString().isEqualTo("query\nlogin\n");
        }
    }

    @Test
    void aSequenceIsStoppedOnDemand() throws IOException {
        try (Socket client = connect()) {
            play();
            client.getInputStream().readNBytes(6);
            await().until(() -> line().endsWith("step 1 of 2"));
            TestWindow.run(() -> ui.<JButton>find("ongoingStopButton").doClick());
            await().until(() -> line().endsWith("stopped"));
        }
    }

    @Test
    void aProblemIsShownAtItsCellAndTheOthersAreSent() throws IOException {
        try (Socket client = connect()) {
            QuickEditor editor = editor();
            TestWindow.run(() -> {
                JTable table = TestWindow.find(editor, "quickTable");
                table.setValueAt("log \\q", 0, QuickModel.Column.MESSAGE.ordinal());
                Component cell = table.prepareRenderer(
                        table.getCellRenderer(0, QuickModel.Column.MESSAGE.ordinal()),
                        0,
                        QuickModel.Column.MESSAGE.ordinal());
                assertThat(((JComponent) cell).getToolTipText()).startsWith("\\q at position 5 is not an escape.");
                assertThat(note(editor)).startsWith("1 LOGIN, Message: \\q at position 5");
            });
            press(ui.window.getRootPane(), Keys.menu(KeyEvent.VK_2), JComponent.WHEN_IN_FOCUSED_WINDOW);
            assertThat(client.getInputStream().readNBytes(6)).asString().isEqualTo("query\n");
        }
    }

    @Test
    void quickSendsAreTypedFromCellToCellWithEnter() {
        QuickEditor editor = editor();
        TestWindow.run(() -> {
            QuickTable table = TestWindow.find(editor, "quickTable");
            table.edit(1, QuickModel.Column.MESSAGE);
            enter(table, "query again");
            enter(table, "STOP");
            enter(table, "halt");
            enter(table, "");
            enter(table, "");
            assertThat(table.isEditing()).as("nothing was typed").isFalse();
        });
        assertThat(quickSends().list().stream().map(QuickSend::name)).containsExactly("LOGIN", "Query", "STOP", "");
        assertThat(quickSends().list().stream().map(quick -> quick.draft().text()))
                .containsExactly(LOGIN.draft().text(), "query again", "halt", "");
    }

    private static void enter(QuickTable table, String text) {
        JTextField field = (JTextField) table.getEditorComponent();
        field.setText(text);
        Object name = field.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke("ENTER"));
        field.getActionMap().get(name).actionPerformed(null);
    }

    @Test
    void aWrongTimeKeepsItsCellOpenUntilItIsCorrected() {
        QuickEditor editor = editor();
        TestWindow.run(() -> {
            QuickTable table = TestWindow.find(editor, "quickTable");
            table.edit(0, QuickModel.Column.DELAY);
            ((JTextField) table.getEditorComponent()).setText("soon");
            assertThat(table.stopEditing()).isFalse();
            assertThat(note(editor)).isEqualTo("Enter a whole number from 0 to 3600000.");
            ((JTextField) table.getEditorComponent()).setText("20");
            assertThat(table.stopEditing()).isTrue();
        });
        assertThat(quickSends().list().get(0).delayMillis()).isEqualTo(20);
    }

    @Test
    void linesAreMovedDuplicatedRemovedAndRestored() {
        QuickEditor editor = editor();
        TestWindow.run(() -> {
            TestWindow.<JButton>find(editor, "quickDownButton").doClick();
            assertThat(names()).containsExactly("Query", "LOGIN");
            TestWindow.<JButton>find(editor, "quickDuplicateButton").doClick();
            assertThat(names()).containsExactly("Query", "LOGIN", "LOGIN");
            TestWindow.<JButton>find(editor, "quickRemoveButton").doClick();
            assertThat(names()).containsExactly("Query", "LOGIN");
            assertThat(note(editor)).isEqualTo("3 LOGIN removed");
            TestWindow.<JButton>find(editor, "quickUndoButton").doClick();
            assertThat(names()).containsExactly("Query", "LOGIN", "LOGIN");
        });
    }

    @Test
    void theMessageOfSeveralLinesIsEditedBelowTheTable() {
        QuickEditor editor = editor();
        TestWindow.run(() -> {
            TestWindow.<JTextArea>find(editor, "quickMessageField").setText("two\nlines");
            assertThat(TestWindow.<JTable>find(editor, "quickTable")
                            .isCellEditable(0, QuickModel.Column.MESSAGE.ordinal()))
                    .isFalse();
        });
        assertThat(quickSends().list().get(0).draft().text()).isEqualTo("two\nlines");
    }

    @Test
    void aFileIsImportedCompletelyOrNotAtAll() throws IOException {
        QuickEditor editor = editor();
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"format\": \"earshot quick sends 1\"}");
        JsonFiles<QuickSends> files = new JsonFiles<>(QuickEditor.FILES, editor, new Words(Locale.ENGLISH), editor);
        TestWindow.run(() -> files.read(wrong));
        await().until(() -> TestWindow.onEdt(() -> note(editor)).startsWith("wrong.json: "));
        assertThat(quickSends().list()).hasSize(2);
        Path right = folder.resolve("right.json");
        TestWindow.run(() -> files.write(new QuickSends(List.of(QUERY), 7), right));
        await().until(() -> TestWindow.onEdt(() -> note(editor)).equals("1 quick send exported to right.json"));
        TestWindow.run(() -> files.read(right));
        await().until(() -> quickSends().rounds() == 7);
        assertThat(quickSends().list()).containsExactly(QUERY);
    }

    @Test
    void theEditorShowsTheBytesForTheTargetAndTheEndOfTheSequence() throws IOException {
        quickSends(new QuickSends(List.of(new QuickSend("greet", text("你好"), true, 0, Optional.empty(), 0)), 1));
        try (Socket client = connect()) {
            QuickEditor editor = editor();
            Peer peer = ui.session.clients().present().get(0).peer();
            ui.session.log().readAs(peer, Encoding.GBK);
            await().untilAsserted(() -> assertThat(TestWindow.onEdt(() ->
                            TestWindow.<JLabel>find(editor, "quickPreview").getText()))
                    .contains("C4 E3 BA C3"));
            TestWindow.run(() ->
                    TestWindow.<JButton>find(editor, "quickWindowPlayButton").doClick());
            assertThat(client.getInputStream().readNBytes(4)).isEqualTo("你好".getBytes("GBK"));
            await().untilAsserted(() -> assertThat(TestWindow.onEdt(() -> note(editor)))
                    .isEqualTo("Sequence to 127.0.0.1:" + client.getLocalPort() + " done"));
        }
    }

    @Test
    void theTitleNamesTheTabThatSendsTheQuickSendsOfAllTabs() {
        editor();
        assertThat(TestWindow.onEdt(() -> window().getTitle()))
                .isEqualTo("Quick sends of all tabs - sent from TCP Server :" + port);
    }

    @Test
    void importAndExportAreAtTheRightAndTheNoteTakesTheRestOfTheRoom() {
        QuickEditor editor = editor();
        TestWindow.run(() -> {
            Component export = TestWindow.find(editor, "quickExportButton");
            assertThat(editor.getWidth() - export.getX() - export.getWidth()).isLessThan(40);
            Component note = TestWindow.find(editor, "quickNote");
            assertThat(note.getWidth()).isGreaterThan(editor.getWidth() / 2);
        });
    }

    private List<String> names() {
        return bar().commands().state().quickSends().list().stream()
                .map(QuickSend::name)
                .toList();
    }

    private static String note(QuickEditor editor) {
        return TestWindow.<JLabel>find(editor, "quickNote").getText();
    }

    private QuickEditor editor() {
        TestWindow.run(() -> ui.window.workspace().sendTools().editQuick());
        return TestWindow.onEdt(() -> (QuickEditor) window().getContentPane());
    }

    private static EditorWindow window() {
        return Stream.of(Window.getWindows())
                .filter(w -> w instanceof EditorWindow && w.isShowing())
                .map(EditorWindow.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void play() {
        TestWindow.run(() -> {
            ui.<JButton>find("quickButton").doClick();
            ui.<JButton>find("quickPlayButton").doClick();
        });
    }

    private SendBar bar() {
        return (SendBar) ui.find("sendButton").getParent();
    }

    private QuickSends quickSends() {
        return TestWindow.onEdt(() -> bar().commands().state().quickSends());
    }

    private void quickSends(QuickSends now) {
        TestWindow.run(() -> bar().commands().state().quickSends(now));
    }

    private String line() {
        return TestWindow.onEdt(() -> {
            ui.window.workspace().refreshClients();
            return ui.<JLabel>find("ongoingText").getText();
        });
    }

    private boolean there(String name) {
        return TestWindow.onEdt(() -> TestWindow.<Component>find((Container) ui.window.getRootPane(), name) != null);
    }

    private static void press(JComponent part, KeyStroke stroke, int condition) {
        TestWindow.run(() -> {
            Object key = part.getInputMap(condition).get(stroke);
            part.getActionMap().get(key).actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, ""));
        });
    }

    private static QuickSend waiting(String name, String text, String reply, int millis) {
        Match match = new Match(Match.Kind.CONTAINS, reply);
        return new QuickSend(name, text(text), true, 0, Optional.of(match), millis);
    }

    private static Draft text(String text) {
        return new Draft(text, TextForm.TEXT, Optional.empty(), LineEnding.NONE, true, Envelope.NONE);
    }
}
