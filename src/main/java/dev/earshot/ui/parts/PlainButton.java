package dev.earshot.ui.parts;

import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JToolTip;

/** A button that shows its text as it is, never as HTML. */
public class PlainButton extends JButton {
    public PlainButton() {
        Plain.make(this);
    }

    public PlainButton(String text) {
        this();
        setText(text);
    }

    public PlainButton(Icon icon) {
        this();
        setIcon(icon);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
