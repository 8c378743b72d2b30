package dev.earshot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/**
 * The folder that jpackage makes: the jar, the runtime and a launcher.
 *
 * @param root the folder {@code earshot}, or {@code Earshot.app}
 */
record AppFolder(Path root, TargetSystem system) {
    static final String MAIN_CLASS = "dev.earshot.Earshot";

    /**
     * The time that jar and classes of the runtime get. The class archive is only used while their times are those that
     * it was made with, and installers keep whole seconds at best.
     */
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    static AppFolder in(Path folder, TargetSystem system) {
        return new AppFolder(folder.resolve(system.application() + (system == TargetSystem.MAC ? ".app" : "")), system);
    }

    /** Returns the folder with the jar, which options name as {@code $APPDIR}. */
    Path files() {
        return root.resolve(
                switch (system) {
                    case LINUX -> "lib/app";
                    case WINDOWS -> "app";
                    case MAC -> "Contents/app";
                });
    }

    Path jar() {
        return files().resolve("earshot.jar");
    }

    Path java() {
        return runtime().resolve(system == TargetSystem.WINDOWS ? "bin/java.exe" : "bin/java");
    }

    Path launcher() {
        return root.resolve(
                switch (system) {
                    case LINUX -> "bin/earshot";
                    case WINDOWS -> "Earshot.exe";
                    case MAC -> "Contents/MacOS/Earshot";
                });
    }

    private Path runtime() {
        return root.resolve(
                switch (system) {
                    case LINUX -> "lib/runtime";
                    case WINDOWS -> "runtime";
                    case MAC -> "Contents/runtime/Contents/Home";
                });
    }

    /** Gives the files that a class archive depends on their fixed time. */
    void setTimes() throws IOException {
        for (Path file : List.of(jar(), runtime().resolve("lib/modules"))) {
            Files.setLastModifiedTime(file, TIME);
        }
    }
}
