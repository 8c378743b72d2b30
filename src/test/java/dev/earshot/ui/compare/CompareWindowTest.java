package dev.earshot.ui.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.compare.ComparedLine;
import dev.earshot.session.compare.MessageComparison;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.parts.Theme;
import java.awt.AWTKeyStroke;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two messages of the log are compared in a window of their own. */
class CompareWindowTest extends WindowTest {
    private Socket client;
    private JTable log;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        client.getOutputStream().write("T=23.5 same\nT=24.1 same more\nodd\n".getBytes(UTF_8));
        await().until(() -> ui.messages().contains("odd"));
        log = ui.find("messageLog");
    }

    @AfterEach
    void close() throws IOException {
        TestWindow.run(() -> Stream.of(Window.getWindows())
                .filter(window -> window instanceof CompareWindow)
                .forEach(Window::dispose));
        client.close();
    }

    private int row(String message) {
        return TestWindow.messages(log).indexOf(message);
    }

    /** Opens the menu of the selected rows, and chooses a command. */
    private void choose(String command, boolean isEnabled, int... rows) {
        TestWindow.run(() -> {
            log.setRowSelectionInterval(rows[0], rows[0]);
            for (int row : rows) {
                log.addRowSelectionInterval(row, row);
            }
            var cell = log.getCellRect(rows[0], 4, true);
            log.dispatchEvent(new MouseEvent(
                    log,
                    MouseEvent.MOUSE_PRESSED,
                    0,
                    MouseEvent.BUTTON3_DOWN_MASK,
                    cell.x + 3,
                    cell.y + 3,
                    1,
                    true,
                    MouseEvent.BUTTON3));
            AbstractButton item = item(command);
            assertThat(item.isEnabled()).as(command).isEqualTo(isEnabled);
            MenuSelectionManager.defaultManager().clearSelectedPath();
            if (isEnabled) {
                item.doClick(0);
            }
        });
    }

    private static AbstractButton item(String name) {
        MenuElement[] path = MenuSelectionManager.defaultManager().getSelectedPath();
        return Stream.of(path[0].getSubElements())
                .map(MenuElement::getComponent)
                .filter(component -> name.equals(component.getName()))
                .map(AbstractButton.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static CompareWindow window() {
        await().until(() -> TestWindow.onEdt(CompareWindowTest::shown) != null);
        CompareWindow window = TestWindow.onEdt(CompareWindowTest::shown);
        await().until(() -> TestWindow.onEdt(() -> CompareWindowTest.<JTabbedPane>find(window, "compareTabs")
                        .getTabCount())
                >= 2);
        return window;
    }

    private static CompareWindow shown() {
        return Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && window instanceof CompareWindow)
                .map(CompareWindow.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static <T extends Component> T find(CompareWindow window, String name) {
        return TestWindow.find(window.getRootPane(), name);
    }

    private static String status(CompareWindow window) {
        return CompareWindowTest.<JLabel>find(window, "compareStatus").getText();
    }

    private static void press(CompareWindow window, int key, int modifiers) {
        JComponent root = window.getRootPane();
        Object action = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(KeyStroke.getKeyStroke(key, modifiers));
        root.getActionMap().get(action).actionPerformed(null);
    }

    @Test
    void twoSelectedMessagesAreComparedAndTheirDifferencesGoneThrough() throws Exception {
        choose("row.ui.row.compare", false, row("odd"));
        choose("row.ui.row.compare", true, row("T=23.5 same"), row("T=24.1 same more"));
        CompareWindow window = window();
        TestWindow.run(() -> {
            JTabbedPane tabs = find(window, "compareTabs");
            assertThat(tabs.getTitleAt(tabs.getSelectedIndex())).isEqualTo("Text (2)");
            JTable text = find(window, "compare.text");
            assertThat(text.getValueAt(0, CompareModel.LEFT)).isEqualTo("T=23.5 same");
            assertThat(text.getValueAt(0, CompareModel.SIGN)).isEqualTo("|");
            ComparedLine line = ((CompareModel) text.getModel()).line(0);
            assertThat(line.leftMarks()).containsExactly(new ComparedLine.Mark(2, 6, 0));
            assertThat(line.rightMarks())
                    .containsExactly(new ComparedLine.Mark(2, 6, 0), new ComparedLine.Mark(11, 16, 1));
            assertThat(status(window)).isEqualTo("2 differences");
            press(window, KeyEvent.VK_F7, 0);
            assertThat(status(window)).isEqualTo("1 of 2 differences");
            press(window, KeyEvent.VK_F7, 0);
            press(window, KeyEvent.VK_F7, 0);
            assertThat(status(window)).isEqualTo("1 of 2 differences");
            press(window, KeyEvent.VK_F7, KeyEvent.SHIFT_DOWN_MASK);
            assertThat(status(window)).isEqualTo("2 of 2 differences");
            assertThat(text.getSelectedRow()).isZero();
            CompareWindowTest.<AbstractButton>find(window, "compareCopyButton").doClick(0);
        });
        String copied = TestWindow.clipboard();
        assertThat(copied.lines().toList().get(1)).matches("T=23.5 same +\\| T=24.1 same more");
    }

    @Test
    void theCurrentDifferenceOfALineHasAFrame() {
        choose("row.ui.row.compare", true, row("T=23.5 same"), row("T=24.1 same more"));
        CompareWindow window = window();
        TestWindow.run(() -> {
            JTable text = find(window, "compare.text");
            assertThat(framed(text)).isEmpty();
            press(window, KeyEvent.VK_F7, 0);
            assertThat(framed(text)).containsExactly(2);
            RepaintManager manager = RepaintManager.currentManager(text);
            manager.markCompletelyClean(text);
            press(window, KeyEvent.VK_F7, 0);
            assertThat(framed(text)).containsExactly(11);
            assertThat(manager.isCompletelyDirty(text)
                            || !manager.getDirtyRegion(text).isEmpty())
                    .as("painted again, as its frame has moved")
                    .isTrue();
        });
    }

    /** Returns where marks of the first line on the right begin that have a border at their tops. */
    private static List<Integer> framed(JTable table) {
        Rectangle cell = table.getCellRect(0, CompareModel.RIGHT, true);
        BufferedImage image = new BufferedImage(table.getWidth(), table.getHeight(), BufferedImage.TYPE_INT_RGB);
        table.paint(image.getGraphics());
        String line = String.valueOf(table.getValueAt(0, CompareModel.RIGHT));
        FontMetrics metrics = table.getFontMetrics(Theme.mono(12));
        int start = cell.x + UIScale.scale(CompareCell.INSET);
        return ((CompareModel) table.getModel())
                .line(0).rightMarks().stream()
                        .map(ComparedLine.Mark::from)
                        .filter(from -> image.getRGB(start + metrics.stringWidth(line.substring(0, from)) + 1, cell.y)
                                == CompareCell.token(ComparedLine.Sign.CHANGED)
                                        .color()
                                        .getRGB())
                        .toList();
    }

    @Test
    void theLinesAroundADifferenceAreInSight() throws IOException {
        String alike = "0123456789 ".repeat(300);
        client.getOutputStream().write((alike + "A " + alike + "\n" + alike + "B " + alike + "\n").getBytes(UTF_8));
        await().until(() -> log.getRowCount() == 7);
        choose("row.ui.row.compare", true, 5, 6);
        CompareWindow window = window();
        TestWindow.run(() -> {
            JTable text = find(window, "compare.text");
            press(window, KeyEvent.VK_F7, 0);
            int row = text.getSelectedRow();
            assertThat(row).isPositive();
            assertThat(text.getVisibleRect())
                    .matches(seen -> seen.contains(text.getCellRect(row + 1, 0, true)), "line below")
                    .matches(seen -> seen.contains(text.getCellRect(row - 1, 0, true)), "line above");
        });
    }

    @Test
    void theWindowIsThereAgainInAnotherLanguage() {
        choose("row.ui.row.compare", true, row("T=23.5 same"), row("T=24.1 same more"));
        window();
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().until(() -> "比较消息".equals(TestWindow.onEdt(() -> shown().getTitle())));
        CompareWindow window = window();
        await().until(() -> status(window).equals("2 处差异"));
        assertThat(TestWindow.onEdt(() -> String.valueOf(CompareWindowTest.<JTable>find(window, "compare.text")
                        .getColumnModel()
                        .getColumn(0)
                        .getHeaderValue())))
                .startsWith("第 3 行");
    }

    @Test
    void tabLeavesTheLines() {
        choose("row.ui.row.compare", true, row("T=23.5 same"), row("T=24.1 same more"));
        CompareWindow window = window();
        assertThat(TestWindow.onEdt(() -> CompareWindowTest.<JTable>find(window, "compare.text")
                        .getFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS)))
                .contains(AWTKeyStroke.getAWTKeyStroke("TAB"));
    }

    @Test
    void bytesAreAlignedAsAPersonChooses() {
        choose("row.ui.row.compare", true, row("T=23.5 same"), row("T=24.1 same more"));
        CompareWindow window = window();
        TestWindow.run(() -> {
            JTabbedPane tabs = find(window, "compareTabs");
            tabs.setSelectedIndex(1);
            assertThat(tabs.getTitleAt(1)).isEqualTo("Hex (3)");
            assertThat(firstBytes(window)).doesNotContain(" 0A");
            CompareWindowTest.<JComboBox<Object>>find(window, "compareAlignmentBox")
                    .setSelectedItem(MessageComparison.Alignment.OFFSET);
        });
        await().until(() -> TestWindow.onEdt(() -> firstBytes(window)).contains(" 0A --"));
    }

    private static String firstBytes(CompareWindow window) {
        JTable bytes = find(window, "compare.hex");
        return String.valueOf(bytes.getValueAt(0, CompareModel.LEFT));
    }

    @Test
    void aMarkedMessageIsComparedWithALaterOneAndSwapped() {
        choose("row.ui.row.compare.marked", false, row("odd"));
        choose("row.ui.row.compare.mark", true, row("odd"));
        await().until(() -> TestWindow.onEdt(
                () -> ui.<JLabel>find("statusMessage").getText().contains("is marked")));
        choose("row.ui.row.compare.marked", true, row("T=23.5 same"));
        CompareWindow window = window();
        assertThat(values(window)).isEqualTo("odd/T=23.5 same");
        TestWindow.run(() -> CompareWindowTest.<AbstractButton>find(window, "compareSwapButton")
                .doClick(0));
        await().until(() -> values(window).equals("T=23.5 same/odd"));
        TestWindow.run(() -> assertThat(CompareWindowTest.<JTable>find(window, "compare.text")
                        .getColumnModel()
                        .getColumn(0)
                        .getHeaderValue()
                        .toString())
                .startsWith("Row ")
                .contains("12 bytes, received from"));
        TestWindow.run(() -> window.getRootPane()
                .getActionForKeyStroke(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0))
                .actionPerformed(null));
        assertThat(TestWindow.onEdt(CompareWindowTest::shown)).isNull();
    }

    private static String values(CompareWindow window) {
        return TestWindow.onEdt(() -> {
            JTable text = find(window, "compare.text");
            return text.getValueAt(0, CompareModel.LEFT) + "/" + text.getValueAt(0, CompareModel.RIGHT);
        });
    }
}
