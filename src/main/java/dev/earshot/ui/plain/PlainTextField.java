package dev.earshot.ui.plain;

import java.awt.Container;
import javax.swing.JTextField;
import javax.swing.JToolTip;

/** A field of one line whose tool tip shows its text as it is, never as HTML. */
public class PlainTextField extends JTextField {
    private boolean disabling;

    public PlainTextField() {}

    public PlainTextField(String text) {
        super(text);
    }

    public PlainTextField(int columns) {
        super(columns);
    }

    /** Disables the field but leaves the keyboard where it is, if the field has it, rather than with a neighbour. */
    @Override
    public void setEnabled(boolean enabled) {
        disabling = !enabled;
        super.setEnabled(enabled);
        disabling = false;
    }

    /** Returns null while the field is being disabled, so that Swing finds no neighbour for the keyboard. */
    @Override
    public Container getFocusCycleRootAncestor() {
        return disabling ? null : super.getFocusCycleRootAncestor();
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
