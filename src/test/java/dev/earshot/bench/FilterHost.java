package dev.earshot.bench;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.FieldSource;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.TestLens;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that filters two captures of the same lines, of 32 KB and of 64 bytes a read, for each needle that it is
 * told in hex, and asks its EDT something every 5 ms meanwhile.
 */
final class FilterHost {
    static final int LINES = 5_000_000;
    private static final int[] READS = {32 * 1024, History.LINE};

    private FilterHost() {}

    /** @param args a folder; how often each needle is looked for */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        List<Journal> journals = new ArrayList<>();
        for (int read : READS) {
            Path own = Files.createDirectory(folder.resolve("read-" + read));
            Journal journal = JournalFactory.create(own.resolve("a.pcapng"), own, Framing.LINES, (event, time) -> {});
            journals.add(journal);
            History.write(journal, folder.resolve("plain"), LINES, read);
        }
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String typed = new String(HexFormat.of().parseHex(line), StandardCharsets.UTF_8);
            measure(journals, SearchTerm.parse(typed), Integer.parseInt(args[1]));
        }
        for (Journal journal : journals) {
            journal.close();
        }
    }

    /** Prints the number of rows, the speed of each capture, and what the EDT's answers took. */
    private static void measure(List<Journal> journals, SearchTerm needle, int times) throws Exception {
        Clicks clicks = new Clicks();
        clicks.begin();
        FieldSource layout = History.layout(); // not a part of the search
        StringBuilder speeds = new StringBuilder();
        long rows = 0;
        for (Journal journal : journals) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                rows = pass(journal, new Filter(PeerSet.EVERYBODY, true, true, true, needle), layout);
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            speeds.append(' ').append((double) LINES * History.LINE / 1e9 / Medians.of(seconds, s -> s));
        }
        Delays delays = clicks.end(System.nanoTime());
        System.out.println("speed " + rows + speeds + " " + delays.words());
    }

    private static long pass(Journal journal, Filter filter, FieldSource layout)
            throws IOException, InterruptedException {
        try (FilteredRows rows = FilteredRows.of(
                journal.contents(),
                filter,
                new TestLens(List.of(Encoding.UTF_8, Encoding.GBK), journal::encoding, layout),
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
}
