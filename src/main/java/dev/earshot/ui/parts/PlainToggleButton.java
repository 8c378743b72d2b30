package dev.earshot.ui.parts;

import javax.swing.Icon;
import javax.swing.JToggleButton;
import javax.swing.JToolTip;

/** A button that stays pressed and shows its text as it is, never as HTML. */
public final class PlainToggleButton extends JToggleButton {
    public PlainToggleButton() {
        Plain.disableHtml(this);
    }

    public PlainToggleButton(String text) {
        this();
        setText(text);
    }

    public PlainToggleButton(Icon icon) {
        this();
        setIcon(icon);
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
