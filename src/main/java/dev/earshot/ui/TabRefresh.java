package dev.earshot.ui;

/** Shows what has changed in the tabs: the selected one as often as {@link Refresh} allows, the others by figures. */
final class TabRefresh {
    private static final int PAUSE_MILLIS = 33;

    private final TabStrip strip;
    private final Refresh refresh = new Refresh(PAUSE_MILLIS, this::refresh);

    TabRefresh(TabStrip strip) {
        this.strip = strip;
    }

    /** Soon shows what has changed in the selected tab. Any thread. */
    void request() {
        refresh.request();
    }

    private void refresh() {
        SessionTab tab = strip.selected();
        if (tab.workspace() != null) {
            tab.workspace().refresh();
        }
        label(tab);
    }

    /** Updates figures and states, also those of hidden tabs. */
    void figures() {
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
