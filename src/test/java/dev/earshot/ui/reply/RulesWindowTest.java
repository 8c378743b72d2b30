package dev.earshot.ui.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.reply.EchoAnswer;
import dev.earshot.reply.RulesAnswer;
import dev.earshot.reply.RulesFile;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.parts.EditorWindow;
import dev.earshot.ui.parts.JsonFiles;
import dev.earshot.ui.parts.Token;
import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the editor of the rules with a real session, in which edited rules answer at once. */
class RulesWindowTest extends WindowTest {
    @BeforeEach
    void open() throws IOException {
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyBox").setSelectedItem(RulesAnswer.KIND));
        TestWindow.run(() -> {}); // the window opens in the task after this one
    }

    @Test
    void rulesAreTypedFromCellToCellWithEnterAndAnswerAtOnce() throws IOException {
        enter("STATUS?");
        enter("READY");
        enter("TEMP?");
        enter("23.5");
        enter("");
        TestWindow.run(() -> assertThat(table().getRowCount()).isEqualTo(3));
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            BufferedReader in = reader(client);
            say(client, "TEMP?\n");
            assertThat(in.readLine()).isEqualTo("23.5");
            say(client, "STATUS?\n");
            assertThat(in.readLine()).isEqualTo("READY");
            await().untilAsserted(() -> assertThat(TestWindow.onEdt(() -> cell(1, RulesModel.Column.HITS)))
                    .isEqualTo("1"));
        }
    }

    @Test
    void aWrongPatternMarksItsCellWhileOtherRulesAnswer() throws IOException {
        TestWindow.run(() -> replace(
                rule(Match.Kind.EXPRESSION, "^T=(\\d+", "${1}"),
                rule(Match.Kind.CONTAINS, "hello", "${nothing}"),
                rule(Match.Kind.ANY, "", "OK")));
        TestWindow.run(() -> {
            JLabel wrong = render(0, RulesModel.Column.PATTERN);
            assertThat(wrong.getBackground()).isEqualTo(Token.ERROR_ROW.color());
            assertThat(wrong.getToolTipText()).contains("regular expression");
            assertThat(render(1, RulesModel.Column.ANSWER).getToolTipText()).contains("nothing");
            assertThat(render(2, RulesModel.Column.PATTERN).getToolTipText()).isNull();
            assertThat(note()).startsWith("Rule 1, Pattern:");
            assertThat(ui.<JLabel>find("replyFigures").getText()).startsWith("2 rules are wrong");
        });
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            say(client, "hello\n");
            assertThat(reader(client).readLine()).isEqualTo("OK");
        }
        TestWindow.run(() -> {
            table().setValueAt("^T=(\\d+)", 0, RulesModel.Column.PATTERN.ordinal());
            assertThat(render(0, RulesModel.Column.PATTERN).getToolTipText()).isNull();
        });
    }

    @Test
    void aRuleAnswersByAConditionOnFields() throws IOException {
        enter("temp >");
        enter("hot ${field:temp}");
        TestWindow.run(() -> {
            table().setValueAt(Match.Kind.WHERE, 0, RulesModel.Column.WHEN.ordinal());
            assertThat(render(0, RulesModel.Column.PATTERN).getToolTipText()).contains("missing at the end");
            table().setValueAt("temp > 30", 0, RulesModel.Column.PATTERN.ordinal());
            assertThat(render(0, RulesModel.Column.PATTERN).getToolTipText()).isNull();
        });
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            say(client, "{\"temp\": 29}\n{\"temp\": 31.5}\n");
            assertThat(reader(client).readLine()).isEqualTo("hot 31.5");
            await().untilAsserted(() -> assertThat(TestWindow.onEdt(() -> cell(0, RulesModel.Column.HITS)))
                    .isEqualTo("1"));
        }
    }

    @Test
    void textOfAnInputMethodBeginsToEditACell() {
        TestWindow.run(() -> {
            RulesTable table = table();
            table.stopEditing();
            table.changeSelection(0, RulesModel.Column.ANSWER.ordinal(), false, false);
            table.requestFocusInWindow();
        });
        await().until(table()::isFocusOwner);
        TestWindow.run(() -> {
            RulesTable table = table();
            for (char typed : "收到".toCharArray()) { // it comes without pressed keys
                table.dispatchEvent(new KeyEvent(table, KeyEvent.KEY_TYPED, 0, 0, KeyEvent.VK_UNDEFINED, typed));
            }
            assertThat(((JTextComponent) table.getEditorComponent()).getText()).isEqualTo("收到");
        });
    }

    @Test
    void aBlankRuleIsNotMarkedAsWrong() {
        TestWindow.run(() -> {
            assertThat(table().getRowCount()).isEqualTo(1);
            assertThat(table().isEditing()).as("ready to be typed").isTrue();
            assertThat(render(0, RulesModel.Column.PATTERN).getToolTipText()).isNull();
            assertThat(note()).isEqualTo("The first rule that matches answers. Changes apply at once.");
        });
    }

    @Test
    void undoRestoresRemovedRules() {
        TestWindow.run(() -> replace(rule(Match.Kind.EQUALS, "A", "1"), rule(Match.Kind.EQUALS, "B", "2")));
        click("rulesRemoveButton");
        assertThat(rules()).hasSize(1);
        TestWindow.run(() -> assertThat(note()).isEqualTo("Rule 1 was removed."));
        click("rulesUndoButton");
        assertThat(rules()).extracting(rule -> rule.match().pattern()).containsExactly("A", "B");
    }

    @Test
    void rulesAreDuplicatedAndMoved() {
        TestWindow.run(() -> replace(rule(Match.Kind.EQUALS, "A", "1"), rule(Match.Kind.EQUALS, "B", "2")));
        TestWindow.run(() -> assertThat(find("rulesUpButton").isEnabled()).isFalse());
        click("rulesDuplicateButton");
        click("rulesDownButton");
        assertThat(rules()).extracting(rule -> rule.match().pattern()).containsExactly("A", "B", "A");
        click("rulesUpButton");
        assertThat(rules()).extracting(rule -> rule.match().pattern()).containsExactly("A", "A", "B");
    }

    @Test
    void theDetailsChangeTheSelectedRuleAndOneUndoRevertsAWord() {
        TestWindow.run(() -> replace(rule(Match.Kind.STARTS, "GET ", "${0}")));
        type("ruleNameField", "B");
        type("ruleNameField", "Boiler");
        type("ruleMostField", "5");
        click("ruleThenCloseBox");
        Rule now = rules().get(0);
        assertThat(now.name()).isEqualTo("Boiler");
        assertThat(now.mostPerSecond()).isEqualTo(5);
        assertThat(now.endsAfterAnswer()).isTrue();
        type("ruleMostField", "many");
        TestWindow.run(() -> assertThat(((JComponent) find("ruleMostField")).getClientProperty("JComponent.outline"))
                .isEqualTo("error"));
        type("ruleExampleField", "GET T");
        TestWindow.run(() ->
                assertThat(((JLabel) find("ruleAnswerPreview")).getText()).isEqualTo("7 bytes  47 45 54 20 54 0D 0A"));
        type("ruleExampleField", "SET T");
        TestWindow.run(() -> assertThat(((JLabel) find("ruleAnswerPreview")).getText())
                .isEqualTo("The example message does not match."));
    }

    @Test
    void anInvalidDelayStaysInItsEditorAndIsReported() {
        TestWindow.run(() -> replace(rule(Match.Kind.ANY, "", "OK")));
        TestWindow.run(() -> {
            table().edit(0, RulesModel.Column.DELAY);
            ((JTextField) table().getEditorComponent()).setText("soon");
            assertThat(table().stopEditing()).isFalse();
            assertThat(note()).contains("3600000");
            ((JTextField) table().getEditorComponent()).setText("250");
            assertThat(table().stopEditing()).isTrue();
            assertThat(note()).doesNotContain("3600000");
        });
        assertThat(rules().get(0).delayMillis()).isEqualTo(250);
    }

    @Test
    void everyExampleIsValidAndSetsItsFraming() throws Exception {
        for (RuleExamples example : RuleExamples.values()) {
            for (Rule rule : example.rules()) {
                rule.check();
            }
            assertThat(example.name(new Words(Locale.ENGLISH))).isNotBlank();
        }
        TestWindow.run(() -> {
            RulesEditor editor = (RulesEditor) dialog().getContentPane();
            editor.take(RuleExamples.MODBUS);
        });
        assertThat(ui.session.replies().behaviour().framing()).isEqualTo(Framing.parse("modbus-tcp"));
        assertThat(rules()).isEqualTo(RuleExamples.MODBUS.rules());
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write(new byte[] {0, 7, 0, 0, 0, 6, 1, 3, 0, 100, 0, 2});
            assertThat(client.getInputStream().readNBytes(13))
                    .isEqualTo(new byte[] {0, 7, 0, 0, 0, 7, 1, 3, 4, 0, 0x17, 0, 0x33});
        }
        click("rulesUndoButton");
        assertThat(ui.session.replies().behaviour().framing())
                .as("with what a message was")
                .isEqualTo(Framing.LINES);
    }

    @Test
    void theTextExamplesAnswer() throws IOException {
        int port = ui.listen();
        take(RuleExamples.AT);
        try (Socket client = ui.connect(port)) {
            BufferedReader in = reader(client);
            say(client, "AT\r\n");
            assertThat(in.readLine()).isEmpty();
            assertThat(in.readLine()).isEqualTo("OK");
            say(client, "ATX\r");
            assertThat(in.readLine()).isEmpty();
            assertThat(in.readLine()).isEqualTo("ERROR");
        }
        take(RuleExamples.OK);
        try (Socket client = ui.connect(port)) {
            BufferedReader in = reader(client);
            say(client, "GET T\n");
            assertThat(in.readLine()).matches("T=\\d+");
            say(client, "what\n");
            assertThat(in.readLine()).isEqualTo("OK");
        }
        take(RuleExamples.LOGIN);
        try (Socket client = ui.connect(port)) {
            BufferedReader in = reader(client);
            say(client, "STATUS?\nann\nSTATUS?\nann\nsecret\nSTATUS?\nLOGOUT\nSTATUS?\n");
            assertThat(IntStream.range(0, 8).mapToObj(i -> line(in)))
                    .containsExactly(
                            "?", "Password:", "Wrong. Name:", "Password:", "Welcome", "READY", "Bye. Name:", "?");
        }
    }

    @Test
    void theExamplesOfProtocolsAnswer() throws IOException {
        int port = ui.listen();
        take(RuleExamples.HTTP);
        try (Socket client = ui.connect(port)) {
            say(client, "GET /ping HTTP/1.1\r\nHost: x\r\n\r\nGET /a HTTP/1.1\r\n\r\n");
            String answers = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npong 1"
                    + "HTTP/1.1 404 Not Found\r\nContent-Length: 10\r\n\r\nno /a here";
            assertThat(new String(client.getInputStream().readNBytes(answers.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(answers);
        }
        take(RuleExamples.TRACKER);
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write(bytes("78 78 0D 01 03 58 99 90 00 00 00 01 00 D1 12 34 0D 0A"));
            assertThat(client.getInputStream().readNBytes(10)).isEqualTo(bytes("78 78 05 01 00 D1 0F 51 0D 0A"));
        }
        take(RuleExamples.TERMINAL);
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write(bytes("7E 00 02 40 00 01 00 00 00 00 01 38 00 13 80 00 00 09 E0 7E"));
            assertThat(client.getInputStream().readNBytes(25))
                    .isEqualTo(bytes("7E 80 01 40 05 01 00 00 00 00 01 38 00 13 80 00 00 01 00 09 00 02 00 65 7E"));
        }
        take(RuleExamples.MQTT);
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write(bytes("10 0C 00 04 4D 51 54 54 04 02 00 3C 00 00"));
            client.getOutputStream().write(bytes("32 07 00 01 61 12 34 68 69"));
            assertThat(client.getInputStream().readNBytes(8)).isEqualTo(bytes("20 02 00 00 40 02 12 34"));
        }
        take(RuleExamples.HL7);
        try (Socket client = ui.connect(port)) {
            say(client, "\13MSH|^~\\&|LAB||X||2026||ADT^A01|M7|P|2.3\rPID|1\r\34\r");
            String answer = new String(client.getInputStream().readNBytes(61), StandardCharsets.US_ASCII);
            assertThat(answer)
                    .matches("\13MSH\\|\\^~\\\\&\\|EARSHOT\\|{4}\\d{14}\\|\\|ACK\\|1\\|P\\|2.3\rMSA\\|AA\\|M7\r\34\r");
        }
    }

    private static byte[] bytes(String hex) {
        try {
            return PastedHex.parse(hex);
        } catch (Problem e) {
            throw new AssertionError(hex, e);
        }
    }

    private static String line(BufferedReader in) {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void rulesAreWrittenToAFileAndReadFromIt() throws IOException {
        TestWindow.run(() -> replace(rule(Match.Kind.EQUALS, "A", "1")));
        Path file = folder.resolve("rules.json");
        RulesEditor editor = TestWindow.onEdt(() -> (RulesEditor) dialog().getContentPane());
        JsonFiles<RulesFile> files = new JsonFiles<>(RulesEditor.FILES, editor, new Words(Locale.ENGLISH), editor);
        List<Rule> before = rules();
        files.write(new RulesFile(Optional.of(Framing.RECEIVED), before), file);
        await().until(() -> Files.exists(file));
        await().untilAsserted(() -> assertThat(TestWindow.onEdt(this::note)).contains("1 rule written to rules.json"));
        click("rulesRemoveButton");
        files.read(file);
        await().untilAsserted(() -> assertThat(rules()).isEqualTo(before));
        assertThat(ui.session.replies().behaviour().framing()).isEqualTo(Framing.RECEIVED);
        String done = TestWindow.onEdt(this::note);
        Files.writeString(file, "{\"format\": \"earshot rules 1\", \"rules\": [{}]}");
        files.read(file);
        await().untilAsserted(() ->
                assertThat(TestWindow.onEdt(this::note)).contains("rules.json").isNotEqualTo(done));
        assertThat(rules()).as("nothing half-read").isEqualTo(before);
        TestWindow.run(() -> table().clearSelection());
        assertThat(TestWindow.onEdt(this::note))
                .as("the problem goes with the selection")
                .isEqualTo(done);
    }

    @Test
    void theDryRunIsRepeatedWhenRulesChange() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            say(client, "GET T\nhello\n");
            await().until(() -> ui.session.log().rowCount() >= 4);
            TestWindow.run(() -> replace(rule(Match.Kind.EXPRESSION, "GET (.*)", "${1}=5")));
            click("rulesTryButton");
            await().untilAsserted(() -> TestWindow.run(() -> {
                assertThat(((JLabel) find("tryNote")).getText()).isEqualTo("1 of 2 messages would have been answered");
                JTable tried = (JTable) find("tryTable");
                assertThat(IntStream.range(1, 5).mapToObj(column -> tried.getValueAt(0, column)))
                        .containsExactly("127.0.0.1:" + client.getLocalPort(), "GET T", "1", "T=5");
            }));
            TestWindow.run(() -> table().setValueAt("(l+)", 0, RulesModel.Column.PATTERN.ordinal()));
            await().untilAsserted(() -> TestWindow.run(() ->
                    assertThat(((JTable) find("tryTable")).getValueAt(0, 2)).isEqualTo("hello")));
            click("tryCancelButton");
            TestWindow.run(() -> assertThat(find("tryTable").isShowing()).isFalse());
        }
    }

    @Test
    void theDryRunMovesNoButtonAndFitsIntoALowWindow() {
        TestWindow.run(() -> {
            dialog().setSize(UIScale.scale(940), UIScale.scale(640));
            dialog().validate();
            Point before = find("rulesTryButton").getLocationOnScreen();
            ((AbstractButton) find("rulesTryButton")).doClick(0);
            dialog().validate();
            assertThat(find("rulesTryButton").getLocationOnScreen()).isEqualTo(before);
            assertThat(find("ruleAnswerField").isShowing()).isTrue();
            dialog().setSize(dialog().getMinimumSize());
            dialog().validate();
            dialog().validate();
            assertThat(table().getVisibleRect().height).isGreaterThanOrEqualTo(2 * table().getRowHeight());
            JTable tried = (JTable) find("tryTable");
            assertThat(tried.getParent().getHeight()).isGreaterThanOrEqualTo(3 * tried.getRowHeight());
            assertThat(find("ruleAnswerField").isShowing()).isFalse();
        });
        await().until(() -> TestWindow.onEdt(
                () -> { // the first click may stop it, and another closes it
                    ((AbstractButton) find("tryCancelButton")).doClick(0);
                    dialog().validate();
                    return find("ruleAnswerField").isShowing();
                }));
    }

    @Test
    void statesAreTypedInTheDetailsAndShownInBothTables() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            say(client, "GET T\nGET T\n");
            await().until(() -> ui.session.log().rowCount() >= 4);
            TestWindow.run(() -> replace(
                    rule(Match.Kind.STARTS, "GET", "1"),
                    rule(Match.Kind.STARTS, "GET", "2"),
                    rule(Match.Kind.ANY, "", "3")));
            type("ruleStateField", Rule.START);
            type("ruleNextStateField", "logged in");
            TestWindow.run(() -> table().changeSelection(1, 2, false, false));
            type("ruleStateField", "logged in");
            TestWindow.run(() -> table().changeSelection(2, 2, false, false));
            type("ruleNextStateField", "end");
            assertThat(rules()).extracting(Rule::state).containsExactly("start", "logged in", "");
            assertThat(rules()).extracting(Rule::nextState).containsExactly("logged in", "", "end");
            TestWindow.run(() -> assertThat(IntStream.range(0, 3).mapToObj(row -> cell(row, RulesModel.Column.STATE)))
                    .containsExactly("start → logged in", "logged in", "→ end"));
            click("rulesTryButton");
            await().untilAsserted(() -> TestWindow.run(() -> {
                JTable tried = (JTable) find("tryTable");
                assertThat(tried.getRowCount()).isEqualTo(2);
                assertThat(IntStream.range(0, 2).mapToObj(row -> tried.getValueAt(row, 5)))
                        .containsExactly("logged in", "start → logged in");
            }));
        }
    }

    @Test
    void aPastedDumpBecomesHexDigitsInFieldsOfOneLine() {
        String dump = "00000000: 247b 307d                                ${0}\n"
                + "00000004: 0a                                       .\n";
        TestWindow.run(() -> {
            Template hex = new Template(TextForm.HEX, "", LineEnding.NONE);
            replace(RuleEdit.answer(rule(Match.Kind.HEX, "00", ""), hex));
            table().edit(0, RulesModel.Column.PATTERN);
            ((JTextField) table().getEditorComponent()).replaceSelection(dump);
            table().edit(0, RulesModel.Column.ANSWER);
            ((JTextField) table().getEditorComponent()).replaceSelection(dump);
            assertThat(table().stopEditing()).isTrue();
        });
        assertThat(rules().get(0).match().pattern()).isEqualTo("24 7B 30 7D 0A");
        assertThat(rules().get(0).answer().text()).isEqualTo("24 7B 30 7D 0A");
        TestWindow.run(() -> {
            JTextField answer = (JTextField) find("ruleAnswerField");
            answer.selectAll();
            answer.replaceSelection("0000   41 42\n0002   43");
            table().setValueAt(Match.Kind.EQUALS, 0, RulesModel.Column.WHEN.ordinal());
            table().edit(0, RulesModel.Column.PATTERN);
            ((JTextField) table().getEditorComponent()).replaceSelection("a\nb");
            assertThat(table().stopEditing()).isTrue();
        });
        assertThat(rules().get(0).answer().text()).isEqualTo("41 42 43");
        assertThat(rules().get(0).match().pattern()).as("a text").isEqualTo("a\\nb");
    }

    @Test
    void rulesCanBeEditedWhileAnotherAnswerIsInForce() {
        TestWindow.run(() -> replace(rule(Match.Kind.EQUALS, "A", "1")));
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyBox").setSelectedItem(EchoAnswer.KIND));
        TestWindow.run(() -> table().setValueAt("B", 0, RulesModel.Column.PATTERN.ordinal()));
        assertThat(ui.session.replies().behaviour().answer()).isEqualTo(new EchoAnswer());
        TestWindow.run(() -> ui.<JComboBox<?>>find("replyBox").setSelectedItem(RulesAnswer.KIND));
        assertThat(rules().get(0).match().pattern()).isEqualTo("B");
    }

    @Test
    void theWindowRestoresItsPlaceAndFollowsTheLanguage() {
        TestWindow.run(() -> {
            Window dialog = dialog();
            dialog.setSize(900, 500);
            press(dialog(), "ESCAPE");
            assertThat(dialog.isVisible()).isFalse();
            assertThat(ui.window.settings().get(WindowKeys.RULES_WINDOW).subList(2, 4))
                    .containsExactly(900, 500);
            ui.<AbstractButton>find("replyEditButton").doClick(0);
            assertThat(dialog.isVisible()).isTrue();
            ui.window.language(Settings.Language.ZH);
        });
        await().untilAsserted(() ->
                assertThat(TestWindow.onEdt(() -> dialog().getTitle())).isEqualTo("规则 - TCP 服务端 :8080"));
    }

    @Test
    void everyControlHasAName() {
        TestWindow.run(() -> {
            for (String name : List.of(
                    "rulesTable",
                    "ruleNameField",
                    "ruleMostField",
                    "ruleRoleField",
                    "ruleAnswerField",
                    "rulesUpButton")) {
                assertThat(find(name).getAccessibleContext().getAccessibleName())
                        .as(name)
                        .isNotBlank();
            }
        });
    }

    /** Types text into the cell that is being edited, and presses Enter. */
    private void enter(String text) {
        TestWindow.run(() -> {
            JTextField field = (JTextField) table().getEditorComponent();
            field.setText(text);
            Object name = field.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke("ENTER"));
            field.getActionMap().get(name).actionPerformed(null);
        });
    }

    /** Takes an example in place of all rules. */
    private void take(RuleExamples example) {
        TestWindow.run(() -> {
            while (table().getRowCount() > 0) {
                table().setRowSelectionInterval(0, 0);
                ((JButton) find("rulesRemoveButton")).doClick();
            }
            ((RulesEditor) dialog().getContentPane()).take(example);
        });
    }

    @Test
    void anExampleIsAddedToTheRulesThatThereAre() {
        take(RuleExamples.AT);
        TestWindow.run(() -> {
            ((RulesEditor) dialog().getContentPane()).take(RuleExamples.MQTT);
            assertThat(note())
                    .isEqualTo("The rules of the example \"MQTT broker\" were added, from rule 5 on."
                            + " They expect messages split as: mqtt.");
            assertThat(table().getSelectedRow()).isEqualTo(4);
        });
        assertThat(rules()).startsWith(RuleExamples.AT.rules().toArray(Rule[]::new));
        assertThat(rules()).endsWith(RuleExamples.MQTT.rules().toArray(Rule[]::new));
        assertThat(ui.session.replies().behaviour().framing())
                .as("the rules that run need theirs")
                .isEqualTo(RuleExamples.AT.framing());
        click("rulesUndoButton");
        assertThat(rules()).isEqualTo(RuleExamples.AT.rules());
    }

    @Test
    void anUnfinishedRuleIsNotCounted() {
        take(RuleExamples.AT);
        TestWindow.run(() -> ui.window.workspace().refreshClients());
        String before = TestWindow.onEdt(() -> ui.<JLabel>find("replyFigures").getText());
        assertThat(before).startsWith("4 rules");
        click("rulesAddButton");
        assertThat(rules()).hasSize(5);
        TestWindow.run(() -> ui.window.workspace().refreshClients());
        assertThat(TestWindow.onEdt(() -> ui.<JLabel>find("replyFigures").getText()))
                .isEqualTo(before);
    }

    @Test
    void theTitleNamesTheTab() throws IOException {
        assertThat(TestWindow.onEdt(() -> dialog().getTitle())).startsWith("Rules - TCP Server");
        int port = ui.listen();
        TestWindow.run(() -> ui.window.workspace().refreshClients());
        assertThat(TestWindow.onEdt(() -> dialog().getTitle())).isEqualTo("Rules - TCP Server :" + port);
    }

    private static Rule rule(Match.Kind kind, String pattern, String answer) {
        Rule blank = Rule.BLANK;
        dev.earshot.reply.rules.Template template = new dev.earshot.reply.rules.Template(
                dev.earshot.codec.TextForm.TEXT, answer, dev.earshot.codec.LineEnding.CRLF);
        return RuleEdit.answer(RuleEdit.match(blank, new Match(kind, pattern)), template);
    }

    private void replace(Rule... rules) {
        table().removeEditor();
        table().getModel().replace(new RulesFile(Optional.empty(), List.of(rules)));
        table().changeSelection(0, 2, false, false);
    }

    private JLabel render(int row, RulesModel.Column column) {
        return (JLabel) table().prepareRenderer(table().getCellRenderer(row, column.ordinal()), row, column.ordinal());
    }

    private String cell(int row, RulesModel.Column column) {
        return render(row, column).getText();
    }

    private List<Rule> rules() {
        return ((RulesAnswer) ui.session.replies().behaviour().answer()).rules();
    }

    private String note() {
        return ((JLabel) find("rulesNote")).getText();
    }

    private RulesTable table() {
        return (RulesTable) find("rulesTable");
    }

    private EditorWindow dialog() {
        return IntStream.range(0, ui.window.getOwnedWindows().length)
                .mapToObj(i -> ui.window.getOwnedWindows()[i])
                .filter(window -> window instanceof EditorWindow && window.isDisplayable())
                .map(EditorWindow.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private Component find(String name) {
        Component found = TestWindow.find(dialog(), name);
        assertThat(found).as(name).isNotNull();
        return found;
    }

    private void type(String field, String text) {
        TestWindow.run(() -> ((JTextComponent) find(field)).setText(text));
    }

    private void click(String button) {
        TestWindow.run(() -> ((AbstractButton) find(button)).doClick(0));
    }

    private static void press(EditorWindow in, String key) {
        JComponent root = in.getRootPane();
        Object name =
                root.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).get(KeyStroke.getKeyStroke(key));
        root.getActionMap().get(name).actionPerformed(null);
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }
}
