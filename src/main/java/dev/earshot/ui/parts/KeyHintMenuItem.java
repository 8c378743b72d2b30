package dev.earshot.ui.parts;

import dev.earshot.ui.plain.PlainMenuItem;
import java.awt.event.KeyEvent;
import javax.swing.KeyStroke;

/** A menu item that names a key but does not take it: the key works only in the part of the window that binds it. */
public final class KeyHintMenuItem extends PlainMenuItem {
    @Override
    protected boolean processKeyBinding(KeyStroke stroke, KeyEvent e, int condition, boolean pressed) {
        return false;
    }
}
