package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Client;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.log.LogTableModel;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.send.Target;
import java.awt.Component;
import java.awt.Container;
import java.awt.FocusTraversalPolicy;
import java.awt.Image;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.event.TableModelEvent;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

class MainWindowTest extends WindowTest {
    private static final List<String> NAMES = List.of(
            "modeBox",
            "addressBox",
            "portField",
            "listenButton",
            "messageLog",
            "clientBox",
            "sendBox",
            "sendButton",
            "sendEncodingBox",
            "sendModeBox",
            "sendEndingBox",
            "clientList",
            "encodingBox",
            "viewBox",
            "framingBox",
            "detailText",
            "detailHex",
            "clearButton",
            "followButton");

    @Test
    void everyPartHasItsNameAndOneForAssistiveTools() throws IOException {
        TestWindow.run(
                () -> assertThat(ui.<JLabel>find("statusLabel").getText()).isEqualTo("Not listening"));
        ui.listen();
        await().until(() -> TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getRowCount()) == 1);
        TestWindow.run(() -> ui.<JTable>find("messageLog").setRowSelectionInterval(0, 0)); // which makes the detail
        TestWindow.run(() -> {
            for (String name : NAMES) {
                Component part = ui.find(name);
                assertThat(part.getAccessibleContext().getAccessibleName())
                        .as(name)
                        .isNotBlank();
            }
        });
    }

    @Test
    void tabGoesThroughThePartsFromTopToBottom() throws IOException {
        ui.connect(ui.listen()).close();
        await().until(() -> ui.find("messageLog").isShowing());
        List<String> order = TestWindow.onEdt(this::focusOrder);
        assertThat(order)
                .containsSubsequence(
                        "listenButton", "viewBox", "encodingBox", "framingBox", "followButton", "clearButton")
                .containsSubsequence("clearButton", "messageLog", "clientBox", "sendModeBox", "sendEncodingBox")
                .containsSubsequence("sendEncodingBox", "sendEndingBox", "sendBox");
    }

    @Test
    void receivedTextIsShownAndTheAnswerArrives() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("hello\n".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("connected", "hello"));
            await().untilAsserted(
                            () -> assertThat(ui.shown("clientBox")).isEqualTo("127.0.0.1:" + client.getLocalPort()));
            send("bye");
            assertThat(client.getInputStream().readNBytes(3)).asString().isEqualTo("bye");
            await().untilAsserted(() -> assertThat(ui.messages()).contains("bye"));
        }
    }

    @Test
    void remoteTextIsNeverHtml() throws IOException {
        String payload = "<html><b>bold</b><img src=http://127.0.0.1:1/x>";
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write((payload + "\n").getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).contains(payload));
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                int row = TestWindow.messages(log).indexOf(payload);
                for (int column = 0; column < log.getColumnCount(); column++) {
                    JComponent cell = (JComponent) log.prepareRenderer(log.getCellRenderer(row, column), row, column);
                    assertThat(cell.getClientProperty(BasicHTML.propertyKey)).isNull();
                }
                log.setRowSelectionInterval(row, row);
            });
            await().untilAsserted(() -> assertThat(TestWindow.onEdt(
                            () -> ui.<JTextArea>find("detailText").getText()))
                    .isEqualTo(payload));
        }
    }

    @Test
    void aRefreshFiresOneInsertForAnyNumberOfRows() throws IOException {
        int port = ui.listen();
        List<TableModelEvent> events = new ArrayList<>();
        LogTableModel model = TestWindow.onEdt(() -> {
            LogTableModel made =
                    new LogTableModel(ui.session, new dev.earshot.session.words.Words(java.util.Locale.ENGLISH));
            made.refresh();
            made.addTableModelListener(events::add);
            return made;
        });
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("a\nb\nc\nd\n".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> ui.session.log().rowCount() == 6);
            TestWindow.run(model::refresh);
        }
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getType()).isEqualTo(TableModelEvent.INSERT);
        assertThat(events.get(0).getFirstRow()).isEqualTo(1);
        assertThat(events.get(0).getLastRow()).isEqualTo(5);
        TestWindow.run(model::close);
    }

    @Test
    void aWrongAddressIsReportedAndNothingIsBound() {
        TestWindow.run(() -> {
            ui.<JComboBox<String>>find("addressBox").setSelectedItem("256.1.1.1");
            ui.<JButton>find("listenButton").doClick();
            JComponent field = ui.find("addressBox");
            assertThat(field.getClientProperty(FlatClientProperties.OUTLINE)).isEqualTo("error");
            assertThat(ui.<JLabel>find("statusLabel").getText()).contains("256.1.1.1");
        });
        assertThat(ui.session.status().address()).isEmpty();
    }

    @Test
    void aClientThatLeavesStaysChosenAndNoOtherGetsItsMessage() throws IOException {
        int port = ui.listen();
        Socket first = ui.connect(port);
        String name = "127.0.0.1:" + first.getLocalPort();
        await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo(name));
        try (Socket second = ui.connect(port)) {
            first.setSoLinger(true, 0);
            first.close();
            await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo(name + " (left)"));
            send("for the first");
            TestWindow.run(() -> {
                assertThat(ui.<JLabel>find("sendPreview").getText()).isEqualTo("Client " + name + " has disconnected.");
                JTextArea box = ui.find("sendBox");
                assertThat(box.getText()).isEqualTo("for the first");
                JComponent pane = (JComponent) box.getParent().getParent();
                assertThat(pane.getClientProperty(FlatClientProperties.OUTLINE))
                        .as("its text is right")
                        .isNull();
            });
            assertThat(ui.session.clients().bytesOut()).isZero();
            assertThat(second.getInputStream().available()).isZero();
        }
    }

    @Test
    void unencodableTextIsReportedAndNotSent() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            await().untilAsserted(
                            () -> assertThat(ui.shown("clientBox")).contains(String.valueOf(client.getLocalPort())));
            TestWindow.run(() -> ui.<JComboBox<Optional<Encoding>>>find("sendEncodingBox")
                    .setSelectedItem(Optional.of(Encoding.GBK)));
            send("ok \uD83D\uDE00");
            TestWindow.run(() -> {
                JTextArea box = ui.find("sendBox");
                assertThat(box.getCaretPosition()).isEqualTo(3);
                JComponent pane = (JComponent) box.getParent().getParent();
                assertThat(pane.getClientProperty(FlatClientProperties.OUTLINE)).isEqualTo("error");
            });
            assertThat(ui.session.clients().bytesOut()).isZero();
            TestWindow.run(() -> ui.<JTextArea>find("sendBox").setText("好"));
            TestWindow.run(() -> ui.<JButton>find("sendButton").doClick());
            assertThat(client.getInputStream().readNBytes(2)).isEqualTo("好".getBytes(Charset.forName("GBK")));
        }
    }

    @Test
    void clearHidesOldRowsAndShowsNewOnes() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("old\n".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("old"));
            TestWindow.run(() -> ui.<JButton>find("clearButton").doClick());
            client.getOutputStream().write("new\n".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).containsExactly("new"));
            assertThat(ui.session.log().rowCount()).isEqualTo(4);
        }
    }

    @Test
    void theLogFollowsItsEndUntilThePersonScrollsUp() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("line\n".repeat(500).getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(lastVisibleRow()).isEqualTo(501));
            TestWindow.run(() -> ui.<JTable>find("messageLog").scrollRectToVisible(new java.awt.Rectangle(0, 0, 1, 1)));
            await().untilAsserted(() -> assertThat(following()).isFalse());
            client.getOutputStream().write("more\n".repeat(50).getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(rows()).isEqualTo(552));
            assertThat(lastVisibleRow()).isLessThan(100);
            TestWindow.run(
                    () -> ui.<javax.swing.JToggleButton>find("followButton").doClick());
            await().untilAsserted(() -> assertThat(lastVisibleRow()).isEqualTo(551));
        }
    }

    @Test
    void languageAndColoursChangeAtOnceAndTheLogStays() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("kept\n".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("kept"));
            TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("已连接", "kept"));
            TestWindow.run(() -> {
                assertThat(ui.<JButton>find("sendButton").getText()).isEqualTo("发送");
                ui.window.view().changeLook(Settings.Look.DARK);
            });
            await().untilAsserted(() ->
                    assertThat(TestWindow.onEdt(Token.TABLE::color)).isEqualTo(new java.awt.Color(0x1a1d21)));
            client.getOutputStream().write("more\n".getBytes(StandardCharsets.US_ASCII));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("more"));
        }
    }

    @Test
    void whileAClientThatHasLeftIsChosenNoOtherGetsTheMessage() throws IOException {
        int port = ui.listen();
        Socket first = ui.connect(port);
        String name = "127.0.0.1:" + first.getLocalPort();
        first.close();
        await().until(() -> ui.session.clients().presentCount() == 0);
        try (Socket second = ui.connect(port)) {
            TestWindow.run(() -> {
                ui.window.workspace().refreshClients();
                ui.<JComboBox<Target>>find("clientBox")
                        .setSelectedItem(
                                new Target.One(ui.session.clients().present().get(0)));
                ui.window.workspace().refreshClients();
                ui.<JList<Optional<Client>>>find("clientList").setSelectedIndex(2);
            });
            assertThat(ui.shown("clientBox")).isEqualTo(name + " (left)");
            send("for the first");
            assertThat(ui.session.clients().bytesOut()).isZero();
            assertThat(second.getInputStream().available()).isZero();
        }
    }

    @Test
    void anotherLanguageChangesNeitherTheReceiverNorTheDraft() throws IOException {
        int port = ui.listen();
        try (Socket first = ui.connect(port);
                Socket second = ui.connect(port)) {
            String name = "127.0.0.1:" + second.getLocalPort();
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            TestWindow.run(() -> {
                JComboBox<Target> box = ui.find("clientBox");
                box.setSelectedItem(
                        new Target.One(ui.session.clients().present().get(1)));
                ui.<JTextComponent>find("sendBox").setText("draft");
                ui.window.language(Settings.Language.ZH);
            });
            assertThat(ui.shown("clientBox")).isEqualTo(name);
            TestWindow.run(() ->
                    assertThat(ui.<JTextComponent>find("sendBox").getText()).isEqualTo("draft"));
            assertThat(first.getInputStream().available()).isZero();
        }
    }

    @Test
    void thePreviewFollowsTheEncodingThatTheClientIsSeenToSpeak() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            await().untilAsserted(
                            () -> assertThat(ui.shown("clientBox")).contains(String.valueOf(client.getLocalPort())));
            TestWindow.run(() -> ui.<JTextComponent>find("sendBox").setText("好"));
            assertThat(preview()).contains("E5 A5 BD");
            client.getOutputStream().write("你好，世界\n".getBytes(Charset.forName("GBK")));
            await().untilAsserted(() -> assertThat(preview()).contains("BA C3"));
        }
    }

    @Test
    void thePreviewOfADraftThatComesBackIsInTheEncodingOfThePresentClient() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            await().untilAsserted(
                            () -> assertThat(ui.shown("clientBox")).contains(String.valueOf(client.getLocalPort())));
            TestWindow.run(() -> ui.<JTextComponent>find("sendBox").setText("好"));
            assertThat(preview()).contains("E5 A5 BD");
            TestWindow.run(() -> ui.<JTextComponent>find("sendBox").setText(""));
            client.getOutputStream().write("你好，世界\n".getBytes(Charset.forName("GBK")));
            await().untilAsserted(() -> assertThat(ui.messages()).contains("你好，世界"));
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            TestWindow.run(() -> ui.<JTextComponent>find("sendBox").setText("好"));
            assertThat(preview()).contains("BA C3");
        }
    }

    private String preview() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText());
    }

    @Test
    void hexOfSpacesOnlyCannotBeSent() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            await().untilAsserted(
                            () -> assertThat(ui.shown("clientBox")).contains(String.valueOf(client.getLocalPort())));
            TestWindow.run(() -> ui.<JComboBox<TextForm>>find("sendModeBox").setSelectedItem(TextForm.HEX));
            send("   ");
            assertThat(TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText()))
                    .isEqualTo("Nothing to send.");
        }
    }

    @Test
    void theIconsInTheTitlesHaveTheColourOfTheTheme() {
        TestWindow.run(ui.window.help()::openGuide);
        Window guide = TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .filter(window -> "guide".equals(window.getName()))
                .findFirst()
                .orElseThrow());
        int light = iconColour(ui.window);
        TestWindow.run(() -> ui.window.view().changeLook(Settings.Look.DARK));
        await().until(() -> iconColour(ui.window) != light && iconColour(guide) != light);
        TestWindow.run(() -> {
            ui.window.language(Settings.Language.ZH);
            ui.window.view().changeLook(Settings.Look.LIGHT);
        });
        await().until(() -> iconColour(ui.window) == light && iconColour(guide) == light);
        assertThat(TestWindow.onEdt(((JDialog) guide)::getTitle)).isEqualTo("Earshot 指南");
        TestWindow.run(guide::dispose);
    }

    /** Returns the colour of the first pixel of the icon that is not transparent. */
    private static int iconColour(Window window) {
        return TestWindow.onEdt(() -> {
            BufferedImage drawn = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
            if (window.getIconImages().isEmpty()) {
                return 0; // the window took those of its owner when it was opened
            }
            Image icon = window.getIconImages().get(4);
            drawn.getGraphics().drawImage(icon, 0, 0, 64, 64, null);
            return IntStream.range(0, 64 * 64)
                    .map(i -> drawn.getRGB(i % 64, i / 64))
                    .filter(rgb -> rgb >>> 24 == 255)
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void aPortInUseOffersTheNextFreeOne() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            TestWindow.run(() -> {
                ui.<JTextComponent>find("portField").setText(String.valueOf(other.getLocalPort()));
                ui.<JButton>find("listenButton").doClick();
            });
            JButton next = ui.find("agreeButton");
            await().until(() -> TestWindow.onEdt(next::isShowing));
            assertThat(TestWindow.onEdt(next::getText)).matches("Use \\d+");
            TestWindow.run(next::doClick);
            await().until(() -> ui.session.status().isOpen());
            String port =
                    TestWindow.onEdt(() -> ui.<JTextComponent>find("portField").getText());
            assertThat(Integer.parseInt(port)).isGreaterThan(other.getLocalPort());
            assertThat(ui.session.status().address()).endsWith(":" + port);
        }
    }

    @Test
    void theProgressOfOpeningACaptureIsShown() {
        TestWindow.run(
                () -> ui.window.openCapture(new CaptureStore.StoredCapture(List.of(folder.resolve("some.pcapng")))));
        assertThat(task()).isEqualTo("Opening the capture, 0 %");
        TestWindow.run(() -> {
            assertThat(ui.find("taskCancelButton").isShowing()).isTrue();
            ui.openingEnded.accept(Optional.of(new Problem("problem.file.foreign", -1, "some.pcapng")));
            assertThat(ui.find("statusTask").isShowing()).isFalse();
            assertThat(ui.<JTextComponent>find("problemText").getText()).startsWith("some.pcapng is no");
        });
    }

    private String task() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("statusTask").getText());
    }

    @Test
    void capturesOfACrashAreOfferedInOneLine() {
        boolean[] opened = new boolean[1];
        TestWindow.run(() -> {
            ui.window.offerRecovery(1, 12_345, () -> opened[0] = true, () -> {});
            ui.<JButton>find("recoveryOpenButton").doClick();
            assertThat(opened[0]).isTrue();
            assertThat(ui.find("recoveryBar").isVisible()).isFalse();
        });
    }

    private int rows() {
        return TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getRowCount());
    }

    private boolean following() {
        return TestWindow.onEdt(
                () -> ui.<javax.swing.JToggleButton>find("followButton").isSelected());
    }

    private int lastVisibleRow() {
        return TestWindow.onEdt(() -> {
            JTable log = ui.find("messageLog");
            java.awt.Rectangle seen = log.getVisibleRect();
            return log.rowAtPoint(new java.awt.Point(5, seen.y + seen.height - 1));
        });
    }

    private void send(String text) {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText(text);
            ui.<JButton>find("sendButton").doClick();
        });
    }

    private List<String> focusOrder() {
        Container root = ui.window;
        FocusTraversalPolicy policy = root.getFocusTraversalPolicy();
        List<String> order = new ArrayList<>();
        Component first = policy.getFirstComponent(root);
        Component at = first;
        do {
            order.add(String.valueOf(at.getName()));
            at = policy.getComponentAfter(root, at);
        } while (at != null && at != first && order.size() < 100);
        return order;
    }
}
