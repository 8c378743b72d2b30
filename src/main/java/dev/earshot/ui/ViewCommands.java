package dev.earshot.ui;

import dev.earshot.net.Background;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.LogTable;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.SystemTheme;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.ViewPart;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.Window;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JPopupMenu;

/** Carries out the commands about the look of the window, in all its tabs. Confined to the EDT. */
final class ViewCommands {
    private final MainWindow window;
    private final Settings settings;

    ViewCommands(MainWindow window) {
        this.window = window;
        settings = window.settings();
    }

    Settings settings() {
        return settings;
    }

    /** Changes a setting that is on or off. */
    void toggle(SettingKey<Boolean> key) {
        settings.put(key, !settings.get(key));
        changed();
    }

    /** Changes the size of text by some points, or with 0 to the usual size. */
    void changeFont(int points) {
        int wanted = points == 0 ? WindowKeys.FONT_SIZE.fallback() : settings.get(WindowKeys.FONT_SIZE) + points;
        int size = Math.max(WindowKeys.LEAST_FONT, Math.min(WindowKeys.MOST_FONT, wanted));
        settings.put(WindowKeys.FONT_SIZE, size);
        changed();
    }

    /** Shows or hides the detail of the selected row. */
    void toggleDetail() {
        boolean wanted = !settings.get(WindowKeys.DETAIL);
        settings.put(WindowKeys.DETAIL, wanted);
        window.tabs().forEach(shown -> shown.log().showDetail(wanted));
    }

    /** Changes the colours, once it is known whether the desktop is dark. */
    void changeLook(Settings.Look look) {
        settings.put(Settings.LOOK, look);
        Background.run("theme", () -> {
            boolean dark = SystemTheme.isDark();
            EventQueue.invokeLater(() -> {
                Theme.change(look, dark);
                applyIcons();
            });
        });
    }

    private void changed() {
        applyOnTop();
        tellParts(window.getContentPane());
    }

    void applyOnTop() {
        boolean onTop = settings.get(WindowKeys.ON_TOP);
        if (window.isAlwaysOnTop() != onTop) {
            window.setAlwaysOnTop(onTop);
        }
    }

    /** Draws the icons of the window, for the title bar and the task bar, in the colours of the look. */
    void applyIcons() {
        List<Image> icons = IntStream.of(16, 24, 32, 48, 64)
                .mapToObj(size -> Icons.image("app", size, Token.SENT))
                .toList();
        window.setIconImages(icons);
        for (Window owned : window.getOwnedWindows()) {
            if (owned instanceof Dialog) {
                owned.setIconImages(icons); // an open one would keep those with which it was opened
            }
        }
    }

    /** Applies the settings to a new workspace, and gives the title of its log a menu of columns in these words. */
    void applyTo(Workspace workspace, Words words) {
        tellParts(workspace);
        JPopupMenu menu = new JPopupMenu();
        ColumnMenu.fill(menu, this, words, () -> workspace.log().fields());
        giveMenu(workspace, menu);
    }

    private void tellParts(Component root) {
        if (root instanceof ViewPart part) {
            part.viewChanged(settings);
        }
        if (root instanceof Container container) {
            for (Component child : container.getComponents()) {
                tellParts(child);
            }
        }
    }

    private static void giveMenu(Container root, JPopupMenu menu) {
        for (Component child : root.getComponents()) {
            if (child instanceof LogTable table) {
                table.getTableHeader().setComponentPopupMenu(menu);
            } else if (child instanceof Container container) {
                giveMenu(container, menu);
            }
        }
    }
}
