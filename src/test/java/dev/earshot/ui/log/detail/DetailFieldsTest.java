package dev.earshot.ui.log.detail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.Highlighter;
import javax.swing.text.JTextComponent;
import javax.swing.text.PlainDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks the fields of a message in the detail pane, and how they and the bytes of the hex dump find each other. */
class DetailFieldsTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1100), UIScale.scale(720)));
        client.getOutputStream()
                .write(("hello\n{\"temp\":23.5,\"g\":{\"x\":1,\"y\":\"<html><b>\"}}\n{\"temp\":24.0,\"g\":{\"x\":2}}\n")
                        .getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(5));
        select(3);
        await().untilAsserted(() -> assertThat(fields()).contains("temp=23.5"));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void aFormatIsATreeAndChatIsOnlyText() {
        await().untilAsserted(() -> {
            assertThat(fields()).containsExactly("temp=23.5", "g=", "x=1", "y=<html><b>");
            assertThat(isShowing("detailText")).isTrue();
            assertThat(isShowing("detailPart.fields")).isTrue();
        });
        select(2);
        await().untilAsserted(() -> assertThat(isShowing("detailFields")).isFalse());
        assertThat(isShowing("detailText")).isTrue();
        assertThat(isShowing("detailPart.fields")).isFalse();
    }

    @Test
    void aChosenFieldMarksItsBytesAndStaysChosenInTheNextMessage() {
        choose(0);
        assertThat(marked()).containsExactly("32 33 2E 35", "23.5");
        select(4);
        await().untilAsserted(() -> assertThat(marked()).containsExactly("32 34 2E 30", "24.0"));
        assertThat(TestWindow.onEdt(() -> table().getSelectedRow())).isZero();
    }

    @Test
    void bytesInTheDumpChooseTheirField() {
        JTextArea hex = ui.find("detailHex");
        await().until(() -> TestWindow.onEdt(() -> hex.getText().contains("7D")));
        // In one task each: the pane may read the message once more for its new width.
        Object chosen = TestWindow.onEdt(() -> {
            hex.setCaretPosition(hex.getText().indexOf("32 33 2E 35"));
            return table().getValueAt(table().getSelectedRow(), 0);
        });
        assertThat(chosen).isEqualTo("temp");
        int[] bytes = TestWindow.onEdt(() -> {
            int at = hex.getText().indexOf("32 33 2E 35");
            hex.select(at + 3, at + 8);
            return ui.<DetailPane>find("detailPane").markedBytes();
        });
        assertThat(bytes).containsExactly(9, 11);
    }

    @Test
    void theSameTextStaysWhereItIsAndAnotherBeginsAnew() {
        int[] places = TestWindow.onEdt(() -> {
            DetailArea area = new DetailArea("area", "area");
            area.show(document("one two"), 0, 3);
            area.select(4, 7);
            area.show(document("one two"), 0, 3);
            int same = area.getSelectionStart();
            area.show(document("one six"));
            return new int[] {
                same, area.getSelectionEnd(), area.getHighlighter().getHighlights().length
            };
        });
        assertThat(places).containsExactly(4, 0, 0);
    }

    private static PlainDocument document(String text) throws BadLocationException {
        PlainDocument document = new PlainDocument();
        document.insertString(0, text, null);
        return document;
    }

    @Test
    void keysOpenCloseAndCopy() throws Exception {
        choose(1);
        press(KeyEvent.VK_LEFT);
        assertThat(fields()).containsExactly("temp=23.5", "g=");
        press(KeyEvent.VK_RIGHT);
        assertThat(fields()).hasSize(4);
        press(KeyEvent.VK_RIGHT);
        assertThat(TestWindow.onEdt(() -> table().getSelectedRow())).isEqualTo(2);
        press(KeyEvent.VK_LEFT);
        assertThat(TestWindow.onEdt(() -> table().getSelectedRow())).isEqualTo(1);
        choose(3);
        TestWindow.run(() -> ((FieldTable) table()).copyValue());
        assertThat(TestWindow.clipboard()).isEqualTo("<html><b>");
        TestWindow.run(() -> ((FieldTable) table()).copyWithName());
        assertThat(TestWindow.clipboard()).isEqualTo("y = <html><b>");
    }

    @Test
    void aNumberIsPlottedFromTheMenu() {
        choose(3);
        assertThat(openMenu().isEnabled()).isFalse();
        choose(2);
        AbstractButton plot = openMenu();
        assertThat(plot.isEnabled()).isTrue();
        TestWindow.run(plot::doClick);
        await().untilAsserted(() -> assertThat(inPlot("plotSeriesPreview")).isEqualTo("Finds 2 in row 5"));
        assertThat(inPlot("plotExpressionField")).isEqualTo("g.x");
    }

    private AbstractButton openMenu() {
        return TestWindow.onEdt(() -> {
            JPopupMenu menu = table().getComponentPopupMenu();
            menu.show(table(), 0, 0);
            menu.setVisible(false);
            return TestWindow.find(menu, "row.ui.field.plot");
        });
    }

    /** Returns the text of a part of the window of plots; empty if there is none. */
    private String inPlot(String name) {
        return TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .map(window -> TestWindow.<JTextComponent>find(window, name))
                .filter(Objects::nonNull)
                .map(JTextComponent::getText)
                .findFirst()
                .orElse(""));
    }

    @Test
    void valuesAreNeverRenderedAsHtml() {
        await().until(() -> fields().size() == 4);
        Component cell = TestWindow.onEdt(() -> table().prepareRenderer(table().getCellRenderer(3, 1), 3, 1));
        assertThat(((JLabel) cell).getText()).isEqualTo("<html><b>");
        assertThat(((JComponent) cell).getClientProperty("html")).isNull();
    }

    @Test
    void aNarrowPaneShowsTextOrFieldsAsAPersonChooses() {
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(720), UIScale.scale(640)));
        await().untilAsserted(() -> assertThat(isShowing("detailText")).isFalse());
        assertThat(isShowing("detailFields")).isTrue();
        TestWindow.run(() -> ui.<AbstractButton>find("detailPart.text").doClick());
        await().untilAsserted(() -> assertThat(isShowing("detailText")).isTrue());
        assertThat(isShowing("detailFields")).isFalse();
        TestWindow.run(() -> ui.<AbstractButton>find("detailPart.fields").doClick());
        await().untilAsserted(() -> assertThat(isShowing("detailFields")).isTrue());
    }

    private JTable table() {
        return ui.find("detailFields");
    }

    private List<String> fields() {
        return TestWindow.onEdt(() -> {
            List<String> lines = new ArrayList<>();
            for (int row = 0; isShowing("detailFields") && row < table().getRowCount(); row++) {
                lines.add(table().getValueAt(row, 0) + "=" + table().getValueAt(row, 1));
            }
            return lines;
        });
    }

    private boolean isShowing(String name) {
        return TestWindow.onEdt(() -> {
            Component found = TestWindow.find(ui.window, name);
            return found != null && found.isShowing();
        });
    }

    private void select(int row) {
        TestWindow.run(() -> ui.<JTable>find("messageLog").setRowSelectionInterval(row, row));
    }

    private void choose(int row) {
        TestWindow.run(() -> table().setRowSelectionInterval(row, row));
    }

    private void press(int key) {
        TestWindow.run(() -> {
            KeyStroke stroke = KeyStroke.getKeyStroke(key, 0);
            Object name = table().getInputMap(JComponent.WHEN_FOCUSED).get(stroke);
            table().getActionMap().get(name).actionPerformed(null);
        });
    }

    private List<String> marked() {
        return TestWindow.onEdt(() -> {
            JTextArea hex = ui.find("detailHex");
            List<String> texts = new ArrayList<>();
            for (Highlighter.Highlight mark : hex.getHighlighter().getHighlights()) {
                texts.add(hex.getText(mark.getStartOffset(), mark.getEndOffset() - mark.getStartOffset()));
            }
            return texts;
        });
    }
}
