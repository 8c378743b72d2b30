package dev.earshot.ui.plain;

import java.awt.Container;
import javax.swing.JCheckBox;
import javax.swing.JToolTip;

/** A tick box that shows its text as it is, never as HTML. */
public final class PlainCheckBox extends JCheckBox {
    private static final int MARGIN = 3;

    private boolean disabling;

    public PlainCheckBox() {
        Plain.disableHtml(this);
        Plain.alignDrawing(this, MARGIN);
    }

    public PlainCheckBox(String text) {
        this();
        setText(text);
    }

    public PlainCheckBox(String text, boolean selected) {
        this(text);
        setSelected(selected);
    }

    /** Disables the box but leaves the keyboard where it is, if the box has it, rather than with a neighbour. */
    @Override
    public void setEnabled(boolean enabled) {
        disabling = !enabled;
        super.setEnabled(enabled);
        disabling = false;
    }

    /** Returns null while the box is being disabled, so that Swing finds no neighbour for the keyboard. */
    @Override
    public Container getFocusCycleRootAncestor() {
        return disabling ? null : super.getFocusCycleRootAncestor();
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
