package dev.earshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about reliability lists every case once, names tests that exist, and counts right. */
class ReliabilityPageTest {
    private static final Path PAGE = Path.of("src/docs/reliability.md");
    private static final Map<Character, Integer> CASES =
            Map.of('A', 23, 'B', 19, 'C', 13, 'D', 10, 'E', 9, 'F', 12, 'G', 17);
    private static final Set<String> RESULTS = Set.of("passed", "partly", "failed", "not tried");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-G]\\d+) \\| (.*?) \\| (.*?) \\| (.*?) \\|$");
    private static final Pattern SUMMARY = Pattern.compile("\\*\\*(\\d+) passed, (\\d+) tried, (\\d+) in all\\.\\*\\*");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    /** A row of the page. */
    private record Case(String id, String evidence, String result) {}

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(PAGE));
        while (rows.find()) {
            cases.add(new Case(rows.group(1), rows.group(3).strip(), rows.group(4)));
        }
        return cases;
    }

    @Test
    void everyCaseIsListedOnceInOrder() throws IOException {
        List<String> ids = new ArrayList<>();
        CASES.keySet().stream().sorted().forEach(letter -> {
            for (int number = 1; number <= CASES.get(letter); number++) {
                ids.add(letter.toString() + number);
            }
        });
        assertThat(cases()).extracting(Case::id).containsExactlyElementsOf(ids);
    }

    @Test
    void everyResultHasItsEvidenceAndEveryNamedTestExists() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        for (Case one : cases()) {
            assertThat(RESULTS).as(one.id()).contains(one.result());
            assertThat(one.result().equals("not tried") || !one.evidence().isEmpty())
                    .as(one.id())
                    .isTrue();
            Matcher named = TEST.matcher(one.evidence());
            while (named.find()) {
                assertThat(tests).as(one.id()).contains(named.group(1));
            }
        }
    }

    @Test
    void theSummaryCounts() throws IOException {
        List<Case> cases = cases();
        Matcher summary = SUMMARY.matcher(Files.readString(PAGE));
        assertThat(summary.find()).isTrue();
        long passed =
                cases.stream().filter(one -> one.result().equals("passed")).count();
        long tried =
                cases.stream().filter(one -> !one.result().equals("not tried")).count();
        assertThat(List.of(summary.group(1), summary.group(2), summary.group(3)))
                .containsExactly(Long.toString(passed), Long.toString(tried), Integer.toString(cases.size()));
    }
}
