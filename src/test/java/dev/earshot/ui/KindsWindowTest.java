package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.ui.clients.ClientFacts;
import dev.earshot.ui.log.LogTableColumn;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;

/** Tests tabs of several kinds of endpoint in one window. */
class KindsWindowTest extends WindowTest {
    private SessionTab another(Runnable command) {
        TestWindow.run(command);
        SessionTab tab = TestWindow.onEdt(() -> ui.window.tabs().selected());
        await().until(() -> TestWindow.onEdt(() -> tab.workspace() != null));
        return tab;
    }

    private static void press(Container in, String button) {
        TestWindow.run(() -> TestWindow.<AbstractButton>find(in, button).doClick());
    }

    private static void type(Container in, String field, String text) {
        TestWindow.run(() -> TestWindow.<JTextComponent>find(in, field).setText(text));
    }

    private static String state(Container tab) {
        return TestWindow.onEdt(
                () -> TestWindow.<JLabel>find(tab, "statusLabel").getText());
    }

    private static Object outline(Container tab, String field) {
        return TestWindow.onEdt(
                () -> TestWindow.<JComponent>find(tab, field).getClientProperty(FlatClientProperties.OUTLINE));
    }

    private static List<String> column(Container tab, LogTableColumn column) {
        return TestWindow.onEdt(() -> {
            JTable log = TestWindow.find(tab, "messageLog");
            return Stream.iterate(0, row -> row < log.getRowCount(), row -> row + 1)
                    .map(row -> String.valueOf(log.getValueAt(row, column.ordinal())))
                    .toList();
        });
    }

    private static void send(SessionTab tab, String text) {
        TestWindow.run(() -> {
            tab.workspace().refreshClients();
            TestWindow.<JTextComponent>find(tab, "sendBox").setText(text);
            TestWindow.<AbstractButton>find(tab, "sendButton").doClick();
        });
    }

    @Test
    void aTabThatIsShownAgainRestoresItsFocus() {
        SessionTab first = TestWindow.onEdt(() -> ui.window.tabs().selected());
        ui.listen();
        SessionTab second = another(() -> ui.window.tabs().newTab());
        TestWindow.run(() -> TestWindow.find(second, "sendBox").requestFocusInWindow());
        awaitFocus(second, "sendBox");
        TestWindow.run(() -> ui.window.tabs().next(1));
        awaitFocus(first, "listenButton");
        TestWindow.run(() -> ui.window.tabs().next(1));
        awaitFocus(second, "sendBox");
    }

    /** Waits until a component has the focus, and still has it after the layout, which may move it. */
    private static void awaitFocus(Container in, String name) {
        await().until(() -> TestWindow.onEdt(() -> TestWindow.find(in, name).isFocusOwner()));
        await().during(Duration.ofMillis(200))
                .until(() -> TestWindow.onEdt(() -> TestWindow.find(in, name).isFocusOwner()));
    }

    @Test
    void aServerTabAndAClientTabTalkToEachOtherInOneWindow() {
        int port = ui.listen();
        SessionTab server = TestWindow.onEdt(() -> ui.window.tabs().selected());
        SessionTab client = another(() -> ui.<AbstractButton>find("emptyLink").doClick());
        TestWindow.run(() -> assertThat(TestWindow.<JTextComponent>find(client, "targetPortField")
                        .getText())
                .isEqualTo(String.valueOf(port)));
        press(client, "listenButton");
        await().until(() -> client.session().clients().presentCount() == 1
                && server.session().clients().presentCount() == 1);
        send(client, "from the client");
        TestWindow.run(() -> ui.window.tabs().next(1));
        await().untilAsserted(
                        () -> assertThat(column(server, LogTableColumn.MESSAGE)).contains("from the client"));
        send(server, "from the server");
        TestWindow.run(() -> ui.window.tabs().next(1));
        await().untilAsserted(
                        () -> assertThat(column(client, LogTableColumn.MESSAGE)).contains("from the server"));
        assertThat(TestWindow.onEdt(() -> client.title(new dev.earshot.session.words.Words(java.util.Locale.ENGLISH))))
                .isEqualTo("TCP Client 127.0.0.1:" + port);
    }

