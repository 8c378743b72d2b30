package dev.earshot.ui.log;

/**
 * The row that was selected last: the detail shows it, and the log does not follow new rows while there is one.
 * Confined to the EDT.
 */
final class CurrentRow {
    private final LogTableModel model;
    private final LogView view;
    private final LogSelection selection;
    private final ScrollRestorer places;
    private final DetailPlace detail;
    private final DetailSplit split;

    CurrentRow(
            LogTableModel model,
            LogView view,
            LogSelection selection,
            ScrollRestorer places,
            DetailPlace detail,
            DetailSplit split) {
        this.model = model;
        this.view = view;
        this.selection = selection;
        this.places = places;
        this.detail = detail;
        this.split = split;
    }

    /** Returns its number, or {@link ShownRows#NONE}. */
    long number() {
        long lead = selection.lead();
        return selection.contains(lead) ? model.rows().number(lead) : ShownRows.NONE;
    }

    /** Adapts to another selection. */
    void changed() {
        if (places.isRestoring()) {
            return;
        }
        long number = number();
        if (number != ShownRows.NONE) {
            view.pause(); // a row that is looked at stays where it is
            detail.show(number);
        } else {
            detail.forget();
        }
        split.setSelected(!selection.isSelectionEmpty());
        if (selection.isSelectionEmpty()) {
            view.resume();
        }
    }

    /** Scrolls back to the row after the log has got another height. */
    void keepInView() {
        if (selection.contains(selection.lead()) && !places.isRestoring()) {
            view.scrollTo(selection.lead());
        }
    }
}
