package dev.earshot.session.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.session.Lens;
import dev.earshot.session.words.Words;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowStatisticsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final long MILLI = 1_000_000;
    private static final long START = 1_790_000_000_000_000_000L;

    private final List<Row> rows = new ArrayList<>();

    private void add(int peer, Row.Kind kind, long millis, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        InetSocketAddress remote = new InetSocketAddress("127.0.0." + (peer % 250 + 1), 50_000 + peer / 250);
        rows.add(new Row(
                rows.size(), kind, START + millis * MILLI, peer, remote, null, 0, bytes.length, bytes, Origin.PERSON));
    }

    private String name = ""; // of all clients

    private List<StatisticsTable> tables(ValueSource values) {
        RowStatistics statistics = new RowStatistics(new Lens(null, peer -> Encoding.UTF_8), values);
        rows.forEach(statistics::write);
        return new StatisticsTables(statistics, ENGLISH, remote -> name).all();
    }

    private static List<List<String>> lines(List<StatisticsTable> tables, String id) {
        FigurePrinter text = new FigurePrinter(ENGLISH);
        return table(tables, id).lines().stream()
                .map(line -> line.figures().stream().map(text::of).toList())
                .toList();
    }

    private static StatisticsTable table(List<StatisticsTable> tables, String id) {
        return tables.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void intervalsAreMeasuredOnAfterTheClockWasSetBack() {
        for (long millis : new long[] {0, 1_000, 2_000, -3_600_000, -3_599_000, -3_598_000}) {
            add(1, Row.Kind.RECEIVED, millis, "ask\n");
        }
        assertThat(lines(tables(null), "intervals").get(0))
                .containsExactly("Received", "4", "1 s", "1 s", "1 s", "1 s", "1 s", "1 s");
    }

    @Test
    void aConversationHasTheFiguresOfTheDefinitions() {
        add(1, Row.Kind.RECEIVED, 0, "ask\n");
        add(1, Row.Kind.SENT, 3, "answer\n");
        add(1, Row.Kind.RECEIVED, 1_000, "ask\n");
        add(1, Row.Kind.RECEIVED, 1_010, "ask more\n");
        add(1, Row.Kind.SENT, 1_015, "answer\n");
        add(1, Row.Kind.SENT, 1_020, "more\n");
        rows.add(new Row(
                rows.size(), Row.Kind.EVENT, START, 0, null, new Event.Closed(null), 0, 0, new byte[0], Origin.PERSON));
        List<StatisticsTable> tables = tables(null);
        assertThat(lines(tables, "traffic"))
                .containsExactly(
                        List.of("Received", "3", "17", "2.9703", "2", "16.8317", "13"),
                        List.of("Sent", "3", "19", "2.94985", "2", "18.6824", "12"),
                        List.of("Both", "6", "36", "5.88235", "4", "35.2941", "25"));
        assertThat(table(tables, "traffic").note()).endsWith("Events that are no messages: 1.");
        assertThat(lines(tables, "lengths"))
                .containsExactly(
                        List.of("Received", "3", "4", "5.7", "4", "9", "9", "9"),
                        List.of("Sent", "3", "5", "6.3", "7", "7", "7", "7"));
        assertThat(lines(tables, "intervals"))
                .containsExactly(
                        List.of("Received", "2", "10 ms", "505 ms", "10 ms", "1 s", "1 s", "1 s"),
                        List.of("Sent", "2", "5 ms", "508.5 ms", "5 ms", "1.012 s", "1.012 s", "1.012 s"));
        // The answers to "ask" and to "ask more"; the client's second "ask" follows "answer".
        assertThat(lines(tables, "responses"))
                .containsExactly(
                        List.of(
                                "Sent after received",
                                "All clients",
                                "",
                                "2",
                                "3 ms",
                                "4 ms",
                                "3 ms",
                                "5 ms",
                                "5 ms",
                                "5 ms"),
                        List.of(
                                "Sent after received",
                                "127.0.0.2:50000",
                                "",
                                "2",
                                "3 ms",
                                "4 ms",
                                "3 ms",
                                "5 ms",
                                "5 ms",
                                "5 ms"),
                        List.of(
                                "Received after sent",
                                "All clients",
                                "",
                                "1",
                                "997 ms",
                                "997 ms",
                                "997 ms",
                                "997 ms",
                                "997 ms",
                                "997 ms"),
                        List.of(
                                "Received after sent",
                                "127.0.0.2:50000",
                                "",
                                "1",
                                "997 ms",
                                "997 ms",
                                "997 ms",
                                "997 ms",
                                "997 ms",
                                "997 ms"));
        assertThat(table(tables, "slowest").lines())
                .extracting(StatisticsTable.Line::row)
                .containsExactly(3L, 0L, 1L);
        assertThat(lines(tables, "messages"))
                .extracting(line -> line.get(0) + " " + line.get(1) + " " + line.get(2) + " " + line.get(4))
                .containsExactly(
                        "2 33.3 % Received ask",
                        "2 33.3 % Sent answer", "1 16.7 % Received ask more", "1 16.7 % Sent more");
        assertThat(table(tables, "messages").lines())
                .extracting(StatisticsTable.Line::row)
                .containsExactly(0L, 1L, 3L, 5L);
    }

    @Test
    void figuresOfManyClientsAreThoseOfABruteForce() {
        Random random = new Random(7);
        long millis = 0;
        for (int i = 0; i < 20_000; i++) {
            millis += random.nextInt(40);
            add(
                    random.nextInt(30),
                    random.nextBoolean() ? Row.Kind.RECEIVED : Row.Kind.SENT,
                    millis,
                    "x".repeat(random.nextInt(300)) + random.nextInt(3));
        }
        List<StatisticsTable> tables = tables(null);
        for (Row.Kind kind : List.of(Row.Kind.RECEIVED, Row.Kind.SENT)) {
            int line = kind == Row.Kind.RECEIVED ? 0 : 1;
            assertThat(lines(tables, "traffic").get(line).subList(1, 3))
                    .containsExactly(
                            grouped(rows.stream()
                                    .filter(row -> row.kind() == kind)
                                    .count()),
                            grouped(rows.stream()
                                    .filter(row -> row.kind() == kind)
                                    .mapToLong(Row::length)
                                    .sum()));
            assertThat(lines(tables, "traffic").get(line).get(4)).isEqualTo(mostInOneSecond(kind));
        }
        Map<Integer, Row> last = new HashMap<>();
        List<Long> answers = new ArrayList<>();
        for (Row row : rows) {
            Row before = last.put(row.peerId(), row);
            if (before != null && before.kind() == Row.Kind.RECEIVED && row.kind() == Row.Kind.SENT) {
                answers.add(row.epochNanos() - before.epochNanos());
            }
        }
        answers.sort(null);
        StatisticsTable.Line all = table(tables, "responses").lines().get(0);
        assertThat(all.figures().get(3).number()).isEqualTo(answers.size());
        double right = answers.get((int) Math.ceil(answers.size() * 0.99) - 1);
        assertThat(all.figures().get(8).number()).isBetween(right * 0.999, right * 1.001);
        assertThat(table(tables, "clients").lines()).hasSize(30);
        assertThat(table(tables, "slowest").lines()).hasSize(40);
        assertThat(table(tables, "slowest").lines().get(0).figures().get(0).number())
                .isEqualTo(answers.get(answers.size() - 1).doubleValue());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String mostInOneSecond(Row.Kind kind) {
        Map<Long, Integer> seconds = new TreeMap<>();
        rows.stream()
                .filter(row -> row.kind() == kind)
                .forEach(row -> seconds.merge(row.epochNanos() / 1_000_000_000, 1, Integer::sum));
        return String.valueOf(seconds.values().stream().max(Integer::compare).orElseThrow());
    }

    @Test
    void longMessagesAreToldApartByAllOfTheirBytes() {
        String same = "a".repeat(100_000);
        add(1, Row.Kind.RECEIVED, 0, same + "1");
        add(1, Row.Kind.RECEIVED, 1, same + "2");
        add(1, Row.Kind.RECEIVED, 2, same + "1");
        List<List<String>> messages = lines(tables(null), "messages");
        assertThat(messages).extracting(line -> line.get(0)).containsExactly("2", "1");
        assertThat(messages.get(0).get(4)).hasSizeLessThan(210).endsWith("...");
    }

    @Test
    void tooManyDifferentMessagesAreSaidToBeCountedAtLeast() {
        for (int i = 0; i < 40_000; i++) {
            add(1, Row.Kind.RECEIVED, i, i % 4 == 0 ? "often" : "once " + i);
        }
        List<StatisticsTable> tables = tables(null);
        StatisticsTable messages = table(tables, "messages");
        assertThat(messages.columns().get(0).title()).isEqualTo("Count (at least)");
        assertThat(messages.note()).contains("at least 16,385", "too small by 1 at most");
        assertThat(messages.lines()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(messages.lines().get(0).figures().get(0).number()).isBetween(9_998d, 10_000d);
    }

    @Test
    void clientsBeyondTheMostAreCountedTogether() {
        for (int i = 0; i < 10_500; i++) {
            add(i, Row.Kind.RECEIVED, i, "x");
        }
        StatisticsTable clients = table(tables(null), "clients");
        assertThat(clients.lines()).hasSize(1_001);
        assertThat(clients.lines().get(1_000).figures().get(0).text()).isEqualTo("Other clients");
        assertThat(clients.lines().get(1_000).figures().get(2).number()).isEqualTo(500);
        assertThat(clients.note()).contains("Only the first 10,000 clients");
    }

    @Test
    void valuesOfAnExpressionAreCountedAndMeasured() throws Problem {
        for (int i = 0; i < 100; i++) {
            add(1, Row.Kind.RECEIVED, i, "T=" + (i % 4 - 1.5) + " C\n");
        }
        add(1, Row.Kind.RECEIVED, 100, "T=? C\n");
        add(1, Row.Kind.RECEIVED, 101, "no value\n");
        List<StatisticsTable> tables = tables(ExpressionValueSource.parse("T=(\\S+)"));
        StatisticsTable values = table(tables, "values");
        assertThat(values.note())
                .contains("101 of 102 messages have a value")
                .contains("100 values are numbers: least -1.5, mean 0, p50 -0.5, p99 1.5, greatest 1.5");
        assertThat(lines(tables, "values").get(0)).containsExactly("25", "24.8 %", "-1.5", "1");
        assertThat(lines(tables, "values")).hasSize(5);
    }

    @Test
    void anExpressionThatTakesTooLongIsGivenUp() throws Problem {
        add(1, Row.Kind.RECEIVED, 0, "a".repeat(2_000));
        StatisticsTable values = table(tables(ExpressionValueSource.parse("a*a*a*a*a*a*a*a*a*a*[b]")), "values");
        assertThat(values.note()).contains("1 message was given up");
    }

    @Test
    void theReportIsMarkdownThatHostileMessagesDoNotBreak() {
        add(1, Row.Kind.RECEIVED, 0, "a|b`c``d <script>\u001B[31m\n");
        RowStatistics statistics = new RowStatistics(new Lens(null, peer -> Encoding.UTF_8), null);
        rows.forEach(statistics::write);
        String report = StatisticsReport.of(
                "Title", List.of("scope"), new StatisticsTables(statistics, ENGLISH, remote -> "").all(), ENGLISH);
        assertThat(report)
                .startsWith("# Title\n\nscope\n\n## Traffic\n")
                .contains("``` a\\|b`c``d <script>")
                .doesNotContain("\u001B");
        List<String> tableLines =
                report.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(tableLines).allMatch(line -> line.endsWith("|"));
    }

    @Test
    void anEmptyTableSaysThatThereIsNothing() {
        add(1, Row.Kind.RECEIVED, 0, "ask\n");
        List<StatisticsTable> tables = tables(null);
        assertThat(table(tables, "slowest").note()).endsWith("These rows have none.");
        assertThat(table(tables, "clients").note()).doesNotContain("none");
    }

    @Test
    void theNameOfAClientStandsBesideItsAddress() {
        name = "Press";
        add(1, Row.Kind.RECEIVED, 0, "ask\n");
        add(1, Row.Kind.SENT, 2, "answer\n");
        List<StatisticsTable> tables = tables(null);
        for (String id : List.of("clients", "responses", "slowest")) {
            List<List<String>> lines = lines(tables, id);
            List<String> last = lines.get(lines.size() - 1);
            assertThat(last.get(last.indexOf("127.0.0.2:50000") + 1)).as(id).isEqualTo("Press");
        }
    }

    @Test
    void aTableIsCsvThatASpreadsheetReads() {
        add(1, Row.Kind.RECEIVED, 0, "=1+1\n");
        add(1, Row.Kind.SENT, 2, "x,\"y\"\n");
        List<StatisticsTable> tables = tables(null);
        assertThat(StatisticsCsv.of(table(tables, "messages")))
                .startsWith("\uFEFFCount,Share,Direction,Bytes,Message,Hex,First row\r\n")
                .contains("1,0.5,Received,5,'=1+1,3D 31 2B 31 0A,1\r\n", "\"x,\"\"y\"\"\"");
        assertThat(StatisticsCsv.of(table(tables, "responses")))
                .contains("Sent after received,All clients,,1,0.002000000,");
    }
}
