package dev.earshot.ui.log.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Hex;
import dev.earshot.session.dissection.Tshark;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Checks that the window shows what the real tshark says of a row. */
@EnabledIf("isPossible")
class WiresharkPaneTest extends WindowTest {
    private Socket client;

    static boolean isPossible() {
        return dev.earshot.ui.Display.present() && Tshark.find().isPresent();
    }

    @BeforeEach
    void open() throws Exception {
        client = ui.connect(ui.listen());
        client.getOutputStream().write(Hex.parse("0001 0000 0006 01 03 0064 0002 0A"));
        await().untilAsserted(() -> assertThat(ui.messages()).hasSize(3));
        TestWindow.run(() -> ui.<JTable>find("messageLog").setRowSelectionInterval(2, 2));
    }

    @AfterEach
    void close() throws Exception {
        client.close();
    }

    @Test
    void theMenuOfARowAsksWireshark() {
        choose("ui.row.wireshark");
        await().untilAsserted(() -> assertThat(status()).isEqualTo("No protocol recognized: choose one"));
        TestWindow.run(() -> box().setSelectedItem("mbtcp"));
        await().untilAsserted(() -> assertThat(status()).isEqualTo("tcp, mbtcp, modbus"));
        assertThat(fields()).contains("Function Code=Read Holding Registers (3)", "Reference Number=100");
        TestWindow.run(() -> table().setRowSelectionInterval(1, 1));
        assertThat(TestWindow.onEdt(() -> {
                    JTextArea hex = ui.find("detailHex");
                    var mark = hex.getHighlighter().getHighlights()[0];
                    return hex.getText(mark.getStartOffset(), mark.getEndOffset() - mark.getStartOffset());
                }))
                .as("the transaction identifier")
                .isEqualTo("00 01");
    }

    @Test
    void aWrongNameIsRefusedBesideItsBox() {
        await().until(() -> TestWindow.onEdt(() -> isShowing("detailPart.wireshark")));
        TestWindow.run(() -> ui.<AbstractButton>find("detailPart.wireshark").doClick());
        await().until(() -> TestWindow.onEdt(() -> isShowing("decodeAsBox")));
        TestWindow.run(() -> box().setSelectedItem("no such, protocol"));
        assertThat(status()).startsWith("'no such, protocol' is no name of a protocol");
        TestWindow.run(() -> box().setSelectedItem("nosuchprotocol"));
        await().untilAsserted(() -> assertThat(status()).contains("cannot read this message", "nosuchprotocol"));
        assertThat(fields()).isEmpty();
    }

    private boolean isShowing(String name) {
        Component found = TestWindow.find(ui.window, name);
        return found != null && found.isShowing();
    }

    private void choose(String command) {
        TestWindow.run(() -> {
            JTable log = ui.find("messageLog");
            TestWindow.<JMenuItem>find(log.getComponentPopupMenu(), "row." + command)
                    .doClick();
        });
        await().until(() -> TestWindow.onEdt(() -> isShowing("wiresharkStatus")));
    }

    private JComboBox<String> box() {
        return ui.find("decodeAsBox");
    }

    private JTable table() {
        return ui.find("wiresharkFields");
    }

    private String status() {
        return TestWindow.onEdt(() -> ui.<JLabel>find("wiresharkStatus").getText());
    }

    private List<String> fields() {
        return TestWindow.onEdt(() -> {
            List<String> lines = new ArrayList<>();
            for (int row = 0; row < table().getRowCount(); row++) {
                lines.add(table().getValueAt(row, 0) + "=" + table().getValueAt(row, 1));
            }
            return lines;
        });
    }
}
