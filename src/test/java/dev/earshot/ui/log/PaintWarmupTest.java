package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class PaintWarmupTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean needed = new AtomicBoolean(true);
    private final AtomicInteger others = new AtomicInteger();
    private PaintWarmup rehearsal;

    @BeforeEach
    void begin() {
        Theme.install(new Settings(folder.resolve("settings.properties")));
        GraphicsConfiguration screen = GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration();
        TestWindow.run(() -> {
            rehearsal = new PaintWarmup(screen, new Words(Locale.ENGLISH), needed::get, g -> others.incrementAndGet());
            rehearsal.start();
        });
    }

    @Test
    void itPaintsNewRowsAndEndsByItself() {
        await().until(() -> !running());
        assertThat(rehearsal.rows().count()).isEqualTo(PaintWarmup.STEPS * PaintWarmup.ROWS);
        assertThat(others).hasValue(PaintWarmup.STEPS);
    }

    @Test
    void itEndsAtOnceWhenRealRowsExist() {
        await().until(() -> rehearsal.rows().count() > 0);
        needed.set(false);
        await().until(() -> !running());
        assertThat(rehearsal.rows().count()).isLessThan(PaintWarmup.STEPS * PaintWarmup.ROWS);
    }

    private boolean running() {
        boolean[] running = new boolean[1];
        TestWindow.run(() -> running[0] = rehearsal.running());
        return running[0];
    }
}
