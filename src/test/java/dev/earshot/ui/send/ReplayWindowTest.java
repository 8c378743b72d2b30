package dev.earshot.ui.send;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.MenuSelectionManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayWindowTest extends WindowTest {
    private int port;

    @BeforeEach
    void open() throws IOException {
        port = ui.listen();
    }

    /** Opens the form for the client in a row of the list, by its menu. */
    private void openForm(int row) {
        TestWindow.run(() -> {
            JList<?> list = ui.find("clientList");
            Rectangle cell = list.getCellBounds(row, row);
            list.dispatchEvent(
                    new MouseEvent(list, MouseEvent.MOUSE_PRESSED, 0, 0, 40, cell.y + 5, 1, true, MouseEvent.BUTTON3));
            JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
            JMenuItem item = TestWindow.find(menu, "clientReplay");
            menu.setVisible(false);
            item.doClick();
        });
    }

    private String line() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("ongoingText").getText());
    }

    private void click(String button) {
        TestWindow.run(() -> ui.<JButton>find(button).doClick());
    }

    private Socket clientThatSays(String text, int rows) throws IOException {
        Socket client = ui.connect(port);
        client.getOutputStream().write(text.getBytes(US_ASCII));
        await().until(() -> ui.messages().size() >= rows);
        return client;
    }

    @Test
    void aConversationGoesToAnotherClientMessageByMessage() throws IOException {
        try (Socket first = clientThatSays("one\ntwo\n", 3);
                Socket second = ui.connect(port)) {
            await().until(() -> TestWindow.onEdt(
                            () -> ui.<JList<?>>find("clientList").getModel().getSize())
                    == 3);
            openForm(1);
            TestWindow.run(() -> {
                JComboBox<?> receivers = ui.find("replayReceiverBox");
                assertThat(receivers.getItemCount()).isEqualTo(3);
                assertThat(receivers.getSelectedIndex()).as("the other client").isEqualTo(1);
                assertThat(ui.<JTextField>find("replayServerField").isEnabled()).isFalse();
                JComboBox<?> speeds = ui.find("replaySpeedBox");
                speeds.setSelectedIndex(speeds.getItemCount() - 1);
            });
            click("replayApplyButton");
            await().until(() -> line().contains("message 0 of 2, F8 sends the next one"));
            click("ongoingNextButton");
            assertThat(second.getInputStream().readNBytes(4)).isEqualTo("one\n".getBytes(US_ASCII));
            await().until(() -> line().contains("message 1 of 2"));
            TestWindow.run(() -> ui.window.workspace().sendTools().nextOfReplay());
            assertThat(second.getInputStream().readNBytes(4)).isEqualTo("two\n".getBytes(US_ASCII));
            await().until(() -> line().contains("sent 2 of 2 messages, 8 bytes"));
            assertThat(first.getInputStream().available()).isZero();
        }
    }

    @Test
    void aConversationGoesToAServerInANewTab() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = clientThatSays("hello\nbye", 2)) {
            client.shutdownOutput();
            await().until(() -> ui.messages().contains("bye"));
            openForm(1);
            TestWindow.run(() -> {
                JComboBox<?> receivers = ui.find("replayReceiverBox");
                receivers.setSelectedIndex(receivers.getItemCount() - 1);
                ui.<JTextField>find("replayServerField").setText("127.0.0.1:" + server.getLocalPort());
            });
            click("replayApplyButton");
            try (Socket accepted = server.accept()) {
                assertThat(accepted.getInputStream().readNBytes(9)).isEqualTo("hello\nbye".getBytes(US_ASCII));
                await().until(() -> line().contains("sent 2 of 2 messages, 9 bytes"));
            }
            assertThat(TestWindow.onEdt(
                            () -> ui.window.tabs().selected().settings().number()))
                    .isEqualTo(2);
        }
    }

    @Test
    void aWrongServerIsAnErrorInTheForm() throws IOException {
        try (Socket client = clientThatSays("x\n", 2)) {
            openForm(1);
            TestWindow.run(() -> {
                JComboBox<?> receivers = ui.find("replayReceiverBox");
                receivers.setSelectedIndex(receivers.getItemCount() - 1);
                ui.<JTextField>find("replayServerField").setText("nowhere");
            });
            click("replayApplyButton");
            assertThat(TestWindow.onEdt(() -> ui.find("replayProblem").isVisible()))
                    .isTrue();
            assertThat(client.isClosed()).isFalse();
        }
    }
}
