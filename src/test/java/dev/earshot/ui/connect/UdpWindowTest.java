package dev.earshot.ui.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.cli.Program;
import dev.earshot.cli.Script;
import dev.earshot.codec.Encoding;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.UdpKind;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.clients.ClientListView;
import dev.earshot.ui.log.LogTableColumn;
import dev.earshot.ui.send.Target;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.MenuElement;
import javax.swing.plaf.basic.ComboPopup;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests the tab of a UDP endpoint. */
class UdpWindowTest extends WindowTest {
    private DatagramSocket other;

    @BeforeEach
    void open() throws IOException {
        TestWindow.run(() -> ui.<JComboBox<EndpointKind>>find("modeBox").setSelectedItem(UdpKind.KIND));
        await().until(() -> TestWindow.onEdt(() -> TestWindow.find(ui.window, "udpTargetField")) != null);
        other = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        other.setSoTimeout(20_000);
    }

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void aShortListOfTargetsNeedsNoScrolling() {
        TestWindow.run(() -> {
            JComboBox<?> box = ui.find("clientBox");
            box.setPopupVisible(true);
            JList<?> list = ((ComboPopup) box.getUI().getAccessibleChild(box, 0)).getList();
            assertThat(list.getModel().getSize()).isEqualTo(2);
            assertThat(list.getVisibleRect().height).isEqualTo(list.getPreferredSize().height);
            box.setPopupVisible(false);
        });
    }

    /** Opens the endpoint on a free port and returns its number. */
    private int open(String address, String target) {
        TestWindow.run(() -> {
            this.type("portField", "0");
            ui.<JComboBox<String>>find("addressBox").setSelectedItem(address);
            this.type("udpTargetField", target);
            ui.<JButton>find("listenButton").doClick();
        });
        await().until(() -> ui.session.status().state() == State.OPEN);
        return Integer.parseInt(ui.session.status().address().replaceFirst(".*:", ""));
    }

    private void type(String field, String text) {
        ui.<JTextComponent>find(field).setText(text);
    }

