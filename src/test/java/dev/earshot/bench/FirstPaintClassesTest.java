package dev.earshot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counts the classes that the program loads until its window is painted, because each of them delays the paint. */
@Tag("gui")
class FirstPaintClassesTest {
    /** 4,946 with Java 17, and room for other versions of Java. Lower it when a start gets leaner. */
    private static final int MOST = 5_250;

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

    private static final List<String> LIBRARIES =
            List.of("com.formdev.", "dev.earshot.", "net.miginfocom.", "org.slf4j.");

    /** The part of the list that may be out of date, as a fraction. */
    private static final double OUT_OF_DATE = 0.1;

    private static List<LoadedClasses.Loaded> loaded;
    private static List<String> classes;

    @BeforeAll
    static void start() throws IOException {
        loaded = LoadedClasses.ofAStart();
        classes = loaded.stream().map(LoadedClasses.Loaded::name).toList();
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

    /** Only those of the program's jar, because the JDK's are others in each release. */
    @Test
    void loadsAheadWhatAStartNeedsAndNothingElse() throws IOException {
        Set<String> needed = LoadedClasses.worthLoadingAhead(loaded)
                .filter(one -> one.source().startsWith("file:"))
                .map(LoadedClasses.Loaded::name)
                .collect(Collectors.toSet());
        Set<String> listed = new HashSet<>();
        try (InputStream list = FirstPaintClassesTest.class.getResourceAsStream("/" + LoadedClasses.LIST)) {
            new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(name -> LIBRARIES.stream().anyMatch(name::startsWith))
                    .forEach(listed::add);
        }
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(listed);
        Set<String> unneeded = new TreeSet<>(listed);
        unneeded.removeAll(needed);
        assertThat(missing.size() + unneeded.size())
                .as("LoadedClasses writes the list anew; missing %s, unneeded %s", missing, unneeded)
                .isLessThan((int) (needed.size() * OUT_OF_DATE));
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
