package dev.earshot.ui.send;

import dev.earshot.send.QuickSends;

/** Holds the quick sends, which are the same in all tabs. Confined to the EDT. */
public final class QuickShelf {
    private QuickSends present; // null: not read yet
    private QuickSends added = QuickSends.NONE; // before they were read

    /** Returns the quick sends; none before they have been read. */
    public QuickSends quickSends() {
        return present == null ? QuickSends.NONE : present;
    }

    /** Takes the quick sends from the file, unless another tab has read them before: they may have changed since. */
    void read(QuickSends found) {
        present = present == null ? found.with(added) : present;
    }

    /** Adds those that are not there yet, also before the others are read; returns whether they are. */
    boolean add(QuickSends more) {
        if (present == null) {
            added = added.with(more);
            return false;
        }
        present = present.with(more);
        return true;
    }

    void change(QuickSends now) {
        present = now;
    }
}
