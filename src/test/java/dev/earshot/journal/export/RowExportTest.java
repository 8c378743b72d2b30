package dev.earshot.journal.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.journal.Scene;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.TestLens;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowExportTest {
    private static final int LINES = 1_000;

    @TempDir
    Path folder;

    private final TaskProgress progress = new TaskProgress();

    /** A format with text before, between and after the rows. */
    private static final class Numbered implements RowWriter {
        private final Writer out;

        Numbered(Writer out) {
            this.out = out;
        }

        @Override
        public void begin() throws IOException {
            out.write("begin");
        }

        @Override
        public void write(Row row) throws IOException {
            out.write(" " + row.number() + new String(row.bytes(), UTF_8).strip());
        }

        @Override
        public void end() throws IOException {
            out.write(" end");
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /** Makes a capture in which row 0 is the joining and row n is "温n". */
    private Scene scene() throws IOException {
        Scene scene = new Scene(folder, Framing.LINES);
        Peer peer = scene.joins(1);
        for (int i = 1; i <= LINES; i++) {
            scene.receives(peer, "\u6E29" + i + "\n");
        }
        return scene;
    }

    private static ChosenRows rows(Journal journal, RowRange... ranges) {
        return new ChosenRows(List.of(ranges), null, journal.generation());
    }

    private String text(Scene scene, ChosenRows rows) throws IOException {
        StringWriter text = new StringWriter();
        new RowExport(scene.journal, rows, progress).writeTo(new Numbered(text));
        return text.toString();
    }

    private static FilteredRows filter(Scene scene, String needle) throws Problem {
        Filter filter = new Filter(PeerSet.EVERYBODY, true, true, false, SearchTerm.parse(needle));
        FilteredRows found = FilteredRows.of(scene.journal.contents(), filter, TestLens.UTF_8, () -> {});
        await().until(found::isComplete);
        return found;
    }

    @Test
    void rangesOfRowsAreWrittenInTheirOrder() throws IOException {
        try (Scene scene = scene()) {
            ChosenRows rows = rows(scene.journal, new RowRange(0, 1), new RowRange(998, 1_000));
            assertThat(rows.count()).isEqualTo(5);
            assertThat(text(scene, rows)).isEqualTo("begin 0 1\u6E291 998\u6E29998 999\u6E29999 1000\u6E291000 end");
            assertThat(progress.progress()).isEqualTo(1);
            assertThat(text(scene, rows(scene.journal))).isEqualTo("begin end");
        }
    }

    @Test
    void underAFilterPlacesCountThePassingRows() throws Exception {
        try (Scene scene = scene();
                FilteredRows found = filter(scene, "00")) {
            ChosenRows rows =
                    new ChosenRows(List.of(new RowRange(1, 2), new RowRange(9, 9)), found, scene.journal.generation());
            assertThat(text(scene, rows)).isEqualTo("begin 200\u6E29200 300\u6E29300 1000\u6E291000 end");
        }
    }

    @Test
    void aFileIsWrittenWhole() throws IOException {
        Path target = folder.resolve("rows.txt");
        Files.writeString(target, "old");
        try (Scene scene = scene()) {
            ChosenRows all = rows(scene.journal, new RowRange(0, LINES));
            new RowExport(scene.journal, all, progress)
                    .writeFile(target, out -> new Numbered(new OutputStreamWriter(out, UTF_8)));
            assertThat(Files.readString(target, UTF_8))
                    .startsWith("begin 0 1\u6E291 2\u6E292")
                    .endsWith("1000\u6E291000 end");
        }
    }

    @Test
    void aCancelledExportLeavesOnlyTheOldFile() throws IOException {
        Path target = folder.resolve("rows.txt");
        Files.writeString(target, "old");
        try (Scene scene = scene()) {
            List<Path> before = files();
            RowExport.Format cancelling = out -> row -> {
                out.write('x');
                progress.cancel();
            };
            RowExport export = new RowExport(scene.journal, rows(scene.journal, new RowRange(0, LINES)), progress);
            assertThatThrownBy(() -> export.writeFile(target, cancelling))
                    .isInstanceOf(TaskProgress.CancelledException.class);
            assertThat(progress.progress()).isBetween(0.2, 0.3);
            assertThat(Files.readString(target)).isEqualTo("old");
            assertThat(files()).isEqualTo(before);
        }
    }

    @Test
    void aCancelledSaveLeavesOnlyTheOldFile() throws IOException {
        Path target = folder.resolve("copy.pcapng");
        Files.writeString(target, "old");
        try (Scene scene = scene()) {
            List<Path> before = files();
            progress.cancel();
            assertThatThrownBy(() -> scene.journal.storage().copyTo(target, progress))
                    .isInstanceOf(TaskProgress.CancelledException.class);
            assertThat(Files.readString(target)).isEqualTo("old");
            assertThat(files()).isEqualTo(before);
            TaskProgress other = new TaskProgress();
            scene.journal.storage().copyTo(target, other);
            assertThat(other.progress()).isEqualTo(1);
            assertThat(Files.size(target)).isEqualTo(scene.journal.storage().bytes());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void rowsOfTwoFramingsAreNeverMixed() throws IOException {
        try (Scene scene = scene()) {
            ChosenRows before = rows(scene.journal, new RowRange(0, LINES));
            scene.journal.reframe(new FixedLengthFraming(1_000));
            assertThatThrownBy(() -> text(scene, before))
                    .isInstanceOfSatisfying(
                            RowsChangedException.class,
                            e -> assertThat(e.isByFilter()).isFalse());
        }
    }

    @Test
    void rowsThatTheFilterLacksAreAnError() throws Exception {
        try (Scene scene = scene();
                FilteredRows found = filter(scene, "00")) {
            ChosenRows rows = new ChosenRows(List.of(new RowRange(0, 10)), found, scene.journal.generation());
            assertThatThrownBy(() -> text(scene, rows))
                    .isInstanceOfSatisfying(
                            RowsChangedException.class,
                            e -> assertThat(e.isByFilter()).isTrue());
        }
    }
}
