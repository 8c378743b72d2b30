package dev.earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What runs a class of ours in a process of its own: the Java that runs the benchmark, with options, or a package.
 *
 * @param options of the Java of the benchmark; a package has its own
 */
record Jvm(List<String> options, Optional<InstalledPackage> installed) {
    /** The Java of the benchmark, without options. */
    static final Jvm PLAIN = new Jvm(List.of(), Optional.empty());

    /** Returns whether the goals of the package apply. */
    boolean isPackage() {
        return !options.isEmpty() || installed.isPresent();
    }

    /** Returns the feature release of its Java. */
    int jdk() throws IOException {
        return installed.isPresent() ? installed.get().jdk() : Runtime.version().feature();
    }

    /**
     * Returns the command that runs a class; its arguments may follow.
     *
     * @param home the folder of the process, where a launcher is made if it has to be
     * @param more options besides those of this Java
     */
    List<String> command(Path home, List<String> more, Class<?> main) throws IOException {
        String classPath = System.getProperty("java.class.path");
        if (installed.isPresent()) {
            Path place = Files.createTempDirectory(home, "launcher-");
            List<String> classes = InstalledPackage.classesBesideTheJar(classPath).stream()
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .toList();
            return List.of(installed
                    .get()
                    .launcher(place, more, classes, main.getName())
                    .toString());
        }
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath, main.getName()));
        return command;
    }

    @Override
    public String toString() {
        return installed.isPresent()
                ? "The window is that of the package in " + installed.get().folder() + "."
                : options.isEmpty() ? "" : "The window's JVM has " + String.join(" ", options) + ".";
    }
}
