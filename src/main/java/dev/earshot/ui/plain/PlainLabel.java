package dev.earshot.ui.plain;

import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JToolTip;

/** A label that shows its text as it is, never as HTML. */
public class PlainLabel extends JLabel {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainLabel() {
        Plain.disableHtml(this);
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainLabel(String text) {
        this();
        setText(text);
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainLabel(Icon icon) {
        this();
        setIcon(icon);
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainLabel(String text, int alignment) {
        this(text);
        setHorizontalAlignment(alignment);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
