package dev.earshot.ui.log;

/** Refreshes the log, and where only its filter was exchanged, brings back what was selected in it and what was seen. */
final class ScrollRestorer {
    private final LogView view;
    private final LogSelection selection;
    private final LogTableModel model;
    private final Runnable broughtBack;
    private ScrollAnchor kept; // while the filter is exchanged
    private boolean refreshing;

    /** @param broughtBack is run when what can be selected again is */
    ScrollRestorer(LogView view, LogSelection selection, LogTableModel model, Runnable broughtBack) {
        this.view = view;
        this.selection = selection;
        this.model = model;
        this.broughtBack = broughtBack;
    }

    /** Says whether rows that were there read differently now. */
    boolean refresh() {
        if (model.filterChanged()) {
            keep();
        } else if (!model.rows().sameNumbers()) {
            forget();
        }
        refreshing = true;
        boolean otherwise = model.refresh();
        boolean restored = kept != null && kept.restore();
        refreshing = false;
        if (restored) {
            forget();
            broughtBack.run();
        }
        return otherwise;
    }

    /** Whether the selection changes only on its way back; if a person has changed it, it does not come back. */
    boolean bringsBack() {
        if (!refreshing) {
            forget();
        }
        return kept != null && kept.holdsSelection();
    }

    void forget() {
        kept = null;
        view.exchanging(false);
    }

    private void keep() {
        if (kept == null) {
            kept = new ScrollAnchor(view, selection, model.rows());
            view.exchanging(true);
        } else {
            kept.again();
        }
    }
}
