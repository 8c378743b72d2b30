package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.Container;
import java.awt.Point;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.SwingUtilities;

/** The field over a tab in which it is renamed. Enter or losing the focus accepts the name, Esc does not. */
final class TabNameField extends PlainTextField {
    private static final int WIDTH = 150;

    private static final int HEIGHT = 24;

    private transient Consumer<String> done;

    /** @param done takes the new name, or null if the name stays */
    TabNameField(Words words, SessionTab tab, Consumer<String> done) {
        super(tab.settings().get(Settings.NAME));
        this.done = done;
        setName("tabNameField");
        // The title of a tab without a name.
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, tab.ordinaryTitle(words));
        getAccessibleContext().setAccessibleName(words.of("ui.tab.rename.field"));
        selectAll();
        FormShortcuts.enter(this, WHEN_FOCUSED, () -> close(getText()));
        FormShortcuts.escape(this, WHEN_FOCUSED, this::cancel);
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    close(getText());
                }
            }
        });
    }

    /** Shows the field over the label of its tab, or as far to the left as the window needs. */
    void openOver(JComponent label) {
        JLayeredPane layers = label.getRootPane().getLayeredPane();
        Point at = SwingUtilities.convertPoint(label, 0, 0, layers);
        int width = Math.max(UIScale.scale(WIDTH), label.getWidth());
        int height = UIScale.scale(HEIGHT);
        int x = Math.max(0, Math.min(at.x, layers.getWidth() - width));
        setBounds(x, at.y + (label.getHeight() - height) / 2, width, height);
        layers.add(this, JLayeredPane.PALETTE_LAYER, 0);
        requestFocusInWindow();
    }

    /** Leaves the name as it is. */
    void cancel() {
        close(null);
    }

    private void close(String name) {
        if (done != null) {
            Consumer<String> listener = done;
            done = null;
            Container layers = getParent();
            layers.remove(this);
            layers.repaint(getX(), getY(), getWidth(), getHeight());
            listener.accept(name);
        }
    }
}
