package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the commands of the guide as they stand there. A block of them is one conversation: what listens is started and
 * awaited, everything else has to end by itself with exit code 0. A block of text behind it has to be printed by them;
 * its times and ports are only examples. A shell reads each of them; one process is Earshot for all.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class GuideTest {
    private static final Path GUIDE = Path.of("src/docs/guide");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```\\n)?");
    private static final Pattern LISTENING =
            Pattern.compile("earshot (listen|relay|udp)|ncat .*-l |in\\.tftpd|openssl s_server");
    private static final Pattern PORT =
            Pattern.compile("(?<=earshot (?:listen|relay|udp) |127\\.0\\.0\\.1[: ]|-accept )\\d{4,5}\\b");

    /** One block of commands, and what they print. */
    private record Block(String place, List<String> commands, List<String> printed) {
        @Override
        public String toString() {
            return place;
        }
    }

    /** That of the host and of the shells; a block finds it empty. */
    @TempDir
    private static Path folder;

    private static Program host;
    private static int hostPort;

    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void startHost() throws IOException {
        host = Program.process(ShellHost.class, folder);
        hostPort = Integer.parseInt(host.line());
    }

    @AfterAll
    static void endHost() {
        host.close();
    }

    @AfterEach
    void emptyTheFolder() throws IOException {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        ShellHost.awaitEnd(hostPort);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> pages(Predicate<String> name) throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Block> blocks(Path page) throws IOException {
        String text = Files.readString(page);
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(
                        page.getFileName() + ":"
                                + (1 + text.substring(0, block.start()).lines().count()),
                        block.group(1).lines().toList(),
                        block.group(2) == null
                                ? List.of()
                                : block.group(2).lines().toList()))
                .toList();
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages(name -> name.endsWith(".md") && !name.endsWith(".zh.md"))) {
            blocks.addAll(blocks(page));
        }
        return blocks;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theCommandsOfTheGuideWork(Block block) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "the host opens the streams of shells there");
        Files.createSymbolicLink(folder.resolve("src"), Path.of("src").toAbsolutePath());
        String text = withFreePorts(String.join("\n", block.commands()));
        List<Process> listening = new ArrayList<>();
        for (String command : text.lines().toList()) {
            assumeTrue(isInstalled(command), "not installed: " + command);
            Process process = start(command);
            if (LISTENING.matcher(command).find()) {
                listening.add(process);
                awaitListening(process, command);
            } else {
                assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("%s ends", command)
                        .isTrue();
                assertThat(process.exitValue()).as("%s: %s", command, output()).isZero();
            }
        }
        for (String line : block.printed()) {
            Pattern pattern = Pattern.compile("(?m)^" + pattern(line) + "$");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(output()).containsPattern(pattern));
        }
        assertThat(listening.stream().filter(each -> !each.isAlive() && each.exitValue() != 0))
                .as(output())
                .isEmpty();
    }

    /** Both languages tell the same commands and have the same pages. */
    @Test
    void thePagesInChineseHaveTheSameCommands() throws IOException {
        List<Path> english = pages(name -> name.endsWith(".md") && !name.endsWith(".zh.md"));
        assertThat(english).hasSizeGreaterThan(10);
        for (Path page : english) {
            Path chinese = page.resolveSibling(page.getFileName().toString().replace(".md", ".zh.md"));
            assertThat(blocks(chinese).stream().map(Block::commands))
                    .as(chinese.toString())
                    .isEqualTo(blocks(page).stream().map(Block::commands).toList());
        }
        assertThat(pages(name -> name.endsWith(".zh.md"))).hasSameSizeAs(english);
    }

    /** Every link of the documentation leads to a file, and to a heading in it. */
    @Test
    void theLinksLeadSomewhere() throws IOException {
        List<Path> all = new ArrayList<>(pages(name -> name.endsWith(".md")));
        try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(all::add);
        }
        all.add(Path.of("README.md"));
        for (Path page : all) {
            String text = Files.readString(page).replaceAll("(?s)```.*?```|`[^`\n]*`", "");
            for (MatchResult link :
                    Pattern.compile("]\\(([^)]+)\\)").matcher(text).results().toList()) {
                if (!link.group(1).startsWith("http")) {
                    assertLeadsSomewhere(page, link.group(1));
                }
            }
        }
    }

    private static void assertLeadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        assertThat(target).as("%s: %s", page, link).exists();
        if (parts.length == 2) {
            List<String> anchors = Files.readString(target)
                    .lines()
                    .filter(line -> line.startsWith("#"))
                    .map(GuideTest::anchor)
                    .toList();
            assertThat(anchors).as("%s: %s", page, link).contains(parts[1]);
        }
    }

    /** Returns the name by which GitHub links to a heading. */
    private static String anchor(String heading) {
        return heading.replaceAll("^#+ ", "")
                .toLowerCase()
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String withFreePorts(String commands) throws IOException {
        String text = commands;
        for (String port : PORT.matcher(commands)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList()) {
            text = text.replaceAll("\\b" + port + "\\b", Integer.toString(Script.freePort()));
        }
        return text;
    }

    private static boolean isInstalled(String command) {
        return Stream.of(command.replaceAll("'[^']*'|\"[^\"]*\"", "").split("\\|"))
                .map(part -> part.strip().split(" ")[0])
                .allMatch(name -> name.equals("earshot") || name.equals("printf") || Script.isThere(name));
    }

    private Process start(String command) throws IOException {
        int number = processes.size();
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", ShellHost.function(hostPort) + command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(number + ".out").toFile());
        builder.environment().put("PYTHONUTF8", "1");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private void awaitListening(Process process, String command) throws IOException {
        Path out = folder.resolve(processes.size() - 1 + ".out");
        Matcher port = Pattern.compile("\\b\\d{4,5}\\b").matcher(command);
        assertThat(port.find()).isTrue();
        String hex = String.format(":%04X ", Integer.parseInt(port.group()));
        await().atMost(PATIENCE).until(() -> {
            assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
            return command.contains("earshot") ? Files.size(out) > 0 : sockets().contains(hex);
        });
    }

    private static String sockets() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            all.append(Files.readString(Path.of("/proc/net", table)));
        }
        return all.toString();
    }

    private String output() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int each = 0; each < processes.size(); each++) {
            text.append(new String(Files.readAllBytes(folder.resolve(each + ".out")), UTF_8));
        }
        return text.toString();
    }

    /** Turns a line of the guide into an expression in which times and ports may differ. */
    private static String pattern(String line) {
        return Stream.of(line.split("(?=\\d\\d:\\d\\d:\\d\\d\\.\\d{3})|(?<=\\d\\d:\\d\\d:\\d\\d\\.\\d{3})"
                        + "|(?<=127\\.0\\.0\\.1:)(?=\\d)|(?<=127\\.0\\.0\\.1:\\d{4,5})(?!\\d)"))
                .map(part -> part.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}")
                        ? "\\d\\d:\\d\\d:\\d\\d\\.\\d{3}"
                        : part.matches("\\d{4,5}") ? "\\d+" : Pattern.quote(part))
                .reduce("", String::concat);
    }
}
