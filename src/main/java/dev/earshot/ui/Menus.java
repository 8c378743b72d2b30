package dev.earshot.ui;

import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TftpKind;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.view.RowFormat;
import dev.earshot.session.words.Words;
import dev.earshot.ui.connect.ConnectShortcuts;
import dev.earshot.ui.log.LogShortcuts;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.KeyHintMenuItem;
import dev.earshot.ui.plain.PlainCheckBoxMenuItem;
import dev.earshot.ui.plain.PlainMenu;
import dev.earshot.ui.plain.PlainMenuItem;
import dev.earshot.ui.plain.PlainRadioButtonMenuItem;
import dev.earshot.ui.plot.PlotShortcuts;
import dev.earshot.ui.plot.PlotWindows;
import dev.earshot.ui.send.SendShortcuts;
import dev.earshot.ui.send.SendTools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;

/** Builds the menu bar and binds the keys that work in the whole window. */
final class Menus {
    private static final String FILTER_PAGE = "find"; // of the guide
    private static final Command<TabWindows> STATISTICS = Command.of("ui.menu.statistics", TabWindows::openStatistics);

    private final MainWindow window;
    private final Words words;
    private final List<Runnable> enabling = new ArrayList<>();
    private final Set<String> inMenus = new HashSet<>();
    private final PlainMenu file;
    private final PlainMenu edit;
    private final PlainMenu view;
    private final PlainMenu tools;
    private final PlainMenu help;

    Menus(MainWindow window, Words words) {
        this.window = window;
        this.words = words;
        file = menu("ui.menu.file");
        edit = menu("ui.menu.edit");
        view = menu("ui.menu.view");
        tools = menu("ui.menu.tools");
        help = menu("ui.menu.help");
    }

    /** Returns the menu bar, whose menus are empty until {@link #fill}. To be called once. */
    JMenuBar bar() {
        JMenuBar bar = new JMenuBar();
        bar.add(file);
        bar.add(edit);
        bar.add(view);
        bar.add(tools);
        bar.add(help);
        return bar;
    }

    /** Fills the menus and binds the keys. To be called once. */
    void fill() {
        fillFile(file);
        fillEdit(edit);
        fillView(view);
        fillTools(tools);
        fillHelp(help);
        tabChosen();
        bindKeys();
    }

    private void fillFile(PlainMenu menu) {
        new TabMenu(menu.getPopupMenu(), window.tabs(), words, window.tabs()::selected);
        menu.addSeparator();
        menu.add(item(WindowShortcuts.OPEN, window::captures));
        PlainMenu recent = menu("ui.menu.recent");
        window.captures().fillRecent(recent);
        menu.add(recent);
        menu.add(item(WindowShortcuts.SAVE, window::captures));
        menu.add(item(LogShortcuts.EXPORT, this::logCommands));
        menu.add(item(LogShortcuts.LOG_FILE, this::logCommands));
        menu.addSeparator();
        menu.add(item(WindowShortcuts.OPEN_PROFILE, window::profiles));
        menu.add(item(WindowShortcuts.SAVE_PROFILE, window::profiles));
        menu.addSeparator();
        menu.add(CaptureLimitMenu.fill(menu("ui.menu.cap"), words, window.settings(), window::limitCaptures));
        menu.addSeparator();
        menu.add(item(WindowShortcuts.QUIT, () -> window));
    }

    private void fillEdit(PlainMenu menu) {
        PlainMenu copyAs = menu("ui.copy.as");
        for (RowFormat format : RowFormat.values()) {
            // Their keys belong to the log, for in a field Ctrl+C copies the field's text.
            KeyHintMenuItem copy = new KeyHintMenuItem();
            Command.<MainWindow>of(
                            LogShortcuts.copyWords(format),
                            to -> to.act(shown -> shown.log().copy(format)))
                    .dress(copy, words, () -> window);
            copy.setAccelerator(LogShortcuts.copyKey(format));
            (format.isUsual() ? menu : copyAs).add(copy);
        }
        menu.add(copyAs);
        menu.addSeparator();
        LogShortcuts.NOTES_IN_WINDOW.commands().forEach(command -> menu.add(item(command, () -> part(Workspace::log))));
        menu.addSeparator();
        menu.add(item(LogShortcuts.FOCUS_FILTER, this::logCommands));
        menu.add(item(LogShortcuts.FIND_NEXT, this::logCommands));
        menu.add(item(LogShortcuts.FIND_PREVIOUS, this::logCommands));
        menu.add(item(LogShortcuts.GO_TO, this::logCommands));
        menu.addSeparator();
        menu.add(item(LogShortcuts.CLEAR, this::logCommands));
        menu.add(item(LogShortcuts.UNDO_CLEAR, this::logCommands));
    }

    private void fillView(PlainMenu menu) {
        PlainCheckBoxMenuItem detail = new PlainCheckBoxMenuItem();
        dress(detail, ViewShortcuts.DETAIL, window::view);
        detail.setSelected(window.settings().get(WindowKeys.DETAIL));
        menu.add(detail);
        menu.add(tickBox(menu, ViewShortcuts.WRAP, WindowKeys.WRAP_DETAIL));
        menu.add(tickBox(menu, ViewShortcuts.COMPACT, WindowKeys.COMPACT_ROWS));
        PlainMenu columns = menu("ui.menu.columns");
        ColumnMenu.fill(
                columns.getPopupMenu(),
                window.view(),
                words,
                () -> part(shown -> shown.log().fields()));
        menu.add(columns);
        menu.addSeparator();
        menu.add(item(ViewShortcuts.LARGER, window::view));
        menu.add(item(ViewShortcuts.SMALLER, window::view));
        menu.add(item(ViewShortcuts.USUAL_SIZE, window::view));
        menu.addSeparator();
        menu.add(tickBox(menu, ViewShortcuts.ON_TOP, WindowKeys.ON_TOP));
        menu.addSeparator();
        Settings settings = window.settings();
        menu.add(choices(
                "ui.menu.theme",
                "ui.look.",
                Settings.Look.values(),
                settings.get(Settings.LOOK),
                window.view()::changeLook));
        menu.add(choices(
                "ui.menu.language",
                "ui.language.",
                Settings.Language.values(),
                settings.get(Settings.LANGUAGE),
                window::language));
    }

