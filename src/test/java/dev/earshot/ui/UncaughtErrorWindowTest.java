package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.EdtWatch;
import dev.earshot.net.Background;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * What nobody has caught is one line, whatever the number, and everything goes on; and the tests' own watch sees it.
 */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class UncaughtErrorWindowTest {
    @TempDir
    private Path folder;

    @Test
    void manyErrorsAreOneLineAndReceivingGoesOn() throws Exception {
        Thread.UncaughtExceptionHandler watch = Thread.getDefaultUncaughtExceptionHandler();
        try (TestWindow ui = new TestWindow(folder)) {
            int port = ui.listen();
            Background.logUncaughtExceptions();
            for (int i = 0; i < 200; i++) {
                EventQueue.invokeLater(() -> {
                    throw new IllegalStateException("SECRET");
                });
            }
            await().dontCatchUncaughtExceptions()
                    .until(() -> TestWindow.onEdt(() -> ui.find("errorBar").isVisible()
                            && ui.<JLabel>find("errorText").getText().contains("200 unexpected errors")));
            assertThat(Stream.of(Window.getWindows()).filter(w -> w instanceof Dialog && w.isVisible()))
                    .isEmpty();
            try (Socket client = ui.connect(port)) {
                client.getOutputStream().write("still here\n".getBytes(StandardCharsets.US_ASCII));
                await().dontCatchUncaughtExceptions()
                        .until(() -> ui.messages().stream().anyMatch(text -> text.contains("still here")));
            }
            TestWindow.run(() -> ui.<JButton>find("errorDismissButton").doClick());
            assertThat(TestWindow.onEdt(() -> ui.find("errorBar").isVisible())).isFalse();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(watch);
        }
    }

    @Test
    void aComponentThatIsChangedOutsideTheEdtIsFound() {
        JLabel label = TestWindow.onEdt(() -> new JLabel("a"));
        label.setText("b");
        assertThat(EdtWatch.take()).isNotEmpty();
    }

    @Test
    void anErrorOfTheEdtIsFound() {
        EventQueue.invokeLater(() -> {
            throw new IllegalStateException("for the watch");
        });
        await().dontCatchUncaughtExceptions().until(() -> !EdtWatch.take().isEmpty());
    }
}
