package dev.earshot.session.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowRange;
import dev.earshot.session.KeptConversation;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics are measured from a capture. */
class StatisticsTest {
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() throws Exception {
        session = KeptConversation.record(folder, "one\n".getBytes(UTF_8), "two\nthree\n".getBytes(UTF_8))
                .open(Framing.LINES);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Statistics measure(int generation, TaskProgress progress) throws IOException {
        List<RowRange> all = List.of(new RowRange(0, session.log().rowCount() - 1));
        return Statistics.of(session, new ChosenRows(all, null, generation), row -> true, null, ENGLISH, progress);
    }

    @Test
    void theRowsOfACaptureAreMeasured() throws IOException {
        TaskProgress progress = new TaskProgress();
        Statistics measured = measure(session.log().generation(), progress);
        assertThat(progress.progress()).isEqualTo(1);
        assertThat(measured.title()).isEqualTo("Statistics of kept.pcapng");
        assertThat(measured.scope().get(0)).startsWith("Messages: 4, events: ");
        assertThat(measured.report(ENGLISH)).contains("`three`");
    }

    @Test
    void measuringCanBeCancelled() {
        TaskProgress progress = new TaskProgress();
        progress.cancel();
        assertThatThrownBy(() -> measure(session.log().generation(), progress))
                .isInstanceOf(TaskProgress.CancelledException.class);
    }

    @Test
    void rowsThatWereSplitAgainAreNotMeasured() {
        assertThatThrownBy(() -> measure(session.log().generation() + 1, new TaskProgress()))
                .isInstanceOf(RowsChangedException.class);
    }
}
