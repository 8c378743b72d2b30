package dev.earshot.ui.clients;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.settings.Settings.Order;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.send.ClientBox;
import java.awt.BorderLayout;
import java.awt.Container;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import javax.swing.text.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientListTest extends WindowTest {
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = ui.listen();
    }

    private ClientListView list() {
        return ui.find("clientList");
    }

    private Socket[] connect(int count) throws IOException {
        Socket[] sockets = new Socket[count];
        for (int i = 0; i < count; i++) {
            sockets[i] = ui.connect(port);
        }
        await().until(() -> TestWindow.onEdt(() -> list().getModel().getSize()) == count + 1);
        return sockets;
    }

    private static void closeAll(Socket[] sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void choose(int... rows) {
        TestWindow.run(() -> list().setSelectedIndices(rows));
    }

    private void press(String stroke) {
        TestWindow.run(() -> {
            ClientListView list = list();
            Object name = list.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(stroke));
            list.getActionMap().get(name).actionPerformed(new ActionEvent(list, 0, ""));
        });
    }

    private String text(String label) {
        return TestWindow.onEdt(() -> ui.<JLabel>find(label).getText());
    }

    private void send(String text) {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText(text);
            ui.<JButton>find("sendButton").doClick();
        });
    }

    private String rename(int row, String name) {
        choose(row);
        press("F2");
        return TestWindow.onEdt(() -> {
            JTextField field = TestWindow.find(list(), "nameField");
            String before = field.getText();
            field.setText(name);
            accept(field);
            return before;
        });
    }

    private static void accept(JTextField field) {
        String enter = KeyStroke.getKeyStroke("ENTER").toString();
        JComponent form = (JComponent) field.getParent();
        form.getActionMap().get(enter).actionPerformed(new ActionEvent(field, 0, ""));
    }

    /**
     * Swing paints all that is to be painted in a component's children as one rectangle if the component is as well.
     */
    @Test
    void choosingAClientPaintsTheDividerButNotTheWholeWindow() throws IOException {
        Socket[] sockets = connect(2);
        TestWindow.run(() -> {
            JSplitPane split = (JSplitPane) SwingUtilities.getAncestorOfClass(JSplitPane.class, list());
            RepaintManager painting = RepaintManager.currentManager(split);
            painting.paintDirtyRegions();
            list().setSelectedIndices(new int[] {2});
            assertThat(painting.getDirtyRegion(split)).isEqualTo(new Rectangle());
            JComponent face = (JComponent) split.getComponentAt(split.getDividerLocation() + 1, split.getHeight() / 2)
                    .getComponentAt(1, split.getHeight() / 2);
            assertThat(painting.getDirtyRegion(face).height).isEqualTo(split.getHeight());
        });
        closeAll(sockets);
    }

    /** The box for the receivers has its width whatever is in it. */
    @Test
    void moreClientsDoNotLayOutTheSendBar() {
        ClientBox box = ui.find("clientBox");
        TestWindow.run(() -> {
            RepaintManager.currentManager(box).validateInvalidComponents();
            int[] layouts = {0};
            Container row = box.getParent();
            LayoutManager usual = row.getLayout();
            row.setLayout(new BorderLayout() {
                @Override
                public void layoutContainer(Container parent) {
                    layouts[0]++;
                }
            });
            row.validate();
            layouts[0] = 0;
            box.revalidate();
            RepaintManager.currentManager(box).validateInvalidComponents();
            row.setLayout(usual);
            assertThat(layouts[0]).isZero();
        });
    }

    @Test
    void aNameCanBeForOneClientOfSeveralAtAnAddress() throws IOException {
        Socket[] sockets = connect(2);
        rename(1, "Boiler");
        assertThat(line(1)).contains("Boiler");
        assertThat(line(2)).doesNotContain("Boiler");
        choose(2);
        press("F2");
        TestWindow.run(() -> {
            assertThat(TestWindow.<JRadioButton>find(list(), "nameOfOne").isSelected())
                    .isTrue();
            TestWindow.<JRadioButton>find(list(), "nameOfAll").doClick();
            JTextField field = TestWindow.find(list(), "nameField");
            field.setText("Lab");
            accept(field);
        });
        assertThat(line(1)).contains("Boiler");
        assertThat(line(2)).contains("Lab");
        closeAll(sockets);
    }

    /** The list is over the log there. It was a popup menu once, and the menu of a client closed it. */
    @Test
    void theMenuOfAClientWorksInANarrowWindowToo() throws IOException {
        Socket[] sockets = connect(1);
        TestWindow.run(() -> ui.window.setSize(720, 480));
        await().until(() -> TestWindow.onEdt(() -> ui.find("clientsButton").isShowing()));
        TestWindow.run(() -> ui.<JButton>find("clientsButton").doClick());
        await().until(() -> TestWindow.onEdt(() -> list().isShowing() && list().isFocusOwner()));
        TestWindow.run(() -> list().setSelectedIndex(1));
        assertThatThrownBy(this::list).as("closed by the choice").hasMessageContaining("clientList");
        TestWindow.run(() -> ui.<JButton>find("clientsButton").doClick());
        await().until(() -> TestWindow.onEdt(() -> list().isFocusOwner()));
        press("shift F10");
        TestWindow.run(() -> {
            assertThat(list().isShowing()).as("behind its menu").isTrue();
            JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
            assertThat(menu.getInvoker().isShowing()).isTrue();
            MenuSelectionManager.defaultManager().clearSelectedPath();
            TestWindow.<JMenuItem>find(menu, "clientRename").doClick();
            assertThat(TestWindow.<JTextField>find(list(), "nameField").isShowing())
                    .isTrue();
        });
        closeAll(sockets);
    }

    @Test
    void whatIsTypedGoesToADeviceThatHasComeBack() throws IOException {
        Socket first = connect(1)[0];
        String before = "127.0.0.1:" + first.getLocalPort();
        await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo(before));
        first.close(); // it counts as present for a while, for it might still read
        await().until(() -> ui.session.clients().all().get(0).hasFinishedSending());
        try (Socket again = ui.connect(port)) {
            String now = "now :" + again.getLocalPort() + " (was :" + first.getLocalPort() + ")";
            await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo(now));
            assertThat(text("sendPreview"))
                    .startsWith("It has come back: messages now go to 127.0.0.1:" + again.getLocalPort());
            send("hello");
            assertThat(again.getInputStream().readNBytes(5)).asString().isEqualTo("hello");
        }
    }

    @Test
    void severalChosenClientsShowTheirRowsAndGetTheMessage() throws IOException {
        Socket[] sockets = connect(3);
        for (Socket socket : sockets) {
            socket.getOutputStream().write(("from " + socket.getLocalPort() + "\n").getBytes(US_ASCII));
        }
        await().until(() -> ui.messages().size() == 7);
        choose(1, 3);
        await().untilAsserted(() -> assertThat(ui.messages())
                .containsExactlyInAnyOrder(
                        "connected",
                        "connected",
                        "from " + sockets[0].getLocalPort(),
                        "from " + sockets[2].getLocalPort()));
        assertThat(ui.shown("clientBox")).isEqualTo("2 selected clients");
        assertThat(text("figuresTitle")).isEqualTo("2 selected clients");
        send("both");
        assertThat(sockets[0].getInputStream().readNBytes(4)).asString().isEqualTo("both");
        assertThat(sockets[2].getInputStream().readNBytes(4)).asString().isEqualTo("both");
        assertThat(ui.session.clients().bytesOut()).isEqualTo(8);
        sockets[0].close();
        await().until(() -> ui.session.clients().presentCount() == 2);
        send("rest");
        assertThat(sockets[2].getInputStream().readNBytes(4)).asString().isEqualTo("rest");
        assertThat(text("sendPreview"))
                .isEqualTo("Sent, but 127.0.0.1:" + sockets[0].getLocalPort() + " has disconnected.");
        assertThat(sendBoxOutline()).as("what was sent was right").isNull();
        closeAll(sockets);
        await().until(() -> ui.session.clients().presentCount() == 0);
        send("nobody");
        assertThat(text("sendPreview")).isEqualTo("The 2 selected clients have disconnected.");
    }

    private Object sendBoxOutline() {
        return TestWindow.onEdt(
                () -> ((JComponent) SwingUtilities.getAncestorOfClass(JScrollPane.class, ui.find("sendBox")))
                        .getClientProperty(FlatClientProperties.OUTLINE));
    }

    @Test
    void allClientsAndSingleOnesAreNeverChosenTogether() throws IOException {
        Socket[] sockets = connect(2);
        TestWindow.run(() -> list().addSelectionInterval(2, 2));
        assertThat(TestWindow.onEdt(() -> list().getSelectedIndices())).containsExactly(2);
        press("ctrl pressed A");
        assertThat(TestWindow.onEdt(() -> list().getSelectedIndices())).containsExactly(1, 2);
        TestWindow.run(() -> list().addSelectionInterval(0, 0));
        assertThat(TestWindow.onEdt(() -> list().getSelectedIndices())).containsExactly(0);
        assertThat(ui.session.log().filtered().filter().peers().isEverybody()).isTrue();
        closeAll(sockets);
    }

    @Test
    void aNameIsShownEverywhereAndKeptForTheNextConnection() throws IOException {
        Socket[] first = connect(1);
        assertThat(rename(1, "<html><b>Boiler")).isEmpty();
        await().untilAsserted(() -> assertThat(ui.shown("clientBox")).isEqualTo("<html><b>Boiler"));
        assertThat(TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getValueAt(0, 1)))
                .isEqualTo("<html><b>Boiler");
        assertThat(text("figuresTitle")).isEqualTo("<html><b>Boiler");
        TestWindow.run(() -> assertThat(list().createToolTip().getClientProperty("html.disable"))
                .isEqualTo(true));
        Path settings = folder.resolve("settings.properties");
        await().until(() -> Files.exists(settings) && Files.readString(settings).contains("Boiler"));
        closeAll(first);
        await().until(() -> ui.session.clients().presentCount() == 0);
        try (Socket second = ui.connect(port)) {
            assertThat(second.getLocalPort()).isNotEqualTo(first[0].getLocalPort());
            await().untilAsserted(() -> assertThat(line(1)).contains("<html><b>Boiler, nothing received yet"));
            assertThat(rename(1, "")).isEqualTo("<html><b>Boiler");
            await().untilAsserted(() -> assertThat(ui.shown("clientBox")).contains(":" + second.getLocalPort()));
        }
    }

    /** Returns the text of a row for assistive tools. */
    private String line(int row) {
        return TestWindow.onEdt(() -> ((JLabel) list().getCellRenderer()
                        .getListCellRendererComponent(list(), list().getModel().getElementAt(row), row, false, false))
                .getText());
    }

    @Test
    void clientsThatHaveLeftAreRemovedFromTheListButNotTheirRows() throws IOException {
        Socket[] sockets = connect(3);
        for (Socket socket : List.of(sockets[0], sockets[1])) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
        await().until(() -> ui.session.clients().presentCount() == 1);
        await().untilAsserted(() -> assertThat(line(3)).contains("reset by client"));
        int rows = 6; // listening, three connected, two reset
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(rows));
        command(3, "clientRemove");
        await().until(() -> TestWindow.onEdt(() -> list().getModel().getSize()) == 3);
        command(1, "clientRemoveAll");
        await().until(() -> TestWindow.onEdt(() -> list().getModel().getSize()) == 2);
        assertThat(ui.session.clients().all()).hasSize(1);
        choose(0);
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(rows));
        closeAll(sockets);
    }

    /** Chooses a command in the menu of the client of this row. */
    private void command(int row, String name) {
        choose(row);
        press("CONTEXT_MENU");
        TestWindow.run(() -> {
            JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
            JMenuItem item = TestWindow.find(menu, name);
            menu.setVisible(false);
            item.doClick();
        });
    }

    @Test
    void aClientThatHasSentNothingWasNotHeard() throws IOException {
        Socket[] sockets = connect(1);
        choose(1);
        await().untilAsserted(() -> assertThat(text("figuresTimes")).matches("since \\d\\d:\\d\\d:\\d\\d"));
        sockets[0].getOutputStream().write("x\n".getBytes(US_ASCII));
        await().untilAsserted(() -> assertThat(text("figuresTimes")).contains(", heard "));
        closeAll(sockets);
    }

    @Test
    void whyARoleWasNotGivenIsAnErrorThatStays() throws IOException {
        Socket[] sockets = connect(2);
        typeRole(1, "DEVICE 7");
        await().until(() ->
                ui.session.replies().role(ui.session.clients().present().get(0).peer()) != null);
        typeRole(2, "DEVICE 7");
        await().untilAsserted(() -> assertThat(text("statusMessage")).contains("already"));
        assertThat(TestWindow.onEdt(() -> ui.find("statusMessage").getForeground()))
                .isEqualTo(new TokenColor(Token.ERROR));
        closeAll(sockets);
    }

    private void typeRole(int row, String role) {
        choose(row);
        press("CONTEXT_MENU");
        TestWindow.run(() -> {
            JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
            JMenu roles = TestWindow.find(menu, "clientRole");
            JMenuItem typed = TestWindow.find(roles.getPopupMenu(), "role.id");
            menu.setVisible(false);
            typed.doClick();
            JTextField field = TestWindow.find(list(), "roleField");
            field.setText(role);
            accept(field);
        });
    }

    @Test
    void clientsSeeTheDifferenceBetweenDisconnectAndAbort() throws IOException {
        Socket[] sockets = connect(3);
        choose(1, 2);
        press("DELETE");
        assertThat(sockets[0].getInputStream().read()).isEqualTo(-1);
        assertThat(sockets[1].getInputStream().read()).isEqualTo(-1);
        sockets[0].close();
        sockets[1].close();
        await().until(() -> ui.session.clients().presentCount() == 1);
        choose(1);
        press("shift DELETE");
        assertThatThrownBy(() -> sockets[2].getInputStream().read()).isInstanceOf(SocketException.class);
        await().until(() -> ui.session.clients().presentCount() == 0);
        assertThat(ui.session.clients().all())
                .extracting(client -> client.left().why())
                .containsExactlyInAnyOrder(Event.Reason.RESET_HERE, Event.Reason.CLOSED_HERE, Event.Reason.CLOSED_HERE);
        await().untilAsserted(() -> assertThat(text("figuresState")).isEqualTo("reset here (RST)"));
        TestWindow.run(() -> list().setSelectedIndex(0));
        press("shift DELETE"); // nobody is chosen: nothing happens
    }

    @Test
    void bytesThatAClientDoesNotReadAreShownAsWaiting() throws IOException {
        Socket[] sockets = connect(1);
        Client client = ui.session.clients().all().get(0);
        assertThat(ui.session.sending().send(client.peer(), new byte[32 << 20], Origin.PERSON))
                .isTrue();
        await().untilAsserted(() -> assertThat(line(1)).contains(" MB waiting"));
        choose(1);
        await().untilAsserted(() -> assertThat(text("figuresState")).contains(" MB waiting"));
        press("shift DELETE");
        await().untilAsserted(() -> assertThat(line(1)).contains("reset here"));
        assertThat(client.left().undelivered()).isPositive();
        closeAll(sockets);
    }

    @Test
    void theMenuAppliesToTheClickedClientOrToAllChosenOnes() throws IOException {
        Socket[] sockets = connect(3);
        choose(1, 2);
        assertThat(menuAt(2)).containsExactly("Send to these 2 clients", "Show only their rows");
        assertThat(TestWindow.onEdt(() -> list().chosen())).hasSize(2);
        assertThat(menuAt(3)).containsExactly("Send to this client", "Show only its rows");
        assertThat(TestWindow.onEdt(() -> list().getSelectedIndices())).containsExactly(3);
        closeAll(sockets);
    }

    /** Returns the texts of the first entries of a row's menu. */
    private List<String> menuAt(int row) {
        return TestWindow.onEdt(() -> {
            JPopupMenu menu = openMenu(row);
            List<String> entries =
                    List.of(((JMenuItem) menu.getComponent(0)).getText(), ((JMenuItem) menu.getComponent(1)).getText());
            menu.setVisible(false);
            return entries;
        });
    }

    private JPopupMenu openMenu(int row) {
        Rectangle cell = list().getCellBounds(row, row);
        list().dispatchEvent(new MouseEvent(
                list(), MouseEvent.MOUSE_PRESSED, 0, 0, 40, cell.y + 5, 1, true, MouseEvent.BUTTON3));
        return (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
    }

    @Test
    void startingTlsWaitsForTheClientToBeginIt() throws IOException {
        Socket[] sockets = connect(1);
        TestWindow.run(
                () -> TestWindow.<JMenuItem>find(openMenu(1), "clientTls").doClick());
        await().untilAsserted(() -> assertThat(ui.messages())
                .contains("is encrypted as soon as it begins TLS; until then everything stays plain"));
        SSLSocket encrypted = (SSLSocket) trustingAnybody().createSocket(sockets[0], "127.0.0.1", 1, true);
        encrypted.startHandshake();
        encrypted.getOutputStream().write("secret\n".getBytes(US_ASCII));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("secret"));
        TestWindow.run(() -> {
            JPopupMenu menu = openMenu(1);
            assertThat(TestWindow.<JMenuItem>find(menu, "clientTls").isEnabled())
                    .isFalse();
            menu.setVisible(false);
        });
        closeAll(sockets);
    }

    private static SSLSocketFactory trustingAnybody() {
        TrustManager anybody = new X509ExtendedTrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {anybody}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void finishingClosesOneDirectionAndIsOfferedOnce() throws IOException {
        Socket[] sockets = connect(1);
        TestWindow.run(
                () -> TestWindow.<JMenuItem>find(openMenu(1), "clientFinish").doClick());
        assertThat(sockets[0].getInputStream().read()).isEqualTo(-1);
        await().untilAsserted(() -> assertThat(ui.messages()).contains("we finished sending (FIN), still reading"));
        sockets[0].getOutputStream().write("still heard\n".getBytes(US_ASCII));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("still heard"));
        TestWindow.run(() -> {
            JPopupMenu menu = openMenu(1);
            assertThat(TestWindow.<JMenuItem>find(menu, "clientFinish").isEnabled())
                    .isFalse();
            menu.setVisible(false);
        });
        closeAll(sockets);
    }

    @Test
    void countersOfAClientAndOfAllAreResetSeparately() throws IOException {
        Socket[] sockets = connect(2);
        sockets[0].getOutputStream().write("one\ntwo\n".getBytes(US_ASCII));
        sockets[1].getOutputStream().write("three\n".getBytes(US_ASCII));
        await().untilAsserted(() -> assertThat(text("figuresMessagesIn")).isEqualTo("3"));
        choose(1);
        await().untilAsserted(() -> assertThat(text("figuresBytesIn")).isEqualTo("8 B"));
        long rows = ui.session.log().rowCount();
        TestWindow.run(() -> ui.<JButton>find("resetCountersButton").doClick());
        assertThat(text("figuresMessagesIn")).isEqualTo("0");
        assertThat(text("figuresBytesIn")).isEqualTo("0 B");
        choose(0);
        await().untilAsserted(() -> assertThat(text("figuresMessagesIn")).isEqualTo("3"));
        assertThat(ui.session.log().rowCount()).isEqualTo(rows);
        await().untilAsserted(() -> assertThat(TestWindow.onEdt(
                        () -> ui.<Sparkline>find("figuresChart").highest()))
                .isPositive());
        closeAll(sockets);
    }

    @Test
    void theFiguresOfAColumnEndAtOneEdge() throws IOException {
        Socket[] sockets = connect(1);
        sockets[0].getOutputStream().write("twelve bytes\n".getBytes(US_ASCII));
        await().untilAsserted(() -> assertThat(text("figuresBytesIn")).isEqualTo("13 B"));
        for (String way : List.of("In", "Out")) {
            List<Integer> ends = TestWindow.onEdt(
                    () -> Stream.of("figuresRate", "figuresMessageRate", "figuresBytes", "figuresMessages")
                            .map(name -> inkEnd(ui.find(name + way)))
                            .toList());
            assertThat(Collections.max(ends) - Collections.min(ends))
                    .as(way + " " + ends)
                    .isLessThanOrEqualTo(2);
        }
        closeAll(sockets);
    }

    /** Returns where the painted text of a label ends, as a column of its parent. */
    private static int inkEnd(JLabel label) {
        BufferedImage image = new BufferedImage(label.getWidth(), label.getHeight(), BufferedImage.TYPE_INT_ARGB);
        label.paint(image.getGraphics());
        for (int x = image.getWidth() - 1; x >= 0; x--) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) != 0) {
                    return label.getX() + x;
                }
            }
        }
        return -1;
    }

    @Test
    void theClientWithMostBytesComesFirstAndStaysChosen() throws IOException {
        Socket[] sockets = connect(3);
        choose(1);
        sockets[2].getOutputStream().write("more than nothing\n".getBytes(US_ASCII));
        await().until(() -> ui.session.clients().bytesIn() == 18);
        TestWindow.run(() -> list().sortBy(Order.BYTES));
        await().untilAsserted(() -> assertThat(port(1)).isEqualTo(sockets[2].getLocalPort()));
        assertThat(port(2)).isEqualTo(sockets[0].getLocalPort());
        await().untilAsserted(() ->
                assertThat(TestWindow.onEdt(() -> list().getSelectedIndices())).containsExactly(2));
        closeAll(sockets);
    }

    private int port(int row) {
        Optional<Client> client = TestWindow.onEdt(() -> list().getModel().getElementAt(row));
        return Addresses.port(client.orElseThrow().peer().remote());
    }

    @Test
    void aMessageToManyIsNotOvertakenByTheNextOne() throws IOException {
        Socket[] sockets = connect(60);
        press("ctrl pressed A");
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText("a");
            ui.<JButton>find("sendButton").doClick();
            assertThat(ui.<JLabel>find("sendPreview").getText()).isEqualTo("Sending to 60 clients");
            list().setSelectedIndex(60);
            ui.<JTextComponent>find("sendBox").setText("b");
            ui.<JButton>find("sendButton").doClick();
        });
        assertThat(sockets[59].getInputStream().readNBytes(2)).asString().isEqualTo("ab");
        for (int i = 0; i < 59; i++) {
            assertThat(sockets[i].getInputStream().read()).isEqualTo('a');
        }
        await().untilAsserted(() -> assertThat(text("sendPreview")).startsWith("1 byte"));
        closeAll(sockets);
    }

    @Test
    void typingFindsAClientByAnyPartOfItsAddress() throws IOException {
        Socket[] sockets = connect(3);
        String last = String.valueOf(sockets[2].getLocalPort());
        assertThat(TestWindow.onEdt(() -> list().getNextMatch(last, 0, Position.Bias.Forward)))
                .isEqualTo(3);
        TestWindow.run(() -> {
            ClientBox box = ui.find("clientBox");
            for (char digit : last.toCharArray()) {
                box.selectWithKeyChar(digit);
            }
        });
        assertThat(ui.shown("clientBox")).isEqualTo("127.0.0.1:" + last);
        closeAll(sockets);
    }
}
