package dev.earshot.ui;

import dev.earshot.send.Profile;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and remembers which tabs the window has, and creates the settings of new tabs. */
final class TabRecords {
    private static final int HIGHEST_PORT = 65_535;

    private final Settings settings;
    private int latestNumber;

    TabRecords(Settings settings) {
        this.settings = settings;
        latestNumber = Collections.max(settings.get(Settings.TABS));
    }

    /** Returns the tabs of the last run, from left to right. */
    List<SessionTab> load() {
        return settings.get(Settings.TABS).stream()
                .map(number -> new SessionTab(settings.tab(number)))
                .toList();
    }

    /** Returns the settings of a new tab of this kind, with ports that no other tab has. */
    Settings fresh(EndpointKind kind, List<SessionTab> tabs) {
        Settings fresh = fresh();
        fresh.put(Settings.KIND, kind);
        for (EndpointKind any : EndpointKinds.ALL) { // the person may choose another kind in this tab
            any.portKey().ifPresent(port -> fresh.put(port, freePort(port.fallback(), tabs)));
        }
        return fresh;
    }

    /** Returns the settings of a new tab that connects to a TCP server. */
    Settings client(String host, String port) {
        Settings fresh = fresh();
        fresh.put(Settings.KIND, TcpClientKind.KIND);
        fresh.put(TcpClientKind.HOST, host);
        fresh.put(TcpClientKind.PORT, port);
        return fresh;
    }

    /** Returns the settings of a new tab with this set-up. */
    Settings profile(Profile profile) {
        Settings fresh = fresh();
        profile.applyTo(fresh);
        return fresh;
    }

    /** Returns the settings for a copy of a tab, with the next free port: two tabs cannot listen on one. */
    Settings duplicate(SessionTab tab, List<SessionTab> tabs) {
        Settings copy = like(tab);
        tab.kind().portKey().ifPresent(port -> copy.put(port, freePort(tab.port(), tabs)));
        return copy;
    }

    /** Returns the settings of a tab for an old capture, with the view settings of another tab. */
    Settings capture(SessionTab other, EndpointKind kind) {
        Settings capture = like(other);
        capture.put(Settings.LISTEN_AT_START, false);
        capture.put(Settings.KIND, kind);
        return capture;
    }

    private Settings fresh() {
        return settings.tab(++latestNumber);
    }

    private Settings like(SessionTab tab) {
        Settings like = fresh();
        like.copyFrom(tab.settings());
        like.put(Settings.NAME, "");
        return like;
    }

    /**
     * Returns this port, or the next higher one that no tab has. Anything but a number from 1 is returned unchanged.
     */
    private static String freePort(String wanted, List<SessionTab> tabs) {
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

    /** Remembers which tab is selected. */
    void selected(SessionTab tab) {
        settings.put(Settings.TAB_SELECTED, tab.number());
    }

    /** Remembers which tabs there are. Old captures are left out: they are not opened again. */
    void save(List<SessionTab> tabs) {
        List<Integer> numbers = tabs.stream()
                .filter(tab -> !tab.isCapture())
                .map(SessionTab::number)
                .toList();
        settings.put(Settings.TABS, numbers.isEmpty() ? List.of(++latestNumber) : numbers);
    }
}
