package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Clients;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.view.RowFormat;
import dev.earshot.ui.send.Target;
import java.awt.Component;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.Test;

class WorkspaceTest extends WindowTest {
    @Test
    void anotherLanguageKeepsTheTextTheTargetAndTheWidthOfTheClients() throws IOException {
        int port = ui.listen();
        try (Socket first = ui.connect(port);
                Socket second = ui.connect(port)) {
            String target = "127.0.0.1:" + second.getLocalPort();
            await().untilAsserted(() -> assertThat(clientNumber(1)).isEqualTo(second.getLocalPort()));
            int width = TestWindow.onEdt(() -> ui.find("clientList").getWidth());
            TestWindow.run(() -> {
                ui.<JComponent>find("clientList").requestFocusInWindow();
                ui.<javax.swing.JComboBox<Target>>find("clientBox").setSelectedIndex(2);
                ui.<JTextArea>find("sendBox").setText("half a sentence");
                ui.window.language(Settings.Language.ZH);
            });
            assertThat(ui.shown("clientBox")).isEqualTo(target);
            assertThat(TestWindow.onEdt(() -> ui.<JTextArea>find("sendBox").getText()))
                    .isEqualTo("half a sentence");
            await().untilAsserted(() -> assertThat(
                            TestWindow.onEdt(() -> ui.find("clientList").getWidth()))
                    .isEqualTo(width));
            assertThat(first.isConnected()).isTrue();
        }
    }

    @Test
    void toIsFirstWhoMayStillSend() throws Exception {
        int port = ui.listen();
        // All on the EDT, so that no refresh comes between: the first one sees both.
        String[] chosen = TestWindow.onEdt(() -> {
            Clients clients = ui.session.clients();
            try (Socket ended = new Socket(InetAddress.getLoopbackAddress(), port)) {
                ended.shutdownOutput();
                await().until(
                                () -> clients.present().stream()
                                        .map(Client::hasFinishedSending)
                                        .toList(),
                                List.of(true)::equals);
                try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    await().until(() -> clients.presentCount() == 2);
                    ui.window.workspace().refreshClients();
                    return new String[] {ui.shown("clientBox"), "127.0.0.1:" + open.getLocalPort()};
                }
            }
        });
        assertThat(chosen[0]).isEqualTo(chosen[1]);
    }

    @Test
    void theEmptyLogExplainsHowToConnect() throws IOException {
        int port = ui.listen();
        await().until(() -> showing("tryCommand"));
        assertThat(TestWindow.onEdt(
                        () -> ui.<javax.swing.JTextField>find("tryCommand").getText()))
                .isEqualTo("nc 127.0.0.1 " + port);
        try (Socket client = ui.connect(port)) {
            await().until(() -> showing("messageLog"));
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void undecodableBytesAreCopiedAsShown() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write(new byte[] {1, 3, 0, 0, 0, 2, (byte) 0xC4, 0x0B});
            await().untilAsserted(() -> assertThat(ui.messages()).contains("01 03 00 00 00 02 C4 0B"));
            TestWindow.run(() -> {
                JTable log = ui.find("messageLog");
                List<String> messages = TestWindow.messages(log);
                int row = messages.indexOf("01 03 00 00 00 02 C4 0B");
                log.setRowSelectionInterval(row - 1, row);
                ui.window.workspace().log().copy(RowFormat.TEXT);
            });
            await().untilAsserted(
                            () -> assertThat(TestWindow.clipboard()).isEqualTo("connected\n01 03 00 00 00 02 C4 0B"));
        }
    }

    @Test
    void aRefreshPaintsNoFieldThatHasNotChanged() throws Exception {
        int port = ui.listen();
        // All on the EDT, so that no refresh comes between: the first one finds the client and chooses it.
        Set<String> painted = TestWindow.onEdt(() -> {
            try (Socket client = ui.connect(port)) {
                ui.window.workspace().refresh();
                ui.window.workspace().refreshClients();
                assertThat(client.isConnected()).isTrue();
                return painted(() -> {
                    ui.window.workspace().refresh();
                    ui.window.workspace().refreshClients();
                });
            }
        });
        assertThat(painted)
                .contains("clientList")
                .doesNotContain("listenButton", "modeBox", "addressBox", "portField", "clientBox", "sendButton");
    }

    @Test
    void theBoxOfTheTargetIsPaintedWhenItsClientLeaves() throws IOException {
        int port = ui.listen();
        Socket client = ui.connect(port);
        TestWindow.run(() -> {
            ui.window.workspace().refreshClients();
            ui.<javax.swing.JComboBox<Target>>find("clientBox").setSelectedIndex(1);
            ui.window.workspace().refreshClients();
        });
        Set<String> painted = TestWindow.onEdt(() -> {
            client.close();
            await().until(() -> ui.session.clients().presentCount() == 0);
            return painted(() -> ui.window.workspace().refreshClients());
        });
        assertThat(painted).contains("clientBox");
    }

    @Test
    void newFiguresLayOutTheirOwnBarOnly() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            TestWindow.run(() -> {
                JComponent workspace = ui.window.workspace();
                ui.window.workspace().refreshClients();
                for (String name : List.of("statusRows", "figuresMessagesIn")) {
                    JLabel figure = ui.find(name);
                    RepaintManager layouts = RepaintManager.currentManager(figure);
                    layouts.validateInvalidComponents(); // what others have asked for
                    ui.window.validate();
                    figure.setText("1,000,000");
                    layouts.validateInvalidComponents();
                    assertThat(figure.isValid()).as(name).isTrue();
                    assertThat(workspace.isValid())
                            .as("workspace laid out for " + name)
                            .isFalse();
                }
            });
            assertThat(client.isConnected()).isTrue();
        }
    }

    /** Returns the names of the components that a task wants to be painted. */
    private static Set<String> painted(Runnable task) {
        Set<String> names = new HashSet<>();
        RepaintManager manager = RepaintManager.currentManager(null);
        RepaintManager.setCurrentManager(new RepaintManager() {
            @Override
            public void addDirtyRegion(JComponent part, int x, int y, int width, int height) {
                names.add(part.getName());
                manager.addDirtyRegion(part, x, y, width, height);
            }
        });
        try {
            task.run();
        } finally {
            RepaintManager.setCurrentManager(manager);
        }
        return names;
    }

    private int clientNumber(int index) {
        return TestWindow.onEdt(() -> {
            javax.swing.JComboBox<Target> box = ui.find("clientBox");
            return box.getItemAt(index + 1) instanceof Target.One one
                    ? Addresses.port(one.client().peer().remote())
                    : 0;
        });
    }

    private boolean showing(String name) {
        return TestWindow.onEdt(() -> {
            Component part = ui.find(name);
            return part.isShowing();
        });
    }
}
