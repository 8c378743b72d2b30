package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.CharacterWidth;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EmptyState;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** In the smallest window nothing is cut off. */
@Tag("gui")
@EnabledIf("dev.earshot.ui.Display#present")
class LowWindowTest {
    @TempDir
    private Path folder;

    private TestWindow relay() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "kind=relay\n");
        TestWindow ui = new TestWindow(folder);
        TestWindow.run(() -> ui.window.setSize(720, 480));
        TestWindow.run(() -> {}); // until it is laid out
        return ui;
    }

    @Test
    void theLongestFormFits() throws Exception {
        try (TestWindow ui = relay()) {
            TestWindow.run(() -> ui.<AbstractButton>find("tlsButton").doClick());
            TestWindow.run(() -> {});
            TestWindow.run(() -> {
                JComponent form = ui.find("tlsForm");
                assertThat(form.isShowing()).isTrue();
                assertThat(form.getY() + form.getHeight())
                        .isLessThanOrEqualTo(form.getParent().getHeight());
            });
        }
    }

    @Test
    void theBarAboveTheLogEndsWithinTheWindow() throws Exception {
        try (TestWindow ui = relay()) {
            TestWindow.run(() -> {
                assertThat(ui.find("clientsButton").isVisible()).isTrue();
                Component last = ui.find("clearButton");
                assertThat(last.getX() + last.getWidth())
                        .isLessThanOrEqualTo(last.getParent().getWidth() - UIScale.scale(12));
            });
        }
    }

    @Test
    void noTextOfTheEmptyLogIsCut() throws Exception {
        try (TestWindow ui = relay()) {
            assertThat(ui.window.isShowing()).isTrue(); // so that the look is set up
            assertNothingIsCut();
        }
    }

    @Test
    void theSentencesOfTheEmptyLogAreShort() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Words words = new Words(language);
            for (EndpointKind kind : EndpointKinds.ALL) {
                String text = words.forKind(kind).of("ui.empty.every.byte", "192.168.100.100:8080");
                assertThat(CharacterWidth.of(text)).as(text).isLessThanOrEqualTo(100);
            }
        }
    }

    private static void assertNothingIsCut() {
        for (int height : List.of(141, 160, 186, 250, 400)) {
            TestWindow.run(() -> {
                EmptyState empty = new EmptyState(new Words(Locale.ENGLISH), said -> {});
                EmptyState.Link link = height == 160 ? null : new EmptyState.Link("Or this", () -> {});
                empty.show(new EmptyState.Content("Press Listen", "Every byte appears", "nc ::1 1", "A hint", link));
                empty.setSize(600, height);
                empty.doLayout();
                for (Component part : empty.getComponents()) {
                    if (part.isVisible()) {
                        int end = part.getY() + part.getHeight();
                        assertThat(end).as(height + " " + part).isLessThanOrEqualTo(height);
                    }
                }
            });
        }
    }
}
