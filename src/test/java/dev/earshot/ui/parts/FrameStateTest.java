package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.ui.TestWindow;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class FrameStateTest {
    @TempDir
    private Path folder;

    @Test
    void noWindowOpensExactlyOverAnother() {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(WindowKeys.WINDOW, List.of(40, 50, 800, 600));
        settings.put(WindowKeys.RULES_WINDOW, List.of(60, 70, 500, 400));
        TestWindow.run(() -> {
            JFrame second = new JFrame();
            FrameState.restore(second, settings);
            FrameState.shift(second, 1);
            assertThat(second.getX()).isGreaterThan(40);
            assertThat(second.getY()).isGreaterThan(50);
            FrameState.remember(second, settings);
            assertThat(settings.get(WindowKeys.WINDOW))
                    .as("else the place would move with each start")
                    .containsExactly(40, 50, 800, 600);

            JDialog rules = new JDialog(second);
            FrameState.restore(rules, settings, WindowKeys.RULES_WINDOW, new Dimension(500, 400));
            rules.setVisible(true);
            JDialog others = new JDialog(second);
            FrameState.restore(others, settings, WindowKeys.RULES_WINDOW, new Dimension(500, 400));
            assertThat(others.getLocation()).isNotEqualTo(rules.getLocation());
            rules.dispose();
        });
    }
}
