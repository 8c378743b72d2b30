package dev.earshot.ui.log;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Remembers the selected rows and the scroll position by row numbers, while the filter changes. A filter
 * finds its rows one by one, so it may take time until all can be restored.
 */
final class ScrollAnchor {
    /** If more rows are selected, only the lead stays selected, because each one has to be looked up. */
    private static final int MOST_SELECTED = 500;

    private final LogView view;
    private final LogSelection selection;
    private final ShownRows rows;
    private final long[] selected;
    private final long lead;
    private final long anchor;
    private final long anchorShift;
    private final boolean following;
    private int restored;
    private boolean placed;

    ScrollAnchor(LogView view, LogSelection selection, ShownRows rows) {
        this.view = view;
        this.selection = selection;
        this.rows = rows;
        following = view.following();
        long leadPlace = selection.lead();
        boolean selectedLead = selection.contains(leadPlace);
        lead = selectedLead ? rows.number(leadPlace) : ShownRows.NONE;
        selected = selection.count() > MOST_SELECTED
                ? new long[] {lead}
                : selection.ranges().stream()
                        .flatMapToLong(range -> LongStream.rangeClosed(range.first(), range.last()))
                        .map(rows::number)
                        .toArray();
        long anchorPlace = selectedLead ? leadPlace : view.firstPlace();
        anchor = anchorPlace < rows.end() ? rows.number(anchorPlace) : ShownRows.NONE;
        anchorShift = view.shift(anchorPlace);
    }

    /** Whether a row will be selected again, so that the detail pane should wait for it. */
    boolean holdsSelection() {
        return selected.length > 0;
    }

    /** Starts again, because the filter was replaced again. */
    void again() {
        restored = 0;
        placed = false;
    }

    /** Restores what the filter has found so far; returns whether that was everything. */
    boolean restore() {
        while (restored < selected.length && rows.isDecided(selected[restored])) {
            select(selected[restored]);
            restored++;
        }
        if (!placed && rows.isDecided(anchor)) {
            placed = true;
            place();
        }
        if (restored < selected.length || !placed) {
            return false;
        }
        if (Arrays.binarySearch(selected, lead) >= 0) {
            select(lead); // so that it leads again
        }
        return true;
    }

    private void select(long number) {
        long place = rows.place(number);
        if (place != ShownRows.NONE) {
            selection.add(place, place);
        }
    }

    /** Follows the tail again, unless that would scroll the selected row out of view. */
    private void place() {
        long place = rows.placeFrom(anchor);
        if (following) {
            view.follow(true);
        }
        if (!following || lead != ShownRows.NONE && place < view.firstPlace()) {
            view.follow(false);
            view.showAt(place, anchorShift);
        }
    }
}
