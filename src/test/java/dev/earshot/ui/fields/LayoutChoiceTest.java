package dev.earshot.ui.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Hex;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.clients.ClientListView;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuSelectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Checks the choice of the layout by which the fields of a client's messages are read. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class LayoutChoiceTest {
    @TempDir
    private Path folder;

    private TestWindow ui;
    private Socket client;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(
                folder.resolve("fields.json"),
                "{\"format\": \"earshot fields 1\", \"layouts\": [{\"name\": \"own\", \"title\": \"My meter\","
                        + " \"fields\": [{\"name\": \"a\", \"type\": \"u16\"}]}]}");
        ui = new TestWindow(folder);
        client = ui.connect(ui.listen());
        client.getOutputStream().write(Hex.parse("41FF0A"));
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(3));
    }

    @AfterEach
    void close() throws IOException {
        TestWindow.run(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        client.close();
        ui.close();
    }

    @Test
    void aClientIsReadByTheLayoutThatIsChosenForIt() {
        ui.session.log().layouts().await();
        choose("layout.fields/own");
        await().untilAsserted(() -> assertThat(last()).startsWith("a=16895"));
        choose("layout.fields/modbus-rtu");
        await().untilAsserted(() -> assertThat(last()).doesNotContain("a=16895"));
    }

    @Test
    void theBoxAboveTheLogListsTheUsersLayoutsBehindTheFields() {
        JComboBox<String> box = ui.find("viewBox");
        TestWindow.run(() -> box.setPopupVisible(true));
        await().untilAsserted(() -> assertThat(choices(box)).containsSubsequence("fields", "fields/own", "json"));
        TestWindow.run(() -> box.setSelectedItem("fields/own"));
        await().untilAsserted(() -> assertThat(last()).startsWith("a=16895"));
        assertThat(ui.window.settings().tab(ui.window.settings().selectedTab()).get(Settings.VIEW))
                .isEqualTo("fields/own");
        assertThat(ui.shown("viewBox")).isEqualTo("Fields: own");
    }

    private String last() {
        List<String> messages = ui.messages();
        return messages.get(messages.size() - 1);
    }

    private static List<String> choices(JComboBox<String> box) {
        return TestWindow.onEdt(() -> {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < box.getItemCount(); i++) {
                ids.add(box.getItemAt(i));
            }
            return ids;
        });
    }

    private void choose(String name) {
        TestWindow.run(() -> {
            ClientListView list = ui.find("clientList");
            Rectangle cell = list.getCellBounds(1, 1);
            list.dispatchEvent(
                    new MouseEvent(list, MouseEvent.MOUSE_PRESSED, 0, 0, 40, cell.y + 5, 1, true, MouseEvent.BUTTON3));
            JPopupMenu menu = (JPopupMenu) MenuSelectionManager.defaultManager().getSelectedPath()[0];
            JMenu layouts = TestWindow.find(menu, "clientLayout");
            layouts.setSelected(true);
            JMenuItem item = TestWindow.find(layouts.getPopupMenu(), name);
            if (item == null) {
                JMenu builtIn = TestWindow.find(layouts.getPopupMenu(), "clientLayoutBuiltIn");
                item = TestWindow.find(builtIn.getPopupMenu(), name);
            }
            item.doClick();
            menu.setVisible(false);
        });
    }
}
