package dev.earshot.ui;

/** Shows what has changed in the tabs. Confined to the EDT. */
final class TabRefresh {
    private final TabStrip strip;

    TabRefresh(TabStrip strip) {
        this.strip = strip;
    }

    /** Shows what has changed in the selected tab. */
    void refreshSelected() {
        SessionTab tab = strip.selected();
        if (tab.workspace() != null) {
            tab.workspace().refresh();
        }
        label(tab);
    }

    /** Updates figures and states, also those of hidden tabs. */
    void refreshFigures() {
        for (SessionTab tab : strip.tabs()) {
            if (tab != strip.selected()) {
                tab.refreshHidden();
            } else if (tab.workspace() != null) {
                tab.workspace().refreshClients();
            }
            label(tab);
        }
    }

    /** Updates what the strip shows of a tab; there is none while there is only one tab. */
    private void label(SessionTab tab) {
        if (strip.getTabCount() > 1) {
            strip.update(tab);
        }
    }
}
