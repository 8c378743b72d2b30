package dev.earshot.ui;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What was selected in the log and where one was in it, by the numbers of the rows, while the filter that shows them is
 * exchanged. A filter finds its rows one by one, so that it may take a while until everything is in its place again.
 */
final class KeptPlace {
    /** Of more selected rows only the last chosen one stays so: each is looked up by itself. */
    private static final int MOST_SELECTED = 500;

    private final LogTable table;
    private final LogTableModel model;
    private final long[] selected;
    private final long lead;
    private final long anchor;
    private final int anchorShift;
    private final boolean following;
    private int restored;
    private boolean placed;

    KeptPlace(LogTable table, LogTableModel model) {
        this.table = table;
        this.model = model;
        following = table.following();
        int leadRow = table.getSelectionModel().getLeadSelectionIndex();
        boolean selectedLead = leadRow >= 0 && leadRow < table.getRowCount() && table.isRowSelected(leadRow);
        lead = selectedLead ? model.number(leadRow) : ShownRows.NONE;
        selected = table.getSelectedRowCount() > MOST_SELECTED
                ? new long[] {lead}
                : IntStream.of(table.getSelectedRows()).mapToLong(model::number).toArray();
        int anchorRow = selectedLead ? leadRow : table.firstVisibleRow();
        anchor = anchorRow < table.getRowCount() ? model.number(anchorRow) : ShownRows.NONE;
        anchorShift = table.visibleShift(anchorRow);
    }

    /** Whether the detail pane has something to show as soon as the row is there again. */
    boolean holdsSelection() {
        return selected.length > 0;
    }

    /** Begins again, for there is yet another filter. */
    void again() {
        restored = 0;
        placed = false;
    }

    /** Puts back what can be by now; returns whether that was everything. */
    boolean restore() {
        while (restored < selected.length && model.rows().decided(selected[restored])) {
            select(selected[restored]);
            restored++;
        }
        if (!placed && model.rows().decided(anchor)) {
            placed = true;
            place();
        }
        if (restored < selected.length || !placed) {
            return false;
        }
        if (Arrays.binarySearch(selected, lead) >= 0) {
            int row = model.viewRow(lead);
            if (row >= 0) {
                table.addRowSelectionInterval(row, row); // so that it leads again
            }
        }
        return true;
    }

    private void select(long number) {
        int row = model.viewRow(number);
        if (row >= 0) {
            table.addRowSelectionInterval(row, row);
        }
    }

    /** At the tail again, unless the selected row could not be seen there. */
    private void place() {
        int row = model.rows().viewRowFrom(anchor);
        if (following) {
            table.follow(true);
        }
        if (!following || lead != ShownRows.NONE && row < table.firstVisibleRow()) {
            table.follow(false);
            table.showAt(row, anchorShift);
        }
    }
}
