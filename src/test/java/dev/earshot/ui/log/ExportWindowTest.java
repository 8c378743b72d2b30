package dev.earshot.ui.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.Dialogs;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows leave the window through the forms of Export rows and Log to file. */
class ExportWindowTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        says("one\ntwo\n");
        await().until(() ->
                TestWindow.onEdt(() -> ui.<LogTable>find("messageLog").getRowCount() == 4));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private void says(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    private void click(String button) {
        EventQueue.invokeLater(ui.<JButton>find(button)::doClick);
    }

    private void approve(Path file) {
        JFileChooser chooser = Dialogs.chooser();
        EventQueue.invokeLater(() -> {
            chooser.setSelectedFile(file.toFile());
            chooser.approveSelection();
        });
    }

    private void openExport() {
        TestWindow.run(() -> ui.window.workspace().logCommands().exportRows());
    }

    private void choose(String box, Object choice) {
        TestWindow.run(() -> ui.<JComboBox<Object>>find(box).setSelectedItem(choice));
    }

    @Test
    void theChosenRowsAreSavedInTheChosenForm() {
        openExport();
        assertThat(ui.shown("exportRowsBox")).isEqualTo("Rows shown (4)");
        choose("exportFormBox", ExportFormat.RAW);
        click("exportApplyButton");
        approve(folder.resolve("rows"));
        Path raw = folder.resolve("rows.bin");
        await().until(() -> Files.exists(raw));
        assertThat(raw).hasContent("one\ntwo\n");

        TestWindow.run(() -> ui.<LogTable>find("messageLog").selection().select(2, 3));
        openExport();
        assertThat(ui.shown("exportRowsBox")).isEqualTo("Selected rows (2)");
        choose("exportFormBox", ExportFormat.CSV);
        click("exportApplyButton");
        approve(folder.resolve("rows"));
        Path csv = folder.resolve("rows.csv");
        await().until(() -> Files.exists(csv));
        assertThat(csv)
                .content(UTF_8)
                .startsWith("\uFEFFtime,")
                .contains(",one,", ",two,")
                .doesNotContain("connected");
    }

    @Test
    void formsForPeopleShowTheViewOfTheLogAndFormsForProgramsDoNot() throws IOException {
        ui.session.log().showAs("hex");
        assertThat(exported(ExportFormat.TEXT, "rows.txt"))
                .contains("6F 6E 65 0A")
                .doesNotContain("one");
        assertThat(exported(ExportFormat.HTML, "rows.html"))
                .contains("6F 6E 65 0A")
                .doesNotContain("one<");
        assertThat(exported(ExportFormat.NETASSIST, "rows.log")).contains("RECV HEX FROM", "6F 6E 65 0A");
        assertThat(exported(ExportFormat.CSV, "rows.csv")).contains(",one,");
        assertThat(exported(ExportFormat.JSONL, "rows.jsonl")).contains("\"one\"");
    }

    private String exported(ExportFormat format, String name) throws IOException {
        openExport();
        choose("exportFormBox", format);
        click("exportApplyButton");
        Path file = folder.resolve(name);
        approve(file);
        await().until(() -> Files.exists(file));
        return Files.readString(file);
    }

    @Test
    void aFailureIsSaidInTheForm() {
        openExport();
        choose("exportFormBox", ExportFormat.JSONL);
        click("exportApplyButton");
        approve(folder.resolve("nowhere").resolve("rows"));
        await().untilAsserted(() ->
                assertThat(problem("exportProblem")).contains("rows.jsonl does not exist, or its folder does not."));
    }

    private String problem(String name) {
        return TestWindow.onEdt(() -> {
            JTextArea text = ui.find(name);
            return text.isShowing() ? text.getText() : "";
        });
    }

    @Test
    void aLogFileGetsTheRowsThatComeAndIsRemembered() throws IOException {
        Path file = folder.resolve("log.txt");
        openLogFile(file);
        await().until(() -> ui.session.log().file().writer().isPresent());
        says("three\n");
        await().until(() -> Files.readString(file).endsWith("\tthree\n"));
        assertThat(Files.readString(file)).doesNotContain("one");
        await().until(() -> TestWindow.onEdt(
                        () -> ui.<JLabel>find("statusLogFile").getText())
                .equals("Log: log.txt"));
        Settings tab = TestWindow.onEdt(() -> ui.window.tabs().selected().settings());
        assertThat(tab.get(Settings.LOG_FILE_ON)).isTrue();
        TestWindow.run(() -> ui.window.workspace().logCommands().openLogFile());
        click("logFileStopButton");
        await().until(() -> ui.session.log().file().writer().isEmpty());
        assertThat(tab.get(Settings.LOG_FILE_ON)).isFalse();
    }

    @Test
    void aLogFileGoesOnInTheViewThatIsChosenMeanwhile() throws IOException {
        Path file = folder.resolve("log.txt");
        openLogFile(file);
        await().until(() -> ui.session.log().file().writer().isPresent());
        says("three\n");
        await().until(() -> Files.readString(file).endsWith("\tthree\n"));
        ui.session.log().showAs("hex");
        says("four\n");
        await().until(() -> Files.readString(file).endsWith("\t66 6F 75 72 0A\n"));
        assertThat(Files.readString(file)).contains("\tthree\n");
    }

    private void openLogFile(Path file) {
        TestWindow.run(() -> {
            ui.window.workspace().logCommands().openLogFile();
            ui.<JTextField>find("logFileField").setText(file.toString());
        });
        click("logFileApplyButton");
    }

    @Test
    void aLogFileThatCannotBeOpenedIsSaidInTheForm() {
        openLogFile(folder.resolve("nowhere/log.txt"));
        await().untilAsserted(() ->
                assertThat(problem("logFileProblem")).contains("log.txt does not exist, or its folder does not."));
        assertThat(ui.session.log().file().writer()).isEmpty();
    }

    @Test
    void aLogFileGoesOnIfAnotherCannotBeOpened() {
        Path file = folder.resolve("log.txt");
        openLogFile(file);
        await().until(() -> ui.session.log().file().writer().isPresent());
        openLogFile(folder.resolve("nowhere/log.txt"));
        await().untilAsserted(() -> assertThat(problem("logFileProblem")).contains("does not exist"));
        Settings tab = TestWindow.onEdt(() -> ui.window.tabs().selected().settings());
        assertThat(ui.session.log().file().writer()).isPresent();
        assertThat(tab.get(Settings.LOG_FILE)).isEqualTo(file.toString());
        assertThat(tab.get(Settings.LOG_FILE_ON)).isTrue();
    }
}
