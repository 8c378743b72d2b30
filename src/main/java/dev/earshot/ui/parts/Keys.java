package dev.earshot.ui.parts;

import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Key strokes, with the Command key where the others have Ctrl on macOS. */
public final class Keys {
    private Keys() {}

    /** @param key one of {@link KeyEvent}'s codes */
    public static KeyStroke menu(int key) {
        return KeyStroke.getKeyStroke(key, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
    }

    public static KeyStroke shiftMenu(int key) {
        int mask = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        return KeyStroke.getKeyStroke(key, mask | InputEvent.SHIFT_DOWN_MASK);
    }

    public static KeyStroke shift(int key) {
        return KeyStroke.getKeyStroke(key, InputEvent.SHIFT_DOWN_MASK);
    }

    /** With the Ctrl key on every system. */
    public static KeyStroke control(int key) {
        return KeyStroke.getKeyStroke(key, InputEvent.CTRL_DOWN_MASK);
    }

    public static KeyStroke controlShift(int key) {
        return KeyStroke.getKeyStroke(key, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK);
    }

    public static KeyStroke plain(int key) {
        return KeyStroke.getKeyStroke(key, 0);
    }

    static Action action(Runnable command) {
        return new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                command.run();
            }
        };
    }

    /** @param condition one of {@link JComponent}'s three, such as {@code WHEN_FOCUSED} */
    public static void bind(JComponent component, int condition, KeyStroke stroke, Runnable command) {
        component.getInputMap(condition).put(stroke, stroke.toString());
        component.getActionMap().put(stroke.toString(), action(command));
    }

    /** The same while the component has the keyboard and {@code valid} holds; else the key means what it did before. */
    public static void bindWhile(JComponent component, BooleanSupplier valid, KeyStroke stroke, Runnable command) {
        component.getInputMap(JComponent.WHEN_FOCUSED).put(stroke, stroke.toString());
        component.getActionMap().put(stroke.toString(), new AbstractAction() {
            @Override
            public boolean isEnabled() {
                return valid.getAsBoolean();
            }

            @Override
            public void actionPerformed(ActionEvent e) {
                command.run();
            }
        });
    }

    /** The key as a person reads it: {@code Ctrl+Enter}. */
    public static String name(KeyStroke stroke) {
        String modifiers = InputEvent.getModifiersExText(stroke.getModifiers());
        String key = KeyEvent.getKeyText(stroke.getKeyCode());
        return modifiers.isEmpty() ? key : modifiers + "+" + key;
    }
}
