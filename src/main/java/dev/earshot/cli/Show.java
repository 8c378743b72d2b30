package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowRange;
import dev.earshot.net.Event;
import dev.earshot.session.Session;
import dev.earshot.session.TimeParser;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code earshot show}, which prints a saved session in the form of {@code listen}, exports it, or measures
 * it.
 */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Print a saved session, or a capture of another program, in the same form as listen, or export it, or"
                    + " print its statistics.",
            "Of several files of one capture, any will do."
        })
final class Show implements Callable<Integer> {
    private final HostProcess host;

    @Parameters(
            paramLabel = "FILE",
            description = "A capture of Earshot, tcpdump, Wireshark or the like: pcapng or pcap, also in gzip.")
    private String file;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = ArgumentConverters.ToTime.class,
            description = "Only rows from this time on: 14:03, 14:03:22.5, '2026-11-21 14:03', or -5m for five minutes"
                    + " before the last row. Without a date it is the last such time.")
    private String from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = ArgumentConverters.ToTime.class,
            description = "Only rows before this time.")
    private String until;

    @Mixin
    private LensOptions lensOptions;

    @Mixin
    private ClientOption clients;

    @Mixin
    private ShowExport export;

    @Mixin
    private ShowStatistics statistics;

    @Mixin
    private FieldOption fields;

    Show(HostProcess host) {
        this.host = host;
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        boolean exports = export.isWanted();
        boolean measures = statistics.isWanted(exports, fields);
        if (!measures) {
            fields.columns(export.format()); // refused before a long file is read
        }
        Session session = SessionOpener.open(host, file, lensOptions.framing());
        Output out = new Output(host.out(), host.charset());
        try (RowReader rows = session.log().reader()) {
            clients.check(session, file);
            lensOptions.apply(session);
            RowLines lines = lensOptions.lines(session);
            RowFilter filter = lensOptions.filter(session);
            Predicate<Row> wanted = row -> clients.accepts(row) && filter.test(row);
            long count = rows.count();
            TimeParser times = TimeParser.of(rows);
            long since = from == null ? Long.MIN_VALUE : times.parse(from);
            long before = until == null ? Long.MAX_VALUE : times.parse(until);
            if (before <= since) {
                throw new CommandFailure("--until is not after --from; without a date each is the last such time.");
            }
            long first = from == null ? 0 : rows.firstSince(since, 0, count);
            long end = until == null ? count : rows.firstSince(before, first, count);
            ChosenRows chosen = new ChosenRows(
                    List.of(new RowRange(first, end - 1)), null, session.log().generation());
            if (measures) {
                statistics.print(session, chosen, wanted, out);
            } else if (exports) {
                export.write(session, chosen, wanted, lensOptions.export(session), fields, out);
            } else {
                print(new RowPrinter(session, first, lines, row -> isPrinted(row) && wanted.test(row), out), end);
            }
            filter.oddity().ifPresent(host::say);
        } finally {
            session.close();
        }
        return Terminal.FINE;
    }

    private static boolean isPrinted(Row row) {
        return !(row.event() instanceof Event.Closed);
    }

    private static void print(RowPrinter rows, long end) throws CommandFailure, Output.NoReader, IOException {
        try (rows) {
            rows.printTo(end);
        }
    }
}
