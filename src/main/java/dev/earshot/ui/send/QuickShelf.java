package dev.earshot.ui.send;

import dev.earshot.send.QuickSends;

/** The quick sends, the same in all tabs. Confined to the EDT. */
public final class QuickShelf {
    private QuickSends present; // null: not read yet

    QuickSends quickSends() {
        return present == null ? QuickSends.NONE : present;
    }

    /** These stand in the file, as one tab has found; another may have done so before, and changed them since. */
    void read(QuickSends found) {
        present = present == null ? found : present;
    }

    void change(QuickSends now) {
        present = now;
    }
}
