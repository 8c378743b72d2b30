package dev.earshot.packaging;

import java.util.Locale;

/**
 * The version of a package, in the form that each system knows.
 *
 * @param project as the pom has it, such as {@code 0.1.0-SNAPSHOT}
 */
record PackageVersion(String project) {
    /** Returns digits and dots only, for Windows: {@code 0.1.0}. */
    String numeric() {
        return project.replaceFirst("-.*", "");
    }

    /** Returns the form for Debian and RPM, {@code 0.1.0~snapshot}, which is lower than {@code 0.1.0}. */
    String linux() {
        return project.replaceFirst("-", "~").replace('-', '.').toLowerCase(Locale.ROOT);
    }

    /** Returns the form for macOS, {@code 1.1.0}: jpackage refuses a first number of 0 there. */
    String mac() {
        return numeric().replaceFirst("^0\\.", "1.");
    }

    String of(TargetSystem system) {
        return switch (system) {
            case LINUX -> linux();
            case WINDOWS -> numeric();
            case MAC -> mac();
        };
    }
}
