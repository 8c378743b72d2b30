package dev.earshot.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bar for sending shows all of its words in a small window, too. */
class SendBarFitTest extends WindowTest {
    @ParameterizedTest
    @CsvSource({"720,480", "900,600", "1000,700", "1280,900"})
    void theBoxesShowAllOfTheirWords(int width, int height) {
        for (Settings.Language language : List.of(Settings.Language.EN, Settings.Language.ZH)) {
            resize(language, width, height);
            for (String name : List.of("sendModeBox", "sendEncodingBox", "sendEndingBox")) {
                TestWindow.run(() -> {
                    JComboBox<Object> box = ui.find(name);
                    String text = TestWindow.rendered(box);
                    int arrow = Stream.of(box.getComponents())
                            .filter(AbstractButton.class::isInstance)
                            .mapToInt(Component::getX)
                            .findFirst()
                            .orElseThrow();
                    assertThat(box.getFontMetrics(box.getFont()).stringWidth(text) + UIScale.scale(8))
                            .as(name + ": " + text)
                            .isLessThanOrEqualTo(arrow);
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"720,480,true", "900,600,true", "1000,700,false"})
    void theRepetitionGoesBelowTheSendBoxWhereTheRowIsNarrow(int width, int height, boolean below) {
        resize(Settings.Language.EN, width, height);
        TestWindow.run(() -> {
            Rectangle box = place("sendBox");
            Rectangle preview = place("sendPreview");
            for (String name : List.of("repeatBox", "repeatField")) {
                Rectangle part = place(name);
                assertThat(part.y > box.y).as(name).isEqualTo(below);
                assertThat(preview.intersects(part)).as(name).isFalse();
                assertThat(part.x + part.width).as(name).isLessThan(ui.window.getWidth());
            }
            Component field = ui.find("repeatField");
            assertThat(field.getHeight()).isLessThanOrEqualTo(field.getParent().getHeight());
        });
    }

    private void resize(Settings.Language language, int width, int height) {
        TestWindow.run(() -> {
            ui.window.language(language);
            ui.window.setSize(UIScale.scale(new Dimension(width, height)));
            ui.window.validate();
        });
        TestWindow.run(ui.window::validate); // what the first layout put off
    }

    private Rectangle place(String name) {
        Component part = ui.find(name);
        return new Rectangle(SwingUtilities.convertPoint(part, new Point(), ui.window), part.getSize());
    }
}
