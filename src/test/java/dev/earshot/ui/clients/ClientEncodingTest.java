package dev.earshot.ui.clients;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Hex;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.net.Socket;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientEncodingTest extends WindowTest {
    private Socket first;
    private Socket second;

    @BeforeEach
    void open() throws Exception {
        int port = ui.listen();
        first = ui.connect(port);
        second = ui.connect(port);
        first.setSoTimeout(20_000);
        second.setSoTimeout(20_000);
        await().until(() -> TestWindow.onEdt(() -> list().getModel().getSize()) == 3);
    }

    @AfterEach
    void close() throws Exception {
        first.close();
        second.close();
    }

    @Test
    void oneClientIsReadAndAnsweredInTheEncodingThatIsChosenForIt() throws Exception {
        byte[] word = Hex.parse("D2E5ECEF 0A"); // Темп in windows-1251
        first.getOutputStream().write(word);
        second.getOutputStream().write(word);
        choose(1, "windows-1251");
        await().untilAsserted(() ->
                assertThat(ui.messages()).filteredOn("Темп"::equals).hasSize(1));
        send("Да");
        assertThat(first.getInputStream().readNBytes(2)).isEqualTo(Hex.parse("C4E0"));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("Да"));
        choose(1, "none");
        await().untilAsserted(() -> assertThat(ui.messages()).doesNotContain("Темп"));
    }

    @Test
    void whatLooksWesternIsReadSoAndSaysSo() throws Exception {
        first.getOutputStream().write("T1=25.3°C\r\n".getBytes(ISO_8859_1));
        await().untilAsserted(() -> assertThat(ui.messages())
                .contains("T1=25.3°C")
                .anyMatch(message -> message.contains("looks like ISO-8859-1")));
    }

    @Test
    void oneClientIsShownInTheViewThatIsChosenForIt() throws Exception {
        byte[] json = "{ \"t\" : 1 }\n".getBytes(ISO_8859_1);
        first.getOutputStream().write(json);
        second.getOutputStream().write(json);
        await().untilAsserted(() ->
                assertThat(ui.messages()).filteredOn("{ \"t\" : 1 }"::equals).hasSize(2));
        choose(1, "clientView", "view.json");
        TestWindow.run(() -> list().setSelectedIndex(0));
        await().untilAsserted(() -> assertThat(ui.messages()).contains("{\"t\":1}", "{ \"t\" : 1 }"));
        TestWindow.run(() -> ui.<JComboBox<String>>find("viewBox").setSelectedItem("hex"));
        await().untilAsserted(() -> assertThat(ui.messages())
                .contains("{\"t\":1}", "7B 20 22 74 22 20 3A 20 31 20 7D 0A")
                .doesNotContain("{ \"t\" : 1 }"));
        assertThat(ui.shown("viewBox")).isEqualTo("Hex");
        choose(1, "clientView", "view.none");
        TestWindow.run(() -> list().setSelectedIndex(0));
        await().untilAsserted(() -> assertThat(ui.messages()).doesNotContain("{\"t\":1}"));
    }

    private ClientListView list() {
        return ui.find("clientList");
    }

    private void choose(int row, String encoding) {
        choose(row, "clientEncoding", "encoding." + encoding);
    }

    private void choose(int row, String submenu, String name) {
        TestWindow.run(() -> {
            Rectangle cell = list().getCellBounds(row, row);
            list().dispatchEvent(new MouseEvent(
                    list(), MouseEvent.MOUSE_PRESSED, 0, 0, 40, cell.y + 5, 1, true, MouseEvent.BUTTON3));
            JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
            JMenu choices = TestWindow.find(menu, submenu);
            TestWindow.<JMenuItem>find(choices.getPopupMenu(), name).doClick();
            menu.setVisible(false);
        });
    }

    private void send(String text) {
        TestWindow.run(() -> {
            ui.<JTextComponent>find("sendBox").setText(text);
            ui.<JButton>find("sendButton").doClick();
        });
    }
}
