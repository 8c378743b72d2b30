package dev.earshot.ui;

import dev.earshot.net.Background;
import dev.earshot.session.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the settings remember of the tabs: which there are, in which order, and what a new one begins with. */
final class TabRecords {
    private static final int HIGHEST_PORT = 65_535;

    private final Settings settings;
    private int latest;

    TabRecords(Settings settings) {
        this.settings = settings;
        latest = Collections.max(settings.get(Settings.TABS));
    }

    /** The tabs as they were the last time, from left to right. */
    List<SessionTab> all() {
        return settings.get(Settings.TABS).stream()
                .map(number -> new SessionTab(settings.tab(number)))
                .toList();
    }

    /** The settings of a tab that has never been. */
    Settings fresh() {
        return settings.tab(++latest);
    }

    /** The same, like those of another tab but for its name. */
    Settings like(SessionTab tab) {
        Settings fresh = fresh();
        fresh.copyFrom(tab.settings());
        fresh.put(Settings.NAME, "");
        return fresh;
    }

    /** This port, or the next above that stands in no tab; what is no number, and 0, stay what they are. */
    static String freePort(String wanted, List<SessionTab> tabs) {
        if (!wanted.matches("[1-9]\\d{0,4}")) {
            return wanted;
        }
        Set<String> taken = tabs.stream().map(SessionTab::port).collect(Collectors.toSet());
        int port = Integer.parseInt(wanted);
        while (taken.contains(String.valueOf(port)) && port < HIGHEST_PORT) {
            port++;
        }
        return String.valueOf(port);
    }

    void chosen(SessionTab tab) {
        settings.put(Settings.TAB_SELECTED, tab.number());
    }

    /** These are the tabs now. Old captures are not there any more the next time. */
    void remember(List<SessionTab> tabs) {
        List<Integer> numbers = tabs.stream()
                .filter(tab -> !tab.isCapture())
                .map(SessionTab::number)
                .toList();
        settings.put(Settings.TABS, numbers.isEmpty() ? List.of(++latest) : numbers);
        save();
    }

    /** At once: the program may be killed. */
    void save() {
        Background.runToTheEnd("settings", settings::save);
    }
}
