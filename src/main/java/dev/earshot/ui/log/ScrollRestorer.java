package dev.earshot.ui.log;

/** Refreshes the log; after a change of the filter it restores the selection and the scroll position. */
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

    /** Refreshes the log; returns whether earlier rows read differently now. */
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

    /** Whether a change of the selection is part of restoring it; a change by a person ends the restoring. */
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