    /** Makes an item with a tick, which shows the setting whenever the menu opens. */
    private PlainCheckBoxMenuItem tickBox(PlainMenu menu, Command<ViewCommands> command, SettingKey<Boolean> key) {
        PlainCheckBoxMenuItem box = dress(new PlainCheckBoxMenuItem(), command, window::view);
        box.setSelected(window.settings().get(key));
        ColumnMenu.whenOpened(
                menu.getPopupMenu(), () -> box.setSelected(window.settings().get(key)));
        return box;
    }

    private void fillTools(PlainMenu menu) {
        menu.add(item(SendShortcuts.QUICK, this::sendTools));
        menu.add(item(SendShortcuts.EDIT_QUICK, this::sendTools));
        menu.add(item(SendShortcuts.HISTORY, this::sendTools));
        menu.addSeparator();
        menu.add(item(SendShortcuts.FILE, this::sendTools));
        menu.addSeparator();
        menu.add(item(PlotShortcuts.OPEN, this::plots));
        menu.add(item(PlotShortcuts.TIMELINE, this::plots));
        menu.add(item(STATISTICS, () -> part(Workspace::windows)));
        menu.add(item(WindowShortcuts.LAYOUTS, () -> part(Workspace::windows)));
        menu.addSeparator();
        menu.add(item("ui.menu.tftp", () -> window.tabs().newTab(TftpKind.KIND)));
    }

    private LogCommands logCommands() {
        return part(Workspace::logCommands);
    }

    private PlotWindows plots() {
        TabWindows windows = part(Workspace::windows);
        return windows == null ? null : windows.plots();
    }

    private SendTools sendTools() {
        return part(Workspace::sendTools);
    }

    /** Returns a part of the visible workspace; null while there is no workspace. */
    private <P> P part(Function<Workspace, P> part) {
        Workspace shown = window.workspace();
        return shown == null ? null : part.apply(shown);
    }

    /** Enables exactly the commands that the selected tab allows. */
    void tabChosen() {
        enabling.forEach(Runnable::run);
    }

    private void fillHelp(PlainMenu menu) {
        menu.add(item(WindowShortcuts.GUIDE, () -> window));
        menu.add(item("ui.menu.syntax", () -> window.help().openGuide(FILTER_PAGE)));
        menu.add(item("ui.menu.keys", window.help()::openKeys));
        menu.add(item("ui.menu.about", window.help()::showVersion));
    }

    /** Binds the keys of the whole window that no menu item has. */
    private void bindKeys() {
        bind(WindowShortcuts.FILES, window::captures);
        bind(WindowShortcuts.IN_WINDOW, () -> window);
        bind(ViewShortcuts.OTHER_KEYS, window::view);
        bind(WindowShortcuts.PANES, window::workspace);
        bind(WindowShortcuts.IN_TAB, () -> part(Workspace::windows));
        bind(LogShortcuts.IN_WINDOW, this::logCommands);
        bind(LogShortcuts.NOTES_IN_WINDOW, () -> part(Workspace::log));
        bind(SendShortcuts.IN_WINDOW, this::sendTools);
        bind(ConnectShortcuts.IN_WINDOW, () -> part(Workspace::connect));
    }

    private <T> void bind(CommandTable<T> table, Supplier<? extends T> target) {
        table.commands().stream()
                .filter(command -> !inMenus.contains(command.key()))
                .forEach(command -> command.bind(window.getRootPane(), JComponent.WHEN_IN_FOCUSED_WINDOW, target));
    }

    private PlainMenu menu(String key) {
        PlainMenu menu = new PlainMenu(words.of(key));
        menu.setMnemonic(words.mnemonic(key));
        return menu;
    }

    private <T> PlainMenuItem item(Command<T> command, Supplier<? extends T> target) {
        return dress(new PlainMenuItem(), command, target);
    }

    private <I extends JMenuItem, T> I dress(I item, Command<T> command, Supplier<? extends T> target) {
        inMenus.add(command.key());
        enabling.add(() -> item.setEnabled(command.isEnabled(target.get())));
        return command.dress(item, words, target);
    }

    /** Creates a menu item without a key. */
    private PlainMenuItem item(String key, Runnable action) {
        return Command.<Runnable>of(key, Runnable::run).dress(new PlainMenuItem(), words, () -> action);
    }

    private <E extends Enum<E>> PlainMenu choices(
            String key, String prefix, E[] values, E current, Consumer<E> chosen) {
        PlainMenu menu = menu(key);
        ButtonGroup group = new ButtonGroup();
        for (E value : values) {
            PlainRadioButtonMenuItem item = new PlainRadioButtonMenuItem();
            Command.<Consumer<E>>of(prefix + value.name().toLowerCase(Locale.ROOT), listener -> listener.accept(value))
                    .dress(item, words, () -> chosen);
            item.setSelected(value == current);
            group.add(item);
            menu.add(item);
        }
        return menu;
    }
}
