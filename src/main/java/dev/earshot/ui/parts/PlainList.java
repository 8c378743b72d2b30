package dev.earshot.ui.parts;

import javax.swing.JList;
import javax.swing.JToolTip;
import javax.swing.ListModel;

/** A list that shows its choices and tool tips as they are, never as HTML. */
public class PlainList<T> extends JList<T> {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainList(ListModel<T> model) {
        super(model);
        setCellRenderer(new PlainListCell());
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
