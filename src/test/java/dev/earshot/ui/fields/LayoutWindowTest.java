package dev.earshot.ui.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Hex;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Checks the window in which the user's layouts are edited. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class LayoutWindowTest {
    private static final String FILE = """
        {"format": "earshot fields 1", "shared": {"p": [{"name": "lat", "type": "i32"}]}, "layouts": [
          {"name": "meter", "framings": "fixed:3", "summary": "{a}", "fields": [
            {"name": "a", "type": "u8", "words": {"1": "on"}},
            {"name": "g", "when": "a = 9", "fields": [{"use": "p"}]},
            {"name": "b", "type": "u16", "scale": 0.10}]},
          {"name": "other", "fields": []}]}
        """;

    @TempDir
    private Path folder;

    private TestWindow ui;
    private Socket client;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("fields.json"), FILE);
        ui = new TestWindow(folder);
        client = ui.connect(ui.listen());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        ui.close();
    }

    private void openWindow() {
        TestWindow.run(() -> ui.window.workspace().windows().openLayouts());
        await().until(() -> TestWindow.onEdt(() -> find("layoutsList") != null));
    }

    @Test
    void theFieldsHaveTheirValuesInTheSelectedMessage() throws Exception {
        ui.session.log().framing().reframe(new FixedLengthFraming(3), problem -> {});
        client.getOutputStream().write(Hex.parse("0100EB"));
        await().untilAsserted(() -> assertThat(ui.messages().toString()).contains("connected, on"));
        TestWindow.run(() -> {
            JTable log = ui.find("messageLog");
            log.setRowSelectionInterval(log.getRowCount() - 1, log.getRowCount() - 1);
        });
        openWindow();
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.VALUE)).containsExactly("1 (on)", "", "23.50"));
        assertThat(cells(LayoutModel.Column.WORDS)).containsExactly("1=on", "", "");
        edit(2, LayoutModel.Column.UNIT, "°C");
        await().untilAsserted(
                        () -> assertThat(cells(LayoutModel.Column.VALUE)).containsExactly("1 (on)", "", "23.50 °C"));
    }

    @Test
    void theKeyboardIsInTheTableOrWhereALayoutIsMade() throws Exception {
        openWindow();
        await().until(table()::isFocusOwner);
        ui.session.log().layouts().change(present -> LayoutDocument.EMPTY);
        await().until(() -> TestWindow.onEdt(() -> table().getRowCount()) == 0);
        openWindow();
        await().until(this.<Component>find("layoutsLayoutAddButton")::isFocusOwner);
    }

    @Test
    void theButtonsStayInTheirPlaceWhenABuiltInLayoutIsShown() {
        openWindow();
        await().until(() -> TestWindow.onEdt(() -> indexOf("modbus-tcp")) > 0);
        Component button = find("layoutsImportButton");
        Point before = TestWindow.onEdt(button::getLocationOnScreen);
        TestWindow.run(() -> {
            list().setSelectedIndex(indexOf("modbus-tcp"));
            SwingUtilities.getWindowAncestor(button).validate();
        });
        assertThat(TestWindow.onEdt(button::getLocationOnScreen)).isEqualTo(before);
    }

    @Test
    void theTitlesOfTheColumnsFitAtFirst() {
        for (Settings.Language language : List.of(Settings.Language.EN, Settings.Language.ZH)) {
            TestWindow.run(() -> ui.window.language(language));
            openWindow();
            TestWindow.run(() -> {
                JTableHeader header = table().getTableHeader();
                header.getTopLevelAncestor().validate();
                for (TableColumn column :
                        Collections.list(table().getColumnModel().getColumns())) {
                    String title = String.valueOf(column.getHeaderValue());
                    assertThat(header.getFontMetrics(header.getFont()).stringWidth(title) + UIScale.scale(16))
                            .as(title)
                            .isLessThanOrEqualTo(column.getWidth());
                }
            });
        }
    }

    @Test
    void aChangeIsWrittenAndEverythingElseIsKept() throws Exception {
        openWindow();
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.NAME)).containsExactly("a", "g", "b"));
        edit(2, LayoutModel.Column.PLACE, "-2");
        await().untilAsserted(() -> assertThat(file()).contains("\"at\": -2"));
        assertThat(file()).contains("\"shared\"", "{\"use\": \"p\"}", "\"summary\": \"{a}\"", "0.10", "\"other\"");
        click("layoutsAddButton");
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.NAME)).hasSize(4));
        TestWindow.run(() -> ((LayoutTable) table()).stopEditing());
        click("layoutsUndoButton");
        click("layoutsUndoButton");
        await().untilAsserted(
                        () -> assertThat(file()).doesNotContain("\"at\": -2").contains("0.10"));
        type("layoutPortsField", "70, 71");
        await().untilAsserted(() -> assertThat(file()).contains("\"ports\": \"70, 71\""));
    }

    @Test
    void aWrongTextStaysInItsCellAndIsSaid() throws Exception {
        openWindow();
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.NAME)).hasSize(3));
        edit(2, LayoutModel.Column.SCALE, "often");
        assertThat(note())
                .isEqualTo("meter: scale 'often' must be a number such as 0.1, or a fraction such as 1/1800000.");
        assertThat(TestWindow.onEdt(() -> table().isEditing())).isTrue();
        assertThat(file()).isEqualTo(FILE);
        TestWindow.run(() -> table().getCellEditor().cancelCellEditing());
        type("layoutNameField", "Not A Name");
        assertThat(note()).contains("'Not A Name' cannot be the name of a layout");
        type("layoutNameField", "other");
        assertThat(note()).contains("There is another layout 'other'");
        assertThat(file()).isEqualTo(FILE);
    }

    @Test
    void groupsAreNotEditedInTheTable() {
        openWindow();
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.NAME)).hasSize(3));
        for (LayoutModel.Column column : LayoutModel.Column.values()) {
            assertThat(TestWindow.onEdt(() -> table().isCellEditable(1, column.ordinal())))
                    .isFalse();
        }
        Component cell = TestWindow.onEdt(() -> table().prepareRenderer(table().getCellRenderer(1, 0), 1, 0));
        assertThat(((JLabel) cell).getText()).isEqualTo("g: 1 part, see JSON");
    }

    @Test
    void aBuiltInLayoutIsShownAndCopied() throws Exception {
        openWindow();
        await().until(() -> TestWindow.onEdt(() -> list().getModel().getSize() > 10));
        TestWindow.run(() -> list().setSelectedIndex(indexOf("mqtt3")));
        assertThat(text("layoutsText")).contains("\"name\": \"mqtt3\"").doesNotContain("\"name\": \"mqtt5\"");
        assertThat(TestWindow.onEdt(
                        () -> this.<JTextComponent>find("layoutsText").isEditable()))
                .isFalse();
        assertThat(file()).isEqualTo(FILE);
        click("layoutsLayoutCopyButton");
        await().untilAsserted(() -> assertThat(file()).contains("\"name\": \"mqtt3\"", "\"name\": \"meter\""));
        assertThat(note()).isEqualTo("mqtt3 is yours now, and goes before the built-in one.");
    }

    @Test
    void aBrokenFileIsShownWithItsMistakeAndRepairedAsText() throws Exception {
        String broken = FILE.replace("\"u16\"", "\"u17\"");
        Files.writeString(folder.resolve("fields.json"), broken);
        openWindow();
        await().untilAsserted(() -> assertThat(text("layoutsTextProblem")).contains("fields.json:5:20", "'u17'"));
        await().until(() -> TestWindow.onEdt(() -> {
            JTextComponent problem = find("layoutsTextProblem");
            return problem.getHeight() >= problem.getPreferredSize().height; // all of its lines are seen
        }));
        assertThat(TestWindow.onEdt(() -> this.<JTabbedPane>find("layoutsTabs").isEnabledAt(0)))
                .isFalse();
        click("layoutsLayoutAddButton");
        assertThat(file()).isEqualTo(broken);
        TestWindow.run(() -> this.<JTextComponent>find("layoutsText").setText(FILE));
        click("layoutsTextApplyButton");
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.NAME)).containsExactly("a", "g", "b"));
        await().untilAsserted(() -> assertThat(file()).contains("\"u16\""));
    }

    @Test
    void whatAnotherProgramHasWrittenIsShownAndNeverOverwritten() throws Exception {
        openWindow();
        await().untilAsserted(() -> assertThat(cells(LayoutModel.Column.NAME)).hasSize(3));
        Files.writeString(folder.resolve("fields.json"), FILE.replace("\"other\"", "\"elsewhere\""));
        edit(2, LayoutModel.Column.UNIT, "V");
        await().untilAsserted(() -> assertThat(note()).contains("was changed elsewhere meanwhile"));
        await().until(() -> TestWindow.onEdt(() -> indexOf("elsewhere") == 1));
        assertThat(file()).contains("elsewhere").doesNotContain("\"V\"");
        ui.session
                .log()
                .layouts()
                .change(present ->
                        present.with(EditedLayout.named("third").withFields(List.of(EditedField.of("x", "u8")))));
        await().until(() -> TestWindow.onEdt(() -> indexOf("third") == 2));
    }

    private String file() throws IOException {
        return Files.readString(folder.resolve("fields.json"));
    }

    private <T extends Component> T find(String name) {
        return Stream.of(Window.getWindows())
                .filter(window -> "layoutWindow".equals(window.getName()) && window.isVisible())
                .map(window -> TestWindow.<T>find(window, name))
                .findFirst()
                .orElse(null);
    }

    private LayoutList list() {
        return find("layoutsList");
    }

    private int indexOf(String name) {
        for (int i = 0; i < list().getModel().getSize(); i++) {
            if (list().getModel().getElementAt(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private JTable table() {
        return find("layoutsTable");
    }

    private List<String> cells(LayoutModel.Column column) {
        return TestWindow.onEdt(() -> {
            List<String> cells = new ArrayList<>();
            for (int row = 0; row < table().getRowCount(); row++) {
                cells.add((String) table().getValueAt(row, column.ordinal()));
            }
            return cells;
        });
    }

    private void edit(int row, LayoutModel.Column column, String typed) {
        TestWindow.run(() -> {
            ((LayoutTable) table()).edit(row, column);
            ((JTextComponent) table().getEditorComponent()).setText(typed);
            table().getCellEditor().stopCellEditing();
        });
    }

    private void click(String name) {
        TestWindow.run(() -> this.<AbstractButton>find(name).doClick());
    }

    private void type(String name, String typed) {
        TestWindow.run(() -> {
            JTextComponent field = find(name);
            field.setText(typed);
            Object enter = field.getInputMap().get(javax.swing.KeyStroke.getKeyStroke("ENTER"));
            field.getActionMap().get(enter).actionPerformed(null);
        });
    }

    private String text(String name) {
        return TestWindow.onEdt(() -> this.<JTextComponent>find(name).getText());
    }

    private String note() {
        return TestWindow.onEdt(() -> this.<JLabel>find("layoutsNote").getText());
    }
}
