package dev.earshot.ui.parts;

import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JToolTip;

/** A label that shows its text as it is, never as HTML. */
public class PlainLabel extends JLabel {
    public PlainLabel() {
        Plain.make(this);
    }

    public PlainLabel(String text) {
        this();
        setText(text);
    }

    public PlainLabel(Icon icon) {
        this();
        setIcon(icon);
    }

    public PlainLabel(String text, int alignment) {
        this(text);
        setHorizontalAlignment(alignment);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
