package dev.earshot.packaging;

import java.util.Locale;

/** An operating system that packages are made for; each makes its own only. */
enum TargetSystem {
    LINUX("earshot", "png"),
    WINDOWS("Earshot", "ico"),
    MAC("Earshot", "icns");

    private final String application;
    private final String iconFormat;

    TargetSystem(String application, String iconFormat) {
        this.application = application;
        this.iconFormat = iconFormat;
    }

    /** Returns the system with this name, as {@code os.name} has it. */
    static TargetSystem of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? WINDOWS : lower.startsWith("mac") ? MAC : LINUX;
    }

    /** Returns the name of the application folder and of the program in it, as usual on this system. */
    String application() {
        return application;
    }

    /** Returns the ending of icon files, without a dot. */
    String iconFormat() {
        return iconFormat;
    }
}
