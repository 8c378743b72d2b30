package dev.earshot.bench;

import dev.earshot.journal.search.SearchTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts lines with the system's grep; not a number where there is none.
 *
 * @param file in which it looks
 * @param patterns a file in which it finds what to look for
 */
record Grep(Path file, Path patterns) {
    private static final int TIMES = 3;

    /** Stands for what was not looked for. */
    static final Count NOTHING = new Count(Double.NaN, Double.NaN);

    /** What it found, and the least time that it took. */
    record Count(double lines, double seconds) {}

    Count count(SearchTerm needle, boolean ignoreCase) throws InterruptedException {
        Count best = new Count(Double.NaN, Double.NaN);
        try {
            Files.write(patterns, pattern(needle));
            for (int i = 0; i < TIMES; i++) {
                Count count = count(command(needle, ignoreCase));
                best = count.seconds() > best.seconds() ? best : count;
            }
        } catch (IOException e) {
            System.err.println("no grep: " + e.getMessage());
        }
        return best;
    }

    private List<String> command(SearchTerm needle, boolean ignoreCase) {
        List<String> command = new ArrayList<>(List.of("grep", "-c", "-a"));
        command.add(needle instanceof SearchTerm.Text ? "-F" : "-P");
        if (ignoreCase) {
            command.add("-i");
        }
        command.addAll(List.of("-f", patterns.toString(), file.toString()));
        return command;
    }

    private static Count count(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LC_ALL", "C");
        long start = System.nanoTime();
        Process grep = builder.start();
        String lines = new String(grep.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        grep.waitFor();
        return new Count(Double.parseDouble(lines.strip()), (System.nanoTime() - start) / 1e9);
    }

    /** Text in both encodings where they differ, as a filter looks for it. */
    private static byte[] pattern(SearchTerm needle) {
        if (needle instanceof SearchTerm.Expression expression) {
            return expression.pattern().pattern().getBytes(StandardCharsets.UTF_8);
        }
        if (needle instanceof SearchTerm.Text text) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(text.text().getBytes(StandardCharsets.UTF_8));
            if (!text.text().chars().allMatch(c -> c < 0x80)) {
                both.write('\n');
                both.writeBytes(text.text().getBytes(Charset.forName("GBK")));
            }
            return both.toByteArray();
        }
        String pairs = ((SearchTerm.Bytes) needle).typed().replace(" ", "");
        return pairs.replaceAll("[0-9A-Fa-f]{2}", "\\\\x$0").replace("??", ".").getBytes(StandardCharsets.US_ASCII);
    }
}
