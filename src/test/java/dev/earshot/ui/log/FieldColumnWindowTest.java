package dev.earshot.ui.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.Dialogs;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks columns of fields in the log, and that they are exported. */
class FieldColumnWindowTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1100), UIScale.scale(720)));
        String longText = "x".repeat(3000);
        client.getOutputStream()
                .write(("hello\n{\"temp\":23.5,\"gps\":{\"lat\":31.2}}\n{\"temp\":24.0,\"text\":\"" + longText
                                + "\"}\n")
                        .getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(5));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void fieldsOfTheSelectedMessageAreOfferedShownAndRemembered() {
        TestWindow.run(() -> log().setRowSelectionInterval(3, 3));
        ask();
        assertThat(choices("fieldColumnBox")).containsExactly("temp", "gps.lat");
        apply("temp");
        ask();
        apply("gps.lat");
        await().untilAsserted(() -> assertThat(titles()).containsSubsequence("Bytes", "temp", "gps.lat", "Message"));
        // Also of a message of which the log shows only the beginning
        await().untilAsserted(() -> assertThat(column("temp")).containsExactly("", "", "", "23.5", "24.0"));
        assertThat(column("gps.lat")).containsExactly("", "", "", "31.2", "");
        Settings tab = TestWindow.onEdt(() -> ui.window.tabs().selected().settings());
        assertThat(tab.get(Settings.FIELD_COLUMNS)).isEqualTo("temp\ngps.lat");
        TestWindow.run(() -> menuItem("column.field.temp").doClick());
        assertThat(titles()).contains("gps.lat").doesNotContain("temp");
    }

    @Test
    void aNameThatIsNoneIsSaidInTheForm() {
        ask();
        apply(" ");
        assertThat(TestWindow.onEdt(
                        () -> ui.<JTextComponent>find("fieldColumnProblem").getText()))
                .isNotEmpty();
        assertThat(titles()).hasSize(5);
    }

    @Test
    void columnsThatHaveNoRoomAreLeftOutAndComeBack() {
        for (String name : List.of("temp", "gps.lat", "a", "b", "c", "d", "e", "f", "g")) {
            ask();
            apply(name);
        }
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(720), UIScale.scale(480)));
        await().untilAsserted(
                        () -> assertThat(titles()).contains("temp", "Message").doesNotContain("Bytes", "g"));
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1270), UIScale.scale(720)));
        await().untilAsserted(() -> assertThat(titles()).contains("temp", "Client", "g", "Message"));
    }

    @Test
    void theColumnsAreExported() {
        ask();
        apply("temp");
        TestWindow.run(() -> ui.window.workspace().logCommands().exportRows());
        TestWindow.run(() -> ui.<JComboBox<Object>>find("exportFormBox").setSelectedItem(ExportFormat.CSV));
        assertThat(TestWindow.onEdt(
                        () -> ui.<AbstractButton>find("exportFieldsBox").getText()))
                .isEqualTo("With the columns of fields: temp");
        EventQueue.invokeLater(
                () -> ui.<AbstractButton>find("exportApplyButton").doClick()); // opens a modal dialog
        JFileChooser chooser = Dialogs.chooser();
        EventQueue.invokeLater(() -> {
            chooser.setSelectedFile(folder.resolve("rows").toFile());
            chooser.approveSelection();
        });
        Path csv = folder.resolve("rows.csv");
        await().until(() -> Files.exists(csv));
        assertThat(csv).content(UTF_8).contains(",note,name,temp\r\n", ",23.5\r\n", ",24.0\r\n");
    }

    @Test
    void theColumnsGoToALogFileAndAreRemembered() throws IOException {
        ask();
        apply("temp");
        TestWindow.run(() -> ui.window.workspace().logCommands().openLogFile());
        Path csv = folder.resolve("log.csv");
        TestWindow.run(() -> {
            ui.<JTextComponent>find("logFileField").setText(csv.toString());
            JComboBox<Object> form = ui.find("logFileFormBox");
            form.setSelectedItem(ExportFormat.NETASSIST);
            assertThat(ui.<Component>find("logFileFieldsBox").isVisible()).isFalse();
            form.setSelectedItem(ExportFormat.CSV);
            assertThat(ui.<Component>find("logFileFieldsBox").isVisible()).isTrue();
            ui.<AbstractButton>find("logFileApplyButton").doClick();
        });
        await().until(() -> ui.session.log().file().writer().isPresent());
        client.getOutputStream().write("{\"temp\": 25.5}\n".getBytes(UTF_8));
        await().until(() -> Files.readString(csv).contains(",25.5\r\n"));
        assertThat(csv).content(UTF_8).contains(",note,name,temp\r\n");
        assertThat(TestWindow.onEdt(() -> ui.window.tabs().selected().settings().get(Settings.LOG_FILE_FIELDS)))
                .isEqualTo("temp");
    }

    private void ask() {
        TestWindow.run(() -> menuItem("column.field").doClick());
        await().until(() -> TestWindow.onEdt(() -> {
            Component form = TestWindow.find(ui.window, "fieldColumnForm");
            return form != null && form.isShowing();
        }));
    }

    private AbstractButton menuItem(String name) {
        JPopupMenu menu = log().getTableHeader().getComponentPopupMenu();
        menu.show(log().getTableHeader(), 5, 5);
        AbstractButton item = TestWindow.find(menu, name);
        menu.setVisible(false);
        return item;
    }

    private void apply(String name) {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("fieldColumnField").setText(name);
            ui.<AbstractButton>find("fieldColumnApplyButton").doClick();
        });
    }

    private LogTable log() {
        return ui.find("messageLog");
    }

    private List<String> choices(String name) {
        return TestWindow.onEdt(() -> {
            JComboBox<String> box = ui.find(name);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < box.getItemCount(); i++) {
                texts.add(box.getItemAt(i));
            }
            return texts;
        });
    }

    private List<String> titles() {
        return TestWindow.onEdt(() -> {
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < log().getColumnCount(); i++) {
                titles.add(log().getColumnName(i));
            }
            return titles;
        });
    }

    private List<String> column(String title) {
        int index = titles().indexOf(title);
        return TestWindow.onEdt(() -> {
            List<String> cells = new ArrayList<>();
            JTable log = log();
            for (int row = 0; row < log.getRowCount(); row++) {
                cells.add(String.valueOf(log.getValueAt(row, index)));
            }
            return cells;
        });
    }
}
