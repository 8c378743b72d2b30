package dev.earshot.ui.plain;

import java.awt.Container;
import javax.swing.Icon;
import javax.swing.JToggleButton;
import javax.swing.JToolTip;

/** A button that stays pressed and shows its text as it is, never as HTML. */
public final class PlainToggleButton extends JToggleButton {
    private boolean disabling;

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

    /** Disables the button but leaves the keyboard where it is, if the button has it, rather than with a neighbour. */
    @Override
    public void setEnabled(boolean enabled) {
        disabling = !enabled;
        super.setEnabled(enabled);
        disabling = false;
    }

    /** Returns null while the button is being disabled, so that Swing finds no neighbour for the keyboard. */
    @Override
    public Container getFocusCycleRootAncestor() {
        return disabling ? null : super.getFocusCycleRootAncestor();
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
