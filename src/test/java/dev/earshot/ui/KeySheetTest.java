package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Keys;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class KeySheetTest extends WindowTest {
    @Test
    void listsEveryCommandWithItsKeysInTheLanguageOfTheWindow() {
        assertListed(Locale.ENGLISH);
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        assertListed(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void anOpenListFollowsTheLanguage() {
        JDialog sheet = TestWindow.onEdt(this::openByMenu);
        TestWindow.run(() -> ui.window.language(Settings.Language.ZH));
        Words words = new Words(Locale.SIMPLIFIED_CHINESE);
        assertThat(TestWindow.onEdt(sheet::getTitle)).isEqualTo(words.of("ui.menu.keys"));
        assertThat(TestWindow.onEdt(() -> texts(sheet.getContentPane()))).contains(words.of("ui.menu.quit"));
        TestWindow.run(sheet::dispose);
    }

    @Test
    void hasTheKeyboardSoThatItCanBeScrolledAndClosed() {
        JDialog first = TestWindow.onEdt(this::openByMenu);
        JDialog sheet = TestWindow.onEdt(this::openByMenu);
        assertThat(first.isDisplayable()).isFalse();
        JComponent keys = TestWindow.onEdt(
                () -> (JComponent) sheet.getFocusTraversalPolicy().getInitialComponent(sheet));
        assertThat(keys.getName()).isEqualTo("keyList");
        KeyStroke escape = Keys.plain(KeyEvent.VK_ESCAPE);
        TestWindow.run(() -> keys.getActionForKeyStroke(escape)
                .actionPerformed(new ActionEvent(keys, ActionEvent.ACTION_PERFORMED, "")));
        assertThat(sheet.isDisplayable()).isFalse();
    }

    private void assertListed(Locale language) {
        JDialog sheet = TestWindow.onEdt(this::openByMenu);
        Words words = new Words(language);
        List<String> texts = TestWindow.onEdt(() -> texts(sheet.getContentPane()));
        for (CommandTable<?> table : WindowShortcuts.ALL) {
            assertThat(texts).contains(words.of(table.place()));
            for (Command<?> command : table.commands()) {
                assertThat(texts).containsSubsequence(command.keyNames(), words.of(command.key()));
            }
        }
        TestWindow.run(sheet::dispose);
    }

    private JDialog openByMenu() {
        JMenuItem item = menuItem(ui.window.getJMenuBar(), "ui.menu.keys");
        item.doClick();
        return Stream.of(Window.getWindows())
                .filter(window -> window.isShowing() && "keySheet".equals(window.getName()))
                .map(JDialog.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static JMenuItem menuItem(Container in, String name) {
        for (Component child : in instanceof javax.swing.JMenu menu ? menu.getMenuComponents() : in.getComponents()) {
            if (name.equals(child.getName())) {
                return (JMenuItem) child;
            }
            JMenuItem deeper = child instanceof Container container ? menuItem(container, name) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static List<String> texts(Container in) {
        List<String> texts = new ArrayList<>();
        for (Component child : in.getComponents()) {
            if (child instanceof JLabel label) {
                texts.add(label.getText());
            }
            if (child instanceof Container container) {
                texts.addAll(texts(container));
            }
        }
        return texts;
    }
}
