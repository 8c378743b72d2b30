package dev.earshot.ui.parts;

import java.awt.event.KeyEvent;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JComponent;

/** Declares the keys that all forms, fields and windows share: Enter applies, Esc leaves. */
public final class FormShortcuts {
    private static final Command<Runnable> ENTER = Command.unlisted(Runnable::run, Keys.plain(KeyEvent.VK_ENTER));
    private static final Command<Runnable> ESCAPE = Command.unlisted(Runnable::run, Keys.plain(KeyEvent.VK_ESCAPE));

    private FormShortcuts() {}

    /**
     * Binds Enter to an action.
     *
     * @param scope one of {@link JComponent}'s three, such as {@code WHEN_FOCUSED}
     */
    public static void enter(JComponent component, int scope, Runnable action) {
        ENTER.bind(component, scope, () -> action);
    }

    /** Binds Enter in a focused component; while the condition does not hold, Enter keeps its other meaning. */
    static void enterWhile(JComponent component, BooleanSupplier condition, Runnable action) {
        ENTER.when(any -> condition.getAsBoolean()).bindWhileEnabled(component, JComponent.WHEN_FOCUSED, () -> action);
    }

    /** Makes Enter click a focused button, where it would otherwise apply the form around it. */
    public static void enterClicks(AbstractButton button) {
        enter(button, JComponent.WHEN_FOCUSED, button::doClick);
    }

    /**
     * Binds Esc to an action.
     *
     * @param scope one of {@link JComponent}'s three, such as {@code WHEN_FOCUSED}
     */
    public static void escape(JComponent component, int scope, Runnable action) {
        ESCAPE.bind(component, scope, () -> action);
    }
}
