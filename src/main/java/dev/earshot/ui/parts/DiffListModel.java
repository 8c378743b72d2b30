package dev.earshot.ui.parts;

import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractListModel;

/**
 * A list model that reports only the rows that differ when it takes new items: those between the common beginning and
 * the common end. If one of a thousand rows changes, the others are not laid out again. Confined to the EDT.
 */
public final class DiffListModel<T> extends AbstractListModel<T> {
    private List<T> items = new ArrayList<>();

    /** Takes new items; returns whether anything differed. */
    public boolean setItems(List<T> wanted) {
        int head = 0;
        int most = Math.min(items.size(), wanted.size());
        while (head < most && items.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && items.get(items.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        int oldMiddle = items.size() - head - tail;
        int newMiddle = wanted.size() - head - tail;
        if (oldMiddle == 0 && newMiddle == 0) {
            return false;
        }
        if (oldMiddle == newMiddle) {
            for (int i = head; i < head + newMiddle; i++) {
                items.set(i, wanted.get(i));
            }
            fireContentsChanged(this, head, head + newMiddle - 1);
            return true;
        }
        List<T> rest = List.copyOf(items.subList(items.size() - tail, items.size()));
        items = new ArrayList<>(items.subList(0, head));
        items.addAll(rest);
        if (oldMiddle > 0) {
            fireIntervalRemoved(this, head, head + oldMiddle - 1);
        }
        items.addAll(head, wanted.subList(head, head + newMiddle));
        if (newMiddle > 0) {
            fireIntervalAdded(this, head, head + newMiddle - 1);
        }
        return true;
    }

    public int indexOf(T item) {
        return items.indexOf(item);
    }

    @Override
    public int getSize() {
        return items.size();
    }

    @Override
    public T getElementAt(int index) {
        return items.get(index);
    }
}
