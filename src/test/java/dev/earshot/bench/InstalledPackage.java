package dev.earshot.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package of Earshot on Linux, installed or as a folder. Its own launcher, runtime, options and class archive run a
 * class of the benchmark: only main class and class path differ, and a class archive that cannot be used ends the
 * start.
 *
 * @param folder such as {@code /opt/earshot} or {@code target/package/earshot}, absolute
 */
record InstalledPackage(Path folder) {
    private static final String OPTION = "java-options=";
    private static final String CLASS_PATH = "app.classpath=";
    private static final String MAIN = "app.mainclass=";
    private static final Pattern RELEASE = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    /** Checks that a folder holds a package. */
    static InstalledPackage in(Path folder) throws IOException {
        InstalledPackage installed =
                new InstalledPackage(folder.toAbsolutePath().normalize());
        for (Path file : List.of(installed.configuration(), installed.launcher(), installed.release())) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(folder + " is no folder of a package: it has no " + file);
            }
        }
        return installed;
    }

    /** Returns the feature release of its Java, such as 25. */
    int jdk() throws IOException {
        Matcher version = RELEASE.matcher(Files.readString(release()));
        if (!version.find()) {
            throw new IOException(release() + " names no version");
        }
        return Integer.parseInt(version.group(1));
    }

    /**
     * Makes a launcher for a class of the benchmark.
     *
     * @param place a folder for it; is made
     * @param options of the JVM besides those of the package
     * @param classes where the class is found, after the jar of the package; absolute paths
     */
    Path launcher(Path place, List<String> options, List<String> classes, String main) throws IOException {
        Path made = place.resolve("bin/earshot");
        Files.createDirectories(made.getParent());
        Files.copy(launcher(), made);
        Path app = Files.createDirectories(place.resolve("lib/app"));
        Files.createSymbolicLink(place.resolve("lib/runtime"), folder.resolve("lib/runtime"));
        Files.write(app.resolve("earshot.cfg"), configured(options, classPath(app, classes), main));
        return made;
    }

    private List<String> configured(List<String> options, String classPath, String main) throws IOException {
        List<String> configured = new ArrayList<>();
        for (String line : Files.readAllLines(configuration())) {
            String changed =
                    line.startsWith(MAIN) ? MAIN + main : line.startsWith(CLASS_PATH) ? CLASS_PATH + classPath : line;
            configured.add(
                    changed.replace("$APPDIR", configuration().getParent().toString()));
        }
        String strict = isAotCache() ? "-XX:AOTMode=on" : "-Xshare:on";
        Stream.concat(Stream.of(strict), options.stream()).map(OPTION::concat).forEach(configured::add);
        return configured;
    }

    /**
     * Returns the jar of the package and the classes. A class archive names the jar by its whole path; an AOT cache
     * takes another folder for that in which it was made, but only if the whole class path lies there.
     */
    private String classPath(Path place, List<String> classes) throws IOException {
        List<String> all = new ArrayList<>(classes);
        all.add(0, configuration().resolveSibling("earshot.jar").toString());
        if (isAotCache()) {
            for (int i = 0; i < all.size(); i++) {
                Path link = place.resolve(
                        i == 0 ? "earshot.jar" : i + "-" + Path.of(all.get(i)).getFileName());
                all.set(i, Files.createSymbolicLink(link, Path.of(all.get(i))).toString());
            }
        }
        return String.join(File.pathSeparator, all);
    }

    private boolean isAotCache() throws IOException {
        String configuration = Files.readString(configuration());
        if (configuration.contains(OPTION + "-XX:AOTCache=")) {
            return true;
        } else if (configuration.contains(OPTION + "-XX:SharedArchiveFile=")) {
            return false;
        }
        throw new IOException(configuration() + " names no class archive");
    }

    /**
     * Returns the class path of the benchmark without the jar of Earshot, in the place of which is that of the package.
     */
    static List<String> classesBesideTheJar(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry ->
                        !entry.endsWith("earshot.jar") && !entry.endsWith("target" + File.separator + "classes"))
                .collect(Collectors.toList());
    }

    private Path configuration() {
        return folder.resolve("lib/app/earshot.cfg");
    }

    private Path launcher() {
        return folder.resolve("bin/earshot");
    }

    private Path release() {
        return folder.resolve("lib/runtime/release");
    }
}
