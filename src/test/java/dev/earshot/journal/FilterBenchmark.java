package dev.earshot.journal;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Measures filters beside {@code grep -c} over the same bytes in one file without headers. By hand:
 *
 * <pre>java -cp target/classes:target/test-classes:... dev.earshot.journal.FilterBenchmark FOLDER MEGABYTES</pre>
 */
final class FilterBenchmark {
    private static final int LINE = 64;
    private static final int ROUNDS = 5;
    private static final String[] NEEDLES = {"no such thing", "7F 3A ?? 0D 0A", "line 00012345", "e", "温度", "/x+y$/"};

    private FilterBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException, Problem {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "filter-");
        long lines = Long.parseLong(args[1]) * 1024 * 1024 / LINE;
        try {
            Path plain = folder.resolve("plain.txt");
            for (int read : new int[] {32 * 1024, LINE}) {
                try (Scene scene = new Scene(Files.createDirectory(folder.resolve("read-" + read)), Framing.LINES)) {
                    write(scene, plain, lines, read);
                    System.out.printf(Locale.ROOT, "%n%d rows of %d bytes, %d bytes a read%n", lines, LINE, read);
                    measure(
                            scene.journal,
                            new Filter(Peers.EVERYBODY, true, false, false, null),
                            plain,
                            "received only");
                    for (String typed : NEEDLES) {
                        measure(
                                scene.journal,
                                new Filter(Peers.EVERYBODY, true, true, true, Needle.parse(typed)),
                                plain,
                                typed);
                    }
                }
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(f -> f.toFile().delete());
            }
        }
    }

    private static void write(Scene scene, Path plain, long lines, int read) throws IOException {
        Peer peer = scene.joins(1);
        Random random = new Random(1);
        byte[] buffer = new byte[read];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain), 1 << 20)) {
            for (long line = 0; line < lines; ) {
                for (int at = 0; at < read; at += LINE, line++) {
                    String text = String.format("line %08d temp=%05.2f ", line, random.nextDouble() * 50);
                    StringBuilder whole = new StringBuilder(text);
                    while (whole.length() < LINE - 1) {
                        whole.append((char) ('a' + random.nextInt(26)));
                    }
                    byte[] bytes = whole.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(bytes, 0, buffer, at, LINE);
                }
                scene.journal.on(new Event.Received(peer, buffer, 0, read, 0));
                out.write(buffer);
            }
        }
    }

    private static void measure(Journal journal, Filter filter, Path plain, String name)
            throws IOException, InterruptedException {
        double[] seconds = new double[ROUNDS];
        long hits = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            FilteredRows rows = FilterTest.filtered(journal, filter, null);
            while (!rows.complete() && rows.failure().isEmpty()) {
                Thread.onSpinWait();
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
            hits = rows.count();
            rows.close();
            rows.awaitEnd(5000);
        }
        java.util.Arrays.sort(seconds);
        double size = Files.size(plain) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-16s %10d rows  median %5.2f GB/s, best %5.2f   grep -c %s%n",
                name,
                hits,
                size / seconds[ROUNDS / 2],
                size / seconds[0],
                filter.needle() instanceof Needle.Text text ? grep(text.text(), plain, size) : "-");
    }

    private static String grep(String text, Path plain, double size) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String[] command : new String[][] {
            {"grep", "-c", "-F", "--", text, plain.toString()}, {"grep", "-c", "-i", "-F", "--", text, plain.toString()}
        }) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                ProcessBuilder grep = new ProcessBuilder(command).redirectErrorStream(true);
                grep.environment().put("LC_ALL", "C");
                Process running = grep.start();
                running.getInputStream().readAllBytes();
                running.waitFor();
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
            }
            all.append(String.format(Locale.ROOT, "%s %5.2f GB/s  ", command[2].equals("-i") ? "-i" : "", size / best));
        }
        return all.toString();
    }
}
