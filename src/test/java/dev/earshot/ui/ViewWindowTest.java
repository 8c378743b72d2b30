package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.log.LogTableColumn;
import dev.earshot.ui.parts.Keys;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** The commands of the View menu: size of text, columns, rows, and the window above others. */
class ViewWindowTest extends WindowTest {
    private void press(KeyStroke stroke) {
        TestWindow.run(() -> {
            JComponent box = ui.find("sendBox");
            box.dispatchEvent(new KeyEvent(
                    box, KeyEvent.KEY_PRESSED, 0, stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED));
        });
    }

    private JTable log() {
        return ui.find("messageLog");
    }

    private int fontSize(String area) {
        return TestWindow.onEdt(() -> ui.<JTextArea>find(area).getFont().getSize());
    }

    private List<String> titles() {
        return TestWindow.onEdt(() -> Collections.list(log().getColumnModel().getColumns()).stream()
                .map(column -> String.valueOf(column.getHeaderValue()))
                .toList());
    }

    /** Clicks a column in the menu of the log's title. */
    private void toggle(String column) {
        TestWindow.run(() -> {
            JPopupMenu menu = log().getTableHeader().getComponentPopupMenu();
            TestWindow.<JCheckBoxMenuItem>find(menu, "column." + column).doClick(0);
        });
    }

    @Test
    void keysChangeTheSizeOfTextInLogDetailAndSendBoxWithinBounds() throws IOException {
        ui.listen();
        await().until(() -> TestWindow.onEdt(() -> log().getRowCount()) == 1);
        TestWindow.run(() -> log().setRowSelectionInterval(0, 0)); // which makes the detail
        int usual = fontSize("sendBox");
        int height = TestWindow.onEdt(() -> log().getRowHeight());
        press(Keys.menu(KeyEvent.VK_EQUALS));
        assertThat(fontSize("sendBox")).isEqualTo(usual + 1);
        assertThat(fontSize("detailText")).isEqualTo(usual + 1);
        assertThat(fontSize("detailHex")).isEqualTo(usual + 1);
        assertThat(TestWindow.onEdt(() -> log().getRowHeight())).isGreaterThan(height);
        for (int i = 0; i < 30; i++) {
            press(Keys.menu(KeyEvent.VK_PLUS));
        }
        assertThat(fontSize("detailText")).isEqualTo(WindowKeys.MOST_FONT);
        for (int i = 0; i < 30; i++) {
            press(Keys.menu(KeyEvent.VK_MINUS));
        }
        assertThat(fontSize("detailText")).isEqualTo(WindowKeys.LEAST_FONT);
        assertThat(TestWindow.onEdt(() -> ui.window.settings().get(WindowKeys.FONT_SIZE)))
                .isEqualTo(WindowKeys.LEAST_FONT);
        press(Keys.menu(KeyEvent.VK_0));
        assertThat(fontSize("sendBox")).isEqualTo(usual);
        assertThat(TestWindow.onEdt(() -> log().getRowHeight())).isEqualTo(height);
    }

    @Test
    void largeTextLeavesRoomForTheMessage() {
        TestWindow.run(() -> ui.window.setSize(720, 480));
        for (int i = 0; i < 20; i++) {
            press(Keys.menu(KeyEvent.VK_PLUS));
        }
        await().untilAsserted(() -> assertThat(titles()).contains("Message").doesNotContain("Bytes"));
        int message = TestWindow.onEdt(() ->
                log().getColumnModel().getColumn(log().getColumnCount() - 1).getWidth());
        assertThat(message).isGreaterThan(100);
        press(Keys.menu(KeyEvent.VK_0));
        await().untilAsserted(() -> assertThat(titles()).contains("Bytes", "Time"));
    }

    @Test
    void columnsAreHiddenShownAndRememberedAndDeltaIsTheTimeSinceTheRowAbove() throws IOException {
        assertThat(titles()).containsExactly("Time", "Client", "", "Bytes", "Message");
        toggle("bytes");
        toggle("delta");
        assertThat(titles()).containsExactly("Time", "Delta, s", "Client", "", "Message");
        assertThat(TestWindow.onEdt(() -> ui.window.settings().get(LogTableColumn.DELTA.shownKey())))
                .isTrue();
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("a\nb\n".getBytes(US_ASCII));
            await().until(() -> TestWindow.onEdt(() -> log().getRowCount()) == 4);
            List<Object> deltas = TestWindow.onEdt(
                    () -> List.of(log().getValueAt(0, 1), log().getValueAt(1, 1), log().getValueAt(3, 1)));
            assertThat(deltas.get(0)).as("nothing is above").isEqualTo("");
            assertThat((String) deltas.get(1)).matches("\\d+\\.\\d{3}");
            assertThat(deltas.get(2)).as("of one read").isEqualTo("0.000");
        }
    }

    @Test
    void compactRowsAreLowerAndTheWindowStaysOnTopWhenWanted() {
        int height = TestWindow.onEdt(() -> log().getRowHeight());
        TestWindow.run(() -> ui.window.view().toggle(WindowKeys.COMPACT_ROWS));
        assertThat(TestWindow.onEdt(() -> log().getRowHeight())).isLessThan(height);
        TestWindow.run(() -> ui.window.view().toggle(WindowKeys.ON_TOP));
        assertThat(TestWindow.onEdt(() -> ui.window.isAlwaysOnTop())).isTrue();
        TestWindow.run(() -> ui.window.view().toggle(WindowKeys.ON_TOP));
        assertThat(TestWindow.onEdt(() -> ui.window.isAlwaysOnTop())).isFalse();
    }

    @Test
    void anotherTabAndAnotherLanguageLookTheSame() {
        press(Keys.menu(KeyEvent.VK_EQUALS));
        toggle("bytes");
        int size = fontSize("sendBox");
        TestWindow.run(() -> ui.window.tabs().newTab());
        await().until(() -> TestWindow.onEdt(() -> ui.window.workspace() != null));
        assertThat(fontSize("sendBox")).isEqualTo(size);
        assertThat(titles()).doesNotContain("Bytes");
    }
}
