package dev.earshot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.Earshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counts the classes that the program loads until its window is painted, because each of them delays the paint. */
@Tag("gui")
class FirstPaintClassesTest {
    /** 4,994 with Java 17, and room for other versions of Java. Lower it when a start gets leaner. */
    private static final int MOST = 5_300;

    /** 969 with Java 17. */
    private static final int MOST_OF_OURS = 1_050;

    /** Libraries and charsets that have no work before the first paint. */
    private static final List<String> UNNEEDED = List.of(
            "ch.qos.logback.",
            "com.github.weisj.",
            "com.google.gson.",
            "de.siegmar.",
            "javax.swing.JFileChooser",
            "javax.xml.",
            "org.bouncycastle.",
            "org.commonmark.",
            "picocli.",
            "sun.nio.cs.ext.");

    private static final Pattern LOADED = Pattern.compile("\\[class,load\\] (\\S+) source: .*");

    private static Home home;
    private static List<String> classes;

    @BeforeAll
    static void start() throws IOException {
        home = new Home();
        Path log = home.folder().resolve("classes.txt");
        List<String> options = List.of("-Xshare:auto", "-Xlog:class+load:file=" + log + ":tags", FirstPaint.OPTION);
        try (Child child = Child.of(home.folder(), Jvm.PLAIN, options, Earshot.class, List.of())) {
            child.next("painted");
        }
        classes = Files.readAllLines(log).stream()
                .map(LOADED::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .takeWhile(name -> !name.equals(FirstPaint.Painted.class.getName()))
                .toList();
    }

    @AfterAll
    static void delete() throws IOException {
        home.close();
    }

    @Test
    void loadsNoLibraryThatThePaintDoesNotNeed() {
        assertThat(classes).isNotEmpty();
        assertThat(classes.stream().filter(name -> UNNEEDED.stream().anyMatch(name::startsWith)))
                .isEmpty();
    }

    @Test
    void loadsNoMoreClassesThanItDid() {
        assertThat(classes).as(byPackage().toString()).hasSizeLessThan(MOST);
        assertThat(classes.stream().filter(name -> name.startsWith("dev.earshot.")))
                .as(byPackage().toString())
                .hasSizeLessThan(MOST_OF_OURS);
    }

    private static Map<String, Integer> byPackage() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : classes) {
            String of = name.contains("$$Lambda") || name.contains("LambdaForm") ? "lambdas" : parent(name);
            counts.merge(of, 1, Integer::sum);
        }
        return counts;
    }

    private static String parent(String name) {
        int end = name.lastIndexOf('.');
        return end < 0 ? "" : name.substring(0, end);
    }
}
