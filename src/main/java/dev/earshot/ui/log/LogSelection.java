package dev.earshot.ui.log;

import dev.earshot.journal.export.RowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.ListSelectionModel;
import javax.swing.event.EventListenerList;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.ListSelectionListener;

/**
 * Holds the selected rows of the log as ranges of places. A billion selected rows take no more memory than two.
 * For the table it is a selection model of the rows in its window. Confined to the EDT.
 */
final class LogSelection implements ListSelectionModel {
    private final LogTableModel model;
    private final TreeMap<Long, Long> selected = new TreeMap<>(); // first to last place; never two side by side
    private final EventListenerList listeners = new EventListenerList();
    private long anchor = ShownRows.NONE;
    private long lead = ShownRows.NONE;
    private boolean adjusting;

    LogSelection(LogTableModel model) {
        this.model = model;
    }

    /** Returns the place that was chosen last, selected or not, or {@link ShownRows#NONE}. */
    long lead() {
        return lead;
    }

    boolean contains(long place) {
        Map.Entry<Long, Long> range = selected.floorEntry(place);
        return range != null && range.getValue() >= place;
    }

    /** Returns the number of selected rows. */
    long count() {
        return selected.entrySet().stream()
                .mapToLong(s -> s.getValue() - s.getKey() + 1)
                .sum();
    }

    /** Returns the places of the selected rows, ascending. */
    List<RowRange> ranges() {
        List<RowRange> all = new ArrayList<>();
        selected.forEach((first, last) -> all.add(new RowRange(first, last)));
        return all;
    }

    /** Selects the rows from one place to the other and nothing else; the second place is the lead. */
    void select(long from, long to) {
        selected.clear();
        add(from, to);
    }

    /** Selects the rows from one place to the other as well. */
    void add(long from, long to) {
        cover(Math.min(from, to), Math.max(from, to));
        lead(from, to);
    }

    void remove(long from, long to) {
        uncover(Math.min(from, to), Math.max(from, to));
        lead(from, to);
    }

    /** Selects the rows from the anchor to this place and nothing else. */
    void extend(long to) {
        select(anchor == ShownRows.NONE ? to : anchor, to);
    }

    /** Selects or deselects the rows from the anchor to this place, and leaves all others as they are. */
    void extendWithin(long to) {
        long from = anchor == ShownRows.NONE ? to : anchor;
        if (contains(from)) {
            add(from, to);
        } else {
            remove(from, to);
        }
    }

    /** Deselects rows that were removed from the log. */
    void drop(long before) {
        boolean touched = !selected.isEmpty() && selected.firstKey() < before;
        if (touched) {
            uncover(Long.MIN_VALUE, before - 1);
        }
        lead = lead < before ? ShownRows.NONE : lead;
        anchor = anchor == ShownRows.NONE ? anchor : Math.max(anchor, before);
        if (touched) {
            fire();
        }
    }

    /** Selects what is selected in another log whose places are the same. */
    void takeOver(LogSelection other) {
        selected.clear();
        selected.putAll(other.selected);
        lead(other.anchor, other.lead);
    }

    private void cover(long first, long last) {
        long from = first;
        long to = last;
        Map.Entry<Long, Long> near = selected.floorEntry(last + 1);
        while (near != null && near.getValue() >= first - 1) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            selected.remove(near.getKey());
            near = selected.floorEntry(last + 1);
        }
        selected.put(from, to);
    }

    private void uncover(long first, long last) {
        Map.Entry<Long, Long> near = selected.floorEntry(last);
        while (near != null && near.getValue() >= first) {
            selected.remove(near.getKey());
            if (near.getValue() > last) {
                selected.put(last + 1, near.getValue());
            }
            if (near.getKey() < first) {
                selected.put(near.getKey(), first - 1);
            }
            near = selected.lowerEntry(near.getKey());
        }
    }

    private void lead(long from, long to) {
        anchor = from;
        lead = to;
        fire();
    }

    private void fire() {
        int last = Math.max(0, model.getRowCount() - 1);
        ListSelectionEvent event = new ListSelectionEvent(this, 0, last, adjusting);
        for (ListSelectionListener listener : listeners.getListeners(ListSelectionListener.class)) {
            listener.valueChanged(event);
        }
    }

    @Override
    public void setSelectionInterval(int from, int to) {
        select(model.place(from), model.place(to));
    }

    @Override
    public void addSelectionInterval(int from, int to) {
        add(model.place(from), model.place(to));
    }

    @Override
    public void removeSelectionInterval(int from, int to) {
        remove(model.place(from), model.place(to));
    }

    @Override
    public int getMinSelectionIndex() {
        long base = model.place(0);
        Long next = contains(base) ? Long.valueOf(base) : selected.ceilingKey(base);
        return next == null ? -1 : model.viewRow(next);
    }

    @Override
    public int getMaxSelectionIndex() {
        long last = model.place(model.getRowCount() - 1);
        Map.Entry<Long, Long> before = selected.floorEntry(last);
        return before == null ? -1 : model.viewRow(Math.min(last, before.getValue()));
    }

    @Override
    public boolean isSelectedIndex(int index) {
        return index >= 0 && contains(model.place(index));
    }

    @Override
    public int getAnchorSelectionIndex() {
        return model.viewRow(anchor);
    }

    @Override
    public void setAnchorSelectionIndex(int index) {
        anchor = index < 0 ? ShownRows.NONE : model.place(index);
    }

    @Override
    public int getLeadSelectionIndex() {
        return model.viewRow(lead);
    }

    @Override
    public void setLeadSelectionIndex(int index) {
        lead = index < 0 ? ShownRows.NONE : model.place(index);
        fire();
    }

    @Override
    public void clearSelection() {
        selected.clear();
        fire();
    }

    @Override
    public boolean isSelectionEmpty() {
        return selected.isEmpty();
    }

    /** Does nothing, because rows keep their places. */
    @Override
    public void insertIndexInterval(int index, int length, boolean before) {}

    /** Does nothing, because rows keep their places; {@link #drop} handles removed rows. */
    @Override
    public void removeIndexInterval(int from, int to) {}

    @Override
    public void setValueIsAdjusting(boolean now) {
        adjusting = now;
    }

    @Override
    public boolean getValueIsAdjusting() {
        return adjusting;
    }

    @Override
    public void setSelectionMode(int mode) {
        if (mode != MULTIPLE_INTERVAL_SELECTION) {
            throw new IllegalArgumentException("mode " + mode);
        }
    }

    @Override
    public int getSelectionMode() {
        return MULTIPLE_INTERVAL_SELECTION;
    }

    @Override
    public void addListSelectionListener(ListSelectionListener listener) {
        listeners.add(ListSelectionListener.class, listener);
    }

    @Override
    public void removeListSelectionListener(ListSelectionListener listener) {
        listeners.remove(ListSelectionListener.class, listener);
    }
}