    @Test
    void aRelayShowsTheSenderOfEachRowAndThePairs() throws Exception {
        try (ServerSocket target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SessionTab relay = another(() -> ui.window.tabs().newTab(RelayKind.KIND));
            type(relay, "targetPortField", String.valueOf(target.getLocalPort()));
            type(relay, "portField", "0");
            press(relay, "listenButton");
            press(relay, "agreeButton");
            await().until(() -> relay.status().state() == State.OPEN);
            await().untilAsserted(() -> assertThat(state(relay)).startsWith("Relaying from 127.0.0.1:"));
            int port = Integer.parseInt(TestWindow.onEdt(relay::port));
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
                    Socket server = target.accept()) {
                client.getOutputStream().write("ping\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(server.getInputStream().readNBytes(5)).asString().isEqualTo("ping\n");
                server.getOutputStream().write("pong\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(client.getInputStream().readNBytes(5)).asString().isEqualTo("pong\n");
                String ofClient = "127.0.0.1:" + client.getLocalPort();
                String ofServer = "server for :" + client.getLocalPort();
                await().untilAsserted(() -> assertThat(rows(relay))
                        .contains(ofClient + " ping", ofServer + " ping", ofServer + " pong", ofClient + " pong")
                        .contains(ofServer + " connected for " + ofClient));
                ClientFacts facts = new ClientFacts(
                        relay.session(),
                        new dev.earshot.session.words.Words(java.util.Locale.ENGLISH).forKind(RelayKind.KIND));
                assertThat(relay.session().clients().all().stream()
                                .map(facts::line)
                                .toList())
                        .anyMatch(line -> line.matches("[^<]+, <-> 127\\.0\\.0\\.1:" + target.getLocalPort()))
                        .anyMatch(line -> line.startsWith(ofServer));
            }
        }
    }

    private static List<String> rows(SessionTab tab) {
        List<String> who = column(tab, LogTableColumn.CLIENT);
        List<String> what = column(tab, LogTableColumn.MESSAGE);
        return Stream.iterate(0, i -> i < Math.min(who.size(), what.size()), i -> i + 1)
                .map(i -> who.get(i) + " " + what.get(i))
                .toList();
    }

    @Test
    void aRelayMarksTheFieldThatIsWrong() throws Exception {
        SessionTab relay = another(() -> ui.window.tabs().newTab(RelayKind.KIND));
        type(relay, "hostField", "two words");
        press(relay, "listenButton");
        assertThat(outline(relay, "hostField")).isEqualTo("error");
        type(relay, "hostField", "127.0.0.1");
        type(relay, "targetPortField", "70000");
        press(relay, "listenButton");
        assertThat(outline(relay, "targetPortField")).isEqualTo("error");
        assertThat(outline(relay, "portField")).isNull();
        type(relay, "targetPortField", "80");
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            type(relay, "portField", String.valueOf(taken.getLocalPort()));
            press(relay, "listenButton");
            await().untilAsserted(() -> assertThat(outline(relay, "portField")).isEqualTo("error"));
            assertThat(outline(relay, "targetPortField")).isNull();
            assertThat(state(relay)).contains("already in use");
        }
    }

    @Test
    void aRelayDelaysAndCutsAsItsOptionsSay() throws Exception {
        try (ServerSocket target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SessionTab relay = another(() -> ui.window.tabs().newTab(RelayKind.KIND));
            press(relay, "connectOptionsButton");
            type(ui.window.getLayeredPane(), "relayCutOutField", "4");
            type(ui.window.getLayeredPane(), "relayDelayBackField", "20");
            press(ui.window.getLayeredPane(), "connectOptionsApplyButton");
            type(relay, "targetPortField", String.valueOf(target.getLocalPort()));
            type(relay, "portField", "0");
            press(relay, "listenButton");
            press(relay, "agreeButton");
            await().until(() -> relay.status().state() == State.OPEN);
            int port = Integer.parseInt(TestWindow.onEdt(relay::port));
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
                    Socket server = target.accept()) {
                client.getOutputStream().write("abcdefg".getBytes(StandardCharsets.US_ASCII));
                assertThat(server.getInputStream().readAllBytes()).asString().isEqualTo("abcd");
            }
            assertThat(TestWindow.onEdt(() -> TestWindow.<JComponent>find(relay, "connectOptionsButton")
                            .getToolTipText()))
                    .isEqualTo("Options: delay 0 ms there, 20 ms back, cut after 4 bytes to the server");
        }
    }

    @Test
    void duplicatesKeepTheKindAndListeningOnesGetAnotherPort() {
        SessionTab client = another(() -> ui.window.tabs().newTab(TcpClientKind.KIND));
        type(client, "hostField", "boiler.local");
        SessionTab copy = another(() -> ui.window.tabs().duplicate(client));
        assertThat(copy.settings().get(TcpClientKind.HOST)).isEqualTo("boiler.local");
        assertThat(copy.settings().get(TcpClientKind.PORT)).isEqualTo("8080");
        SessionTab relay = another(() -> ui.window.tabs().newTab(RelayKind.KIND));
        SessionTab second = another(() -> ui.window.tabs().duplicate(relay));
        assertThat(second.settings().get(Settings.KIND)).isEqualTo(RelayKind.KIND);
        assertThat(second.settings().get(RelayKind.PORT)).isEqualTo("8082");
        ui.close();
        try {
            ui = new TestWindow(folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        TestWindow.run(() -> assertThat(ui.window.tabs().all().stream()
                        .map(tab -> tab.settings().get(Settings.KIND)))
                .containsExactly(
                        TcpServerKind.KIND, TcpClientKind.KIND, TcpClientKind.KIND, RelayKind.KIND, RelayKind.KIND));
    }

    @Test
    void theButtonIsWholeAfterTheLabelsCameBack() {
        SessionTab tab = another(() -> ui.window.tabs().newTab(RelayKind.KIND));
        for (int width : List.of(800, 1270, 900, 1279)) {
            TestWindow.run(() -> {
                ui.window.setSize(width, 700);
                ui.window.validate();
            });
            await().untilAsserted(() -> TestWindow.run(() -> {
                Component button = TestWindow.find(tab, "listenButton");
                assertThat(button.getX() + button.getWidth())
                        .as("%d pixels", width)
                        .isLessThanOrEqualTo(button.getParent().getWidth());
            }));
        }
    }

    @Test
    void theConnectBarFitsIntoASmallWindow() {
        for (Settings.Language language : List.of(Settings.Language.EN, Settings.Language.ZH)) {
            TestWindow.run(() -> {
                ui.window.language(language);
                ui.window.setSize(720, 480);
                ui.window.validate();
            });
            for (EndpointKind kind : EndpointKinds.ALL) {
                SessionTab tab = another(() -> ui.window.tabs().newTab(kind));
                await().untilAsserted(() -> TestWindow.run(() -> {
                    Component button = TestWindow.find(tab, "listenButton");
                    Point end = SwingUtilities.convertPoint(button, button.getWidth(), 0, tab);
                    assertThat(button.isShowing()).isTrue();
                    assertThat(end.x).as(kind.id() + " " + language).isBetween(200, tab.getWidth() - 11);
                }));
            }
        }
    }
}
