package dev.earshot.ui.plain;

import java.awt.Container;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JToolTip;

/** A button that shows its text as it is, never as HTML. */
public class PlainButton extends JButton {
    private boolean disabling;

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
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
