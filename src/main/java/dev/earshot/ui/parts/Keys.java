package dev.earshot.ui.parts;

import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/**
 * Makes the key strokes of commands. The menu key is Ctrl, and the Command key on macOS. Codes of keys are {@link
 * KeyEvent}'s.
 */
public final class Keys {
    private Keys() {}

    /** Returns a key with the menu key. */
    public static KeyStroke menu(int key) {
        return KeyStroke.getKeyStroke(key, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx());
    }

    /** Returns a key with Shift and the menu key. */
    public static KeyStroke shiftMenu(int key) {
        int mask = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        return KeyStroke.getKeyStroke(key, mask | InputEvent.SHIFT_DOWN_MASK);
    }

    /** Returns a key with Shift. */
    public static KeyStroke shift(int key) {
        return KeyStroke.getKeyStroke(key, InputEvent.SHIFT_DOWN_MASK);
    }

    /** Returns a key with Ctrl, on macOS too. */
    public static KeyStroke control(int key) {
        return KeyStroke.getKeyStroke(key, InputEvent.CTRL_DOWN_MASK);
    }

    /** Returns a key with Ctrl and Shift, on macOS too. */
    public static KeyStroke controlShift(int key) {
        return KeyStroke.getKeyStroke(key, InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK);
    }

    /** Returns a key alone. */
    public static KeyStroke plain(int key) {
        return KeyStroke.getKeyStroke(key, 0);
    }

    /** Returns the name of a stroke for people, such as {@code Ctrl+Enter}. */
    public static String name(KeyStroke stroke) {
        String modifiers = InputEvent.getModifiersExText(stroke.getModifiers());
        String key = KeyEvent.getKeyText(stroke.getKeyCode());
        return modifiers.isEmpty() ? key : modifiers + "+" + key;
    }
}
