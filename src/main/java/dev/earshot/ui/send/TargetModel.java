package dev.earshot.ui.send;

import dev.earshot.ui.parts.DiffListModel;
import java.awt.EventQueue;
import java.util.List;
import javax.swing.AbstractListModel;
import javax.swing.ComboBoxModel;
import javax.swing.event.ListDataListener;

/** The targets in the list of a {@link ClientBox}, and a choice that need not be one of them. Confined to the EDT. */
final class TargetModel extends AbstractListModel<Target> implements ComboBoxModel<Target> {
    private final DiffListModel<Target> list = new DiffListModel<>();
    private Target selected = new Target.Nobody();
    private transient Runnable elsewhere; // null: nobody is asked for

    TargetModel() {
        list.setItems(List.of(selected));
    }

    /** Sets the list; the choice stays. */
    void setItems(List<Target> targets) {
        list.setItems(targets);
    }

    /** Sets what is run when a person picks {@link Target.Elsewhere}, which is never chosen itself. */
    void offerElsewhere(Runnable asked) {
        elsewhere = asked;
    }

    boolean offersElsewhere() {
        return elsewhere != null;
    }

    /** Returns the place of the choice in the list; -1 if it is not there. */
    int selectedIndex() {
        return list.indexOf(selected);
    }

    @Override
    public void setSelectedItem(Object item) {
        if (item instanceof Target.Elsewhere) {
            EventQueue.invokeLater(elsewhere); // later, for now the box still has its list open
        } else if (item instanceof Target target && !target.equals(selected)) {
            selected = target;
            fireContentsChanged(this, -1, -1);
        }
    }

    @Override
    public Target getSelectedItem() {
        return selected;
    }

    @Override
    public int getSize() {
        return list.getSize();
    }

    @Override
    public Target getElementAt(int index) {
        return list.getElementAt(index);
    }

    @Override
    public void addListDataListener(ListDataListener listener) {
        super.addListDataListener(listener);
        list.addListDataListener(listener);
    }

    @Override
    public void removeListDataListener(ListDataListener listener) {
        super.removeListDataListener(listener);
        list.removeListDataListener(listener);
    }
}
