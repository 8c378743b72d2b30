package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.framing.FramingPicker;
import java.util.List;
import javax.swing.JComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The boxes of the bar above the log show what is chosen. */
class LogBarWindowTest extends WindowTest {

    @ParameterizedTest
    @EnumSource(
            value = Settings.Language.class,
            names = {"EN", "ZH"})
    void noChoiceIsCutInAUsualWindow(Settings.Language language) {
        TestWindow.run(() -> {
            ui.window.language(language);
            ui.window.setSize(UIScale.scale(1280), UIScale.scale(900));
            for (String name : List.of("viewBox", "encodingBox", "sendModeBox")) {
                JComboBox<Object> box = ui.find(name);
                for (int i = 0; i < box.getItemCount(); i++) {
                    box.setSelectedIndex(i);
                    assertChoiceIsShown(box);
                }
            }
        });
        Framing delimiter = DelimiterFraming.KIND.defaultFraming();
        ui.session.log().framing().reframe(delimiter, problem -> {});
        await().until(() -> TestWindow.onEdt(() -> {
            ui.window.workspace().refresh();
            return ui.<FramingPicker>find("framingBox").shown().equals(delimiter);
        }));
        TestWindow.run(() -> assertChoiceIsShown(ui.find("framingBox")));
    }

    @Test
    void shortChoicesLeaveTheRoomToTheFilter() {
        TestWindow.run(() -> {
            ui.window.setSize(UIScale.scale(1280), UIScale.scale(900));
            ui.window.validate();
            assertThat(ui.find("encodingBox").getWidth()).isLessThanOrEqualTo(UIScale.scale(112));
        });
    }

    @Test
    void aChoiceInALargerFontIsNotCut() {
        TestWindow.run(() -> {
            ui.window.setSize(UIScale.scale(1280), UIScale.scale(900));
            JComboBox<Object> box = ui.find("encodingBox");
            box.setSelectedIndex(0);
            while (chosenWidth(box) < UIScale.scale(112)) {
                box.setSelectedIndex(box.getSelectedIndex() + 1);
            }
            box.setFont(box.getFont().deriveFont(box.getFont().getSize2D() + 2));
            assertChoiceIsShown(box);
        });
    }

    private void assertChoiceIsShown(JComboBox<Object> box) {
        ui.window.validate();
        assertThat(box.getWidth())
                .as("%s with %s", box.getName(), box.getSelectedItem())
                .isGreaterThanOrEqualTo(chosenWidth(box));
    }

    private static int chosenWidth(JComboBox<Object> box) {
        box.setPrototypeDisplayValue(box.getSelectedItem());
        int width = box.getPreferredSize().width;
        box.setPrototypeDisplayValue(null);
        return width;
    }
}
