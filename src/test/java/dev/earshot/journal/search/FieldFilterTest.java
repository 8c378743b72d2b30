package dev.earshot.journal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.FieldCondition;
import dev.earshot.fields.FieldInput;
import dev.earshot.fields.FieldReading;
import dev.earshot.fields.LayoutFile;
import dev.earshot.fields.MessageLayout;
import dev.earshot.journal.Row;
import dev.earshot.journal.Scene;
import dev.earshot.journal.TestLens;
import dev.earshot.net.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter by a condition on fields finds the messages whose fields fulfil it. */
class FieldFilterTest {
    private static final String LAYOUT = """
        {"format": "earshot fields 1", "layouts": [{"name": "device", "fields": [
          {"name": "unit", "type": "u8"}, {"name": "temp", "type": "i16", "scale": 0.1},
          {"name": "sum", "type": "u8", "checksum": "sum8"}]}]}
        """;

    @TempDir
    Path folder;

    private static byte[] message(Random random) {
        byte[] message = new byte[4];
        random.nextBytes(message);
        message[1] %= 2;
        int sum = message[0] + message[1] + message[2];
        message[3] = (byte) (random.nextInt(3) == 0 ? sum + 1 : sum);
        return message;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "where temp > 10",
                "where not sum",
                "where unit > 100 and temp < 5 or sum",
                "where client = 0",
                "where other = 1"
            })
    void findsTheMessagesWhoseFieldsFulfilTheCondition(String typed) throws Exception {
        MessageLayout layout = LayoutFile.read(LAYOUT, "device").get(0);
        SearchTerm term = SearchTerm.parse(typed);
        try (Scene scene = new Scene(folder, Framing.parse("fixed:4"))) {
            play(scene, new Random(typed.hashCode()));
            List<Long> expected = new ArrayList<>();
            for (Row row : scene.rows()) {
                if (row.kind() != Row.Kind.EVENT && holds(layout, typed, row)) {
                    expected.add(row.number());
                }
            }
            Filter filter = new Filter(PeerSet.EVERYBODY, true, true, false, term);
            TestLens lens = new TestLens(List.of(Encoding.UTF_8), peer -> Encoding.UTF_8, layout);
            for (long range : new long[] {1, 300, ParallelSearch.RANGE}) {
                try (FilteredRows found = FilteredRows.of(scene.journal.contents(), filter, lens, () -> {}, range)) {
                    await().until(found::isComplete);
                    assertThat(found.failure()).isEmpty();
                    long[] rows = new long[(int) found.count()];
                    found.read(0, rows);
                    assertThat(Arrays.stream(rows).boxed())
                            .as("range %d", range)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** Messages of two clients, cut anywhere, some of them sent by us. */
    private static void play(Scene scene, Random random) {
        Peer one = scene.joins(1);
        Peer two = scene.joins(2);
        for (int i = 0; i < 300; i++) {
            Peer peer = random.nextBoolean() ? one : two;
            byte[] message = message(random);
            if (random.nextInt(4) == 0) {
                scene.sends(peer, message, true);
            } else {
                int cut = random.nextInt(5);
                if (cut > 0) {
                    scene.receives(peer, Arrays.copyOf(message, cut));
                }
                if (cut < 4) {
                    scene.receives(peer, Arrays.copyOfRange(message, cut, 4));
                }
            }
        }
    }

    private static boolean holds(MessageLayout layout, String typed, Row row) throws Problem {
        FieldReading reading = new FieldReading();
        boolean received = row.kind() == Row.Kind.RECEIVED;
        layout.read(FieldInput.of(row.bytes(), Encoding.UTF_8, received), reading);
        return FieldCondition.parse(typed.substring("where ".length())).isTrue(reading);
    }

    @Test
    void onlyTheWordInFrontMakesACondition() throws Problem {
        assertThat(SearchTerm.parse("temp > 30")).isInstanceOf(SearchTerm.Text.class);
        assertThat(SearchTerm.parse("\"where temp > 30\"")).isInstanceOf(SearchTerm.Text.class);
        assertThat(SearchTerm.parse("wherever")).isInstanceOf(SearchTerm.Text.class);
        assertThat(SearchTerm.parse("where temp > 30")).isInstanceOf(SearchTerm.Condition.class);
        assertThatThrownBy(() -> SearchTerm.parse("where temp >"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.position()).isEqualTo(12));
    }

    @Test
    void messagesWithoutFieldsDoNotPass() throws Exception {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "hello\n");
            Filter filter = new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse("where bytes > 0"));
            try (FilteredRows found = FilteredRows.of(scene.journal.contents(), filter, TestLens.UTF_8, () -> {})) {
                await().until(found::isComplete);
                assertThat(found.count()).isZero();
            }
        }
    }
}
