package dev.earshot.ui;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.reply.RulesAnswer;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.send.SendShortcuts;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;

/** Another theme reaches everything that is open. */
class ThemeSwitchTest extends WindowTest {
    private static final List<Token> SURFACES = List.of(
            Token.WINDOW, Token.LINE, Token.CONTROL, Token.TAG, Token.SELECTION, Token.SELECTION_INACTIVE, Token.HIT);

    @Test
    void noWindowKeepsASurfaceOfTheOldTheme() throws IOException {
        try (Socket client = ui.connect(ui.listen())) {
            client.getOutputStream().write("T=23.5\n".getBytes(US_ASCII));
            await().until(() -> ui.messages().contains("T=23.5"));
            TestWindow.run(this::openWindows);
            TestWindow.run(() -> Theme.change(Settings.Look.LIGHT, false));
            Map<Token, Integer> light = TestWindow.onEdt(ThemeSwitchTest::surfaces);
            TestWindow.run(() -> Theme.change(Settings.Look.DARK, true));
            TestWindow.run(() -> {}); // until it is laid out
            TestWindow.run(() -> {
                List<Window> shown = Stream.concat(Stream.of(ui.window), Stream.of(ui.window.getOwnedWindows()))
                        .filter(Window::isShowing)
                        .toList();
                assertThat(shown).hasSizeGreaterThanOrEqualTo(8);
                for (Window window : shown) {
                    List<Integer> painted = pixels(window).distinct().boxed().toList();
                    light.forEach((token, color) -> assertThat(painted)
                            .as("%s in %s", token, window.getName())
                            .doesNotContain(color));
                }
            });
        }
    }

    private void openWindows() {
        ui.<JTable>find("messageLog").setRowSelectionInterval(2, 2);
        ui.<JComboBox<?>>find("replyBox").setSelectedItem(RulesAnswer.KIND); // opens the rules in a later task
        Workspace workspace = ui.window.workspace();
        SendShortcuts.EDIT_QUICK.run(workspace.sendTools(), 0);
        workspace.windows().openStatistics();
        workspace.windows().plots().openPlot();
        workspace.windows().openLayouts();
        ui.window.help().openKeys();
        ui.window.help().openGuide();
    }

    private static Map<Token, Integer> surfaces() {
        Map<Token, Integer> colors = new EnumMap<>(Token.class);
        SURFACES.forEach(token -> colors.put(token, token.color().getRGB()));
        return colors;
    }

    private static IntStream pixels(Window window) {
        BufferedImage image = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        window.paint(image.getGraphics());
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }
}
