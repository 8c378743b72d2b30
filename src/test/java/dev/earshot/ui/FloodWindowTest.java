package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.view.RowFormat;
import java.awt.Dimension;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses the window while clients send as fast as they can: nothing is lost, and nothing fails or is changed outside the
 * EDT.
 */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class FloodWindowTest {
    private static final int CLIENTS = 5;
    private static final int ROUNDS = 20;

    @TempDir
    private Path folder;

    private final List<Thread> senders = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean enough;
    private TestWindow ui;

    @BeforeEach
    void open() throws IOException {
        ui = new TestWindow(folder);
        int port = ui.listen();
        for (int i = 0; i < CLIENTS; i++) {
            Socket socket = ui.connect(port);
            Thread sender = new Thread(() -> flood(socket));
            senders.add(sender);
            sender.start();
        }
    }

    @AfterEach
    void close() throws Exception {
        stop();
        ui.close();
    }

    private void flood(Socket to) {
        byte[] line = "temp=23.5 and so on\n".getBytes(US_ASCII);
        try (to) {
            while (!enough) {
                to.getOutputStream().write(line);
                sent.addAndGet(line.length);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void stop() throws InterruptedException {
        enough = true;
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private void type(String field, String text) {
        TestWindow.run(() -> ui.<JTextComponent>find(field).setText(text));
    }

    private void press(String button) {
        TestWindow.run(() -> ui.<AbstractButton>find(button).doClick());
    }

    @Test
    void everythingCanBeUsedInAFloodAndEveryByteIsKept() throws Exception {
        JTable log = TestWindow.onEdt(() -> ui.find("messageLog"));
        await().until(() -> TestWindow.onEdt(() -> log.getRowCount() > CLIENTS + 1));
        for (int round = 0; round < ROUNDS; round++) {
            int now = round;
            type("filterField", round % 2 == 0 ? "temp=23" : "/so .n/");
            type("sendBox", "round " + round);
            TestWindow.run(() -> {
                ui.window.setSize(new Dimension(720 + now * 20, 480 + now * 10));
                ui.window.validate();
                log.scrollRectToVisible(log.getCellRect(log.getRowCount() / 2, 0, true));
                int row = Math.min(now, log.getRowCount() - 1);
                if (row >= 0) {
                    log.setRowSelectionInterval(row, Math.min(row + 1_000, log.getRowCount() - 1));
                    ui.window.workspace().log().copy(RowFormat.TEXT);
                }
                JComboBox<?> views = ui.find("viewBox");
                views.setSelectedIndex(now % views.getItemCount());
            });
            type("filterField", "");
            press("clearButton");
        }
        stop();
        await().until(() -> ui.session.clients().bytesIn() == sent.get());
    }
}
