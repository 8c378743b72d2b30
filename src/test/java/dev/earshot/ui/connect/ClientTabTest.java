package dev.earshot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.KeepAliveOption;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.ui.SessionTab;
import dev.earshot.ui.TestWindow;
import java.awt.Container;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the tab of a TCP client against servers of the test. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class ClientTabTest {
    @TempDir
    private Path folder;

    private TestWindow ui;
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        String settings = "kind=tcp_client\nclient.port=" + server.getLocalPort() + "\n";
        Files.writeString(folder.resolve("settings.properties"), settings);
        ui = new TestWindow(folder);
    }

    @AfterEach
    void close() throws IOException {
        ui.close();
        server.close();
    }

    private void press(String button) {
        TestWindow.run(() -> ui.<AbstractButton>find(button).doClick());
    }

    private String text(String button) {
        return TestWindow.onEdt(() -> ui.<AbstractButton>find(button).getText());
    }

    private String state() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("statusLabel").getText());
    }

    private void awaitState(State state) {
        await().until(() -> ui.session.status().state() == state);
    }

    private void awaitWords(String words) {
        await().untilAsserted(() -> assertThat(state()).contains(words));
    }

    private Object outline(String field) {
        return TestWindow.onEdt(() -> ui.<JComponent>find(field).getClientProperty(FlatClientProperties.OUTLINE));
    }

    private void type(String field, String text) {
        TestWindow.run(() -> ui.<JTextComponent>find(field).setText(text));
    }

    private Socket connect() throws IOException {
        press("listenButton");
        Socket accepted = server.accept();
        awaitState(State.OPEN);
        await().until(() -> ui.session.clients().presentCount() == 1);
        return accepted;
    }

    private void send(String text) {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText(text);
            ui.window.workspace().refreshClients();
            ui.<AbstractButton>find("sendButton").doClick();
        });
    }

    private static String read(Socket socket, int count) throws IOException {
        return new String(socket.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
    }

    @Test
    void connectsExchangesMessagesAndShowsHowTheConnectionEnded() throws IOException {
        assertThat(state()).isEqualTo("Not connected");
        assertThat(text("listenButton")).isEqualTo("Connect");
        Socket accepted = connect();
        await().untilAsserted(() -> assertThat(state())
                .isEqualTo(
                        "Connected to 127.0.0.1:" + server.getLocalPort() + " from 127.0.0.1:" + accepted.getPort()));
        assertThat(text("listenButton")).isEqualTo("Disconnect");
        await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo("127.0.0.1:" + server.getLocalPort()));
        send("hello");
        assertThat(read(accepted, 5)).isEqualTo("hello");
        accepted.getOutputStream().write("back\n".getBytes(StandardCharsets.US_ASCII));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("connected", "hello", "back"));
        accepted.close();
        awaitWords(
                "Not connected: closed here, as the server had finished sending (FIN) and nothing more was to be sent"
                        + " for 3 s");
        await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo("Not connected"));
        assertThat(text("listenButton")).isEqualTo("Connect");
    }

    @Test
    void disconnectClosesAndEnterInAFieldConnects() throws IOException {
        Socket accepted = connect();
        press("listenButton");
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        awaitState(State.CLOSED);
        await().untilAsserted(() -> assertThat(state()).isEqualTo("Not connected"));
        TestWindow.run(() -> ui.<JTextField>find("hostField").postActionEvent());
        server.accept().close();
    }

    @Test
    void aRefusedConnectionMarksThePort() throws IOException {
        server.close();
        press("listenButton");
        awaitWords("refuses the connection");
        assertThat(outline("targetPortField")).isEqualTo("error");
        assertThat(outline("hostField")).isNull();
        type("targetPortField", "1");
        assertThat(outline("targetPortField")).isNull();
        assertThat(state()).isEqualTo("Not connected");
    }

    @ParameterizedTest
    @CsvSource({
        "problem.host.name, hostField",
        "problem.address.four, hostField",
        "problem.connect.unknown, hostField",
        "problem.connect.timeout, hostField",
        "problem.connect.unreachable, hostField",
        "problem.connect.refused, targetPortField",
        "problem.port.range, targetPortField"
    })
    void everyProblemIsShownAtTheFieldItIsAbout(String key, String field) {
        TestWindow.run(() -> bar().fail(new Problem(key, -1, "x", "x", "x", "x")));
        for (String one : List.of("hostField", "targetPortField")) {
            assertThat(outline(one)).as(one).isEqualTo(one.equals(field) ? "error" : null);
        }
    }

    private ConnectBar bar() {
        return (ConnectBar) ui.<JComponent>find("listenButton").getParent().getParent();
    }

    @Test
    void typingMistakesAreReportedBeforeConnecting() {
        type("hostField", "http://device");
        press("listenButton");
        assertThat(state()).contains("://");
        assertThat(outline("hostField")).isEqualTo("error");
        type("hostField", "127.0.0.1");
        type("targetPortField", "0");
        press("listenButton");
        assertThat(outline("targetPortField")).isEqualTo("error");
        type("hostField", "224.0.0.1");
        press("listenButton");
        assertThat(state()).isEqualTo("224.0.0.1 stands for many computers; enter the address of one.");
        assertThat(ui.session.status().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aTakenLocalPortMarksTheOptionsButton() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            press("connectOptionsButton");
            type("localAddressField", "127.0.0.1");
            type("localPortField", String.valueOf(taken.getLocalPort()));
            press("connectOptionsApplyButton");
            assertThat(tip("connectOptionsButton")).contains("from 127.0.0.1:" + taken.getLocalPort());
            press("listenButton");
            awaitWords("Local port " + taken.getLocalPort() + " is already in use; change it in the options");
            TestWindow.run(
                    () -> assertThat(ui.<JComponent>find("connectOptionsButton").isFocusOwner())
                            .isTrue());
        }
    }

    private String tip(String name) {
        return TestWindow.onEdt(() -> ui.<JComponent>find(name).getToolTipText());
    }

    @Test
    void wrongOptionsMarkTheirField() {
        press("connectOptionsButton");
        type("localPortField", "70000");
        press("connectOptionsApplyButton");
        assertThat(outline("localPortField")).isEqualTo("error");
        type("localPortField", "");
        type("connectTimeoutField", "0");
        press("connectOptionsApplyButton");
        assertThat(outline("connectTimeoutField")).isEqualTo("error");
        type("connectTimeoutField", "3");
        press("keepAliveBox");
        press("connectOptionsApplyButton");
        TestWindow.run(() -> {
            Settings settings = ui.window.tabs().selected().settings();
            assertThat(settings.get(TcpClientKind.TIMEOUT)).isEqualTo(3);
            assertThat(settings.get(TcpClientKind.OPTIONS.of(KeepAliveOption.USED)))
                    .isFalse();
        });
    }

    @Test
    void connectingCanBeCancelled() throws IOException {
        // A queue of one that is full: whoever comes next is not answered, or waits to be accepted.
        try (Socket first = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket second = new Socket(server.getInetAddress(), server.getLocalPort())) {
            press("listenButton");
            assertThat(state()).isEqualTo("Connecting to 127.0.0.1:" + server.getLocalPort());
            assertThat(text("listenButton")).isEqualTo("Cancel");
            press("listenButton");
            awaitState(State.CLOSED);
            await().untilAsserted(() -> assertThat(state()).isEqualTo("Not connected"));
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }

    @Test
    void reconnectingIsShownWithItsReasonAndKeepsTheDraft() throws IOException {
        TestWindow.run(() -> ui.window.tabs().selected().settings().put(TcpClientKind.RECONNECT, true));
        int port = server.getLocalPort();
        Socket accepted = connect();
        server.close();
        accepted.close();
        awaitState(State.RECONNECTING);
        await().untilAsserted(() -> assertThat(state()).matches("(Reconnecting in \\d+ s|Connecting to .* again): .+"));
        assertThat(text("listenButton")).isEqualTo("Disconnect");
        await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo("Not connected"));
        send("kept");
        assertThat(TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText()))
                .isEqualTo("Not connected: press Connect.");
        server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        try (Socket again = server.accept()) {
            awaitWords("Connected to ");
            await().until(() -> ui.session.clients().presentCount() == 1);
            press("sendButton");
            assertThat(read(again, 4)).isEqualTo("kept");
        }
    }

    @Test
    void theServerSeesTheEndOfSendingAndMayStillSend() throws IOException {
        Socket accepted = connect();
        await().until(() -> TestWindow.onEdt(() -> ui.find("finishButton").isShowing()));
        press("finishButton");
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        await().untilAsserted(() -> assertThat(ui.messages()).contains("we finished sending (FIN), still reading"));
        await().until(() -> !TestWindow.onEdt(() -> ui.find("finishButton").isShowing()));
        accepted.getOutputStream().write("the rest\n".getBytes(StandardCharsets.US_ASCII));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("the rest"));
        send("too late");
        assertThat(TestWindow.onEdt(() -> ui.<JLabel>find("sendPreview").getText()))
                .startsWith("Nothing more can be sent to 127.0.0.1:");
        accepted.close();
    }

    @Test
    void theTabUsesTheWordsOfAClient() {
        assertThat(TestWindow.onEdt(() -> ui.<JTextField>find("tryCommand").getText()))
                .isEqualTo("nc -l -p " + server.getLocalPort());
        assertThat(labels(ui.window)).contains("Not connected yet").doesNotContain("No clients yet", "Clients");
    }

    private static List<String> labels(Container in) {
        return TestWindow.onEdt(() -> java.util.stream.Stream.of(in.getComponents())
                .flatMap(part -> part instanceof JLabel label
                        ? java.util.stream.Stream.of(label.getText())
                        : part instanceof Container deeper ? labels(deeper).stream() : java.util.stream.Stream.of())
                .toList());
    }

    @Test
    void eachKindRemembersItsFieldsAndTheDraftStays() {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText("half a sentence");
            ui.<JTextComponent>find("hostField").setText("boiler.local");
            ui.<JTextComponent>find("targetPortField").setText("80");
        });
        kind(TcpServerKind.KIND);
        assertThat(state()).isEqualTo("Not listening");
        type("portField", "9000");
        kind(RelayKind.KIND);
        type("hostField", "relayed.local");
        kind(TcpClientKind.KIND);
        TestWindow.run(() -> {
            assertThat(ui.<JTextComponent>find("hostField").getText()).isEqualTo("boiler.local");
            assertThat(ui.<JTextComponent>find("sendBox").getText()).isEqualTo("half a sentence");
            SessionTab tab = ui.window.tabs().selected();
            assertThat(tab.ordinaryTitle(new dev.earshot.session.words.Words(java.util.Locale.ENGLISH)))
                    .isEqualTo("TCP Client boiler.local:80");
            assertThat(tab.settings().get(TcpServerKind.PORT)).isEqualTo("9000");
            assertThat(tab.settings().get(RelayKind.HOST)).isEqualTo("relayed.local");
        });
    }

    private void kind(EndpointKind kind) {
        TestWindow.run(() -> ui.<JComboBox<EndpointKind>>find("modeBox").setSelectedItem(kind));
        await().until(() -> TestWindow.onEdt(
                () -> ui.<JComboBox<EndpointKind>>find("modeBox").isFocusOwner()
                        && ui.find("listenButton").isShowing()));
        await().until(() -> TestWindow.onEdt(() -> ui.find("tryCommand").isShowing()));
    }

    @Test
    void connectsAtTheNextStartIfThatIsChosen() throws IOException {
        TestWindow.run(() -> ui.window.tabs().listenAtStart(ui.window.tabs().selected(), true));
        ui.close();
        ui = new TestWindow(folder);
        try (Socket accepted = server.accept()) {
            awaitState(State.OPEN);
            assertThat(accepted.isConnected()).isTrue();
        }
    }
}
