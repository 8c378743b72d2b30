package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.CommandTable;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.SideWindow;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Font;
import java.awt.Window;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** A small window that lists the commands with keys, by the place where each key works. */
final class KeySheet {
    private static final String NAME = "keySheet";
    private static final int HEIGHT = 560;

    private KeySheet() {}

    /** Opens the list in the middle of its parent, in place of one that is open already. */
    static void open(Window parent, Words words) {
        opened(parent).forEach(Window::dispose);
        JDialog dialog = new JDialog(parent);
        dialog.setName(NAME);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        SideWindow.bindGuide(dialog, "keys");
        fill(dialog, words);
        dialog.setLocationRelativeTo(parent);
        dialog.setVisible(true);
    }

    /** Shows an open list in another language. */
    static void translate(Window parent, Words words) {
        opened(parent).forEach(window -> fill((JDialog) window, words));
    }

    private static Stream<Window> opened(Window parent) {
        return Stream.of(parent.getOwnedWindows())
                .filter(window -> NAME.equals(window.getName()) && window.isDisplayable());
    }

    private static void fill(JDialog dialog, Words words) {
        dialog.setTitle(words.of("ui.menu.keys"));
        JPanel keys = list(words);
        JScrollPane list = Controls.scroll(keys);
        dialog.setContentPane(list);
        FormShortcuts.escape(keys, JComponent.WHEN_FOCUSED, dialog::dispose);
        dialog.pack();
        dialog.setSize(
                dialog.getWidth() + list.getVerticalScrollBar().getPreferredSize().width,
                Math.min(dialog.getHeight(), UIScale.scale(HEIGHT)));
    }

    private static JPanel list(Words words) {
        JPanel panel = new JPanel(new MigLayout("insets 12 16 16 16, wrap 2, gap 16 4", "[][grow, fill]"));
        panel.setName("keyList");
        panel.setFocusable(true); // without the focus, the sheet could not be scrolled by keys
        panel.setBackground(new TokenColor(Token.TABLE));
        String place = "";
        for (CommandTable<?> table : WindowShortcuts.ALL) {
            if (!table.place().equals(place)) {
                place = table.place();
                panel.add(heading(words.of(place)), "span, gaptop 8");
            }
            for (Command<?> command : table.commands()) {
                add(panel, words, command);
            }
        }
        return panel;
    }

    private static void add(JPanel panel, Words words, Command<?> command) {
        PlainLabel key = new PlainLabel(command.keyNames());
        key.setForeground(new TokenColor(Token.MUTED));
        PlainLabel name = new PlainLabel(words.of(command.key()));
        key.setLabelFor(name);
        panel.add(key);
        panel.add(name);
    }

    private static PlainLabel heading(String text) {
        PlainLabel label = new PlainLabel(text);
        label.setFont(Theme.sans(13).deriveFont(Font.BOLD));
        return label;
    }
}
