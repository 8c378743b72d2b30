package dev.earshot.journal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.framing.BeginMarkFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.Scene;
import dev.earshot.journal.TestLens;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter finds the rows that a slow search of every row finds. */
class FilterTest {
    /** The encodings in which a text is searched while those of the clients are not known. */
    private static final List<Encoding> UNKNOWN = List.of(Encoding.UTF_8, Encoding.GBK);

    private static final Charset GBK = Charset.forName("GBK");
    private static final String[] PIECES = {"a", "b", "A", "ab", "\n", "\r\n", "1", "温", "度", "%", "aab"};

    /** An expression that backtracks for ever on a long text of the letter a without a b. */
    private static final String SLOW = "/a*a*a*a*a*a*a*a*a*a*[b]/";

    /** The bytes of the capture in one range; the history of a test has from one to a few thousand of them. */
    private static final long[] RANGES = {1, 200, 1000, 10_000, ParallelSearch.RANGE};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines",
                "received",
                "delimiter:61",
                "fixed:7",
                "fixed:100",
                "length:0,1,be",
                "silence:300",
                "begin mark"
            })
    void findsTheRowsThatASlowSearchFinds(String text) throws Exception {
        Framing framing = text.equals("begin mark") ? new BeginMarkFraming('a') : Framing.parse(text);
        for (long seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Path own = Files.createDirectory(folder.resolve(text.replace(':', '-') + "-" + seed));
            try (Scene scene = new Scene(own, framing)) {
                play(scene, random);
                for (int i = 0; i < 6; i++) {
                    long row = random.nextInt((int) scene.journal.rows());
                    scene.journal.notes().put(row, 0, "a note " + anyText(random, 3));
                }
                SlowSearch slow = new SlowSearch(scene.rows(), scene.journal);
                for (int i = 0; i < 40; i++) {
                    Filter filter = anyFilter(random);
                    Encoding fixed = random.nextInt(3) == 0 ? Encoding.GBK : null;
                    List<Long> expected = slow.find(filter, fixed);
                    long range = RANGES[random.nextInt(RANGES.length)];
                    assertThat(found(scene.journal, filter, fixed, range))
                            .as("seed %d, %s, %s, range %d", seed, filter, fixed, range)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "received", "delimiter:61", "fixed:7", "length:0,1,be", "silence:300"})
    void findsTheRowsThatASlowSearchFindsAmongManySmallRecords(String text) throws Exception {
        for (long seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            Path own = Files.createDirectory(folder.resolve(text.replace(':', '-') + "-" + seed));
            try (Scene scene = new Scene(own, Framing.parse(text))) {
                playSmall(scene, random);
                long noted = random.nextInt((int) scene.journal.rows());
                scene.journal.notes().put(noted, 0, "a note " + anyText(random, 3));
                SlowSearch slow = new SlowSearch(scene.rows(), scene.journal);
                for (int i = 0; i < 40; i++) {
                    Filter filter = random.nextInt(4) == 0 ? looking(inHeaders(random)) : anyFilter(random);
                    List<Long> expected = slow.find(filter, null);
                    long range = RANGES[random.nextInt(RANGES.length)];
                    assertThat(found(scene.journal, filter, null, range))
                            .as("seed %d, %s, range %d", seed, filter, range)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Returns bytes that stand in the headers between messages, and in some messages. */
    private static String inHeaders(Random random) {
        String[] all = {"hex 7F 00 00 01", "hex 45 00", "\"E\"", "hex 50 ??", "hex 0A ?? 00", "hex 00 61"};
        return all[random.nextInt(all.length)];
    }

    /** Lets most messages come as one read each, from peers that take turns for a while or speak alone. */
    private static void playSmall(Scene scene, Random random) {
        List<Peer> there = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            there.add(scene.joins(id));
        }
        boolean sends = false;
        for (int i = 0; i < 600; i++) {
            Peer peer = there.get(i % 100 < 50 ? 0 : random.nextInt(there.size()));
            byte[] bytes = ((random.nextInt(9) == 0 ? "E\0\u007f\0\0\1a" : "")
                            + anyText(random, random.nextInt(4))
                            + "\n".repeat(1 + random.nextInt(12) / 11))
                    .getBytes(peer.id() == 1 ? Scene.UTF_8 : GBK);
            int cut = random.nextInt(25) == 0 ? random.nextInt(bytes.length) : 0;
            sends = random.nextInt(20) == 0 ? !sends : sends;
            for (byte[] one : List.of(
                    java.util.Arrays.copyOfRange(bytes, 0, cut),
                    java.util.Arrays.copyOfRange(bytes, cut, bytes.length))) {
                if (one.length > 0 && sends) {
                    scene.sends(peer, one, cut == 0);
                } else if (one.length > 0) {
                    scene.receives(peer, one, 0);
                }
            }
            if (random.nextInt(60) == 0) {
                scene.journal.on(TcpNote.STALLED.about(peer, "5"));
            }
        }
        there.subList(0, 2).forEach(scene::leaves);
    }

    private static void play(Scene scene, Random random) {
        List<Peer> there = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            there.add(scene.joins(id));
        }
        for (int i = 0; i < 150; i++) {
            Peer peer = there.get(random.nextInt(there.size()));
            byte[] bytes = anyText(random, random.nextInt(12) == 0 ? 8000 : 1 + random.nextInt(6))
                    .getBytes(peer.id() == 1 ? Scene.UTF_8 : GBK);
            // Cut anywhere, characters too; a few reads of one byte.
            int cut = random.nextInt(bytes.length + 1);
            piece(scene, random, peer, java.util.Arrays.copyOfRange(bytes, 0, cut));
            piece(scene, random, peer, java.util.Arrays.copyOfRange(bytes, cut, bytes.length));
            if (random.nextInt(15) == 0) {
                scene.silent(peer, 1000);
            }
        }
        there.subList(0, 2).forEach(scene::leaves);
    }

    private static void piece(Scene scene, Random random, Peer peer, byte[] bytes) {
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            scene.sends(peer, bytes, random.nextBoolean());
        } else if (bytes.length > 0) {
            scene.receives(peer, bytes, random.nextInt(8) == 0 ? 400 : 0);
        }
    }

    private static String anyText(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static Filter anyFilter(Random random) throws Problem {
        String typed = switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "hex " + (random.nextBoolean() ? "?? " : "") + "61 ?? " + (random.nextBoolean() ? "0A" : "");
            case 2 ->
                "/" + (random.nextBoolean() ? "^" : "") + anyExpression(random) + (random.nextBoolean() ? "$" : "")
                        + "/";
            default -> "\"" + anyText(random, 1 + random.nextInt(random.nextInt(6) == 0 ? 60 : 4)) + "\"";
        };
        return new Filter(
                anyPeers(random),
                random.nextInt(4) > 0,
                random.nextInt(4) > 0,
                random.nextInt(4) > 0,
                SearchTerm.parse(typed),
                null,
                random.nextInt(6) == 0);
    }

    private static String anyExpression(Random random) {
        String[] all = {"a.?[b温]", "aab", "(?i)a+b.*1", "[A1]a{2}b", "温度?.*%", "A.*(1|%)b+", "(ab){2,3}[^b]"};
        return all[random.nextInt(all.length)];
    }

    private static PeerSet anyPeers(Random random) {
        List<Integer> wanted = new ArrayList<>();
        for (int peer = 3; peer > 0; peer--) {
            if (random.nextInt(3) == 0) {
                wanted.add(peer);
            }
        }
        return PeerSet.of(wanted);
    }

    static FilteredRows filtered(Journal journal, Filter filter, Encoding fixed) {
        return filtered(journal, filter, fixed, ParallelSearch.RANGE);
    }

    private static FilteredRows filtered(Journal journal, Filter filter, Encoding fixed, long range) {
        TestLens own = fixed == null ? new TestLens(UNKNOWN, journal::encoding, null) : TestLens.of(fixed);
        return FilteredRows.of(journal.contents(), filter, own, () -> {}, range);
    }

    private static List<Long> found(Journal journal, Filter filter, Encoding fixed, long range) throws Exception {
        try (FilteredRows rows = filtered(journal, filter, fixed, range)) {
            await().pollInterval(java.time.Duration.ofMillis(1)).until(rows::isComplete);
            assertThat(rows.failure()).isEmpty();
            assertThat(rows.nextRow()).isEqualTo(journal.rows());
            return numbers(rows);
        }
    }

    private static List<Long> numbers(FilteredRows rows) throws IOException {
        long[] read = new long[(int) rows.count() + 1];
        assertThat(rows.read(0, read)).isEqualTo(read.length - 1);
        return java.util.Arrays.stream(read).limit(read.length - 1).boxed().toList();
    }

    private static Filter looking(String typed) throws Problem {
        return new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "received", "fixed:100", "silence:300"})
    void aTimeSpanPassesTheRowsThatEndedInIt(String text) throws Exception {
        for (long seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Path own = Files.createDirectory(folder.resolve(text.replace(':', '-') + "-" + seed));
            try (Scene scene = new Scene(own, Framing.parse(text))) {
                play(scene, random);
                SlowSearch slow = new SlowSearch(scene.rows(), scene.journal);
                try (RowReader reader = scene.journal.reader();
                        Journal reopened = scene.reopened(Framing.parse(text))) {
                    for (int i = 0; i < 30; i++) {
                        TimeSpan span = anySpan(random, reader);
                        Filter filter = anyFilter(random).within(span);
                        List<Long> expected = new ArrayList<>();
                        for (long row : slow.find(filter, null)) {
                            long ended = reader.endedAt(row);
                            if (ended >= span.from() && ended < span.until()) {
                                expected.add(row);
                            }
                        }
                        long range = RANGES[random.nextInt(RANGES.length)];
                        assertThat(found(scene.journal, filter, null, range))
                                .as("seed %d, %s, range %d", seed, filter, range)
                                .isEqualTo(expected);
                        assertThat(found(reopened, filter, null, range)).startsWith(expected.toArray(Long[]::new));
                    }
                }
            }
        }
    }

    private static TimeSpan anySpan(Random random, RowReader rows) throws IOException {
        long[] ends = {
            rows.endedAt(random.nextLong(rows.count())) + random.nextInt(2),
            rows.endedAt(random.nextLong(rows.count())) + random.nextInt(2)
        };
        java.util.Arrays.sort(ends);
        return new TimeSpan(
                random.nextInt(4) == 0 ? Long.MIN_VALUE : ends[0], random.nextInt(4) == 0 ? Long.MAX_VALUE : ends[1]);
    }

    @Test
    void aFutureTimeSpanPassesRowsAsTheyCome() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "before\nbegun before, ");
            long now = System.currentTimeMillis() * 1_000_000;
            TimeSpan span = new TimeSpan(now + 300_000_000, now + 600_000_000);
            try (FilteredRows found = filtered(scene.journal, Filter.ALL.within(span), null);
                    FilteredRows hits = filtered(scene.journal, looking("begun").within(span), null);
                    RowReader rows = scene.journal.reader()) {
                await().until(found::isComplete);
                assertThat(found.count()).isZero();
                await().pollInterval(java.time.Duration.ofMillis(5)).until(() -> {
                    scene.receives(peer, "x\n");
                    found.wake();
                    hits.wake();
                    return rows.endedAt(rows.count() - 1) >= span.until();
                });
                long count = rows.count();
                await().until(() -> found.nextRow() == count && hits.nextRow() == count);
                long first = rows.firstSince(span.from(), 0, count);
                assertThat(numbers(found)).first().isEqualTo(first);
                assertThat(found.count()).isEqualTo(rows.firstSince(span.until(), 0, count) - first);
                assertThat(hits.count()).isZero();
                scene.receives(peer, "much later\n");
                assertThat(found.nextRow()).isEqualTo(count + 1);
            }
        }
    }

    @Test
    void longMessagesAreSearchedAcrossRanges() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            Peer other = scene.joins(2);
            byte[] text = ("a".repeat(49_998) + "needle").repeat(60).getBytes(Scene.UTF_8);
            for (int at = 0; at < text.length; at += 50_000) { // each needle is in two reads
                scene.receives(peer, java.util.Arrays.copyOfRange(text, at, Math.min(text.length, at + 50_000)));
                scene.receives(other, "a need");
                scene.receives(other, "le and its end\n");
            }
            scene.receives(peer, "\nneedle\n");
            List<Long> messages = new ArrayList<>();
            scene.rows().stream()
                    .filter(row -> new String(row.bytes(), Scene.UTF_8).contains("needle"))
                    .forEach(row -> messages.add(row.number()));
            assertThat(messages).hasSizeGreaterThan(63);
            for (long range : RANGES) {
                assertThat(found(scene.journal, looking("needle"), null, range)).isEqualTo(messages);
                assertThat(found(scene.journal, looking("/need.?le/"), null, range))
                        .isEqualTo(messages);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {200, ParallelSearch.RANGE})
    void newRowsAreFoundAsTheyCome(long range) throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES);
                FilteredRows rows = filtered(scene.journal, looking("hit"), null, range)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 2000; i++) {
                scene.receives(peer, i % 100 == 0 ? "a h" : "a mi");
                scene.receives(peer, i % 100 == 0 ? "it\n" : "ss\n");
                rows.wake();
            }
            await().until(() -> rows.nextRow() == scene.journal.rows());
            assertThat(rows.count()).isEqualTo(20);
            assertThat(numbers(rows).get(1)).isEqualTo(101);
            assertThat(rows.countBefore(101)).isEqualTo(1);
            assertThat(rows.countBefore(102)).isEqualTo(2);
            assertThat(rows.countBefore(Long.MAX_VALUE)).isEqualTo(20);
        }
    }

    @Test
    void anOpenRowIsFoundWhenItEnds() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES);
                FilteredRows rows = filtered(scene.journal, looking("hit"), null)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "a hit, and");
            Peer other = scene.joins(2);
            scene.receives(other, "not it\n");
            rows.wake();
            await().until(() -> rows.nextRow() == scene.journal.rows());
            assertThat(rows.count()).isZero();
            scene.silent(peer, 200);
            rows.wake();
            await().until(() -> rows.count() == 1);
            assertThat(numbers(rows)).containsExactly(3L);
        }
    }

    @Test
    void endsSoonAfterItIsClosed() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "x\n".repeat(10_000));
            FilteredRows rows = filtered(scene.journal, looking("x"), null);
            rows.close();
            rows.awaitEnd(10_000);
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(t -> t.getName().equals("filter"));
            await().until(rows::isClosed);
            if (rows.count() > 0) {
                assertThatThrownBy(() -> rows.read(0, new long[1])).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void anExpressionThatBacktracksForEverIsGivenUp() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "good b\n" + "a".repeat(60) + "!\n" + "also good: ab\n");
            try (FilteredRows rows = filtered(scene.journal, looking(SLOW), null)) {
                await().until(rows::isComplete);
                assertThat(rows.givenUp()).isEqualTo(1);
                assertThat(numbers(rows)).containsExactly(1L, 3L);
            }
        }
    }

    @Test
    void anExpressionThatIsGivenUpOnManyRowsEndsTheSearch() throws Exception {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 200; i++) {
                scene.receives(peer, "a".repeat(60) + "!");
            }
            try (FilteredRows rows = filtered(scene.journal, looking(SLOW), null)) {
                await().until(rows::isStopped);
                assertThat(rows.givenUp()).isEqualTo(ExpressionPredicate.MOST_GIVEN_UP);
                assertThat(rows.isComplete()).isFalse();
            }
        }
    }

    @Test
    void theSameRowsAreGivenUpHoweverTheHistoryIsDivided() throws Exception {
        try (Scene scene = new Scene(folder, Framing.RECEIVED)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 100; i++) {
                scene.receives(peer, i % 4 == 0 ? "ab" : "a".repeat(60) + "!");
            }
            for (long range : RANGES) {
                try (FilteredRows rows = filtered(scene.journal, looking(SLOW), null, range)) {
                    await().until(rows::isStopped);
                    await().until(() -> rows.count() == 7);
                    assertThat(rows.givenUp()).isEqualTo(ExpressionPredicate.MOST_GIVEN_UP);
                    assertThat(numbers(rows)).containsExactly(1L, 5L, 9L, 13L, 17L, 21L, 25L);
                }
            }
        }
    }

    @Test
    void deepRecursionInAnExpressionDoesNotEndTheSearch() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            for (int i = 0; i < 10; i++) {
                scene.receives(peer, "ab".repeat(15_000));
            }
            scene.receives(peer, "\nab;\n");
            try (FilteredRows rows = filtered(scene.journal, looking("/(a|b)*[;]/"), null)) {
                await().until(rows::isComplete);
                assertThat(rows.failure()).isEmpty();
                assertThat(numbers(rows)).containsExactly(2L);
            }
        }
    }

    @Test
    void lostIndexEntriesDoNotMisleadTheSearch() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES);
                FilteredRows rows = filtered(scene.journal, looking("ok"), null)) {
            Peer peer = scene.joins(1);
            scene.receives(peer, "ok 1\n");
            scene.journal.on(TcpNote.STALLED.about(peer, "5"));
            scene.receives(peer, "ok 2\n");
            rows.wake();
            await().until(() -> rows.count() == 2);
            assertThat(numbers(rows)).containsExactly(1L, 3L);
        }
    }

    @Test
    void typedTermsAreTextBytesOrExpressions() throws Problem {
        assertThat(SearchTerm.parse("")).isNull();
        assertThat(SearchTerm.parse("0D 0A")).isInstanceOf(SearchTerm.Bytes.class);
        assertThat(SearchTerm.parse(" 0d  ?? ")).isInstanceOf(SearchTerm.Bytes.class);
        assertThat(SearchTerm.parse("hex 0D")).isInstanceOf(SearchTerm.Bytes.class);
        assertThat(SearchTerm.parse("hex 0x41,0x42 43??")).isInstanceOf(SearchTerm.Bytes.class);
        assertThat(SearchTerm.parse("hex b'A\\x00'").patterns(null))
                .usingRecursiveComparison()
                .isEqualTo(SearchTerm.parse("hex 41 00").patterns(null));
        for (String text :
                List.of("0D", "0D0A", "12 345", "?? ??", "hex ", "hex", "/a", "//", "\"", "0x0D 0x0A", "温度")) {
            assertThat(SearchTerm.parse(text)).as(text).isEqualTo(new SearchTerm.Text(text, text));
        }
        assertThat(SearchTerm.parse("\"0D 0A\"")).isEqualTo(new SearchTerm.Text("\"0D 0A\"", "0D 0A"));
        assertThat(SearchTerm.parse("/a+/")).isInstanceOf(SearchTerm.Expression.class);
    }

    @Test
    void mistakesAreReportedAtTheirPosition() {
        wrong("hex 0D 0", 7, "problem.hex.odd");
        wrong("hex 0D xy", 7, "problem.hex.digit");
        wrong("hex 4??1", 5, "problem.hex.digit");
        wrong("/a(b/", 3, "problem.filter.expression");
    }

    private static void wrong(String typed, int position, String key) {
        assertThatThrownBy(() -> SearchTerm.parse(typed)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.position()).as(typed).isBetween(position - 1, position + 1);
        });
    }

    @Test
    void hitsInOneMessageAreFoundForHighlighting() throws Problem {
        byte[] gbk = "温度 ab 温".getBytes(GBK);
        assertThat(hits(gbk, "温")).containsExactly(0, 2, 8, 10);
        assertThat(hits(gbk, "AB")).containsExactly(5, 7);
        assertThat(hits(gbk, "/度.*b/")).containsExactly(2, 7);
        assertThat(hits(gbk, "61 ??")).containsExactly(5, 7);
        byte[] damaged = {(byte) 0xFF, 'a', (byte) 0xEF, (byte) 0xBF, (byte) 0xBD, 'b', '\r', '\n'};
        assertThat(hits(damaged, "/b$/", Encoding.UTF_8, 9)).containsExactly(5, 6);
        assertThat(hits("aaaa".getBytes(Scene.UTF_8), "aa", Encoding.UTF_8, 9)).containsExactly(0, 2, 2, 4);
        assertThat(hits("aaaa".getBytes(Scene.UTF_8), "a", Encoding.UTF_8, 3)).hasSize(6);
    }

    private static int[] hits(byte[] bytes, String typed) throws Problem {
        return hits(bytes, typed, Encoding.GBK, 9);
    }

    private static int[] hits(byte[] bytes, String typed, Encoding encoding, int most) throws Problem {
        SearchTerm term = SearchTerm.parse(typed);
        if (term instanceof SearchTerm.Expression expression) {
            int length = LineEnding.lengthBefore(bytes, 0, bytes.length);
            String text = TextDecoder.decode(encoding, bytes, 0, length);
            return SearchHits.findMatches(bytes, expression, text, 0, encoding, most);
        }
        return SearchHits.find(bytes, term.patterns(UNKNOWN), most);
    }
}
