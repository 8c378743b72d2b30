package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.view.RowFormat;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Color;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.MenuElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notes on rows in the window, and the menu of a row. */
class RowNotesWindowTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        client.getOutputStream().write("one\ntwo\r\nthree\nfour\n".getBytes(StandardCharsets.US_ASCII));
        await().until(() -> TestWindow.onEdt(() -> log().getRowCount()) == 6);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private JTable log() {
        return ui.find("messageLog");
    }

    @Test
    void f4PutsANoteOnTheSelectedRowAndEnterKeepsIt() {
        note(3, "look <b>here</b>");
        await().untilAsserted(() -> assertThat(notes()).isEqualTo(Map.of(3L, "look <b>here</b>")));
        await().untilAsserted(() ->
                assertThat(this.<JLabel>part("detailNote").getText()).isEqualTo("look <b>here</b>"));
        assertThat(TestWindow.onEdt(() -> hasBar(3))).isTrue();
        assertThat(TestWindow.onEdt(() -> hasBar(2))).isFalse();

        press(log(), KeyEvent.VK_F4, 0);
        assertThat(TestWindow.onEdt(() -> this.<JTextField>part("noteField").getText()))
                .isEqualTo("look <b>here</b>");
        TestWindow.run(() -> this.<JTextField>part("noteField").setText("something else"));
        press(part("noteField"), KeyEvent.VK_ESCAPE, 0);
        assertThat(TestWindow.<Component>onEdt(() -> TestWindow.find(ui.window, "noteField")))
                .isNull();
        assertThat(notes()).isEqualTo(Map.of(3L, "look <b>here</b>"));

        note(3, "");
        await().untilAsserted(() -> assertThat(notes()).isEmpty());
        await().until(() -> TestWindow.onEdt(() -> !hasBar(3)));
    }

    @Test
    void f7GoesFromNoteToNoteAndTheListGoesToARow() {
        note(2, "first");
        note(4, "second");
        await().until(() -> notes().size() == 2);
        press(log(), KeyEvent.VK_F7, 0);
        assertThat(selected()).isEqualTo(2);
        press(log(), KeyEvent.VK_F7, 0);
        assertThat(selected()).isEqualTo(4);
        press(log(), KeyEvent.VK_F7, KeyEvent.SHIFT_DOWN_MASK);
        assertThat(selected()).isEqualTo(2);

        press(log(), KeyEvent.VK_F4, KeyEvent.SHIFT_DOWN_MASK);
        JList<?> list = part("noteList");
        assertThat(TestWindow.onEdt(() -> list.getModel().getSize())).isEqualTo(2);
        TestWindow.run(() -> list.setSelectedIndex(1));
        press(list, KeyEvent.VK_ENTER, 0);
        assertThat(selected()).isEqualTo(4);

        TestWindow.run(() -> this.<JToggleButton>part("showNotedButton").doClick());
        await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("one", "three"));
    }

    @Test
    void theMenuOfARowFiltersAndEdits() {
        choose(3, "row.ui.row.edit");
        await().until(() ->
                TestWindow.onEdt(() -> this.<JTextArea>part("sendBox").getText().equals("two\\r\\n")));
        choose(3, "row.ui.row.filter");
        await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("two"));
        assertThat(TestWindow.onEdt(() -> this.<JTextField>part("filterField").getText()))
                .isEqualTo("\"two\"");
    }

    @Test
    void aRuleFromAMessageEqualsItAndWaitsForItsAnswer() {
        choose(3, "row.ui.row.rule");
        await().until(() -> TestWindow.onEdt(() -> rules() != null && rules().isEditing()));
        TestWindow.run(() -> {
            assertThat(rules().getRowCount()).isEqualTo(2); // behind the empty one that a new list begins with
            assertThat(rules().getModel().getValueAt(1, 2)).isEqualTo("two");
            rules().removeEditor();
        });
    }

    private JTable rules() {
        return Stream.of(ui.window.getOwnedWindows())
                .map(window -> TestWindow.<JTable>find(window, "rulesTable"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void onlyMeaningfulCommandsAreEnabled() throws IOException {
        TestWindow.run(() -> log().setRowSelectionInterval(0, 0)); // listening
        JPopupMenu menu = openMenu();
        assertThat(enabled(menu, "row.ui.row.edit")).isFalse();
        assertThat(enabled(menu, "row.ui.row.only")).isFalse();
        assertThat(enabled(menu, "row.ui.note.edit")).isTrue();
        TestWindow.run(() -> log().setRowSelectionInterval(2, 2)); // received
        menu = openMenu();
        assertThat(enabled(menu, "row.ui.row.again")).isFalse();
        assertThat(enabled(menu, "row.ui.row.rule")).isTrue();
        assertThat(enabled(menu, "row.ui.client.send.to")).isTrue();
        for (RowFormat format : RowFormat.values()) {
            assertThat(item(menu, "row." + LogShortcuts.copyWords(format)))
                    .as("%s", format)
                    .isNotNull();
        }
    }

    @Test
    void aSentMessageIsSentAgain() throws IOException {
        TestWindow.run(() -> {
            this.<JTextArea>part("sendBox").setText("hi");
            this.<javax.swing.JButton>part("sendButton").doClick();
        });
        await().until(() -> TestWindow.onEdt(() -> log().getRowCount()) == 7);
        choose(6, "row.ui.row.again");
        await().until(() -> TestWindow.onEdt(() -> log().getRowCount()) == 8);
        client.setSoTimeout(20_000);
        assertThat(client.getInputStream().readNBytes(4)).asString().isEqualTo("hihi");
    }

    private void note(int row, String text) {
        TestWindow.run(() -> log().setRowSelectionInterval(row, row));
        press(log(), KeyEvent.VK_F4, 0);
        TestWindow.run(() -> this.<JTextField>part("noteField").setText(text));
        press(part("noteField"), KeyEvent.VK_ENTER, 0);
    }

    private Map<Long, String> notes() {
        return Map.copyOf(ui.session.log().notes().rows());
    }

    private int selected() {
        return TestWindow.onEdt(() -> log().getSelectedRow());
    }

    @Test
    void theBarOfANoteIsSeenWithoutTheColumnOfTimes() {
        note(3, "here");
        await().until(() -> TestWindow.onEdt(() -> hasBar(3)));
        TestWindow.run(() -> log().removeColumn(log().getColumnModel().getColumn(0)));
        assertThat(TestWindow.onEdt(() -> hasBar(3))).isTrue();
        assertThat(TestWindow.onEdt(() -> hasBar(2))).isFalse();
    }

    /** Whether the row is painted with the bar of a note at its left edge. */
    private boolean hasBar(int row) {
        JTable log = log();
        BufferedImage image = new BufferedImage(log.getWidth(), log.getHeight(), BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics g = image.createGraphics();
        log.printAll(g);
        g.dispose();
        Color bar = dev.earshot.ui.parts.Token.NOTE.color();
        return new Color(image.getRGB(1, (int) log.getCellRect(row, 0, true).getCenterY())).equals(bar);
    }

    private <T extends Component> T part(String name) {
        return ui.find(name);
    }

    private void choose(int row, String name) {
        TestWindow.run(() -> log().setRowSelectionInterval(row, row));
        JPopupMenu menu = openMenu();
        TestWindow.run(() -> item(menu, name).doClick());
    }

    private JPopupMenu openMenu() {
        return TestWindow.onEdt(() -> {
            JPopupMenu menu = log().getComponentPopupMenu();
            menu.show(log(), 10, 10);
            menu.setVisible(false);
            return menu;
        });
    }

    private static boolean enabled(JPopupMenu menu, String name) {
        return TestWindow.onEdt(() -> item(menu, name).isEnabled());
    }

    private static JMenuItem item(MenuElement in, String name) {
        for (MenuElement element : in.getSubElements()) {
            if (element instanceof JMenuItem item && name.equals(item.getName())) {
                return item;
            }
            JMenuItem deeper = item(element, name);
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static void press(Component focused, int key, int modifiers) {
        TestWindow.run(() -> focused.dispatchEvent(new KeyEvent(
                focused, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), modifiers, key, KeyEvent.CHAR_UNDEFINED)));
    }
}
