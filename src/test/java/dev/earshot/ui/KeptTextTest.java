package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that another theme or language loses no typed text of any field, and changes nothing that Enter does. */
class KeptTextTest extends WindowTest {
    @AfterEach
    void close() {
        TestWindow.run(() -> Theme.change(Settings.Look.LIGHT, false));
    }

    static Stream<Integer> kinds() {
        return IntStream.range(0, EndpointKinds.ALL.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherThemeOrLanguageKeepsWhatIsTyped(int number) {
        EndpointKind kind = EndpointKinds.ALL.get(number);
        TestWindow.run(() -> ui.<JComboBox<EndpointKind>>find("modeBox").setSelectedItem(kind));
        TestWindow.run(() -> {}); // the tab is rebuilt
        type();
        Map<String, String> typed = texts();
        assertThat(typed).as("fields").hasSizeGreaterThan(kind.canSend() ? 3 : 1);
        Map<String, Object> enter = actionsOfEnter();
        for (Settings.Look look : List.of(Settings.Look.DARK, Settings.Look.LIGHT)) {
            TestWindow.run(() -> Theme.change(look, false));
            TestWindow.run(() -> {});
            assertThat(texts()).as("after %s", look).isEqualTo(typed);
            assertThat(actionsOfEnter()).as("Enter after %s", look).isEqualTo(enter);
        }
        for (Settings.Language language : List.of(Settings.Language.ZH, Settings.Language.EN)) {
            TestWindow.run(() -> ui.window.language(language));
            TestWindow.run(() -> {});
            assertThat(texts()).as("after %s", language).isEqualTo(typed);
        }
    }

    @Test
    void enterInTheAddressListensAfterAnotherTheme() {
        TestWindow.run(() -> Theme.change(Settings.Look.DARK, false));
        TestWindow.run(() -> {
            ui.<JTextComponent>find("portField").setText("1");
            ui.<JTextComponent>find("portField").setText("0");
            JTextComponent address = addressField();
            address.setText("127.0.0.1");
            address.dispatchEvent(
                    new KeyEvent(address, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ENTER, KeyEvent.CHAR_UNDEFINED));
        });
        await().until(() -> TestWindow.onEdt(() -> ui.find("agreeButton").isShowing()));
    }

    @Test
    void theKeyboardStaysInTheAddressInAnotherTheme() {
        TestWindow.run(() -> addressField().requestFocus());
        await().until(() -> TestWindow.onEdt(() -> addressField().isFocusOwner()));
        for (Settings.Look look : List.of(Settings.Look.DARK, Settings.Look.LIGHT)) {
            TestWindow.run(() -> Theme.change(look, false));
            await().untilAsserted(() -> assertThat(
                            TestWindow.onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager()
                                    .getFocusOwner()))
                    .isSameAs(addressField()));
        }
    }

    @Test
    void anOpenFormKeepsItsTextsInAnotherTheme() {
        TestWindow.run(() -> ui.<AbstractButton>find("connectOptionsButton").doClick(0));
        type();
        Map<String, String> typed = texts();
        assertThat(typed).hasSizeGreaterThan(6);
        TestWindow.run(() -> Theme.change(Settings.Look.DARK, false));
        assertThat(texts()).isEqualTo(typed);
    }

    private JTextComponent addressField() {
        return (JTextComponent) ui.<JComboBox<?>>find("addressBox").getEditor().getEditorComponent();
    }

    /** Types into each field what nothing takes, so that it cannot have been taken over. */
    private void type() {
        TestWindow.run(() -> fields().forEach((name, field) -> field.setText("/[" + name + "/")));
    }

    private Map<String, String> texts() {
        return TestWindow.onEdt(() -> {
            Map<String, String> texts = new TreeMap<>();
            fields().forEach((name, field) -> texts.put(name, field.getText()));
            return texts;
        });
    }

    /** Returns the object that each field runs for Enter. */
    private Map<String, Object> actionsOfEnter() {
        return TestWindow.onEdt(() -> {
            Map<String, Object> actions = new TreeMap<>();
            fields().forEach((name, field) -> {
                Object key = field.getInputMap().get(Keys.plain(KeyEvent.VK_ENTER));
                actions.put(name, key + " " + List.of(field.getActionMap().get(key) == null));
            });
            return actions;
        });
    }

    private Map<String, JTextComponent> fields() {
        Map<String, JTextComponent> fields = new TreeMap<>();
        collect(ui.window.getLayeredPane(), "", fields);
        return fields;
    }

    private static void collect(Container in, String outer, Map<String, JTextComponent> fields) {
        for (Component child : in.getComponents()) {
            String name = child.getName() == null ? outer : child.getName();
            if (child instanceof JTextComponent field && field.isShowing() && field.isEditable() && field.isEnabled()) {
                fields.put(name, field);
            } else if (child instanceof JComponent part) {
                collect(part, name, fields);
            }
        }
    }
}
