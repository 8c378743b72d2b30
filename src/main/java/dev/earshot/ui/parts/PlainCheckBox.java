package dev.earshot.ui.parts;

import javax.swing.JCheckBox;
import javax.swing.JToolTip;

/** A tick box that shows its text as it is, never as HTML. */
public final class PlainCheckBox extends JCheckBox {
    public PlainCheckBox() {
        Plain.disableHtml(this);
    }

    public PlainCheckBox(String text) {
        this();
        setText(text);
    }

    public PlainCheckBox(String text, boolean selected) {
        this(text);
        setSelected(selected);
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
