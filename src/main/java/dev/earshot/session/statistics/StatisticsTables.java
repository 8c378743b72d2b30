package dev.earshot.session.statistics;

import dev.earshot.codec.Hex;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowTime;
import dev.earshot.session.words.Words;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes the tables of statistics from the counts of the rows, in one language. Confined to one thread. */
public final class StatisticsTables {
    /** The most lines of the tables of messages, values and clients. */
    static final int MOST_LINES = 1_000;

    private static final int HEX_BYTES = 64;
    private static final int MOST_CHARS = 200;

    private final RowStatistics rows;
    private final Words words;
    private final Function<SocketAddress, String> names;

    /** @param names returns the name that was given to the client at an address, or an empty text */
    public StatisticsTables(RowStatistics rows, Words words, Function<SocketAddress, String> names) {
        this.rows = rows;
        this.words = words;
        this.names = names;
    }

    /** Returns all tables; those of values only if values were counted. */
    public List<StatisticsTable> all() {
        List<StatisticsTable> tables = new ArrayList<>(
                List.of(traffic(), clients(), lengths(), intervals(), responses(), slowest(), messages()));
        if (rows.values() != null) {
            tables.add(values());
        }
        return tables;
    }

    private StatisticsTable traffic() {
        TableBuilder table = new TableBuilder("traffic", words)
                .text("direction")
                .figures("messages", "bytes", "rate", "rate.most", "bytes.rate", "bytes.rate.most");
        trafficLine(table, direction(Row.Kind.RECEIVED), tally(Row.Kind.RECEIVED));
        trafficLine(table, direction(Row.Kind.SENT), tally(Row.Kind.SENT));
        trafficLine(table, words.of("statistics.both"), rows.all());
        table.note(words.of("statistics.events", rows.events()));
        if (rows.isIncomplete()) {
            table.note(words.of("statistics.incomplete"));
        }
        return table.build();
    }

    private static void trafficLine(TableBuilder table, String title, Tally tally) {
        table.line(
                Figure.ofText(title),
                Figure.count(tally.messages()),
                Figure.count(tally.bytes()),
                Figure.number(tally.messages() / tally.seconds()),
                Figure.count(tally.mostMessages()),
                Figure.number(tally.bytes() / tally.seconds()),
                Figure.count(tally.mostBytes()));
    }

    private Tally tally(Row.Kind direction) {
        return rows.direction(direction).tally();
    }

    private String direction(Row.Kind direction) {
        return words.of(direction == Row.Kind.SENT ? "statistics.sent" : "statistics.received");
    }

    private StatisticsTable clients() {
        TableBuilder table = new TableBuilder("clients", words)
                .machineText("client")
                .text("name")
                .figures("received", "received.bytes", "received.rate.most", "sent", "sent.bytes", "sent.rate.most")
                .figures("duration");
        Comparator<ClientTally> most = Comparator.comparingLong(
                client -> -client.received().messages() - client.sent().messages());
        rows.clients().stream().sorted(most).limit(MOST_LINES).forEach(client -> clientLine(table, client));
        noteRest(table, rows.clients().size());
        ClientTally others = rows.others();
        if (others.received().messages() + others.sent().messages() > 0) {
            clientLine(table, others);
            table.note(words.of("statistics.clients.others", RowStatistics.MOST_CLIENTS));
        }
        return table.build();
    }

    private void noteRest(TableBuilder table, long all) {
        if (all > MOST_LINES) {
            table.note(words.of("statistics.first", MOST_LINES, all));
        }
    }

    private void clientLine(TableBuilder table, ClientTally client) {
        Tally in = client.received();
        Tally out = client.sent();
        double span = Math.max(in.last(), out.last())
                - (in.messages() == 0
                        ? out.first()
                        : out.messages() == 0 ? in.first() : Math.min(in.first(), out.first()));
        table.line(
                address(client.peer()),
                name(client.peer()),
                Figure.count(in.messages()),
                Figure.count(in.bytes()),
                Figure.count(in.mostMessages()),
                Figure.count(out.messages()),
                Figure.count(out.bytes()),
                Figure.count(out.mostMessages()),
                Figure.duration(span));
    }

    private Figure address(Peer peer) {
        return Figure.ofText(
                peer == null
                        ? words.of("statistics.others")
                        : peer.remote() == null ? "" : Addresses.text(peer.remote()));
    }

    private Figure name(Peer peer) {
        return peer == null || peer.remote() == null
                ? Figure.NONE
                : Figure.ofText(VisibleText.of(names.apply(peer.remote())));
    }

    private StatisticsTable lengths() {
        return distributions("lengths", Figure.Kind.COUNT, RowStatistics.Direction::lengths);
    }

    private StatisticsTable intervals() {
        return distributions("intervals", Figure.Kind.DURATION, RowStatistics.Direction::intervals);
    }

    private StatisticsTable distributions(
            String id, Figure.Kind unit, Function<RowStatistics.Direction, Distribution> measured) {
        TableBuilder table = new TableBuilder(id, words).distributions();
        for (Row.Kind kind : List.of(Row.Kind.RECEIVED, Row.Kind.SENT)) {
            String title = direction(kind);
            table.distribution(title, measured.apply(rows.direction(kind)), unit, Figure.ofText(title));
        }
        return table.build();
    }

