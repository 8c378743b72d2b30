package dev.earshot.ui.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Checksum;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.send.Draft;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.parts.Keys;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendWindowTest extends WindowTest {
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = ui.listen();
    }

    private Socket connect() throws IOException {
        Socket client = ui.connect(port);
        client.setSoTimeout(20_000);
        TestWindow.run(() -> ui.window.workspace().refreshClients());
        return client;
    }

    @Test
    void goingThroughSentMessagesReturnsToTheDraft() throws IOException {
        try (Socket client = connect()) {
            send("one");
            send("two\nlines");
            type("half");
            press("sendBox", Keys.menu(KeyEvent.VK_UP));
            assertThat(box()).isEqualTo("two\nlines");
            press("sendBox", Keys.menu(KeyEvent.VK_UP));
            press("sendBox", Keys.menu(KeyEvent.VK_UP));
            assertThat(box()).isEqualTo("one");
            press("sendBox", Keys.menu(KeyEvent.VK_DOWN));
            press("sendBox", Keys.menu(KeyEvent.VK_DOWN));
            assertThat(box()).isEqualTo("half");
            assertThat(client.getInputStream().readNBytes(12)).asString().isEqualTo("onetwo\nlines");
        }
    }

    @Test
    void theDraftAndSentMessagesAreRestoredAtTheNextStart() throws IOException {
        try (Socket client = connect()) {
            send("one");
            client.getInputStream().readNBytes(3);
            TestWindow.run(() -> ui.<JComboBox<TextForm>>find("sendModeBox").setSelectedItem(TextForm.HEX));
            type("01 0");
        }
        ui.close();
        ui = new TestWindow(folder);
        await().until(() -> box().equals("01 0"));
        press("sendBox", Keys.menu(KeyEvent.VK_UP));
        assertThat(box()).isEqualTo("one");
        assertThat(ui.shown("sendModeBox")).isEqualTo("Text");
    }

    @Test
    void aSentMessageIsFoundTakenAndRemoved() throws IOException {
        try (Socket client = connect()) {
            send("login 4711");
            send("status");
            client.getInputStream().readNBytes(16);
            TestWindow.run(() -> {
                ui.<JButton>find("historyButton").doClick();
                ui.<JTextField>find("historyField").setText("logout");
                assertThat(ui.<JLabel>find("historyHint").getText()).isEqualTo("No sent message has this text");
                ui.<JTextField>find("historyField").setText("LOGIN");
                assertThat(history()).extracting(Draft::text).containsExactly("login 4711");
            });
            pressIn("historyForm", Keys.plain(KeyEvent.VK_ENTER));
            assertThat(box()).isEqualTo("login 4711");
            assertThat(there("historyForm")).isFalse();
            TestWindow.run(() -> ui.<JButton>find("historyButton").doClick());
            press("historyList", Keys.plain(KeyEvent.VK_DELETE));
            TestWindow.run(() -> assertThat(history()).extracting(Draft::text).containsExactly("login 4711"));
            TestWindow.run(() -> ui.<JButton>find("historyClearButton").doClick());
            TestWindow.run(() -> {
                assertThat(history()).isEmpty();
                assertThat(ui.<JLabel>find("historyHint").getText()).isEqualTo("No sent messages here");
            });
        }
    }

    private List<Draft> history() {
        JList<Draft> list = ui.find("historyList");
        List<Draft> shown = new ArrayList<>();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            shown.add(list.getModel().getElementAt(i));
        }
        return shown;
    }

    @Test
    void addedPartsAreShownSentAndNamedOnTheButton() throws IOException {
        try (Socket client = connect()) {
            type("123456789");
            TestWindow.run(() -> {
                ui.<JComboBox<LineEnding>>find("sendEndingBox").setSelectedItem(LineEnding.CRLF);
                ui.<JButton>find("sendExtrasButton").doClick();
                ui.<JComboBox<Optional<Checksum>>>find("extrasChecksumBox")
                        .setSelectedItem(
                                Optional.of(Checksum.named("CRC-16/MODBUS").orElseThrow()));
                assertThat(TestWindow.rendered(ui.find("extrasOrderBox"))).isEqualTo("Little endian");
                ui.<JComboBox<Boolean>>find("extrasDigitsBox").setSelectedItem(true);
                ui.<JComboBox<Boolean>>find("extrasOrderBox").setSelectedItem(false);
                ui.<JComboBox<Integer>>find("extrasLengthBox").setSelectedItem(2);
            });
            assertThat(preview()).startsWith("17 bytes, length 00 0F, CRC-16/MODBUS ");
            assertThat(text("sendExtrasButton")).isEqualTo("Length 2 + CRC-16/MODBUS");
            TestWindow.run(() -> ui.<JButton>find("sendButton").doClick());
            byte[] got = client.getInputStream().readNBytes(17);
            assertThat(got).startsWith(0, 15, '1').endsWith(13, 10);
        }
    }

    @Test
    void aPastedDumpShowsAndSendsItsBytesOnly() throws IOException {
        try (Socket client = connect()) {
            TestWindow.run(() -> {
                ui.<JComboBox<TextForm>>find("sendModeBox").setSelectedItem(TextForm.HEX);
                paste(
                        ui.find("sendBox"),
                        "00000000  48 65 6c 6c 6f 00 01 02  48 65 6c 6c 6f 00 01 02  |Hello...Hello...|\n*\n"
                                + "00000020  0d 0a                                             |..|\n00000022\n");
            });
            assertThat(preview())
                    .startsWith("34 bytes  48 65 6C 6C 6F 00 01 02 48")
                    .endsWith(" 01 02 0D 0A");
            TestWindow.run(() -> ui.<JButton>find("sendButton").doClick());
            assertThat(client.getInputStream().readNBytes(34))
                    .startsWith("Hello".getBytes(StandardCharsets.US_ASCII))
                    .endsWith(13, 10);
            TestWindow.run(() -> ui.<JTextArea>find("sendBox").setText("0000: 4142  AB\n0004: 43  C"));
            assertThat(preview()).startsWith("Line 2 begins at offset 4, but the rows before it end at 2");
        }
    }

    @Test
    void aLongPastedDumpIsReadWithoutHoldingTheWindowAndOneThatIsTooLongIsRefused() {
        String rows = "0x00, 0x01, 0x02, 0x03,\n".repeat(20_000);
        TestWindow.run(() -> {
            ui.<JComboBox<TextForm>>find("sendModeBox").setSelectedItem(TextForm.HEX);
            paste(ui.find("sendBox"), rows);
            assertThat(ui.<JLabel>find("sendPreview").getText()).startsWith("Reading the text");
            ui.<JTextArea>find("sendBox").append("0x04");
        });
        await().until(() -> preview().startsWith("80,001 bytes  00 01 02 03 00"));
        TestWindow.run(() -> paste(ui.find("sendBox"), "x".repeat(9_000_000)));
        assertThat(preview())
                .isEqualTo("The send box takes at most 1,048,576 characters, and this would be 9,480,004: nothing was"
                        + " put in. Save it as a file and send that.");
        assertThat(TestWindow.onEdt(
                        () -> ui.<JTextArea>find("sendBox").getDocument().getLength()))
                .isEqualTo(rows.length() + 4);
        type("");
        assertThat(preview()).isEmpty();
    }

    @Test
    void bytesAndProblemsAreShownInWindowsOfAnySize() throws IOException {
        try (Socket client = connect()) {
            for (int[] size : new int[][] {{720, 480}, {1024, 640}, {1100, 720}}) {
                TestWindow.run(() -> {
                    ui.window.setSize(UIScale.scale(size[0]), UIScale.scale(size[1]));
                    ui.<JComboBox<TextForm>>find("sendModeBox").setSelectedItem(TextForm.HEX);
                });
                type("48 65");
                assertThat(seenPreview()).as("bytes at %s", size[0]).isEqualTo("2 bytes  48 65");
                type("48 6");
                TestWindow.run(() -> ui.<JButton>find("sendButton").doClick(0));
                assertThat(seenPreview()).as("problem at %s", size[0]).contains("digit");
            }
            assertThat(client.getInputStream().available()).isZero();
        }
    }

    /** Returns the text of the preview if all of its line is in view. */
    private String seenPreview() {
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            JLabel preview = ui.find("sendPreview");
            assertThat(preview.getVisibleRect().height).isEqualTo(UIScale.scale(20));
            return preview.getText();
        });
    }

    @Test
    void aScannersCommandEndsWithCr() throws IOException {
        try (Socket client = connect()) {
            TestWindow.run(() -> {
                JComboBox<LineEnding> box = ui.find("sendEndingBox");
                box.setSelectedItem(LineEnding.CR);
                assertThat(TestWindow.rendered(ui.find("sendEndingBox"))).isEqualTo("End with CR");
            });
            send("LON");
            assertThat(client.getInputStream().readNBytes(4)).containsExactly('L', 'O', 'N', '\r');
        }
    }

    private static void paste(JTextComponent into, String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        into.paste();
    }

    @Test
    void aChecksumIsTypedByNameOrByParameters() {
        type("123456789");
        TestWindow.run(() -> {
            ui.<JButton>find("sendExtrasButton").doClick();
            JTextField typed = ui.find("extrasChecksumField");
            typed.setText("x25");
        });
        assertThat(preview()).startsWith("11 bytes, CRC-16/X-25 90 6E");
        TestWindow.run(() -> {
            JTextField typed = ui.find("extrasChecksumField");
            typed.setText("crc16;poly=8005;refin;refout");
            assertThat(typed.getText()).as("not rewritten while it is typed").isEqualTo("crc16;poly=8005;refin;refout");
        });
        assertThat(preview()).startsWith("11 bytes, crc16 BB 3D");
        assertThat(text("sendExtrasButton")).isEqualTo("crc16");
        TestWindow.run(() -> {
            JTextField typed = ui.find("extrasChecksumField");
            typed.setText("CRC-16/CC");
            JTextArea note = ui.find("extrasOrder");
            assertThat(note.getText()).contains("'CRC-16/CC'", "CRC-16/CCITT-FALSE");
            assertThat(ui.<JComboBox<?>>find("extrasChecksumBox").getClientProperty("JComponent.outline"))
                    .isEqualTo("error");
            typed.setText("");
        });
        assertThat(preview()).startsWith("9 bytes");
    }

    @Test
    void escapesAreTurnedOffBehindTheButton() throws IOException {
        try (Socket client = connect()) {
            type("\\n");
            TestWindow.run(() -> {
                ui.<JButton>find("sendExtrasButton").doClick();
                ui.<JCheckBox>find("sendEscapesBox").doClick();
                ui.<JButton>find("sendButton").doClick();
            });
            assertThat(client.getInputStream().readNBytes(2)).asString().isEqualTo("\\n");
            assertThat(text("sendExtrasButton")).isEqualTo("No escapes");
        }
    }

    @Test
    void aMessageIsRepeatedUntilItIsUntickedWhateverIsTypedMeanwhile() throws IOException {
        try (Socket client = connect()) {
            type("ping\\n");
            repeat("5");
            assertThat(client.getInputStream().readNBytes(15)).asString().isEqualTo("ping\nping\nping\n");
            type("something else");
            await().until(() -> line().matches("\"ping\\\\n\" every 5 ms to 127.0.0.1:\\d+: sent [\\d,]+ times"));
            TestWindow.run(() -> ui.<JCheckBox>find("repeatBox").doClick());
            await().until(() -> !there("ongoingText"));
            client.shutdownInput();
        }
    }

    @Test
    void repeatingGoesOnInAnotherLanguageAndEndsWithItsReceiver() throws IOException {
        Socket client = connect();
        type("ping");
        repeat("5");
        client.getInputStream().readNBytes(8);
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        TestWindow.run(
                () -> assertThat(ui.<JCheckBox>find("repeatBox").isSelected()).isTrue());
        client.close();
        await().until(() -> there("ongoingText") && line().endsWith("已停止：该客户端已断开连接。"));
        TestWindow.run(() -> {
            ui.window.workspace().refreshClients();
            assertThat(ui.<JCheckBox>find("repeatBox").isSelected()).isFalse();
            ui.<JButton>find("ongoingStopButton").doClick();
            ui.window.workspace().refreshClients();
        });
        assertThat(there("ongoingText")).isFalse();
    }

    @Test
    void aWrongIntervalIsReportedAndNothingIsRepeated() throws IOException {
        try (Socket client = connect()) {
            type("ping");
            repeat("0");
            assertThat(preview()).isEqualTo("Enter a whole number from 1 to 3600000.");
            TestWindow.run(() ->
                    assertThat(ui.<JCheckBox>find("repeatBox").isSelected()).isFalse());
            assertThat(client.getInputStream().available()).isZero();
            assertThat(isWrong("repeatField")).isTrue();
            assertThat(isWrong("sendBox")).as("the message is right").isFalse();
            repeat("5000");
            assertThat(preview()).startsWith("4 bytes");
            TestWindow.run(() -> ui.<JCheckBox>find("repeatBox").doClick());
        }
    }

    /** Whether a field, or the scroll pane around it, is marked as wrong. */
    private boolean isWrong(String name) {
        return TestWindow.onEdt(() -> {
            JComponent field = ui.find(name);
            JComponent scroll = (JComponent) SwingUtilities.getAncestorOfClass(JScrollPane.class, field);
            return Stream.of(field, scroll == null ? field : scroll)
                    .anyMatch(part -> part.getClientProperty(FlatClientProperties.OUTLINE) != null);
        });
    }

    @Test
    void aFileIsSentCompletelyInPiecesAndReported() throws IOException {
        byte[] content = new byte[300_001];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("firmware.bin"), content);
        try (Socket client = connect()) {
            ask(file);
            TestWindow.run(() -> {
                ui.<JTextComponent>find("fileChunkField").setText("0");
                ui.<JButton>find("fileApplyButton").doClick();
                assertThat(ui.<JTextArea>find("fileProblem").getText()).contains("from 1 to 1048576");
                ui.<JTextComponent>find("fileChunkField").setText("1000");
                ui.<JButton>find("fileApplyButton").doClick();
            });
            assertThat(client.getInputStream().readNBytes(content.length)).isEqualTo(content);
            await().until(() -> line().startsWith("firmware.bin sent to 127.0.0.1:" + client.getLocalPort()));
            assertThat(there("fileForm")).isFalse();
        }
    }

    @Test
    void sendingAFileCanBeStopped() throws IOException {
        Path file = Files.write(folder.resolve("large.bin"), new byte[32 << 20]);
        try (Socket client = connect()) {
            ask(file);
            TestWindow.run(() -> ui.<JButton>find("fileApplyButton").doClick());
            client.getInputStream().readNBytes(100_000);
            await().until(() -> there("ongoingText"));
            TestWindow.run(() -> ui.<JButton>find("ongoingStopButton").doClick());
            await().until(() -> line().startsWith("large.bin to 127.0.0.1:" + client.getLocalPort() + ": stopped at "));
        }
    }

    private void ask(Path file) {
        TestWindow.run(() -> ui.window.workspace().sendTools().files().ask(file, ui.find("fileButton")));
        await().until(() -> there("fileForm"));
    }

    @Test
    void aDropThatCannotBeSentIsReported() throws IOException {
        try (Socket client = connect()) {
            drop(folder.toFile());
            await().until(() -> preview().equals(folder + " is a folder. Choose a file."));
            drop(folder.toFile(), folder.toFile());
            assertThat(preview()).isEqualTo("Drop one file at a time; these are 2.");
            assertThat(client.getInputStream().available()).isZero();
        }
    }

    private void drop(File... files) {
        TestWindow.run(() -> ui.window.workspace().sendTools().files().dropped(List.of(files), ui.find("fileButton")));
    }

    @Test
    void nothingCanBeSentToTheClientsOfAnOldCapture() throws IOException {
        try (Socket client = connect()) {
            client.getOutputStream().write(1);
            await().until(() -> ui.session.clients().bytesIn() == 1);
        }
        Session old = Session.open(
                new CaptureStore(folder.resolve("others")), ui.session.log().capture(), Framing.LINES);
        try {
            TestWindow.run(() -> {
                SendBar bar = new SendBar(
                        old, new Settings(folder.resolve("o.properties")), new Words(Locale.ENGLISH), new QuickShelf());
                for (String name : List.of(
                        "clientBox",
                        "sendModeBox",
                        "sendExtrasButton",
                        "repeatBox",
                        "repeatField",
                        "sendBox",
                        "quickButton",
                        "historyButton",
                        "fileButton",
                        "sendButton")) {
                    assertThat(TestWindow.<Component>find(bar, name).isEnabled())
                            .as(name)
                            .isFalse();
                }
            });
        } finally {
            old.close();
        }
    }

    private void repeat(String millis) {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("repeatField").setText(millis);
            ui.<JCheckBox>find("repeatBox").doClick();
        });
    }

    private void send(String text) {
        type(text);
        press("sendBox", Keys.menu(KeyEvent.VK_ENTER));
    }

    private void type(String text) {
        TestWindow.run(() -> ui.<JTextComponent>find("sendBox").setText(text));
    }

    private String box() {
        return TestWindow.onEdt(() -> ui.<JTextComponent>find("sendBox").getText());
    }

    private String preview() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText());
    }

    /** Returns the text of the first line of a background send. */
    private String line() {
        return TestWindow.onEdt(() -> {
            ui.window.workspace().refreshClients();
            return ui.<JLabel>find("ongoingText").getText();
        });
    }

    private String text(String button) {
        return TestWindow.onEdt(() -> ui.<JButton>find(button).getText());
    }

    private boolean there(String name) {
        return TestWindow.onEdt(() -> {
            ui.window.workspace().refreshClients();
            return TestWindow.<Component>find((Container) ui.window.getRootPane(), name) != null;
        });
    }

    private void press(String name, KeyStroke stroke) {
        press(name, stroke, JComponent.WHEN_FOCUSED);
    }

    private void pressIn(String name, KeyStroke stroke) {
        press(name, stroke, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
    }

    private void press(String name, KeyStroke stroke, int condition) {
        TestWindow.run(() -> {
            JComponent part = ui.find(name);
            Object key = part.getInputMap(condition).get(stroke);
            part.getActionMap().get(key).actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, ""));
        });
    }
}
