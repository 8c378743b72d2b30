package dev.earshot.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules of the runtime in a package, and the arguments of {@code jlink} for it. */
final class RuntimeModules {
    /** What {@code jdeps} finds in the jar; {@link PackageBuild} stops when this list lacks one. */
    static final List<String> REFERENCED = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.management",
            "java.naming",
            "java.prefs",
            "java.sql",
            "java.xml",
            "jdk.net");

    /** What is only looked up while the program runs. */
    static final List<String> LOOKED_UP = List.of(
            "jdk.accessibility", // screen readers on Windows
            "jdk.charsets", // x-mswin-936, ISO-2022-JP, EBCDIC and others
            "jdk.crypto.ec", // TLS with elliptic curves before JDK 22
            "jdk.localedata", // dates and figures in Chinese
            "jdk.management", // the JVM's own warnings are moved by its diagnostic commands
            "jdk.unsupported"); // sun.misc.Unsafe of Gson

    private static final int NAMED_COMPRESSION = 21; // the first JDK whose --compress takes names

    private RuntimeModules() {}

    static Set<String> all() {
        return Stream.concat(REFERENCED.stream(), LOOKED_UP.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the arguments that tell {@code jdeps} to print the modules of a jar. */
    static List<String> jdepsArguments(Path jar) {
        return List.of("--multi-release", "17", "--print-module-deps", "--ignore-missing-deps", jar.toString());
    }

    /**
     * Returns the arguments of {@code jlink}. The classes stay uncompressed: the installers compress better, and it
     * starts sooner.
     */
    static List<String> jlinkArguments(Path runtime, int jdk) {
        return List.of(
                "--add-modules",
                String.join(",", all()),
                "--include-locales=en,zh",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=" + (jdk < NAMED_COMPRESSION ? "0" : "zip-0"),
                "--output",
                runtime.toString());
    }
}
