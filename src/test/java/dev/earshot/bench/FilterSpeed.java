package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Filter;
import dev.earshot.journal.FilteredRows;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.PeerSet;
import dev.earshot.journal.SearchTerm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How fast a filter reads a capture, beside {@code grep} over the same bytes in one file without headers. */
final class FilterSpeed {
    private static final int LINES = 5_000_000;
    private static final int[] READS = {32 * 1024, History.LINE};
    private static final List<String> USUAL = List.of(
            "no such thing", "line 01234567", "e", "温度", "7F 3A ?? 0D", "7B ?? 7D", "/temp=4\\d\\.99/", "/x+y$/");

    private FilterSpeed() {}

    /** @param chosen what is looked for, typed as in the window; if there is nothing, the usual */
    static void run(int times, List<String> chosen) throws IOException, InterruptedException {
        System.out.println(
                "filter: GB/s of messages on one core, in captures of 32 KB and of 64 bytes a read, and grep -c over");
        System.out.println(
                "the same bytes (-F, -P or -E as it fits; with and without -i for text, whose case a filter ignores).");
        System.out.println("Medians of " + times + ". Target: at least 1 GB/s for text and bytes.\n");
        Table table = new Table("looked for", "rows", "32 KB", "64 bytes", "grep", "grep -i", "grep's rows");
        try (Home home = new Home()) {
            Path plain = home.folder().resolve("plain");
            List<Journal> journals = new ArrayList<>();
            for (int read : READS) {
                Path folder = Files.createDirectory(home.folder().resolve("read-" + read));
                Journal journal =
                        JournalFactory.create(folder.resolve("a.pcapng"), folder, Framing.LINES, (event, time) -> {});
                journals.add(journal);
                History.write(journal, plain, LINES, read);
            }
            for (String typed : chosen.isEmpty() ? USUAL : chosen) {
                row(table, typed, journals, new Grep(plain, home.folder().resolve("patterns")), times);
            }
            for (Journal journal : journals) {
                journal.close();
            }
        }
        table.print();
    }

    private static void row(Table table, String typed, List<Journal> journals, Grep grep, int times)
            throws IOException, InterruptedException {
        SearchTerm needle = parse(typed);
        Filter filter = new Filter(PeerSet.EVERYBODY, true, true, true, needle);
        List<String> cells = new ArrayList<>();
        long rows = 0;
        for (Journal journal : journals) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                rows = pass(journal, filter);
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            cells.add(speed(Medians.of(seconds, s -> s)));
        }
        Grep.Count plain = grep.count(needle, false);
        Grep.Count ignoring = needle instanceof SearchTerm.Text ? grep.count(needle, true) : plain;
        table.row(
                typed,
                figure(rows, 0),
                cells.get(0),
                cells.get(1),
                speed(plain.seconds()),
                needle instanceof SearchTerm.Text ? speed(ignoring.seconds()) : "-",
                figure(ignoring.lines(), 0));
    }

    private static long pass(Journal journal, Filter filter) throws IOException, InterruptedException {
        try (FilteredRows rows = journal.filter(
                filter,
                List.of(Encoding.UTF_8, Encoding.GBK),
                (kind, peer, bytes, offset, length) -> journal.encoding(peer),
                () -> {})) {
            while (!rows.isComplete()) {
                if (!rows.failure().isEmpty() || rows.isStopped()) {
                    throw new IOException("the filter ended: " + rows.failure());
                }
                LockSupport.parkNanos(100_000);
            }
            return rows.count();
        }
    }

    private static SearchTerm parse(String typed) {
        try {
            return SearchTerm.parse(typed);
        } catch (Problem e) {
            throw new IllegalArgumentException(typed, e);
        }
    }

    private static String speed(double seconds) {
        return figure((double) LINES * History.LINE / 1e9 / seconds, 2);
    }
}
