package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.PlainTextField;
import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Consumer;

/** The field in which a tab is renamed. Enter or losing the focus accepts the name, Esc does not. */
final class TabNameField extends PlainTextField {
    private static final int WIDTH = 150;

    /** Leaves the strip as high as it is. */
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
        setPreferredSize(new Dimension(UIScale.scale(WIDTH), UIScale.scale(HEIGHT)));
        selectAll();
        FormShortcuts.enter(this, WHEN_FOCUSED, () -> close(getText()));
        FormShortcuts.escape(this, WHEN_FOCUSED, () -> close(null));
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    close(getText());
                }
            }
        });
    }

    private void close(String name) {
        if (done != null) {
            Consumer<String> listener = done;
            done = null;
            listener.accept(name);
        }
    }
}
