package dev.earshot.ui.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Hex;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.Rectangle;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

/** Tests choosing a framing from the box and the form to the rows. */
class FramingWindowTest extends WindowTest {
    @Test
    void theListMarksTheEntriesThatOpenAForm() {
        List<String> entries = TestWindow.onEdt(() -> {
            JComboBox<FramingEntry> box = ui.find("framingBox");
            javax.swing.JList<FramingEntry> list = new javax.swing.JList<>(box.getModel());
            return IntStream.range(0, box.getItemCount())
                    .mapToObj(i -> ((JLabel) box.getRenderer()
                                    .getListCellRendererComponent(list, box.getItemAt(i), i, false, false))
                            .getText())
                    .toList();
        });
        assertThat(entries)
                .containsExactly(
                        "Protocol, wait...",
                        "Lines",
                        "As received",
                        "Delimiter 0D 0A...",
                        "Fixed 16...",
                        "Length field...",
                        "Decimal length...",
                        "Varint length...",
                        "ASN.1 length...",
                        "Begin and end...",
                        "SCPI blocks...",
                        "HTTP",
                        "JSON",
                        "By first bytes...",
                        "Silence 50 ms...");
    }

    @Test
    void aFramingIsChosenAppliedShownAndRemembered() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("abcdef\n".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("abcdef"));
            choose(4);
            TestWindow.run(() -> {
                assertThat(ui.<JButton>find("framingApplyButton").getClientProperty("FlatLaf.styleClass"))
                        .isEqualTo("primary");
                ui.<JTextField>find("framingLengthField").setText("3");
                ui.<JButton>find("framingApplyButton").doClick();
            });
            await().untilAsserted(() -> assertThat(ui.messages()).contains("abc", "def"));
            assertThat(ui.shown("framingBox")).isEqualTo("Fixed 3");
            choose(4);
            assertThat(TestWindow.onEdt(
                            () -> ui.<JTextField>find("framingLengthField").getText()))
                    .isEqualTo("3");
            TestWindow.run(() -> {
                Settings settings = ui.window.settings();
                assertThat(settings.get(Settings.FRAMING)).isEqualTo(new FixedLengthFraming(3));
                assertThat(settings.get(SettingKey.latest(FixedLengthFraming.KIND)))
                        .isEqualTo(new FixedLengthFraming(3));
            });
            choose(1);
            await().untilAsserted(() -> assertThat(ui.messages()).contains("abcdef"));
            assertThat(isOpen()).as("another choice closes the form").isFalse();
        }
    }

    @Test
    void aProtocolIsChosenWithTheCutOfTheSelectedRowInView() throws Exception {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            choose(2);
            client.getOutputStream().write(Hex.parse("000361626300026465"));
            await().until(() -> TestWindow.onEdt(() -> log().getRowCount()) == 3);
            choose(0);
            awaitCut("Select a row");
            TestWindow.run(() -> pressEsc(ui.find("framingForm")));
            TestWindow.run(() -> log().changeSelection(2, 0, false, false));
            choose(0);
            choosePreset("dns-tcp");
            awaitCut("Selected row: 2 messages: 5, 4 bytes");
            choosePreset("modbus-tcp");
            awaitCut("unfinished");
            choosePreset("dns-tcp");
            TestWindow.run(() -> ui.<JButton>find("framingApplyButton").doClick());
            await().untilAsserted(() -> assertThat(ui.messages()).anyMatch(message -> message.endsWith("de")));
            assertThat(ui.session.log().framing().current()).isEqualTo(Framing.parse("length:0,2,be"));
            choose(0);
            choosePreset("gt06");
            TestWindow.run(() -> ui.<JButton>find("framingApplyButton").doClick());
            assertThat(ui.shown("framingBox")).isEqualTo("gt06");
        }
    }

    @Test
    void linesGetAnotherWaitAndTheirEntryTakesItBack() throws Exception {
        choose(0);
        TestWindow.run(() -> {
            ui.<JComboBox<?>>find("framingWaitBox").setSelectedIndex(1);
            ui.<JButton>find("framingApplyButton").doClick();
        });
        assertThat(ui.session.log().framing().current()).isEqualTo(Framing.parse("lines wait:never"));
        assertThat(ui.shown("framingBox")).isEqualTo("Lines");
        choose(1);
        await().untilAsserted(
                        () -> assertThat(ui.session.log().framing().current()).isEqualTo(Framing.LINES));
    }

    private JTable log() {
        return ui.find("messageLog");
    }

    private void awaitCut(String part) {
        await().untilAsserted(() -> assertThat(
                        TestWindow.onEdt(() -> ui.<JTextArea>find("framingCut").getText()))
                .contains(part));
    }

    private void choosePreset(String name) {
        TestWindow.run(() -> {
            ProtocolBox box = ui.find("framingProtocolBox");
            box.setSelectedIndex(box.find(name));
        });
    }

    @Test
    void escRestoresTheEarlierFraming() {
        choose(2);
        choose(5);
        assertThat(isOpen()).isTrue();
        TestWindow.run(() -> pressEsc(ui.find("framingForm")));
        assertThat(isOpen()).isFalse();
        assertThat(ui.shown("framingBox")).isEqualTo("As received");
        assertThat(ui.session.log().framing().current()).isEqualTo(Framing.RECEIVED);
    }

    @Test
    void theFormFitsTheSmallestWindowAndClosesWhenTheLanguageChanges() {
        TestWindow.run(() -> ui.window.setSize(ui.window.getMinimumSize()));
        await().until(() -> TestWindow.onEdt(() -> ui.window.getWidth() == ui.window.getMinimumSize().width));
        choose(5);
        TestWindow.run(() -> {
            Component form = ui.find("framingForm");
            Rectangle layers = ui.window.getLayeredPane().getBounds();
            layers.setLocation(0, 0);
            assertThat(layers.contains(form.getBounds())).isTrue();
            JComponent box = ui.find("framingBox");
            int below = SwingUtilities.convertPoint(box, 0, box.getHeight(), form.getParent()).y;
            assertThat(form.getY()).isGreaterThanOrEqualTo(below);
            ui.window.language(Settings.Language.ZH);
        });
        assertThat(isOpen()).isFalse();
    }

    @Test
    void aFailedFramingIsReportedAndTheBoxShowsTheEarlierOne() throws IOException {
        Files.write(ui.session.log().capture(), new byte[0]);
        choose(2);
        await().untilAsserted(() -> assertThat(
                        TestWindow.onEdt(() -> ui.<JLabel>find("statusMessage").getText()))
                .contains("has become shorter"));
        await().untilAsserted(() -> assertThat(ui.shown("framingBox")).isEqualTo("Lines"));
        assertThat(ui.window.settings().get(Settings.FRAMING)).isEqualTo(Framing.LINES);
    }

    @Test
    void reframingIsShownAndCanBeCancelledInTheStatusBarOrWithEsc() throws IOException {
        TestWindow.run(() -> assertThat(cancel().isVisible()).isFalse());
        CountDownLatch busy = new CountDownLatch(1);
        // As long as a failure is being told, whatever is to be split again next has to wait.
        Files.write(ui.session.log().capture(), new byte[0]);
        ui.session.log().framing().reframe(Framing.RECEIVED, problem -> waitFor(busy));
        await().until(() -> ui.session.log().framing().progress() < 0);
        for (Runnable command : List.<Runnable>of(() -> cancel().doClick(), this::pressEscInTheLog)) {
            choose(2);
            await().until(() -> TestWindow.onEdt(() -> cancel().isVisible()));
            TestWindow.run(() ->
                    assertThat(ui.<JLabel>find("statusTask").getText()).isEqualTo("Splitting the history again, 0 %"));
            assertThat(ui.shown("framingBox")).isEqualTo("As received");
            TestWindow.run(command);
            await().until(() -> TestWindow.onEdt(() -> !cancel().isVisible()));
            await().untilAsserted(() -> assertThat(ui.shown("framingBox")).isEqualTo("Lines"));
            assertThat(ui.window.settings().get(Settings.FRAMING)).isEqualTo(Framing.LINES);
        }
        busy.countDown();
    }

    @Test
    void savingTheCaptureIsShownInTheStatusBar() {
        CountDownLatch busy = new CountDownLatch(1);
        ui.session.log().exports().saveCapture(folder.resolve("copy.pcapng"), problem -> waitFor(busy));
        await().untilAsserted(() -> assertThat(
                        TestWindow.onEdt(() -> ui.<JLabel>find("statusTask").getText()))
                .isEqualTo("Saving, 100 %"));
        assertThat(TestWindow.onEdt(() -> cancel().isVisible())).isTrue();
        busy.countDown();
        await().until(() -> TestWindow.onEdt(() -> !cancel().isVisible()));
    }

    private JButton cancel() {
        return ui.find("taskCancelButton");
    }

    private void pressEscInTheLog() {
        pressEsc(ui.find("messageLog"));
    }

    private static void pressEsc(JComponent in) {
        KeyStroke esc = KeyStroke.getKeyStroke("ESCAPE");
        for (int condition : new int[] {JComponent.WHEN_FOCUSED, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT}) {
            Object name = in.getInputMap(condition).get(esc);
            if (name != null) {
                in.getActionMap().get(name).actionPerformed(null);
                return;
            }
        }
        throw new AssertionError("Esc means nothing here");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void choose(int entry) {
        TestWindow.run(() -> ui.<JComboBox<?>>find("framingBox").setSelectedIndex(entry));
        TestWindow.run(() -> {}); // the form opens in the task after this one
    }

    private boolean isOpen() {
        return TestWindow.onEdt(() -> TestWindow.find(ui.window, "framingForm") != null);
    }
}
