package dev.earshot.ui.log;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What was selected in the log and where one was in it, by the numbers of the rows, while the filter that shows them is
 * exchanged. A filter finds its rows one by one, so that it may take a while until everything is in its place again.
 */
final class ScrollAnchor {
    /** Of more selected rows only the last chosen one stays so: each is looked up by itself. */
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
                : selection.stretches().stream()
                        .flatMapToLong(s -> LongStream.rangeClosed(s[0], s[1]))
                        .map(rows::number)
                        .toArray();
        long anchorPlace = selectedLead ? leadPlace : view.firstPlace();
        anchor = anchorPlace < rows.end() ? rows.number(anchorPlace) : ShownRows.NONE;
        anchorShift = view.shift(anchorPlace);
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
        while (restored < selected.length && rows.decided(selected[restored])) {
            select(selected[restored]);
            restored++;
        }
        if (!placed && rows.decided(anchor)) {
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

    /** At the tail again, unless the selected row could not be seen there. */
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
