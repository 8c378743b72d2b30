package dev.earshot.ui.parts;

import javax.swing.ComboBoxModel;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JToolTip;

/** A box of choices that shows each of them as it is, never as HTML. */
public class PlainComboBox<T> extends JComboBox<T> {
    public PlainComboBox() {
        this(new DefaultComboBoxModel<>());
    }

    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainComboBox(ComboBoxModel<T> choices) {
        super(choices);
        Plain.disableHtml(this);
        setRenderer(new PlainListCell());
    }

    /** Enables or disables the box. If it is so already, it is not painted again, as a box of Swing would be. */
    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != isEnabled()) {
            super.setEnabled(enabled);
        }
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
