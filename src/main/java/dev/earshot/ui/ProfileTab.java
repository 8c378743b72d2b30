package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.send.Profile;
import dev.earshot.send.ProfileFile;
import dev.earshot.session.ReplySettings;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TabKeys;
import dev.earshot.session.settings.TextFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Prepares the tab of a profile before the window is made: the one of the last run, or a new one. */
final class ProfileTab {
    private ProfileTab() {}

    private static Path path(String given) throws Problem {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new Problem("problem.file.read", -1, given, e.getReason());
        }
    }

    /**
     * Reads a profile and makes its tab the one to be shown first. Reads and writes files: not for the EDT.
     *
     * @throws Problem if the file cannot be read, or what is wrong in it
     */
    static Profile prepare(Settings settings, String given) throws Problem {
        Path file = path(given);
        Profile profile = ProfileFile.parse(TextFile.read(file), String.valueOf(file.getFileName()));
        String path = file.toAbsolutePath().normalize().toString();
        List<Integer> tabs = settings.get(Settings.TABS);
        int number = tabs.stream()
                .filter(tab -> settings.tab(tab).get(TabKeys.PROFILE).equals(path))
                .findFirst()
                .orElse(Collections.max(tabs) + 1);
        Settings tab = settings.tab(number);
        profile.applyTo(tab);
        tab.put(TabKeys.PROFILE, path);
        ReplySettings replies = new ReplySettings(tab);
        replies.keep(profile.behaviour());
        replies.save();
        if (!tabs.contains(number)) {
            List<Integer> more = new ArrayList<>(tabs);
            more.add(number);
            settings.put(Settings.TABS, more);
        }
        settings.put(Settings.TAB_SELECTED, number);
        return profile;
    }
}
