package dev.earshot.ui.parts;

import javax.swing.JComboBox;
import javax.swing.JToolTip;

/** A box of choices that shows each of them as it is, never as HTML. */
public class PlainComboBox<T> extends JComboBox<T> {
    public PlainComboBox() {
        Plain.make(this);
        setRenderer(new PlainListCell());
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.tip(this);
    }
}
