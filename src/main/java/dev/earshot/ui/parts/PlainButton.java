package dev.earshot.ui.parts;

import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JToolTip;

/** A button that shows its text as it is, never as HTML. */
public class PlainButton extends JButton {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainButton() {
        Plain.disableHtml(this);
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainButton(String text) {
        this();
        setText(text);
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainButton(Icon icon) {
        this();
        setIcon(icon);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
