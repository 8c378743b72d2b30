package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.Cutter;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * However a stream comes in reads, the rows of the log are the messages of its framing, also those that end earlier.
 */
class FramedRowsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "gt06, '78780513000A12340D0A !7878091300 787805130D0A12340D0A !01 79790005940000000D0A'",
        "jt808, '7E00027D027E !0102037E 7E00037D017E 7E00047E'",
        "marks:AABBCCDD..EEFF, 'AABBCCDD01EEFF !AABBCCDD02AABBCC AABBCCDD03EEFF !AABBCC AABBCCDDEEFF'",
        "marks:AABBCCDD.., '!01AABB AABBCCDD02AABB AABBCCDD AABBCCDD03'",
        "'delimiter:0D|0D0A', '410D 420D0A 0D 430D'",
        "'length:2,2,le,+2', '000001000000AA 000000000000 0000020000000D0A'",
        "syslog, '35203C363E610A 3C363E620A 3134203C363E'"
    })
    void rowsAreMessagesWhateverTheReads(String framing, String rows) throws Exception {
        List<String> expected = Arrays.stream(rows.split(" ")).toList();
        byte[] stream = Hex.parse(rows.replaceAll("[ !]", ""));
        for (int seed = 0; seed < 6; seed++) {
            Path here = Files.createDirectory(folder.resolve("s" + seed));
            try (Scene scene = new Scene(here, Framing.parse(framing))) {
                receiveInReads(scene, stream, 1 + 3 * seed, new Random(seed));
                assertThat(printed(scene.rows())).as("live, seed %d", seed).isEqualTo(expected);
                scene.journal.reframe(Framing.RECEIVED);
                scene.journal.reframe(Framing.parse(framing));
                assertThat(printed(scene.rows()))
                        .as("split again, seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }

    /** Nothing has told its encoding but the beginning of the message itself. */
    @ParameterizedTest
    @CsvSource({"'', 0", "x, 1"})
    void theFirstMessageOfAClientIsCutBetweenItsOwnCharacters(String before, int less) throws Exception {
        byte[] stream = (before + "温度".repeat(Cutter.MAX_ROW / 3) + "\n").getBytes(Charset.forName("GBK"));
        try (Scene scene = new Scene(folder, Framing.parse("delimiter:0A"))) {
            receiveInReads(scene, stream, 60_000, new Random(less));
            assertThat(scene.rows())
                    .filteredOn(row -> row.kind() == Row.Kind.RECEIVED)
                    .extracting(row -> row.bytes().length)
                    .containsExactly(Cutter.MAX_ROW - less, stream.length - Cutter.MAX_ROW + less);
        }
    }

    private static void receiveInReads(Scene scene, byte[] stream, int most, Random random) {
        Peer peer = scene.joins(1);
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(1 + random.nextInt(most), stream.length - at);
            scene.receives(peer, Arrays.copyOfRange(stream, at, at + length));
            at += length;
        }
        scene.leaves(peer);
    }

    private static List<String> printed(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.kind() == Row.Kind.RECEIVED)
                .map(row -> (row.completeness() == Completeness.BROKEN ? "!" : "")
                        + Hex.print(row.bytes(), 0, row.bytes().length).replace(" ", ""))
                .toList();
    }
}