    private void say(int port, byte[] bytes) throws IOException {
        other.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress("127.0.0.1", port)));
    }

    private byte[] hear() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        other.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private void send(String text) {
        TestWindow.run(() -> {
            type("sendBox", text);
            ui.<JButton>find("sendButton").doClick();
        });
    }

    private String text(String label) {
        return TestWindow.onEdt(() -> ui.<JLabel>find(label).getText());
    }

    private String here() {
        return "127.0.0.1:" + other.getLocalPort();
    }

    @Test
    void aChatInGb2312GoesBothWaysWithTheTargetInTheBar() throws Exception {
        try (Program python = Script.start("udp_chat.py", 0)) {
            String peer = "127.0.0.1:" + python.line().split(" ")[1];
            int port = open("127.0.0.1", peer);
            await().until(() -> ui.shown("clientBox").equals(peer));
            TestWindow.run(() ->
                    ui.<JComboBox<Optional<Encoding>>>find("encodingBox").setSelectedItem(Optional.of(Encoding.GBK)));
            send("李说你好，世界");
            assertThat(python.line()).isEqualTo("127.0.0.1:" + port + " 李说你好，世界");
            python.types("王说再见\n");
            await().until(() -> ui.messages().contains("王说再见"));
            assertThat(text("statusLabel")).isEqualTo("Open on 127.0.0.1:" + port);
        }
    }

    @Test
    void thePeerThatWasTheTargetIsTheTargetAgainAfterCloseAndOpen() throws Exception {
        int port = open("127.0.0.1", "");
        say(port, "hello".getBytes(UTF_8));
        await().until(() -> ui.shown("clientBox").equals(here()));
        TestWindow.run(() -> ui.<JButton>find("listenButton").doClick());
        await().until(() -> ui.shown("clientBox").equals(here() + " (left)"));
        await().until(() -> TestWindow.onEdt(() -> {
            JButton button = ui.find("listenButton");
            return button.isEnabled() && button.getText().equals("Open");
        }));
        open("127.0.0.1", "");
        await().until(() -> ui.shown("clientBox").equals(here()));
        send("again");
        assertThat(hear()).asString(UTF_8).isEqualTo("again");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theStatusBarCountsDatagramsDroppedByTheSystem() throws Exception {
        int port = open("127.0.0.1", "");
        assertThat(TestWindow.onEdt(() -> ui.find("statusDropped").isVisible())).isFalse();
        // The one who is told of every event keeps the reports waiting: 32 MB wait here, 8 MB at most in the system.
        CountDownLatch busy = new CountDownLatch(1);
        ui.session.onChange(() -> join(busy));
        for (int i = 0; i < 1_200; i++) {
            say(port, new byte[60_000]);
        }
        busy.countDown();
        await().until(() -> text("statusDropped").endsWith(" dropped"));
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void peersAppearWhenTheySendAndEachDatagramIsOneRow() throws Exception {
        int port = open("127.0.0.1", "");
        assertThat(ui.shown("clientBox")).isEqualTo("No peer");
        say(port, "one\ntwo\n".getBytes(UTF_8));
        say(port, new byte[0]);
        say(port, new byte[65_507]);
        await().until(() -> ui.shown("clientBox").equals(here()));
        await().until(() -> ui.messages().size() == 5);
        JTable log = ui.find("messageLog");
        assertThat(TestWindow.onEdt(() -> List.of(
                        String.valueOf(log.getValueAt(2, LogTableColumn.BYTES.ordinal())),
                        String.valueOf(log.getValueAt(3, LogTableColumn.BYTES.ordinal())),
                        String.valueOf(log.getValueAt(4, LogTableColumn.BYTES.ordinal())))))
                .containsExactly("8", "0", "65,507");
        assertThat(ui.messages().get(2)).contains("one").contains("two");
        assertThat(TestWindow.onEdt(() -> ui.find("framingBox").isEnabled())).isFalse();
        assertThat(ui.shown("framingBox")).isEqualTo("Datagrams");
        send("x".repeat(65_507));
        assertThat(hear()).hasSize(65_507);
        send("x".repeat(65_508));
        await().until(() -> text("sendPreview").startsWith("A datagram holds at most 65507"));
        assertThat(ui.session.clients().bytesOut()).isEqualTo(65_507);
    }

    @Test
    void datagramsCanBeSentToAnyAddress() throws Exception {
        open("127.0.0.1", "");
        TestWindow.run(() -> ui.<JComboBox<Target>>find("clientBox").setSelectedItem(new Target.Elsewhere()));
        fillCall("127.0.0.1");
        TestWindow.run(() -> ui.<JButton>find("callApplyButton").doClick());
        assertThat(TestWindow.onEdt(() -> ui.find("callProblem").isVisible()))
                .as("without a port")
                .isTrue();
        fillCall(here());
        TestWindow.run(() -> ui.<JButton>find("callApplyButton").doClick());
        await().until(() -> ui.shown("clientBox").equals(here()));
        send("hello");
        assertThat(hear()).isEqualTo("hello".getBytes(UTF_8));
        TestWindow.run(() -> ui.<JComboBox<Target>>find("clientBox").setSelectedItem(new Target.Elsewhere()));
        fillCall("192.0.2.99:9");
        TestWindow.run(() -> ui.<JButton>find("callApplyButton").doClick());
        await().until(() -> text("sendPreview").contains("reaches this computer only"));
        assertThat(ui.shown("clientBox")).as("the one before stays chosen").isEqualTo(here());
    }

    private void fillCall(String address) {
        await().until(() -> TestWindow.onEdt(() -> TestWindow.find(ui.window, "callField")) != null);
        TestWindow.run(() -> type("callField", address));
    }

    @Test
    void aDatagramThatNobodyReceivesIsReportedAtTheSendBox() {
        int port = other.getLocalPort();
        other.close();
        open("127.0.0.1", "127.0.0.1:" + port);
        await().until(() -> ui.shown("clientBox").equals("127.0.0.1:" + port));
        send("anybody there?");
        await().until(() -> text("sendPreview").contains("nothing receives on its port"));
        await().until(() -> ui.messages().stream().anyMatch(row -> row.contains("nothing receives")));
    }

    @Test
    void groupsAreJoinedAndLeftInTheOptionsWhileItIsOpen() {
        open("0.0.0.0", "");
        options("239.255.77.30@lo 239.255.77.31@lo");
        await().until(() -> ui.session.udp().groups().size() == 2);
        options("239.255.77.31@lo");
        await().until(() -> ui.session.udp().groups().size() == 1);
        options("239.255.77.31@127.0.0.1");
        options("239.255.77.31@lo 239.255.77.32@none");
        await().until(() -> text("statusLabel").contains("no interface 'none'"));
        assertThat(ui.session.udp().groups()).hasSize(1);
    }

    private void options(String groups) {
        TestWindow.run(() -> {
            ui.<JButton>find("connectOptionsButton").doClick();
            type("udpGroupsField", groups);
            ui.<JButton>find("connectOptionsApplyButton").doClick();
        });
    }

    @Test
    void aPeerIsForgottenAndCanBeSentAnEmptyDatagram() throws Exception {
        int port = open("127.0.0.1", "");
        say(port, "hi".getBytes(UTF_8));
        await().until(() -> ui.session.clients().presentCount() == 1);
        await().until(() -> TestWindow.onEdt(
                () -> ui.<ClientListView>find("clientList").getModel().getSize() == 2));
        menuItem("clientEmpty").run();
        assertThat(hear()).isEmpty();
        menuItem("clientForget").run();
        await().until(() -> ui.session.clients().presentCount() == 0);
    }

    /** Returns a command of the first client's menu. */
    private Runnable menuItem(String name) {
        return () -> TestWindow.run(() -> {
            ClientListView list = ui.find("clientList");
            list.setSelectedIndex(1);
            KeyStroke key = KeyStroke.getKeyStroke(KeyEvent.VK_CONTEXT_MENU, 0);
            Object action = list.getInputMap(JComponent.WHEN_FOCUSED).get(key);
            list.getActionMap().get(action).actionPerformed(null);
            MenuElement[] path =
                    javax.swing.MenuSelectionManager.defaultManager().getSelectedPath();
            JPopupMenu menu = (JPopupMenu) path[0];
            javax.swing.JMenuItem item = TestWindow.find(menu, name);
            menu.setVisible(false);
            item.doClick();
        });
    }

    @Test
    void unknownTargetsAreReportedAndTypingMistakesMarked() {
        TestWindow.run(() -> {
            type("portField", "0");
            type("udpTargetField", "10.0.0.1");
            ui.<JButton>find("listenButton").doClick();
        });
        assertThat(ui.session.status().state()).isEqualTo(State.CLOSED);
        assertThat(TestWindow.onEdt(
                        () -> ui.<JComponent>find("udpTargetField").getClientProperty("JComponent.outline")))
                .isEqualTo("error");
        open("127.0.0.1", "no-such-host.invalid:9");
        await().until(() -> text("statusLabel").contains("no-such-host.invalid"));
        assertThat(text("statusLabel")).startsWith("Open on 127.0.0.1:");
    }
}
