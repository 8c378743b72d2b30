package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.reply.RulesAnswer;
import dev.earshot.ui.send.Target;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that a menu acts on the row that was clicked with the right button, in every table and list. */
class RightClickTest extends WindowTest {
    @AfterEach
    void close() {
        TestWindow.run(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
    }

    @Test
    void theMenuOfTheLogActsOnTheRowUnderThePointer() throws IOException {
        int port = ui.listen();
        try (Socket first = ui.connect(port);
                Socket second = ui.connect(port)) {
            first.getOutputStream().write("alpha\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("alpha"));
            second.getOutputStream().write("bravo\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("bravo"));
            await().until(() -> TestWindow.onEdt(
                            () -> ui.<JComboBox<Target>>find("clientBox").getItemCount())
                    > 2);
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                int row = TestWindow.messages(log).indexOf("alpha");
                log.setRowSelectionInterval(row, row);
                int other = TestWindow.messages(log).indexOf("bravo");
                ui.<JComboBox<Target>>find("clientBox").setSelectedIndex(1);
                rightClick(log, center(log.getCellRect(other, 4, true)));
                assertThat(log.getSelectedRows()).containsExactly(other);
                assertThat(log.isFocusOwner() || log.requestFocusInWindow()).isTrue();
                item("Send to this client").doClick(0);
                assertThat(ui.<JComboBox<Target>>find("clientBox").getSelectedIndex())
                        .isEqualTo(2);
            });
        }
    }

    @Test
    void aRightClickWithinTheSelectionKeepsIt() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("one\ntwo\nthree\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("three"));
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                int row = TestWindow.messages(log).indexOf("one");
                log.setRowSelectionInterval(row, row + 1);
                rightClick(log, center(log.getCellRect(row + 1, 4, true)));
                assertThat(log.getSelectedRows()).containsExactly(row, row + 1);
                rightClick(log, center(log.getCellRect(row + 2, 4, true)));
                assertThat(log.getSelectedRows()).containsExactly(row + 2);
            });
        }
    }

    @Test
    void theKeysOfTheMenuOpenItBelowTheRow() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("one\ntwo\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("two"));
            JTable log = ui.find("messageLog");
            TestWindow.run(log::requestFocusInWindow);
            await().until(log::isFocusOwner);
            TestWindow.run(() -> log.setRowSelectionInterval(1, 1));
            TestWindow.run(() -> {}); // the detail opens
            for (int[] key : new int[][] {{KeyEvent.VK_CONTEXT_MENU, 0}, {KeyEvent.VK_F10, KeyEvent.SHIFT_DOWN_MASK}}) {
                TestWindow.run(() -> {
                    log.dispatchEvent(
                            new KeyEvent(log, KeyEvent.KEY_PRESSED, 0, key[1], key[0], KeyEvent.CHAR_UNDEFINED));
                    Point menu = menu().getLocationOnScreen();
                    Rectangle row = log.getCellRect(1, 0, true);
                    int bottom = log.getLocationOnScreen().y + row.y + row.height;
                    assertThat(menu.y).isBetween(bottom - row.height, bottom + 2);
                    MenuSelectionManager.defaultManager().clearSelectedPath();
                });
            }
        }
    }

    @Test
    void theMenuOfRulesRemovesTheRuleUnderThePointer() {
        TestWindow.run(() -> {
            ui.<JComboBox<?>>find("replyBox").setSelectedItem(RulesAnswer.KIND);
        });
        await().until(() -> TestWindow.onEdt(() -> named("rulesTable") != null));
        TestWindow.run(() -> {
            JTable rules = named("rulesTable");
            AbstractButton add = named("rulesAddButton");
            while (rules.getRowCount() < 3) {
                add.doClick(0);
                rules.getCellEditor().cancelCellEditing();
            }
            for (int row = 0; row < 3; row++) {
                rules.setValueAt("rule " + row, row, 2);
            }
            rules.setRowSelectionInterval(0, 0);
            rightClick(rules, center(rules.getCellRect(2, 2, true)));
            assertThat(rules.getSelectedRow()).isEqualTo(2);
            item("Remove").doClick(0);
            assertThat(List.of(rules.getValueAt(0, 2), rules.getValueAt(1, 2))).containsExactly("rule 0", "rule 1");
        });
    }

    @Test
    void aRightClickInTheSentMessagesTakesNone() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            for (String text : List.of("one", "two")) {
                TestWindow.run(() -> {
                    ui.window.workspace().refreshClients();
                    ui.<JTextComponent>find("sendBox").setText(text);
                    ui.<JButton>find("sendButton").doClick(0);
                });
            }
            client.getInputStream().readNBytes(6);
            TestWindow.run(() -> {
                ui.<JTextComponent>find("sendBox").setText("draft");
                ui.<JButton>find("historyButton").doClick(0);
                JList<?> list = ui.find("historyList");
                rightClick(list, center(list.getCellBounds(1, 1)));
                assertThat(ui.<JTextComponent>find("sendBox").getText()).isEqualTo("draft");
                assertThat(list.getSelectedIndex()).isEqualTo(1);
                item("Put into the send box").doClick(0);
                assertThat(ui.<JTextComponent>find("sendBox").getText()).isEqualTo("one");
            });
        }
    }

    private static void rightClick(Component on, Point at) {
        for (int id : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
            boolean opens = id == MouseEvent.MOUSE_PRESSED;
            on.dispatchEvent(new MouseEvent(on, id, 0, 0, at.x, at.y, 1, opens, MouseEvent.BUTTON3));
        }
    }

    private static Point center(Rectangle cell) {
        return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
    }

    private static JPopupMenu menu() {
        return (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
    }

    private static JMenuItem item(String text) {
        return Stream.of(menu().getComponents())
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .filter(item -> item.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Component> T named(String name) {
        for (java.awt.Window window : java.awt.Window.getWindows()) {
            T found = window.isShowing() ? TestWindow.find(window, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
