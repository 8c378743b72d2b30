package dev.earshot.session.analysis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.net.Peer;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.settings.ViewId;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are read from the rows of real clients, the old ones and those that come. */
class PlotSeriesTest {
    private static final String TEMPERATURE = "T=(-?[\\d.]+)";

    @TempDir
    private Path folder;

    private AnalysedSession live;
    private Socket first;
    private Socket second;

    @BeforeEach
    void open() throws Exception {
        live = new AnalysedSession(folder);
        first = live.connect();
        second = live.connect();
        live.say(first, "T=20.5\nhello\nT=21\n");
        live.say(second, "T=-3\n");
    }

    @AfterEach
    void close() throws Exception {
        live.close();
    }

    private PlotSeries start(String expression, PeerSet peers, boolean perClient) throws Problem {
        NumberSource source = NumberSource.Expression.parse(expression);
        return PlotSeries.start(live.session, new PlotSeries.Query(source, peers, true, false, perClient));
    }

    private static List<Double> values(PlotSeries.Line line) {
        return IntStream.range(0, line.points().size())
                .mapToObj(line.points()::value)
                .toList();
    }

    private static void awaitPoints(PlotSeries series, int count) {
        await().until(() -> series.points() == count);
    }

    @Test
    void theNumbersOfAllClientsAreInOneLineOrInOneForEach() throws Exception {
        try (PlotSeries all = start(TEMPERATURE, PeerSet.EVERYBODY, false);
                PlotSeries each = start(TEMPERATURE, PeerSet.EVERYBODY, true);
                PlotSeries one = start(TEMPERATURE, PeerSet.of(2), false)) {
            awaitPoints(all, 3);
            awaitPoints(each, 3);
            awaitPoints(one, 1);
            assertThat(all.lines()).hasSize(1);
            assertThat(values(all.lines().get(0))).containsExactly(20.5, 21.0, -3.0);
            assertThat(each.lines()).extracting(line -> line.peer().id()).containsExactly(1, 2);
            assertThat(values(each.lines().get(0))).containsExactly(20.5, 21.0);
            assertThat(values(each.lines().get(1))).containsExactly(-3.0);
            assertThat(values(one.lines().get(0))).containsExactly(-3.0);
        }
    }

    @Test
    void aPointKnowsItsTimeItsRowAndItsClient() throws Exception {
        try (PlotSeries all = start(TEMPERATURE, PeerSet.EVERYBODY, false)) {
            awaitPoints(all, 3);
            NumberPoints points = all.lines().get(0).points();
            try (RowReader rows = live.session.log().reader()) {
                for (int i = 0; i < points.size(); i++) {
                    Row row = rows.read(points.row(i), 100);
                    assertThat(points.time(i)).isEqualTo(row.epochNanos());
                    assertThat(points.peer(i)).isEqualTo(row.peerId());
                    assertThat(new String(row.bytes(), US_ASCII)).startsWith("T=");
                }
            }
        }
    }

    @Test
    void newMessagesGiveNewPointsUnlessTheSeriesRests() throws Exception {
        try (PlotSeries all = start(TEMPERATURE, PeerSet.EVERYBODY, false);
                PlotSeries other = start(TEMPERATURE, PeerSet.EVERYBODY, false)) {
            awaitPoints(all, 3);
            awaitPoints(other, 3);
            all.follower().setActive(false);
            live.say(second, "T=99\n");
            awaitPoints(other, 4);
            all.follower().setActive(true);
            awaitPoints(all, 4);
            assertThat(values(all.lines().get(0))).endsWith(99.0);
        }
    }

    @Test
    void aClosedSeriesEnds() throws Exception {
        PlotSeries all = start(TEMPERATURE, PeerSet.EVERYBODY, false);
        awaitPoints(all, 3);
        all.close();
        await().until(all.follower()::isEnded);
        assertThat(all.points()).isEqualTo(3);
    }

    @Test
    void anotherFramingReadsEverythingAgain() throws Exception {
        try (PlotSeries all = start("T=([\\d.]+)", PeerSet.of(1), false)) {
            awaitPoints(all, 2);
            live.session.log().framing().reframe(Framing.RECEIVED, problem -> {});
            await().until(() -> all.points() == 1); // the three lines came in one read
            assertThat(values(all.lines().get(0))).containsExactly(20.5);
        }
    }

    @Test
    void theNumberOfPointsIsBounded() throws Exception {
        NumberSource source = NumberSource.Expression.parse(TEMPERATURE);
        PlotSeries.Query query = new PlotSeries.Query(source, PeerSet.EVERYBODY, true, false, false);
        try (PlotSeries bounded = PlotSeries.start(live.session, query, 2)) {
            await().until(() -> bounded.state() == PlotSeries.State.FULL);
            assertThat(bounded.points()).isEqualTo(2);
        }
    }

    @Test
    void anExpressionThatTakesTooLongIsGivenUp() throws Exception {
        for (int i = 0; i < 20; i++) {
            live.say(first, "x".repeat(200) + "\n");
        }
        try (PlotSeries slow = start("^(x+x+)+\\1y$", PeerSet.EVERYBODY, false)) {
            await().until(() -> slow.state() == PlotSeries.State.TOO_SLOW);
        }
    }

