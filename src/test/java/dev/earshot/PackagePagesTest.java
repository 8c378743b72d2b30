package dev.earshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages about packages name what is there: all packages, and no class that was moved or renamed. */
class PackagePagesTest {
    private static final Path MAIN = Path.of("src/main/java/dev/earshot");
    private static final Path CONTRIBUTING = Path.of("src/docs/contributing.md");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern LINK = Pattern.compile("\\{@link (dev\\.earshot(?:\\.[a-z]+)*)\\.([A-Z]\\w*)");
    private static final Pattern NAME = Pattern.compile("\\{@code (?:[a-z]+\\.)*([A-Z][a-z]+[A-Z]\\w*)}");
    private static final Pattern PACKAGE = Pattern.compile("\\{@code ([a-z.]+)}");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?dev\\.earshot\\.([a-z.]+)\\.[A-Z]");
    private static final Pattern LAYOUT = Pattern.compile("(?s)## Layout\\s+```\n(.*?)```");

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<Path> pages() throws IOException {
        return sources(MAIN).stream()
                .filter(file -> file.endsWith("package-info.java"))
                .toList();
    }

    /** Returns the package of a file, without {@code dev.earshot}. */
    private static String packageOf(Path source) {
        return MAIN.relativize(source.getParent()).toString().replace(File.separatorChar, '.');
    }

    /** Returns a page in one line, without the margin of its comment. */
    private static String text(Path page) throws IOException {
        return Files.readString(page).replaceAll("\\s*\n \\* ?", " ");
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the packages that the classes of a page's package import. */
    private static Set<String> imports(Path page) throws IOException {
        Set<String> imports = new TreeSet<>();
        for (Path source : sources(page.getParent())) {
            if (source.getParent().equals(page.getParent()) && !source.equals(page)) {
                imports.addAll(groups(IMPORT, Files.readString(source)));
            }
        }
        imports.remove(packageOf(page));
        return imports;
    }

    /** Returns the packages in the order in which the page for contributors lists them, without the window. */
    private static List<String> layout() throws IOException {
        Matcher layout = LAYOUT.matcher(Files.readString(CONTRIBUTING));
        assertThat(layout.find()).isTrue();
        return layout.group(1)
                .lines()
                .map(line -> line.strip().split("\\s")[0])
                .filter(name -> name.matches("[a-z.]+") && !name.equals("ui"))
                .toList();
    }

    private static boolean isInLayout(String name) {
        return !name.matches("cli|ui|ui\\..*");
    }

    @Test
    void everyLinkedClassIsInThatPackage() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
                Path folder = Path.of("src/main/java", link.group(1).split("\\."));
                if (!Files.exists(folder.resolve(link.group(2) + ".java"))) {
                    wrong.add(packageOf(page) + " links " + link.group(1) + "." + link.group(2));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyNamedClassExists() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path source : sources(Path.of("src"))) {
            types.addAll(groups(TYPE, Files.readString(source)));
        }
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            groups(NAME, text(page)).stream()
                    .filter(name -> !types.contains(name))
                    .forEach(name -> wrong.add(packageOf(page) + " names " + name));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPageThatListsWhatItsPackageMayImportListsAllOfIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (String paragraph : text(page).split("<p>|<ul>|<h2>")) {
                if (!paragraph.contains("May import") || paragraph.contains("below")) {
                    continue;
                }
                Set<String> named = groups(PACKAGE, paragraph);
                boolean withTheirs = paragraph.contains("their packages");
                imports(page).stream()
                        .filter(name -> !named.contains(name))
                        .filter(name -> !withTheirs || !named.contains(name.replaceAll("\\.[a-z]+$", "")))
                        .forEach(name -> wrong.add(packageOf(page) + " imports " + name));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theLayoutListsEveryPackageBelowTheWindow() throws IOException {
        List<String> present = pages().stream()
                .map(PackagePagesTest::packageOf)
                .filter(PackagePagesTest::isInLayout)
                .toList();
        assertThat(layout()).containsExactlyInAnyOrderElementsOf(present);
    }

    @Test
    void aPackageImportsOnlyWhatTheLayoutListsBelowIt() throws IOException {
        List<String> order = layout();
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            String name = packageOf(page);
            imports(page).stream()
                    .filter(imported -> isInLayout(name) && order.indexOf(imported) < order.indexOf(name))
                    .forEach(imported -> wrong.add(name + " imports " + imported));
        }
        assertThat(wrong).isEmpty();
    }
}
