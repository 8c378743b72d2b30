package dev.earshot.ui.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the line for messages that have not ended yet. */
class GrowingLineTest extends WindowTest {
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        say("first\n");
        await().until(() -> rows() == 3);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    private void say(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    private int rows() {
        return TestWindow.onEdt(() -> ui.<JTable>find("messageLog").getRowCount());
    }

    private String growing() {
        return TestWindow.onEdt(() -> {
            JComponent line = ui.find("logGrowing");
            return line.isVisible() ? line.getAccessibleContext().getAccessibleName() : "";
        });
    }

    @Test
    void anUnfinishedMessageIsShownBelowTheRowsUntilItIsOne() throws IOException {
        say("begun, and");
        await().until(() -> growing().equals("growing, 10 bytes so far"));
        assertThat(rows()).isEqualTo(3);
        TestWindow.run(() -> {
            JTable log = ui.find("messageLog");
            JComponent line = ui.find("logGrowing");
            int top = SwingUtilities.convertPoint(line, 0, 0, log).y;
            assertThat(top).isEqualTo(3 * log.getRowHeight());
            assertThat(line.getHeight()).isEqualTo(log.getRowHeight());
            BufferedImage image = new BufferedImage(line.getWidth(), line.getHeight(), BufferedImage.TYPE_INT_RGB);
            line.paint(image.getGraphics());
            Set<Integer> colors = new HashSet<>();
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, image.getHeight() / 2));
            }
            assertThat(colors).hasSizeGreaterThan(3);
        });
        say(" more");
        await().until(() -> growing().equals("growing, 15 bytes so far"));
        say("\n");
        await().until(() -> growing().isEmpty() && rows() == 4);
    }

    @Test
    void ofSeveralTheLatestIsShown() throws IOException {
        say("one is growing");
        await().until(() -> growing().equals("growing, 14 bytes so far"));
        try (Socket other = ui.connect(client.getPort())) {
            other.getOutputStream().write("x\nthe other".getBytes(UTF_8));
            // x and the rest may be two reads, of which the second could end by a silence: then it is no line end's
            // rest
            await().until(() -> growing().equals("growing, 9 bytes so far") || rows() > 5);
        }
        await().until(() -> growing().equals("growing, 14 bytes so far"));
    }
}