    private StatisticsTable responses() {
        TableBuilder table = new TableBuilder("responses", words)
                .text("answer")
                .machineText("client")
                .text("name")
                .figures("answers", "least", "mean", "p50", "p90", "p99", "greatest");
        for (Row.Kind kind : List.of(Row.Kind.SENT, Row.Kind.RECEIVED)) {
            Figure title = Figure.ofText(answer(kind));
            Figure all = Figure.ofText(words.of("statistics.clients.all"));
            Distribution times = rows.direction(kind).answers().times();
            table.distribution(answer(kind), times, Figure.Kind.DURATION, title, all, Figure.NONE);
            rows.clients().stream()
                    .filter(client -> client.answers(kind) != null)
                    .sorted(Comparator.comparingLong(
                            client -> -client.answers(kind).count()))
                    .forEach(client -> table.percentiles(
                            client.answers(kind),
                            Figure.Kind.DURATION,
                            title,
                            address(client.peer()),
                            name(client.peer())));
        }
        return table.build();
    }

    private String answer(Row.Kind direction) {
        return words.of(direction == Row.Kind.SENT ? "statistics.answer.sent" : "statistics.answer.received");
    }

    private StatisticsTable slowest() {
        TableBuilder table = new TableBuilder("slowest", words)
                .figures("duration")
                .text("answer")
                .machineText("time")
                .machineText("client")
                .text("name")
                .figures("request.row", "answer.row");
        for (Row.Kind kind : List.of(Row.Kind.SENT, Row.Kind.RECEIVED)) {
            for (ResponseTimes.Answer answer : rows.direction(kind).answers().slowest()) {
                table.line(
                        answer.request(),
                        Figure.duration(answer.nanos()),
                        Figure.ofText(answer(kind)),
                        Figure.ofText(RowTime.of(answer.epochNanos())),
                        address(answer.peer()),
                        name(answer.peer()),
                        Figure.count(answer.request() + 1),
                        Figure.count(answer.answer() + 1));
            }
        }
        return table.build();
    }

    private StatisticsTable messages() {
        FrequentItems<MessageKey, Row> counted = rows.messages();
        boolean exact = counted.greatestError() == 0;
        TableBuilder table = new TableBuilder("messages", words)
                .figures(exact ? "count" : "count.least", "share")
                .text("direction")
                .figures("bytes")
                .machineText("message", "hex")
                .figures("first.row");
        RowFormatter formatter = new RowFormatter(rows.lens(), MessageViews.CHOSEN, words);
        for (var item : counted.top(MOST_LINES, Comparator.comparingLong(Row::number))) {
            Row row = item.value();
            table.line(
                    row.number(),
                    Figure.count(item.count()),
                    Figure.share(item.count(), rows.all().messages()),
                    Figure.ofText(direction(row.kind())),
                    Figure.count(row.length()),
                    Figure.ofText(cut(formatter.format(row).text(), row.bytes().length < row.length())),
                    Figure.ofText(hex(row)),
                    Figure.count(row.number() + 1));
        }
        noteExactness(table, counted);
        return table.build();
    }

    private void noteExactness(TableBuilder table, FrequentItems<?, ?> counted) {
        if (counted.greatestError() == 0) {
            table.note(words.of("statistics.different", counted.different()));
            noteRest(table, counted.different());
        } else {
            table.note(words.of("statistics.different.least", counted.different(), counted.greatestError()));
        }
    }

    private static String cut(String text, boolean goesOn) {
        if (text.length() <= MOST_CHARS) {
            return goesOn ? text + "..." : text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARS - 1)) ? MOST_CHARS - 1 : MOST_CHARS;
        return text.substring(0, end) + "...";
    }

    private static String hex(Row row) {
        int length = Math.min(HEX_BYTES, row.bytes().length);
        return Hex.print(row.bytes(), 0, length) + (length < row.length() ? " ..." : "");
    }

    private StatisticsTable values() {
        ValueCounts values = rows.values();
        FrequentItems<String, Long> counted = values.values();
        TableBuilder table = new TableBuilder("values", words)
                .figures(counted.greatestError() == 0 ? "count" : "count.least", "share")
                .machineText("value")
                .figures("first.row");
        for (var item : counted.top(MOST_LINES, Comparator.naturalOrder())) {
            table.line(
                    item.value(),
                    Figure.count(item.count()),
                    Figure.share(item.count(), values.found()),
                    Figure.ofText(VisibleText.of(item.key())),
                    Figure.count(item.value() + 1));
        }
        table.note(
                words.of("statistics.values.found", values.found(), rows.all().messages()));
        if (values.givenUp() > 0) {
            table.note(words.of("statistics.values.given.up", values.givenUp()));
        }
        noteExactness(table, counted);
        Distribution numbers = values.numbers();
        if (numbers.count() > 0) {
            table.note(numbers(numbers));
            table.draw(words.of("statistics.table.values"), numbers, Figure.Kind.NUMBER);
        }
        return table.build();
    }

    private String numbers(Distribution numbers) {
        FigurePrinter text = new FigurePrinter(words);
        return words.of(
                "statistics.values.numbers",
                numbers.count(),
                text.of(Figure.number(numbers.least())),
                text.of(Figure.number(numbers.mean())),
                text.of(Figure.number(numbers.percentile(0.5))),
                text.of(Figure.number(numbers.percentile(0.99))),
                text.of(Figure.number(numbers.greatest())));
    }
}
