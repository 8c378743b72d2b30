package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Encoding;
import dev.earshot.net.Origin;
import dev.earshot.session.Client;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.FontMetrics;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilterWindowTest extends WindowTest {
    private static final int POURED = 500_000;

    private int port;

    @BeforeEach
    void open() throws IOException {
        port = ui.listen();
    }

    @Test
    void typingShowsOnlyTheRowsWithHitsAndTheirNumber() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, "temp=1\nhum=2\nTEMP=3\n");
            await().untilAsserted(() -> assertThat(ui.messages()).contains("TEMP=3"));
            type("temp");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("temp=1", "TEMP=3"));
            await().untilAsserted(() -> assertThat(status("statusRows")).isEqualTo("2 of 5 rows"));
            assertThat(TestWindow.onEdt(() -> model().row(1).text().hits())).containsExactly(0, 4);
            write(client, "more\nand temp=4\n");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("temp=1", "TEMP=3", "and temp=4"));
            type("3D ?? 0A");
            await().untilAsserted(
                            () -> assertThat(ui.messages()).containsExactly("temp=1", "hum=2", "TEMP=3", "and temp=4"));
            type("/^[a-z]+=\\d/");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("temp=1", "hum=2"));
            type("no such thing");
            await().untilAsserted(() -> assertThat(ui.messages()).isEmpty());
            TestWindow.run(() -> assertThat(ui.find("messageLog").isShowing()).isTrue());
            press("filterField", "ESCAPE");
            await().untilAsserted(() -> assertThat(ui.messages()).hasSize(7));
            await().untilAsserted(() -> assertThat(status("statusRows")).isEqualTo("7 rows"));
        }
    }

    @Test
    void theHintInTheFieldIsTheLongestThatIsNotCutOff() {
        List<String> hints = List.of("Filter: text, or hex 0D 0A", "Filter", "");
        Set<String> seen = new HashSet<>();
        TestWindow.run(() -> {
            JTextField field = ui.find("filterField");
            ui.window.setSize(UIScale.scale(900), UIScale.scale(600));
            ui.window.validate();
            for (int size : new int[] {4, 8, 13, 20, 40, 80, 200}) {
                field.setFont(field.getFont().deriveFont((float) size));
                ui.window.validate();
                FontMetrics metrics = field.getFontMetrics(field.getFont());
                int room = field.getWidth() - field.getInsets().right - start(field);
                String longest = hints.stream()
                        .filter(hint -> metrics.stringWidth(hint) <= room)
                        .findFirst()
                        .orElseThrow();
                assertThat(field.getClientProperty(FlatClientProperties.PLACEHOLDER_TEXT))
                        .as("font of size %d", size)
                        .isEqualTo(longest);
                seen.add(longest);
            }
        });
        assertThat(seen).containsExactlyInAnyOrderElementsOf(hints);
    }

    private static int start(JTextField field) {
        try {
            return (int) field.modelToView2D(0).getX();
        } catch (BadLocationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void chineseIsFoundInTheBytesOfBothEncodings() throws IOException {
        try (Socket utf8 = ui.connect(port);
                Socket gbk = ui.connect(port)) {
            utf8.getOutputStream().write("温度=23.5℃ 正常\n".getBytes(StandardCharsets.UTF_8));
            gbk.getOutputStream().write("湿度=48% 温度=20℃ 正常\n其他内容\n".getBytes(Charset.forName("GBK")));
            await().untilAsserted(() -> assertThat(ui.messages()).hasSize(6));
            type("温度");
            await().untilAsserted(() ->
                    assertThat(ui.messages()).containsExactlyInAnyOrder("温度=23.5℃ 正常", "湿度=48% 温度=20℃ 正常"));
            int row = ui.messages().indexOf("湿度=48% 温度=20℃ 正常");
            assertThat(TestWindow.onEdt(() -> model().row(row).text().hits())).containsExactly(7, 9);
            TestWindow.run(() ->
                    ui.<JComboBox<Optional<Encoding>>>find("encodingBox").setSelectedItem(Optional.of(Encoding.UTF_8)));
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("温度=23.5℃ 正常"));
        }
    }

    @Test
    void aClickOnAClientShowsItsRowsAndSendsToIt() throws IOException {
        try (Socket first = ui.connect(port);
                Socket second = ui.connect(port)) {
            write(first, "from the first\n");
            write(second, "from the second\n");
            await().untilAsserted(() -> assertThat(ui.messages()).hasSize(5));
            choose(2);
            String name = "127.0.0.1:" + second.getLocalPort();
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("connected", "from the second"));
            assertThat(ui.shown("clientBox")).isEqualTo(name);
            write(first, "again\n");
            write(second, "again\n");
            await().untilAsserted(
                            () -> assertThat(ui.messages()).containsExactly("connected", "from the second", "again"));
            choose(0);
            await().untilAsserted(() -> assertThat(ui.messages()).hasSize(7));
            assertThat(ui.shown("clientBox")).isEqualTo(name);
        }
    }

    @Test
    void receivedSentAndEventsCanBeHidden() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, "in\n");
            await().untilAsserted(() -> assertThat(ui.messages()).contains("in"));
            Client there = ui.session.clients().all().get(0);
            ui.session.sending().send(there.peer(), "out".getBytes(StandardCharsets.US_ASCII), Origin.PERSON);
            await().untilAsserted(() -> assertThat(ui.messages()).hasSize(4));
            click("showEventsButton");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("in", "out"));
            click("showReceivedButton");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("out"));
            click("showEventsButton");
            click("showSentButton");
            await().untilAsserted(() -> assertThat(ui.messages()).hasSize(2).contains("connected"));
        }
    }

    @Test
    void aFilterThatChangesDuringAFloodLosesNoRow() throws Exception {
        try (Socket client = ui.connect(port)) {
            Thread flood = new Thread(() -> pour(client));
            flood.start();
            for (int i = 0; i < 20; i++) {
                type(i % 3 == 0 ? "hit" : i % 3 == 1 ? "" : "miss");
                int before = i;
                await().until(() -> ui.session.log().rowCount() > before * POURED / 25);
            }
            type("hit");
            flood.join();
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(POURED / 10));
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                IntStream.of(0, 1, 77, log.getRowCount() - 1)
                        .forEach(row -> assertThat(model().rows().number(row)).isEqualTo(2 + row * 10L));
                assertThat(ui.<AbstractButton>find("followButton").isSelected()).isTrue();
            });
        }
    }

    private static void pour(Socket client) {
        byte[] lines = ("hit\n" + "miss\n".repeat(9)).repeat(50).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < POURED / 500; i++) {
                client.getOutputStream().write(lines);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void clearHidesEarlierRowsUnderEveryFilter() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, "old hit\nold\n");
            await().untilAsserted(() -> assertThat(ui.messages()).contains("old"));
            type("hit");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("old hit"));
            click("clearButton");
            write(client, "new\nnew hit\n");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("new hit"));
            type("");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("new", "new hit"));
            type("new");
            await().untilAsserted(() -> assertThat(status("statusRows")).isEqualTo("2 of 2 rows"));
        }
    }

    @Test
    void theSelectedRowStaysSelectedAndVisibleWhenTheFilterIsRemoved() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, "line\n".repeat(300) + "the hit\n" + "line\n".repeat(300));
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(603));
            type("hit");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("the hit"));
            select(0);
            await().untilAsserted(() -> assertThat(text("detailText")).isEqualTo("the hit"));
            press("messageLog", "ESCAPE");
            await().untilAsserted(() -> assertThat(selected()).containsExactly(302));
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                assertThat(log.getVisibleRect()).matches(seen -> seen.contains(log.getCellRect(302, 0, true)));
                assertThat(ui.<JTextField>find("filterField").getText()).isEmpty();
                assertThat(ui.find("detailText").isShowing()).isTrue();
                assertThat(ui.<AbstractButton>find("followButton").isSelected()).isFalse();
            });
            type("line");
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(600));
            assertThat(selected()).isEmpty();
            TestWindow.run(() -> assertThat(ui.find("detailText").isShowing()).isFalse());
        }
    }

    @Test
    void withoutNarrowingAllRowsAreShownAndF3GoesFromHitToHit() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, ("line\n".repeat(99) + "the hit\n").repeat(3));
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(302));
            type("HIT");
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(3));
            click("narrowButton");
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(302));
            await().untilAsserted(() -> assertThat(status("statusRows")).isEqualTo("3 hits in 302 rows"));
            int[] expected = {101, 201, 301, 101};
            for (int row : expected) {
                press("filterField", "ENTER");
                assertThat(selected()).containsExactly(row);
            }
            assertThat(status("statusMessage")).isEqualTo("Hit 1 of 3, from the beginning again");
            press("filterField", "shift ENTER");
            assertThat(selected()).containsExactly(301);
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                assertThat(log.getVisibleRect()).matches(seen -> seen.contains(log.getCellRect(301, 0, true)));
            });
        }
    }

    @Test
    void aWrongExpressionIsReportedAndTheEarlierFilterStays() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, "a\nb\n");
            await().untilAsserted(() -> assertThat(ui.messages()).contains("b"));
            type("b");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("b"));
            type("/(/");
            await().untilAsserted(() -> assertThat(status("statusMessage")).contains("position 3"));
            TestWindow.run(() -> {
                JComponent field = ui.find("filterField");
                assertThat(field.getClientProperty(FlatClientProperties.OUTLINE))
                        .isEqualTo("error");
            });
            assertThat(ui.messages()).containsExactly("b");
            type("/a/");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("a"));
            assertThat(status("statusMessage")).isEmpty();
        }
    }

    @Test
    void hitsAreMarkedInTheDetailAsTextAndInTheDump() throws IOException {
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("温度 温度 ab\tab end\r\n".getBytes(Charset.forName("GBK")));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("温度 温度 ab\\tab end"));
            type("AB");
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(1));
            assertThat(TestWindow.onEdt(() -> model().row(0).text().hits())).containsExactly(6, 8, 10, 12);
            select(0);
            await().untilAsserted(() -> assertThat(marked("detailText")).containsExactly("ab", "ab"));
            assertThat(marked("detailHex")).containsExactly("61 62", "ab", "61 62", "ab");
            type("hex 62 09 ?? 62 20 65 6E 64 0D");
            await().untilAsserted(() -> assertThat(marked("detailHex"))
                    .containsExactly("62 09 61 62 20", "b\u00B7ab ", "65 6E 64 0D", "end\u00B7"));
            assertThat(marked("detailText")).containsExactly("b\\tab end");
        }
    }

    @Test
    void anotherLanguageKeepsTheFilter() throws IOException {
        try (Socket client = ui.connect(port)) {
            write(client, "a\nb\n");
            await().untilAsserted(() -> assertThat(ui.messages()).contains("b"));
            choose(1);
            type("b");
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("b"));
            TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("b"));
            TestWindow.run(() -> {
                assertThat(ui.<JTextField>find("filterField").getText()).isEqualTo("b");
                assertThat(ui.<JList<?>>find("clientList").getSelectedIndex()).isEqualTo(1);
            });
            await().untilAsserted(() -> assertThat(status("statusRows")).isEqualTo("1 / 4 行"));
        }
    }

    private LogTableModel model() {
        return (LogTableModel) ui.<JTable>find("messageLog").getModel();
    }

    private List<String> marked(String area) {
        return TestWindow.onEdt(() -> {
            JTextArea text = ui.find(area);
            return java.util.Arrays.stream(text.getHighlighter().getHighlights())
                    .map(h -> text.getText().substring(h.getStartOffset(), h.getEndOffset()))
                    .toList();
        });
    }

    private void type(String text) {
        TestWindow.run(() -> ui.<JTextField>find("filterField").setText(text));
    }

    private void click(String button) {
        TestWindow.run(() -> ui.<AbstractButton>find(button).doClick());
    }

    /** The list shows clients a moment after the log does. */
    private void choose(int place) {
        await().until(() -> TestWindow.onEdt(
                () -> ui.<JList<?>>find("clientList").getModel().getSize() > place));
        TestWindow.run(() -> ui.<JList<?>>find("clientList").setSelectedIndex(place));
    }

    private void select(int row) {
        TestWindow.run(() -> ui.<JTable>find("messageLog").setRowSelectionInterval(row, row));
    }

    private void press(String name, String key) {
        TestWindow.run(() -> {
            JComponent part = ui.find(name);
            KeyStroke stroke = KeyStroke.getKeyStroke(key);
            Object action = part.getInputMap(JComponent.WHEN_FOCUSED).get(stroke);
            if (action == null) {
                action = part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                        .get(stroke);
            }
            part.getActionMap().get(action).actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, key));
        });
    }

    private int rows() {
        return TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getRowCount());
    }

    private int[] selected() {
        return TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getSelectedRows());
    }

    private String status(String name) {
        return TestWindow.onEdt(() -> ui.<JLabel>find(name).getText());
    }

    private String text(String name) {
        return TestWindow.onEdt(() -> ui.<JTextArea>find(name).getText());
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
