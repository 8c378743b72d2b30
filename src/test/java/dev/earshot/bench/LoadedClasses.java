package dev.earshot.bench;

import dev.earshot.Earshot;
import dev.earshot.ui.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that a start of the program needs until its window is painted, in this order. */
final class LoadedClasses {
    /** What {@code FirstClasses} loads ahead. */
    static final Path LIST = Path.of("dev/earshot/first-classes.txt");

    private static final Pattern LOADED = Pattern.compile("\\[class,load\\] (\\S+) source: (.*)");

    /**
     * A class that was loaded.
     *
     * @param source where the JVM found it
     */
    record Loaded(String name, String source) {
        /** Whether it comes from a jar, a folder or the image of the JDK, and not from the JDK's archive of classes. */
        boolean isRead() {
            return (source.startsWith("jrt:") || source.startsWith("file:")) && !name.contains("Lambda");
        }
    }

    private LoadedClasses() {}

    /** Starts the program, which loads no class ahead, and returns what it loads until the paint. Needs a display. */
    static List<Loaded> ofAStart() throws IOException {
        try (Home home = new Home()) {
            Path log = home.folder().resolve("classes.txt");
            Path empty = home.folder().resolve("first").resolve(LIST);
            Files.createDirectories(empty.getParent());
            Files.createFile(empty); // found before the one of the program, because it is the JDK's
            List<String> options = List.of(
                    "-Xshare:auto",
                    "-Xbootclasspath/a:" + home.folder().resolve("first"),
                    "-Xlog:class+load:file=" + log + ":tags",
                    FirstPaint.OPTION);
            try (Child child = Child.of(home.folder(), Jvm.PLAIN, options, Earshot.class, List.of())) {
                child.next("painted");
            }
            return Files.readAllLines(log).stream()
                    .map(LOADED::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Loaded(line.group(1), line.group(2)))
                    .takeWhile(one -> !one.name().equals(FirstPaint.Painted.class.getName()))
                    .filter(one -> !one.name().startsWith("dev.earshot.bench."))
                    .toList();
        }
    }

    /**
     * Of the classes of a start, those that are loaded ahead; the ones before are needed while the thread is started.
     */
    static Stream<Loaded> worthLoadingAhead(List<Loaded> classes) {
        return classes.stream()
                .dropWhile(one -> !one.name().equals(Desktop.class.getName()))
                .filter(Loaded::isRead);
    }

    /**
     * Writes the list anew: {@code java -cp ... dev.earshot.bench.LoadedClasses}, in the root of the project, after a
     * change of what the first paint needs.
     */
    public static void main(String[] args) throws IOException {
        List<Loaded> all = ofAStart();
        List<String> names = worthLoadingAhead(all).map(Loaded::name).toList();
        Files.write(Path.of("src/main/resources").resolve(LIST), names);
        long lambdas =
                all.stream().filter(one -> one.name().contains("$$Lambda")).count();
        System.out.printf("%d classes, %d of them lambdas; %d are listed%n", all.size(), lambdas, names.size());
    }
}
