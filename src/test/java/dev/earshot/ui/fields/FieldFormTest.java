package dev.earshot.ui.fields;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.fields.LayoutFile;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks that a person describes a message by marking its bytes and texts in the detail pane. */
class FieldFormTest extends WindowTest {
    /** A mark, a unit, a temperature of 23.5 (little-endian), a humidity of 48.0, a counter and a sum. */
    private static final String FRAME = "A55A 01 EB00 01E0 00000007 D3";

    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1100), UIScale.scale(760)));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private void sendFrame() throws Exception {
        ui.session.log().framing().reframe(new FixedLengthFraming(12), problem -> {});
        client.getOutputStream().write(Hex.parse(FRAME));
        await().untilAsserted(() -> assertThat(ui.messages().toString()).contains("A5 5A"));
        selectLast("A5 5A 01");
    }

    private void selectLast(String hex) {
        TestWindow.run(() -> {
            JTable log = ui.find("messageLog");
            log.setRowSelectionInterval(log.getRowCount() - 1, log.getRowCount() - 1);
        });
        await().untilAsserted(() -> assertThat(dump()).contains(hex));
    }

    private String dump() {
        return TestWindow.onEdt(() -> ui.<JTextArea>find("detailHex").getText());
    }

    @Test
    void bytesThatAreMarkedBecomeAFieldInTreeLogAndFile() throws Exception {
        sendFrame();
        mark("EB 00");
        assertThat(choices()).contains("u16 unsigned, big-endian: 60160", "i16 signed, little-endian: 235");
        type("fieldNameField", "temp");
        choose("i16 signed, little-endian: 235");
        type("fieldScaleField", "0.1");
        type("fieldUnitField", "°C");
        assertThat(text("fieldPreview")).isEqualTo("Value: 23.5 °C");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("temp=23.5 °C"));
        await().untilAsserted(() -> assertThat(ui.messages().toString()).contains("temp=23.5 °C"));
        assertThat(Files.readString(folder.resolve("fields.json")))
                .contains("\"name\": \"device\"", "\"framings\": \"fixed:12\"")
                .contains("[{\"name\": \"temp\", \"type\": \"i16\", \"at\": 3, \"order\": \"little\","
                        + " \"scale\": \"0.1\", \"unit\": \"°C\"}]");
    }

    @Test
    void theNextFieldGoesIntoTheSameLayoutAndTheLastByteIsProposedAsChecksum() throws Exception {
        sendFrame();
        describe("01", "unit");
        await().untilAsserted(() -> assertThat(fields()).contains("unit=1"));
        mark("D3", () -> {
            assertThat(ui.find("describeButton").isShowing()).isTrue();
            ui.<AbstractButton>find("describeButton").doClick();
        });
        await().untilAsserted(() -> assertThat(isShowing("fieldForm")).isTrue());
        assertThat(ui.shown("fieldsLayoutBox")).isEqualTo("device");
        assertThat(isShowing("fieldsScopeBox")).isFalse();
        assertThat(ui.shown("fieldTypeBox")).startsWith("Checksum sum8 of bytes from 0 on");
        assertThat(text("fieldNameField")).isEqualTo("checksum");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("unit=1", "checksum=211"));
        assertThat(LayoutFile.read(Files.readString(folder.resolve("fields.json")), ""))
                .hasSize(1);
        assertThat(Files.readString(folder.resolve("fields.json"))).contains("\"at\": -1, \"checksum\": \"sum8\"");
    }

    @Test
    void bitsAndWordsOfANumberAreNamed() throws Exception {
        sendFrame();
        mark("01");
        type("fieldNameField", "state");
        type("fieldBitsField", "0=alarm, 9");
        assertThat(text("fieldPreview")).startsWith("'9' names no bit.");
        click("fieldApplyButton");
        assertThat(text("fieldProblem")).startsWith("'9' names no bit.");
        type("fieldBitsField", "0=alarm, 1..2=mode");
        type("fieldWordsField", "one=on");
        assertThat(text("fieldPreview")).startsWith("Words are whole numbers");
        type("fieldWordsField", "1=on");
        assertThat(text("fieldPreview")).isEqualTo("Value: 1 (on) (alarm 1, mode 0)");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("state=1 (on)", "alarm=1", "mode=0"));
    }

    @Test
    void aTextHasAnEncodingAndATimeItsZone() throws Exception {
        sendFrame();
        mark("00  00 00 07");
        assertThat(isShowing("fieldBitsField")).isTrue();
        assertThat(isShowing("fieldEncodingBox")).isFalse();
        chooseLike("seconds since 1970 (unix32), big-endian: 1970-01-01");
        assertThat(isShowing("fieldBitsField")).isFalse();
        type("fieldZoneField", "8");
        assertThat(text("fieldPreview")).startsWith("The time zone is the offset from UTC");
        type("fieldZoneField", "+08:00");
        assertThat(text("fieldPreview")).contains("1970-01-01T00:00:07+08:00");
        type("fieldNameField", "time");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields().toString()).contains("time=1970-01-01T00:00:07+08:00"));
        mark("A5 5A");
        chooseLike("text: ");
        assertThat(isShowing("fieldZoneField")).isFalse();
        TestWindow.run(() ->
                ui.<JComboBox<Object>>find("fieldEncodingBox").setSelectedItem(Optional.of(Encoding.WINDOWS_1252)));
        assertThat(text("fieldPreview")).isEqualTo("Value: \u00A5Z");
        type("fieldNameField", "mark");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("mark=\u00A5Z"));
    }

    @Test
    void theByteOrderOfTheNumberBeforeIsProposed() throws Exception {
        sendFrame();
        mark("EB 00");
        type("fieldNameField", "temp");
        choose("i16 signed, little-endian: 235");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("temp=235"));
        mark("01 E0");
        assertThat(ui.shown("fieldTypeBox")).isEqualTo("u16 unsigned, little-endian: 57345");
    }

    @Test
    void theLogLeavesOutFixedBytesAndRightChecksums() throws Exception {
        sendFrame();
        describe("01", "unit");
        mark("A5 5A");
        type("fieldNameField", "start");
        TestWindow.run(() -> ui.<AbstractButton>find("fieldConstantBox").setSelected(true));
        click("fieldApplyButton");
        mark("D3");
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("checksum=211"));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("unit=1"));
    }

    @Test
    void whatIsWrongIsSaidInTheForm() throws Exception {
        sendFrame();
        mark("EB 00");
        click("fieldApplyButton");
        assertThat(text("fieldProblem")).isEqualTo("Give it a name.");
        type("fieldNameField", "temp");
        type("fieldScaleField", "x");
        assertThat(text("fieldPreview")).startsWith("Scale must be a number");
        click("fieldApplyButton");
        assertThat(text("fieldProblem")).contains("'x' must be a number such as 0.1");
        assertThat(Files.exists(folder.resolve("fields.json"))).isFalse();
    }

    @Test
    void aBrokenFileIsNamedAndKept() throws Exception {
        Files.writeString(folder.resolve("fields.json"), "{\"format\": \"earshot fields 1\",\n\"layouts\": [x]}");
        sendFrame();
        mark("EB 00", () -> press("detailHex", KeyEvent.VK_B));
        await().untilAsserted(() ->
                assertThat(texts()).anyMatch(text -> text.contains("is not valid JSON at line 2, column 1")));
        assertThat(isShowing("fieldForm")).isFalse();
        assertThat(Files.readString(folder.resolve("fields.json"))).contains("[x]");
    }

    @Test
    void aMarkedTextBecomesAnExpression() throws Exception {
        client.getOutputStream().write("id=7 T=23.5 H=48\n".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("id=7 T=23.5 H=48"));
        selectLast("54 3D 32");
        await().until(() -> TestWindow.onEdt(() -> {
            JTextArea text = ui.find("detailText");
            int at = text.getText().indexOf("23.5");
            if (!text.isFocusOwner() || at < 0) {
                text.requestFocusInWindow();
                return false;
            }
            text.select(at, at + 4);
            press("detailText", KeyEvent.VK_B);
            return true;
        }));
        await().untilAsserted(() -> assertThat(isShowing("lineForm")).isTrue());
        assertThat(text("lineExpressionField")).isEqualTo("T=(-?[0-9.]+)");
        type("lineExpressionField", "T=(-?[0-9.]+");
        assertThat(text("lineOutcome")).startsWith("Mistake at character");
        type("lineExpressionField", "T=(-?[0-9.]+) H=([0-9]+)");
        assertThat(text("lineOutcome")).startsWith("Found.");
        assertThat(text("lineName2Field")).isEqualTo("H");
        type("lineName1Field", "temp");
        click("lineApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("temp=23.5", "H=48"));
    }

    @Test
    void aSecondMarkedTextIsAddedToTheExpression() throws Exception {
        client.getOutputStream().write("id 7, T 23.5, H 48\n".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("id 7, T 23.5, H 48"));
        selectLast("69 64 20 37");
        markText("23.5");
        type("lineExpressionField", "T (-?[0-9.]+)");
        type("lineName1Field", "temp");
        type("lineUnit1Field", "°C");
        click("lineApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("temp=23.5 °C"));
        markText("48");
        assertThat(text("lineExpressionField")).isEqualTo("T (-?[0-9.]+).*?(-?[0-9.]+)");
        assertThat(text("lineName1Field")).isEqualTo("temp");
        type("lineName2Field", "humidity");
        click("lineApplyButton");
        await().untilAsserted(() -> assertThat(fields()).contains("temp=23.5 °C", "humidity=48"));
    }

    private void markText(String marked) {
        await().until(() -> TestWindow.onEdt(() -> {
            JTextArea text = ui.find("detailText");
            int at = text.getText().indexOf(marked);
            if (!text.isFocusOwner() || at < 0) {
                text.requestFocusInWindow();
                return false;
            }
            text.select(at, at + marked.length());
            press("detailText", KeyEvent.VK_B);
            return true;
        }));
        await().untilAsserted(() -> assertThat(isShowing("lineForm")).isTrue());
    }

    @Test
    void anExpressionIsExtendedAtBothEnds() {
        String known = "T=(?<t>[0-9.]+)";
        assertThat(LineExpression.extend(known, "a=1 T=2 b=3", "1"))
                .isEqualTo(new LineExpression.Extension("a=(-?[0-9.]+).*?" + known, 1));
        assertThat(LineExpression.extend(known, "a=1 T=2 b=3", "3"))
                .isEqualTo(new LineExpression.Extension(known + ".*?b=(-?[0-9.]+)", 0));
        assertThat(LineExpression.extend(known, "a=1 T=2 b=3", "2")).isEqualTo(new LineExpression.Extension(known, 0));
        assertThat(LineExpression.extend(known, "a=1 b=3", "1").before()).isNegative();
        assertThat(LineExpression.number("\\((a)(?:b)(?<t>c)", "t")).isEqualTo(2);
        assertThat(LineExpression.number(known, "x")).isZero();
    }

    @Test
    void everyTypeHasWords() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            TypeWords types = new TypeWords(new Words(language));
            assertThat(LayoutFile.types())
                    .allSatisfy(type -> assertThat(types.type(type)).isNotEmpty());
        }
    }

    private void describe(String hex, String name) throws Exception {
        mark(hex);
        type("fieldNameField", name);
        click("fieldApplyButton");
        await().untilAsserted(() -> assertThat(isShowing("fieldForm")).isFalse());
    }

    /** Drags the mouse over bytes of the dump, and gives the command at once: the dump may be shown anew meanwhile. */
    private void mark(String bytes, Runnable command) {
        await().until(() -> TestWindow.onEdt(() -> {
            JTextArea hex = ui.find("detailHex");
            int at = hex.getText().indexOf(" " + bytes) + 1;
            if (!hex.isFocusOwner() || at == 0) {
                hex.requestFocusInWindow();
                return false;
            }
            mouse(hex, MouseEvent.MOUSE_PRESSED, at);
            mouse(hex, MouseEvent.MOUSE_DRAGGED, at + bytes.length());
            mouse(hex, MouseEvent.MOUSE_RELEASED, at + bytes.length());
            if (!bytes.equals(hex.getSelectedText())) {
                return false; // not laid out yet
            }
            command.run();
            return true;
        }));
    }

    private void mark(String bytes) {
        mark(bytes, () -> press("detailHex", KeyEvent.VK_B));
        await().untilAsserted(() -> assertThat(isShowing("fieldForm")).isTrue());
    }

    private static void mouse(JTextArea area, int id, int place) {
        try {
            Rectangle at = area.modelToView2D(place).getBounds();
            int held = id == MouseEvent.MOUSE_RELEASED ? 0 : InputEvent.BUTTON1_DOWN_MASK;
            area.dispatchEvent(
                    new MouseEvent(area, id, 0, held, at.x, at.y + at.height / 2, 1, false, MouseEvent.BUTTON1));
        } catch (BadLocationException e) {
            throw new AssertionError(e);
        }
    }

    private void press(String name, int key) {
        Component area = ui.find(name);
        area.dispatchEvent(
                new KeyEvent(area, KeyEvent.KEY_PRESSED, 0, InputEvent.CTRL_DOWN_MASK, key, KeyEvent.CHAR_UNDEFINED));
    }

    private List<String> choices() {
        return TestWindow.onEdt(() -> {
            JComboBox<Object> box = ui.find("fieldTypeBox");
            Object selected = box.getSelectedItem();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < box.getItemCount(); i++) {
                box.setSelectedIndex(i);
                texts.add(TestWindow.rendered(box));
            }
            box.setSelectedItem(selected);
            return texts;
        });
    }

    private void choose(String type) {
        choose(choices().indexOf(type));
    }

    private void chooseLike(String beginning) {
        List<String> choices = choices();
        choose(IntStream.range(0, choices.size())
                .filter(i -> choices.get(i).startsWith(beginning))
                .findFirst()
                .orElse(-1));
    }

    private void choose(int index) {
        assertThat(index).isNotNegative();
        TestWindow.run(() -> ui.<JComboBox<Object>>find("fieldTypeBox").setSelectedIndex(index));
    }

    private void type(String field, String text) {
        TestWindow.run(() -> ui.<JTextComponent>find(field).setText(text));
    }

    private String text(String name) {
        return TestWindow.onEdt(() -> ui.<JTextComponent>find(name).getText());
    }

    private void click(String name) {
        TestWindow.run(() -> ui.<AbstractButton>find(name).doClick());
    }

    private boolean isShowing(String name) {
        return TestWindow.onEdt(() -> {
            Component found = TestWindow.find(ui.window, name);
            return found == null ? TestWindow.find(ui.window.getLayeredPane(), name) != null : found.isShowing();
        });
    }

    private List<String> texts() {
        return List.of(TestWindow.onEdt(() ->
                TestWindow.<javax.swing.JLabel>find(ui.window, "statusMessage").getText()));
    }

    private List<String> fields() {
        return TestWindow.onEdt(() -> {
            List<String> lines = new ArrayList<>();
            JTable table = TestWindow.find(ui.window, "detailFields");
            for (int row = 0; table != null && row < table.getRowCount(); row++) {
                lines.add(table.getValueAt(row, 0) + "=" + table.getValueAt(row, 1));
            }
            return lines;
        });
    }
}
