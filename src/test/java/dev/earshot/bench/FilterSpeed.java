package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.codec.Problem;
import dev.earshot.journal.search.SearchTerm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How fast a filter reads a capture, on all cores, beside {@code grep} over the same bytes in one file without headers;
 * as plain Java runs it and as the package does.
 */
final class FilterSpeed {
    private static final Jvm PACKAGE =
            new Jvm(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Optional.empty());
    private static final List<String> USUAL = List.of(
            "no such thing",
            "line 01234567",
            "e",
            "温度",
            "7F 3A ?? 0D",
            "7B ?? 7D",
            "/temp=4\\d\\.99/",
            "/x+y$/",
            "where temp > 49.9");

    /** What is looked for, and the least speeds in GB/s: of 32 KB and 64 bytes a read, and both in the package. */
    private record Goal(String typed, double large, double small, double packagedLarge, double packagedSmall) {
        static Goal of(String typed) {
            if (typed.startsWith("/")) {
                return new Goal(typed, 0.8, 0.8, 0.5, 0.5);
            }
            if (typed.startsWith(SearchTerm.WHERE)) {
                return new Goal(typed, Goals.NONE, Goals.NONE, Goals.NONE, Goals.NONE);
            }
            return typed.equals("e") ? new Goal(typed, 1.5, 1.2, 1.0, 0.8) : new Goal(typed, 2.5, 1.2, 1.5, 0.8);
        }
    }

    /** What one process found: the number of rows, both speeds in GB/s, and what clicks waited. */
    private record Speed(double rows, double large, double small, Delays clicks) {
        static Speed parse(String[] words) {
            return new Speed(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Delays.parse(Arrays.copyOfRange(words, 3, words.length)));
        }
    }

    private final Goals goals;

    private FilterSpeed(Goals goals) {
        this.goals = goals;
    }

    /** @param chosen what is looked for, typed as in the window; if there is nothing, the usual */
    static void run(Run run, List<String> chosen) throws IOException, InterruptedException {
        System.out.println(
                "filter: GB/s of messages, in captures of 32 KB and of 64 bytes a read, each with its goal;");
        System.out.println(
                "plain, and with the package or its options (C1); what a click waits meanwhile, p99 and most in");
        System.out.println(
                "ms (goals 16 and 50); and grep -c over the same bytes (-F or -P as it fits; with and without");
        System.out.println("-i for text, whose case a filter ignores). Medians of " + run.times() + ".\n");
        Jvm packaged = run.jvm().isPackage() ? run.jvm() : PACKAGE;
        new FilterSpeed(run.goals()).compare(packaged, run.times(), chosen.isEmpty() ? USUAL : chosen);
    }

    private void compare(Jvm jvm, int times, List<String> needles) throws IOException, InterruptedException {
        Table table = new Table(
                "looked for",
                "rows",
                "32 KB",
                "64 bytes",
                "clicks",
                "C1, 32 KB",
                "64 bytes",
                "clicks",
                "grep",
                "grep -i");
        try (Home home = new Home()) {
            List<Speed> packaged = measure(home.folder().resolve("package"), jvm, times, needles);
            Path folder = home.folder().resolve("plain");
            List<Speed> plain = measure(folder, Jvm.PLAIN, times, needles);
            Grep grep = new Grep(folder.resolve("plain"), home.folder().resolve("patterns"));
            for (int i = 0; i < needles.size(); i++) {
                table.row(cells(Goal.of(needles.get(i)), plain.get(i), packaged.get(i), grep));
            }
        }
        table.print();
    }

    private static List<Speed> measure(Path folder, Jvm jvm, int times, List<String> needles) throws IOException {
        Files.createDirectory(folder);
        List<String> options = List.of("-Djava.awt.headless=true");
        List<String> arguments = List.of(folder.toString(), Integer.toString(times));
        List<Speed> speeds = new ArrayList<>();
        try (Child child = Child.of(folder, jvm, options, FilterHost.class, arguments)) {
            child.next("ready");
            for (String needle : needles) {
                child.tell(HexFormat.of().formatHex(needle.getBytes(StandardCharsets.UTF_8)));
                speeds.add(Speed.parse(child.next("speed")));
            }
        }
        return speeds;
    }

    private String[] cells(Goal goal, Speed plain, Speed packaged, Grep grep) throws InterruptedException {
        SearchTerm needle = parse(goal.typed);
        boolean isText = needle instanceof SearchTerm.Text;
        boolean isCondition = needle instanceof SearchTerm.Condition; // which grep cannot look for
        Grep.Count exact = isCondition ? Grep.NOTHING : grep.count(needle, false);
        Grep.Count ignoring = isText ? grep.count(needle, true) : exact;
        if (ignoring.lines() != plain.rows && !Double.isNaN(ignoring.lines()) || packaged.rows != plain.rows) {
            throw new IllegalStateException(goal.typed + ": " + plain.rows + " rows, grep " + ignoring.lines());
        }
        return new String[] {
            goal.typed,
            figure(plain.rows, 0),
            speed(plain.large, goal.large),
            speed(plain.small, goal.small),
            clicks(plain.clicks),
            speed(packaged.large, goal.packagedLarge),
            speed(packaged.small, goal.packagedSmall),
            clicks(packaged.clicks),
            speed(exact),
            isText ? speed(ignoring) : "-"
        };
    }

    private String speed(double value, double goal) {
        return goals.atLeast(value, goal, 2);
    }

    private String clicks(Delays delays) {
        return goals.atMost(delays.dueP99(), 16, 1) + ", " + goals.atMost(delays.dueMost(), 50, 0);
    }

    private static String speed(Grep.Count count) {
        return figure((double) FilterHost.LINES * History.LINE / 1e9 / count.seconds(), 2);
    }

    private static SearchTerm parse(String typed) {
        try {
            return SearchTerm.parse(typed);
        } catch (Problem e) {
            throw new IllegalArgumentException(typed, e);
        }
    }
}