    @Test
    void theNumberMayBeAFieldOrAFormulaOfFields() throws Exception {
        live.say(second, "{\"temp\": 30, \"room\": {\"humidity\": 41.5}}\n{\"temp\": \"broken\"}\n");
        try (PlotSeries pairs = startField("T");
                PlotSeries json = startField("room.humidity");
                PlotSeries formula = startField("temp * 1.8 + 32")) {
            awaitPoints(pairs, 3);
            awaitPoints(json, 1);
            awaitPoints(formula, 1);
            assertThat(values(pairs.lines().get(0))).containsExactly(20.5, 21.0, -3.0);
            assertThat(values(json.lines().get(0))).containsExactly(41.5);
            assertThat(values(formula.lines().get(0))).containsExactly(86.0);
        }
    }

    @Test
    void anotherEncodingReadsEverythingAgain() throws Exception {
        live.say(second, "\u6e29=30\n"); // in UTF-8
        live.session.log().readAs(Encoding.named("GBK"));
        try (PlotSeries all = start("\u6e29=([\\d.]+)", PeerSet.EVERYBODY, false)) {
            await().until(() -> all.follower().done() == live.session.log().rowCount());
            assertThat(all.points()).isZero();
            live.session.log().readAs(Encoding.UTF_8);
            awaitPoints(all, 1);
        }
    }

    @Test
    void theFirstMessageOfAClientIsReadInItsOwnEncoding() throws Exception {
        Charset gbk = Charset.forName("GBK");
        try (PlotSeries all = start("\u6e29\u5ea6=([\\d.]+)", PeerSet.EVERYBODY, false)) {
            for (int i = 1; i <= 5; i++) {
                Socket client = live.connect();
                client.getOutputStream().write("\u6e29\u5ea6=30\n".getBytes(gbk));
                int points = i;
                await().until(() -> all.follower().done() == live.session.log().rowCount() && all.points() == points);
            }
        }
    }

    @Test
    void otherLayoutsReadFieldsAgainButNotExpressions() throws Exception {
        live.say(second, "a1b2c3\n");
        LayoutBook book = new LayoutBook(folder);
        write(book, "a(.)b.c.", "a.b(.)c.");
        live.session.log().useLayouts(book);
        try (PlotSeries field = startField("digit");
                PlotSeries expression = start(TEMPERATURE, PeerSet.EVERYBODY, false)) {
            awaitPoints(expression, 3);
            NumberPoints kept = expression.lines().get(0).points();
            await().until(() -> field.follower().done() == live.session.log().rowCount());
            assertThat(values(field)).isEmpty();
            Peer peer = live.session.clients().all().get(1).peer();
            live.session.log().showAs(peer, ViewId.ofLayout("one"));
            await().until(() -> values(field).equals(List.of(1.0)));
            live.session.log().showAs(peer, ViewId.ofLayout("two"));
            await().until(() -> values(field).equals(List.of(2.0)));
            write(book, "a(.)b.c.", "a.b.c(.)");
            await().until(() -> values(field).equals(List.of(3.0)));
            live.session.log().showAs("hex");
            live.session.log().showAs(peer, null);
            await().until(() -> values(field).isEmpty());
            assertThat(expression.lines().get(0).points()).isSameAs(kept);
        }
    }

    /** Writes two layouts, which are only read by choice, with a digit where an expression finds it. */
    private static void write(LayoutBook book, String one, String two) throws IOException {
        String layout = "{\"name\": \"%s\", \"ports\": \"1\", \"expression\": \"%s\", \"fields\": ["
                + "{\"name\": \"digit\", \"group\": 1, \"type\": \"number\"}]}";
        String layouts = layout.formatted("one", one) + "," + layout.formatted("two", two);
        Files.writeString(book.file(), "{\"format\": \"earshot fields 1\", \"layouts\": [" + layouts + "]}");
        book.load();
        assertThat(book.await().problem()).isEmpty();
    }

    private static List<Double> values(PlotSeries series) {
        List<PlotSeries.Line> lines = series.lines();
        return lines.isEmpty() ? List.of() : values(lines.get(0));
    }

    private PlotSeries startField(String formula) throws Problem {
        NumberSource source = NumberSource.Field.parse(formula);
        return PlotSeries.start(live.session, new PlotSeries.Query(source, PeerSet.EVERYBODY, true, false, false));
    }

    @Test
    void thePreviewTellsTheLatestNumber() throws Exception {
        NumberSource source = NumberSource.Expression.parse(TEMPERATURE);
        PlotSeries.Query query = new PlotSeries.Query(source, PeerSet.of(1), true, false, false);
        NumberPreview preview = NumberPreview.of(live.session, query);
        assertThat(preview.value()).isEqualTo(21);
        assertThat(preview.looked()).isEqualTo(1);
        NumberSource nothing = NumberSource.Expression.parse("X=(.*)");
        preview = NumberPreview.of(live.session, new PlotSeries.Query(nothing, PeerSet.EVERYBODY, true, true, false));
        assertThat(preview.row()).isEqualTo(-1);
        assertThat(preview.looked()).isEqualTo(4);
    }
}
