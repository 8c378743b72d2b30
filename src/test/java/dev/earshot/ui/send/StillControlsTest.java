package dev.earshot.ui.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that nothing which sends or deletes moves by itself, whatever the window has to say. */
class StillControlsTest extends WindowTest {
    private static final List<String> STILL = List.of(
            "sendButton",
            "quickButton",
            "fileButton",
            "repeatBox",
            "clientBox",
            "replyBox",
            "clearButton",
            "listenButton");

    @ParameterizedTest
    @CsvSource({"720,480,1", "1024,640,1", "1100,700,2", "1100,720,2", "1400,900,1"})
    void noBarAndNoLineMovesWhatSendsOrDeletes(int width, int height, int tabs) throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            TestWindow.run(() -> {
                for (int i = 1; i < tabs; i++) {
                    ui.window.tabs().newTab();
                    ui.window.tabs().next(-1);
                }
                ui.window.setSize(UIScale.scale(width), UIScale.scale(height));
                ui.window.workspace().refreshClients();
            });
            await().until(() -> TestWindow.onEdt(() -> ui.window.workspace() != null));
            Map<String, Rectangle> before = places();

            TestWindow.run(() -> ui.window.offerRecovery(2, 4711, () -> {}, () -> {}));
            assertThat(places()).as("a recovery").isEqualTo(before);

            TestWindow.run(() -> {
                ui.<JTextComponent>find("sendBox").setText("x");
                ui.<JTextField>find("repeatField").setText("1000");
                ui.<AbstractButton>find("repeatBox").doClick(0);
                ui.window.workspace().refreshClients();
            });
            assertThat(client.getInputStream().readNBytes(1)).asString().isEqualTo("x");
            assertThat(places()).as("a repetition").isEqualTo(before);
            Path file = Files.writeString(folder.resolve("file.txt"), "file");
            send(file);
            assertThat(client.getInputStream().readNBytes(4)).asString().contains("f");
            TestWindow.run(() -> ui.window.workspace().refreshClients());
            assertThat(places()).as("a file").isEqualTo(before);
            TestWindow.run(() -> ui.<AbstractButton>find("repeatBox").doClick(0));
            await().untilAsserted(() -> {
                TestWindow.run(() -> ui.window.workspace().refreshClients());
                assertThat(places()).as("the end").isEqualTo(before);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void theLineThatStaysKeepsItsPlace(int stopped) throws IOException {
        int port = ui.listen();
        try (Socket client = ui.connect(port)) {
            TestWindow.run(() -> {
                ui.window.setSize(UIScale.scale(1024), UIScale.scale(640));
                ui.window.workspace().refreshClients();
            });
            Path file = Files.write(folder.resolve("large.bin"), new byte[8 << 20]);
            for (int i = 0; i < 3; i++) {
                send(file);
                TestWindow.run(ui.window::validate);
            }
            List<Integer> before = stopButtons();
            assertThat(before).hasSize(3);
            TestWindow.run(() -> {
                AbstractButton stop = (AbstractButton) stops().get(stopped);
                stop.doClick(0);
            });
            await().until(() -> TestWindow.onEdt(() -> {
                ui.window.workspace().refreshClients();
                return ((AbstractButton) stops().get(stopped)).getText().equals("Dismiss");
            }));
            TestWindow.run(() -> {
                ((AbstractButton) stops().get(stopped)).doClick(0);
                ui.window.workspace().refreshClients();
                ui.window.validate();
            });
            before.remove(stopped);
            assertThat(stopButtons()).isEqualTo(before);
            assertThat(client.isConnected()).isTrue();
        }
    }

    private void send(Path file) {
        TestWindow.run(() -> ui.window.workspace().sendTools().files().ask(file, ui.find("fileButton")));
        await().until(() ->
                TestWindow.onEdt(() -> TestWindow.find(ui.window.getLayeredPane(), "fileApplyButton") != null));
        TestWindow.run(() -> {
            ui.<AbstractButton>find("fileApplyButton").doClick(0);
            ui.window.workspace().refreshClients();
        });
    }

    private List<Component> stops() {
        JComponent lines = ui.find("ongoingLines");
        return Stream.of(lines.getComponents())
                .map(line -> TestWindow.<Component>find((JComponent) line, "ongoingStopButton"))
                .filter(Component::isVisible)
                .toList();
    }

    private List<Integer> stopButtons() {
        return TestWindow.onEdt(() -> new java.util.ArrayList<>(
                stops().stream().map(stop -> stop.getLocationOnScreen().y).toList()));
    }

    private Map<String, Rectangle> places() {
        TestWindow.run(() -> {}); // what was put off
        return TestWindow.onEdt(() -> {
            ui.window.validate();
            Map<String, Rectangle> places = new HashMap<>();
            for (String name : STILL) {
                Component part = ui.find(name);
                places.put(
                        name, new Rectangle(SwingUtilities.convertPoint(part, new Point(), ui.window), part.getSize()));
            }
            return places;
        });
    }
}
