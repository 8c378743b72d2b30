package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks where the keyboard is after a person has sent, stopped, or gone from pane to pane. */
class KeyboardStaysTest extends WindowTest {
    @BeforeEach
    void open() throws IOException {
        TestWindow.run(() -> ui.window.setSize(UIScale.scale(1100), UIScale.scale(720)));
    }

    @Test
    void afterSendWhatIsTypedIsText() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            TestWindow.run(() -> {
                ui.window.workspace().refreshClients();
                ui.<JTextComponent>find("sendBox").setText("one");
            });
            click("sendButton");
            await().until(() -> focused().equals("sendBox"));
            assertThat(TestWindow.onEdt(() -> ui.<JTextComponent>find("sendBox").getSelectedText()))
                    .isEqualTo("one");
            type(' ');
            type('2');
            assertThat(TestWindow.onEdt(() -> ui.<JTextComponent>find("sendBox").getText()))
                    .isEqualTo(" 2");
            press(KeyEvent.VK_ENTER, KeyEvent.CTRL_DOWN_MASK);
            assertThat(client.getInputStream().readNBytes(5)).asString().isEqualTo("one 2");
        }
    }

    @Test
    void afterTheFormsOfTheSendBoxTheKeyboardIsInIt() throws IOException {
        ui.listen();
        for (String button : List.of("quickButton", "historyButton")) {
            focus(button);
            TestWindow.run(() -> ui.<AbstractButton>find(button).doClick(0));
            await().until(() -> !focused().equals(button));
            press(KeyEvent.VK_ESCAPE, 0);
            await().untilAsserted(() -> assertThat(focused()).as(button).isEqualTo("sendBox"));
        }
    }

    @Test
    void stoppingLeavesTheKeyboardOnTheButton() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            focus("listenButton");
            TestWindow.run(() -> {
                ui.<AbstractButton>find("listenButton").doClick(0);
                ui.window.workspace().refresh();
            });
            await().until(() -> !ui.session.status().isOpen());
            TestWindow.run(() -> ui.window.workspace().refresh());
            assertThat(focused()).isEqualTo("listenButton");
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void afterEnterInAFieldTheKeyboardIsOnTheButtonThatCloses() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            TestWindow.run(() -> ui.<JComboBox<Object>>find("modeBox").setSelectedItem(TcpClientKind.KIND));
            await().until(() -> TestWindow.onEdt(() -> TestWindow.find(ui.window, "hostField") != null));
            TestWindow.run(
                    () -> ui.<JTextComponent>find("targetPortField").setText(String.valueOf(server.getLocalPort())));
            for (String name : List.of("hostField", "targetPortField")) {
                focus(name);
                press(KeyEvent.VK_ENTER, 0);
                try (Socket accepted = server.accept()) {
                    await().untilAsserted(() -> assertThat(focused()).as(name).isEqualTo("listenButton"));
                    assertThat(accepted.isConnected()).isTrue();
                }
                await().until(() -> TestWindow.onEdt(() -> ui.find(name).isEnabled()));
            }
        }
    }

    @Test
    void afterAgreeingTheKeyboardIsOnTheButtonThatCloses() {
        TestWindow.run(() -> ui.<JTextComponent>find("portField").setText("0"));
        focus("portField");
        press(KeyEvent.VK_ENTER, 0);
        await().until(() -> focused().equals("agreeButton"));
        TestWindow.run(() -> ui.<AbstractButton>find("agreeButton").doClick(0));
        await().until(() -> ui.session.status().isOpen());
        await().untilAsserted(() -> assertThat(focused()).isEqualTo("listenButton"));
    }

    @Test
    void whatIsDisabledKeepsTheKeyboardAndGivesItOnByTab() {
        for (String name : List.of("portField", "modeBox", "connectOptionsButton", "followButton", "repeatBox")) {
            if (TestWindow.find(ui.window, name) == null) {
                continue;
            }
            TestWindow.run(() -> ui.find(name).setEnabled(true));
            focus(name);
            TestWindow.run(() -> ui.find(name).setEnabled(false));
            TestWindow.run(() -> {}); // a request for the focus would have been heard by now
            assertThat(focused()).isEqualTo(name);
            TestWindow.run(() -> ui.find(name).transferFocus());
            await().until(() -> !focused().equals(name));
        }
    }

    @Test
    void f6GoesFromPaneToPane() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("hello\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("hello"));
            focus("messageLog");
            TestWindow.run(() -> ui.<JTable>find("messageLog").setRowSelectionInterval(1, 1));
            await().until(() -> TestWindow.onEdt(() -> ui.find("detailText").isShowing()));
            List<String> panes = List.of("detailText", "sendBox", "clientList", "listenButton", "messageLog");
            for (String pane : panes) {
                press(KeyEvent.VK_F6, 0);
                await().untilAsserted(() -> assertThat(focused()).isEqualTo(pane));
            }
            List<String> back = new ArrayList<>(panes.subList(0, 4));
            java.util.Collections.reverse(back);
            for (String pane : back) {
                press(KeyEvent.VK_F6, KeyEvent.SHIFT_DOWN_MASK);
                await().untilAsserted(() -> assertThat(focused()).isEqualTo(pane));
            }
        }
    }

    @Test
    void f6GoesFromTheFilterToTheLog() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("hello\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("hello"));
            focus("filterField");
            press(KeyEvent.VK_F6, 0);
            await().untilAsserted(() -> assertThat(focused()).isEqualTo("messageLog"));
            focus("filterField");
            press(KeyEvent.VK_F6, KeyEvent.SHIFT_DOWN_MASK);
            await().untilAsserted(() -> assertThat(focused()).isEqualTo("listenButton"));
        }
    }

    @Test
    void anotherLanguageLeavesTheKeyboardWhereItIs() {
        for (String name : List.of("sendBox", "filterField", "portField", "followButton")) {
            focus(name);
            TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
            TestWindow.run(() -> {});
            await().untilAsserted(() -> assertThat(focused()).isEqualTo(name));
            TestWindow.run(() -> ui.window.language(Settings.Language.EN));
        }
    }

    @Test
    void windowsThatOpenAgainInAnotherLanguageLeaveTheKeyboardWhereItIs() {
        List<String> names = List.of("statisticsWindow", "layoutWindow", "plotWindow");
        TestWindow.run(() -> {
            TabWindows windows = ui.window.workspace().windows();
            windows.openStatistics();
            windows.openLayouts();
            windows.plots().openPlot();
        });
        await().until(() -> shown().containsAll(names));
        TestWindow.run(() -> ui.find("sendBox").requestFocus());
        await().until(() -> ui.find("sendBox").isFocusOwner());
        AtomicInteger losses = new AtomicInteger();
        TestWindow.run(() -> ui.window.addWindowFocusListener(new WindowAdapter() {
            @Override
            public void windowLostFocus(WindowEvent e) {
                losses.incrementAndGet();
            }
        }));
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        await().until(() -> shown().containsAll(names));
        await().until(() -> ui.find("sendBox").isFocusOwner());
        TestWindow.run(() -> ui.find("filterField").requestFocus());
        await().until(() -> ui.find("filterField").isFocusOwner()); // what came before has been heard, too
        assertThat(losses).hasValue(0);
    }

    private List<String> shown() {
        return TestWindow.onEdt(() -> Stream.of(ui.window.getOwnedWindows())
                .filter(Window::isShowing)
                .map(Window::getName)
                .toList());
    }

    @Test
    void enterInTheClientsGoesToTheSendBoxAndInTheLogToTheDetail() throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            client.getOutputStream().write("hello\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("hello"));
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            focus("clientList");
            press(KeyEvent.VK_DOWN, 0);
            press(KeyEvent.VK_ENTER, 0);
            await().until(() -> focused().equals("sendBox"));
            focus("messageLog");
            await().until(() -> ui.messages().contains("hello")); // the choice of a client has filtered the log anew
            press(KeyEvent.VK_UP, 0);
            press(KeyEvent.VK_ENTER, 0);
            await().until(() -> focused().equals("detailText"));
        }
    }

    private void focus(String name) {
        TestWindow.run(() -> ui.find(name).requestFocusInWindow());
        await().untilAsserted(() -> assertThat(focused()).isEqualTo(name));
    }

    private static String focused() {
        return TestWindow.onEdt(() -> {
            Component owner = owner();
            return owner == null ? "" : String.valueOf(owner.getName());
        });
    }

    private static Component owner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    private static void press(int key, int modifiers) {
        TestWindow.run(() -> owner().dispatchEvent(
                        new KeyEvent(owner(), KeyEvent.KEY_PRESSED, 0, modifiers, key, KeyEvent.CHAR_UNDEFINED)));
        TestWindow.run(() -> {});
    }

    /** Types a character into what has the keyboard, with all the events of its key. */
    private static void type(char character) {
        for (int id : new int[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED}) {
            int key = id == KeyEvent.KEY_TYPED ? KeyEvent.VK_UNDEFINED : KeyEvent.getExtendedKeyCodeForChar(character);
            TestWindow.run(() -> owner().dispatchEvent(new KeyEvent(owner(), id, 0, 0, key, character)));
        }
    }

    private void click(String name) {
        focus(name);
        TestWindow.run(() -> {
            Component part = ui.find(name);
            for (int id : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
                int held = id == MouseEvent.MOUSE_PRESSED ? MouseEvent.BUTTON1_DOWN_MASK : 0;
                part.dispatchEvent(new MouseEvent(part, id, 0, held, 5, 5, 1, false, MouseEvent.BUTTON1));
            }
        });
    }
}
