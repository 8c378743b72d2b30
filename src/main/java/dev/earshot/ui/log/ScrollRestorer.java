package dev.earshot.ui.log;

/**
 * Restores the selection and the scroll position of the log after a change of the filter, and takes them over from a
 * log that this one replaces.
 */
final class ScrollRestorer {
    private final LogView view;
    private final LogSelection selection;
    private final LogTableModel model;
    private final Runnable afterRestoring;
    private ScrollAnchor anchor; // null: nothing to restore
    private boolean refreshing;

    /** @param afterRestoring is run after the selection was restored */
    ScrollRestorer(LogView view, LogSelection selection, LogTableModel model, Runnable afterRestoring) {
        this.view = view;
        this.selection = selection;
        this.model = model;
        this.afterRestoring = afterRestoring;
    }

    /** Remembers what a refresh of the log would lose; {@link #afterRefresh} must follow. */
    void beforeRefresh() {
        if (model.filterChanged()) {
            keep();
        } else if (!model.rows().hasSameNumbers()) {
            forget();
        }
        refreshing = true;
    }

    /** Restores what the filter has found again so far. */
    void afterRefresh() {
        boolean restored = anchor != null && anchor.restore();
        refreshing = false;
        if (restored) {
            forget();
            afterRestoring.run();
        }
    }

    /** Whether a change of the selection is part of restoring it; a change by a person ends the restoring. */
    boolean isRestoring() {
        if (!refreshing) {
            forget();
        }
        return anchor != null && anchor.holdsSelection();
    }

    /** Takes over what was selected and in view in the log that this one replaces, if it shows the same rows. */
    void takeOver(ScrollRestorer before) {
        if (model.rows().isLike(before.model.rows())) {
            selection.takeOver(before.selection);
            if (!before.view.following()) {
                view.follow(false);
                view.showAt(before.view.firstPlace(), before.view.shift(before.view.firstPlace()));
            }
        }
    }

    void forget() {
        anchor = null;
        view.exchanging(false);
    }

    private void keep() {
        if (anchor == null) {
            anchor = new ScrollAnchor(view, selection, model.rows());
            view.exchanging(true);
        } else {
            anchor.again();
        }
    }
}
