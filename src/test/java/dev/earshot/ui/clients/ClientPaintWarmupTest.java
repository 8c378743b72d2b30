package dev.earshot.ui.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class ClientPaintWarmupTest {
    @TempDir
    private Path folder;

    private TestWindow ui;

    @AfterEach
    void close() {
        ui.close();
    }

    @Test
    void itPaintsAClientOfWhichTheSessionDoesNotKnow() throws Exception {
        ui = new TestWindow(folder);
        BufferedImage image = new BufferedImage(300, 60, BufferedImage.TYPE_INT_RGB);
        TestWindow.run(() -> {
            Graphics2D g = image.createGraphics();
            new ClientPaintWarmup(ui.session, new Words(Locale.ENGLISH)).paint(g);
            g.dispose();
        });
        int[] pixels = image.getRGB(0, 0, 230, 40, null, 0, 230);
        assertThat(Arrays.stream(pixels).distinct().count()).as("colours").isGreaterThan(10);
        assertThat(ui.session.clients().all()).isEmpty();
    }
}
