package dev.earshot.ui;

import dev.earshot.session.Settings;
import dev.earshot.session.TftpKind;
import dev.earshot.session.Words;
import dev.earshot.session.view.RowFormat;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.PlainCheckBoxMenuItem;
import dev.earshot.ui.parts.PlainMenu;
import dev.earshot.ui.parts.PlainMenuItem;
import dev.earshot.ui.parts.PlainRadioButtonMenuItem;
import dev.earshot.ui.send.SendTools;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;

/** The menu bar, and the keys that hold in the whole window. */
final class Menus {
    private final MainWindow window;
    private final Words words;
    private final List<PlainMenuItem> sending = new ArrayList<>();

    Menus(MainWindow window, Words words) {
        this.window = window;
        this.words = words;
    }

    JMenuBar bar() {
        JMenuBar bar = new JMenuBar();
        bar.add(file());
        bar.add(edit());
        bar.add(view());
        bar.add(tools());
        bar.add(help());
        keys();
        return bar;
    }

    private PlainMenu file() {
        PlainMenu menu = menu("ui.menu.file");
        new TabMenu(menu.getPopupMenu(), window.tabs(), words, window.tabs()::selected);
        menu.addSeparator();
        menu.add(item("ui.menu.open", Keys.menu(KeyEvent.VK_O), window::openCapture));
        menu.add(item("ui.menu.save", Keys.menu(KeyEvent.VK_S), window::saveCapture));
        menu.add(CapMenu.fill(menu("ui.menu.cap"), words, window.settings(), window::cap));
        menu.addSeparator();
        menu.add(item("ui.menu.quit", Keys.menu(KeyEvent.VK_Q), window::quit));
        return menu;
    }

    private PlainMenu edit() {
        PlainMenu menu = menu("ui.menu.edit");
        // Without their keys: those belong to the log, for in a field Ctrl+C copies the field's text.
        menu.add(item(
                "ui.copy.text", null, () -> window.act(shown -> shown.log().copy(RowFormat.TEXT))));
        menu.add(item("ui.copy.hex", null, () -> window.act(shown -> shown.log().copy(RowFormat.HEX))));
        menu.addSeparator();
        menu.add(item("ui.menu.filter", Keys.menu(KeyEvent.VK_F), () -> window.act(Workspace::focusFilter)));
        KeyStroke back = KeyStroke.getKeyStroke(KeyEvent.VK_F3, KeyEvent.SHIFT_DOWN_MASK);
        menu.add(item("ui.menu.find.next", Keys.plain(KeyEvent.VK_F3), () -> window.act(shown -> shown.find(1))));
        menu.add(item("ui.menu.find.previous", back, () -> window.act(shown -> shown.find(-1))));
        menu.add(item("ui.menu.goto", Keys.menu(KeyEvent.VK_G), () -> window.act(Workspace::openGoTo)));
        menu.addSeparator();
        menu.add(item("ui.menu.clear", Keys.menu(KeyEvent.VK_L), () -> window.act(Workspace::clear)));
        return menu;
    }

    private PlainMenu view() {
        PlainMenu menu = menu("ui.menu.view");
        PlainCheckBoxMenuItem detail = new PlainCheckBoxMenuItem();
        dress(detail, "ui.menu.detail", Keys.menu(KeyEvent.VK_D), () -> window.showDetail(detail.isSelected()));
        detail.setSelected(window.settings().get(Settings.DETAIL));
        menu.add(detail);
        menu.addSeparator();
        Settings settings = window.settings();
        menu.add(choices(
                "ui.menu.theme", "ui.look.", Settings.Look.values(), settings.get(Settings.LOOK), window::look));
        menu.add(choices(
                "ui.menu.language",
                "ui.language.",
                Settings.Language.values(),
                settings.get(Settings.LANGUAGE),
                window::language));
        return menu;
    }

    private PlainMenu tools() {
        PlainMenu menu = menu("ui.menu.tools");
        PlainMenuItem sendFile = item("ui.menu.file.send", SendTools.FILE, () -> sendTools(SendTools::chooseFile));
        sending.addAll(List.of(
                item("ui.quick", SendTools.QUICK, () -> sendTools(SendTools::openQuick)),
                item("ui.menu.quick.edit", null, () -> sendTools(SendTools::editQuick)),
                item("ui.history", SendTools.HISTORY, () -> sendTools(SendTools::openHistory))));
        sending.forEach(menu::add);
        sending.add(sendFile);
        menu.addSeparator();
        menu.add(sendFile);
        menu.addSeparator();
        menu.add(item("ui.menu.tftp", null, () -> window.tabs().newTab(TftpKind.KIND)));
        tabChosen();
        return menu;
    }

    private void sendTools(Consumer<SendTools> command) {
        window.act(shown -> command.accept(shown.sendTools()));
    }

    /** Another tab is shown: what cannot be done with it is not offered. */
    void tabChosen() {
        Workspace shown = window.workspace();
        boolean usable = shown != null && shown.sendTools().usable();
        sending.forEach(item -> item.setEnabled(usable));
    }

    private PlainMenu help() {
        PlainMenu menu = menu("ui.menu.help");
        menu.add(item("ui.menu.about", null, window::about));
        return menu;
    }

    private void keys() {
        JComponent pane = window.getRootPane();
        int anywhere = JComponent.WHEN_IN_FOCUSED_WINDOW;
        Keys.bind(pane, anywhere, Keys.plain(KeyEvent.VK_F5), () -> window.act(Workspace::startOrStop));
        Keys.bind(pane, anywhere, Keys.plain(KeyEvent.VK_F6), () -> window.act(shown -> shown.nextPane(1)));
        KeyStroke back = KeyStroke.getKeyStroke(KeyEvent.VK_F6, KeyEvent.SHIFT_DOWN_MASK);
        Keys.bind(pane, anywhere, back, () -> window.act(shown -> shown.nextPane(-1)));
        for (int i = 0; i < SendTools.KEYS; i++) {
            int number = i;
            Keys.bind(pane, anywhere, SendTools.key(i), () -> sendTools(tools -> tools.sendQuick(number)));
        }
    }

    private PlainMenu menu(String key) {
        PlainMenu menu = new PlainMenu(words.of(key));
        menu.setMnemonic(words.mnemonic(key));
        return menu;
    }

    private PlainMenuItem item(String key, KeyStroke stroke, Runnable command) {
        PlainMenuItem item = new PlainMenuItem();
        dress(item, key, stroke, command);
        return item;
    }

    private void dress(JMenuItem item, String key, KeyStroke stroke, Runnable command) {
        item.setName(key);
        item.setText(words.of(key));
        item.setMnemonic(words.mnemonic(key));
        item.setAccelerator(stroke);
        item.addActionListener(e -> command.run());
    }

    private <E extends Enum<E>> PlainMenu choices(
            String key, String prefix, E[] values, E current, Consumer<E> chosen) {
        PlainMenu menu = menu(key);
        ButtonGroup group = new ButtonGroup();
        for (E value : values) {
            PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem();
            dress(item, prefix + value.name().toLowerCase(Locale.ROOT), null, () -> chosen.accept(value));
            item.setSelected(value == current);
            group.add(item);
            menu.add(item);
        }
        return menu;
    }
}
