package dev.earshot.ui;

import dev.earshot.session.SettingKey;
import dev.earshot.session.Settings;
import dev.earshot.session.WindowKeys;
import dev.earshot.session.Words;
import dev.earshot.ui.log.LogTable;
import dev.earshot.ui.parts.ViewPart;
import java.awt.Component;
import java.awt.Container;
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

    private void changed() {
        applyToWindow();
        tellParts(window.getContentPane());
    }

    /** Applies what belongs to the window itself. */
    void applyToWindow() {
        boolean onTop = settings.get(WindowKeys.ON_TOP);
        if (window.isAlwaysOnTop() != onTop) {
            window.setAlwaysOnTop(onTop);
        }
    }

    /** Applies the settings to a new workspace, and gives the title of its log a menu of columns in these words. */
    void applyTo(Workspace workspace, Words words) {
        tellParts(workspace);
        JPopupMenu menu = new JPopupMenu();
        ColumnMenu.fill(menu, this, words);
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
