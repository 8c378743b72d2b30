package dev.earshot.ui.send;

import dev.earshot.send.QuickSends;

/** Holds the quick sends, which are the same in all tabs. Confined to the EDT. */
public final class QuickShelf {
    private QuickSends present; // null: not read yet

    QuickSends quickSends() {
        return present == null ? QuickSends.NONE : present;
    }

    /** Takes the quick sends from the file, unless another tab has read them before: they may have changed since. */
    void read(QuickSends found) {
        present = present == null ? found : present;
    }

    void change(QuickSends now) {
        present = now;
    }
}
