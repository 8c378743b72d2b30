package dev.earshot.ui.parts;

import javax.swing.JTextField;
import javax.swing.JToolTip;

/** A field of one line whose tool tip shows its text as it is, never as HTML. */
public class PlainTextField extends JTextField {
    public PlainTextField() {}

    public PlainTextField(String text) {
        super(text);
    }

    public PlainTextField(int columns) {
        super(columns);
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
