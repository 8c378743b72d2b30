package dev.earshot.ui.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.settings.Settings;
import dev.earshot.ui.Dialogs;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.log.RowChoice;
import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statistics of the rows of a log in a window of their own. */
class StatisticsWindowTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        says("T=21\nT=22\nT=21\nother\n", "other");
        TestWindow.run(() -> ui.window.workspace().windows().openStatistics());
        awaitTable("traffic", 3);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private void says(String text, String last) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
        await().until(() -> ui.messages().contains(last));
    }

    private static StatisticsWindow window() {
        return Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && window instanceof StatisticsWindow)
                .map(StatisticsWindow.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Component> T find(String name) {
        return TestWindow.find(window().getRootPane(), name);
    }

    private static void awaitTable(String id, int lines) {
        await().until(() -> TestWindow.onEdt(() -> {
                    JTable table = find("statistics." + id);
                    return table == null ? -1 : table.getRowCount();
                })
                == lines);
    }

    private static String cell(String id, int line, int column) {
        return TestWindow.onEdt(() -> String.valueOf(
                StatisticsWindowTest.<JTable>find("statistics." + id).getValueAt(line, column)));
    }

    private static String text(String label) {
        return TestWindow.onEdt(() -> StatisticsWindowTest.<JLabel>find(label).getText());
    }

    private static void click(String button) {
        EventQueue.invokeLater(
                () -> StatisticsWindowTest.<AbstractButton>find(button).doClick(0));
    }

    private static void showTab(String title) {
        TestWindow.run(() -> {
            JTabbedPane tabs = find("statisticsTabs");
            tabs.setSelectedIndex(tabs.indexOfTab(title));
        });
    }

    private static void clickLine(String id, int line) {
        TestWindow.run(() -> {
            JTable table = find("statistics." + id);
            table.setRowSelectionInterval(line, line);
            Rectangle cell = table.getCellRect(line, 0, true);
            table.dispatchEvent(new MouseEvent(
                    table, MouseEvent.MOUSE_CLICKED, 0, 0, cell.x + 3, cell.y + 3, 1, false, MouseEvent.BUTTON1));
        });
    }

    @Test
    void theRowsShownAreMeasuredAndAgainOnDemand() throws IOException {
        assertThat(cell("traffic", 0, 1)).isEqualTo("4");
        assertThat(cell("messages", 0, 4)).isEqualTo("T=21");
        assertThat(text("statisticsScope")).startsWith("Messages: 4, events: 2   Rows 1 to 6");
        says("T=23\n", "T=23");
        click("statisticsRefreshButton");
        await().until(() -> cell("traffic", 0, 1).equals("5"));
        TestWindow.run(() -> ui.<JTextComponent>find("filterField").setText("T="));
        await().until(() -> ui.messages().size() == 4);
        click("statisticsRefreshButton");
        await().until(() -> cell("traffic", 0, 1).equals("4"));
        assertThat(text("statisticsScope")).contains("Only rows that the filter has left, up to row 7");
        TestWindow.run(() -> StatisticsWindowTest.<JComboBox<Object>>find("statisticsRowsBox")
                .setSelectedItem(RowChoice.What.ALL));
        await().until(() -> cell("traffic", 0, 1).equals("5"));
    }

    @Test
    void messagesAreShownInTheViewOfTheLog() {
        ui.session.log().showAs("hex");
        click("statisticsRefreshButton");
        await().until(() -> cell("messages", 0, 4).equals("54 3D 32 31 0A"));
    }

    @Test
    void aClickGoesToTheRowAndTheFilterShowsItsLikes() {
        showTab("Messages by count");
        assertThat(TestWindow.onEdt(() -> StatisticsWindowTest.<AbstractButton>find("statisticsFilterButton")
                        .isEnabled()))
                .isFalse();
        clickLine("messages", 0);
        JTable log = ui.find("messageLog");
        int first = TestWindow.onEdt(() -> TestWindow.messages(log).indexOf("T=21"));
        assertThat(TestWindow.onEdt(log::getSelectedRow)).isEqualTo(first);
        assertThat(text("statisticsStatus")).isEqualTo("Row " + (first + 1) + " is selected");
        click("statisticsFilterButton");
        await().until(() -> ui.messages().size() == 2);
        assertThat(ui.messages()).containsOnly("T=21");
    }

    @Test
    void columnsAreSortedByTheirNumbers() {
        showTab("Messages by count");
        TestWindow.run(() -> {
            JTable table = find("statistics.messages");
            table.getRowSorter().toggleSortOrder(3);
            table.getRowSorter().toggleSortOrder(3);
        });
        assertThat(cell("messages", 0, 4)).isEqualTo("other");
        clickLine("messages", 0);
        JTable log = ui.find("messageLog");
        assertThat(TestWindow.onEdt(() -> TestWindow.messages(log).get(log.getSelectedRow())))
                .isEqualTo("other");
    }

    @Test
    void tablesOfFiguresAreInSightAsAWhole() {
        for (String id : new String[] {"clients", "responses", "slowest"}) {
            TestWindow.run(() -> {
                JTable table = find("statistics." + id);
                assertThat(table.getPreferredSize().width)
                        .as(id)
                        .isLessThanOrEqualTo(table.getParent().getWidth());
            });
        }
    }

    @Test
    void tabLeavesATable() {
        assertThat(TestWindow.onEdt(() -> StatisticsWindowTest.<JTable>find("statistics.traffic")
                        .getFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS)))
                .contains(AWTKeyStroke.getAWTKeyStroke("TAB"));
    }

    @Test
    void valuesAreCountedAndAWrongExpressionIsSaid() {
        TestWindow.run(() -> StatisticsWindowTest.<JComboBox<Object>>find("statisticsValuesBox")
                .setSelectedItem(ValuesForm.Kind.EXPRESSION));
        type("T=(\\d+");
        await().until(() -> text("statisticsStatus").contains("The regular expression is wrong"));
        TestWindow.run(() -> window().validate());
        JLabel status = find("statisticsStatus");
        assertThat(status.getWidth()).isGreaterThanOrEqualTo(status.getPreferredSize().width); // all can be read
        type("T=(\\d+)");
        awaitTable("values", 2);
        assertThat(cell("values", 0, 0) + cell("values", 0, 2)).isEqualTo("221");
        TestWindow.run(() -> StatisticsWindowTest.<JComboBox<Object>>find("statisticsValuesBox")
                .setSelectedItem(ValuesForm.Kind.FIELD));
        type("T");
        await().until(() -> text("statisticsStatus").isEmpty());
        awaitTable("values", 2);
    }

    private static void type(String value) {
        TestWindow.run(() -> {
            JTextComponent field = find("statisticsValuesField");
            field.setText(value);
            field.getActionForKeyStroke(KeyStroke.getKeyStroke("ENTER")).actionPerformed(null);
        });
    }

    @Test
    void aTableAndTheReportAreSaved() throws IOException {
        showTab("Messages by count");
        click("statisticsTableButton");
        approve(folder.resolve("messages"));
        Path csv = folder.resolve("messages.csv");
        await().until(() -> Files.exists(csv));
        assertThat(Files.readString(csv)).startsWith("\uFEFFCount,Share,").contains("2,0.5,Received,5,T=21,");
        click("statisticsReportButton");
        approve(folder.resolve("report"));
        Path report = folder.resolve("report.md");
        await().until(() -> Files.exists(report));
        assertThat(Files.readString(report)).startsWith("# Statistics of ").contains("## Messages by count", "`T=21`");
        await().until(() -> text("statisticsStatus").equals("Saved as report.md"));
        click("statisticsReportButton");
        approve(folder.resolve("nowhere").resolve("report"));
        await().until(() -> text("statisticsStatus").contains("does not exist, or its folder does not"));
    }

    private static void approve(Path file) {
        JFileChooser chooser = Dialogs.chooser();
        EventQueue.invokeLater(() -> {
            chooser.setSelectedFile(file.toFile());
            chooser.approveSelection();
        });
    }

    @Test
    void aMeasurementIsCancelledByTheButton() {
        StatisticsWindow window = TestWindow.onEdt(StatisticsWindowTest::window);
        AbstractButton button = TestWindow.onEdt(() -> find("statisticsRefreshButton"));
        TestWindow.run(() -> {
            button.doClick(0);
            assertThat(button.getText()).isEqualTo("Cancel"); // the end of measuring comes after this task
            button.doClick(0);
            assertThat(button.getText()).isEqualTo("Refresh");
        });
        assertThat(text("statisticsStatus")).isEqualTo("Cancelled");
        assertThat(cell("traffic", 0, 1)).as("what was measured before").isEqualTo("4");
        click("statisticsRefreshButton");
        await().until(() -> text("statisticsStatus").isEmpty());
        assertThat(TestWindow.onEdt(window::isVisible)).isTrue();
    }

    @Test
    void theWindowIsThereAgainInAnotherLanguage() {
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().until(() -> TestWindow.onEdt(() -> Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && window instanceof StatisticsWindow)
                .anyMatch(window -> ((StatisticsWindow) window).getTitle().startsWith("统计"))));
        awaitTable("traffic", 3);
    }

    @Test
    void theWindowClosesWithEscape() {
        StatisticsWindow window = TestWindow.onEdt(StatisticsWindowTest::window);
        TestWindow.run(() -> window.getRootPane()
                .getActionForKeyStroke(KeyStroke.getKeyStroke("ESCAPE"))
                .actionPerformed(null));
        assertThat(TestWindow.onEdt(window::isVisible)).isFalse();
        TestWindow.run(() -> ui.window.workspace().windows().openStatistics());
        assertThat(TestWindow.onEdt(window::isVisible)).isTrue();
    }
}
