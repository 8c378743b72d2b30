package dev.earshot.ui.plain;

import java.awt.Container;
import javax.swing.ComboBoxModel;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JToolTip;

/** A box of choices that shows each of them as it is, never as HTML. */
public class PlainComboBox<T> extends JComboBox<T> {
    private boolean disabling;

    public PlainComboBox() {
        this(new DefaultComboBoxModel<>());
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainComboBox(ComboBoxModel<T> choices) {
        super(choices);
        Plain.disableHtml(this);
        setRenderer(new PlainListCell());
    }

    /** Keeps the text that is being typed, in place of which Swing would show the last choice again. */
    @Override
    public void updateUI() {
        Object typed = isEditable() ? getEditor().getItem() : null;
        super.updateUI();
        if (typed != null) {
            getEditor().setItem(typed);
        }
    }

    /**
     * Enables or disables the box. If it is so already, it is not painted again, as a box of Swing would be. The
     * keyboard stays where it is, if the box has it, rather than with a neighbour.
     */
    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != isEnabled()) {
            disabling = !enabled;
            super.setEnabled(enabled);
            disabling = false;
        }
    }

    /** Returns null while the box is being disabled, so that Swing finds no neighbour for the keyboard. */
    @Override
    public Container getFocusCycleRootAncestor() {
        return disabling ? null : super.getFocusCycleRootAncestor();
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
