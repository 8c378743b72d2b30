package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.session.view.RowFormat;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.swing.JTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests copying rows in the background, completely or not at all. */
class LogCopyTest extends WindowTest {
    private static final int LINES = 100_000;

    private Socket client;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws IOException {
        client = ui.connect(ui.listen());
        byte[] lines = "0123456\n".repeat(LINES).getBytes(StandardCharsets.US_ASCII);
        client.getOutputStream().write(lines);
        await().until(() -> ui.session.log().rowCount() == LINES + 2);
        await().until(() -> TestWindow.onEdt(() -> rows().count() == LINES + 2));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @Test
    void selectedRowsAreCopiedInTheirOrder() throws Exception {
        LogCopy copy = new LogCopy(ui.session, new Words(Locale.ENGLISH), said::add);
        TestWindow.run(() -> {
            selection().select(4, 5);
            selection().add(1, 2);
            copy.copy(selection(), rows(), RowFormat.HEX);
        });
        assertThat(said.take()).isEqualTo("4 rows copied");
        assertThat(TestWindow.clipboard()).isEqualTo("connected" + "\n30 31 32 33 34 35 36 0A".repeat(3));
        TestWindow.run(() -> {
            log().selectAll();
            copy.copy(selection(), rows(), RowFormat.TEXT);
            assertThat(copy.running().orElseThrow().progress()).isBetween(0.0, 1.0);
        });
        assertThat(said.take()).isEqualTo("100,002 rows copied");
        assertThat(TestWindow.clipboard()).endsWith("\n0123456").hasSizeGreaterThan(LINES * 8);
        assertThat(TestWindow.onEdt(copy::running)).isEmpty();
    }

    @Test
    void everyFormatHasACommandWithWords() {
        Words words = new Words(Locale.ENGLISH);
        assertThat(LogShortcuts.COPY).hasSameSizeAs(RowFormat.values());
        assertThat(LogShortcuts.COPY)
                .extracting(command -> words.of(command.key()) + ", " + command.keyNames())
                .startsWith("Copy text, Ctrl+C", "Copy as hex, Ctrl+Shift+C");
    }

    @Test
    void withAFilterOnlyShownRowsAreCopied() throws Exception {
        client.getOutputStream().write("x hit\nmiss\ny hit\n".getBytes(StandardCharsets.US_ASCII));
        SearchTerm needle = SearchTerm.parse("hit");
        ui.session.log().filter(new Filter(PeerSet.EVERYBODY, true, true, true, needle), true);
        await().until(() -> TestWindow.onEdt(() -> rows().count() == 2));
        LogCopy copy = new LogCopy(ui.session, new Words(Locale.ENGLISH), said::add);
        TestWindow.run(() -> {
            log().selectAll();
            copy.copy(selection(), rows(), RowFormat.TEXT);
        });
        assertThat(said.take()).isEqualTo("2 rows copied");
        assertThat(TestWindow.clipboard()).isEqualTo("x hit\ny hit");
    }

    @Test
    void tooMuchTextIsNotCopiedInPart() throws Exception {
        LogCopy small = new LogCopy(ui.session, new Words(Locale.ENGLISH), said::add, 1 << 20);
        TestWindow.run(() -> {
            selection().select(2, 3);
            small.copy(selection(), rows(), RowFormat.TEXT);
        });
        assertThat(said.take()).isEqualTo("2 rows copied");
        TestWindow.run(() -> {
            log().selectAll();
            small.copy(selection(), rows(), RowFormat.HEX);
        });
        assertThat(said.take())
                .isEqualTo("100,002 rows are too much for the clipboard, which takes 1 million characters."
                        + " Nothing was copied; File > Save capture as... keeps them all.");
        LogCopy tiny = new LogCopy(ui.session, new Words(Locale.ENGLISH), said::add, 1000);
        TestWindow.run(() -> tiny.copy(selection(), rows(), RowFormat.TEXT));
        assertThat(said).as("said at once, before anything is read").hasSize(1);
        assertThat(TestWindow.clipboard()).isEqualTo("0123456\n0123456");
    }

    @Test
    void reframedRowsAreNotMixedWithTheOthers() throws Exception {
        LogCopy copy = new LogCopy(ui.session, new Words(Locale.ENGLISH), said::add);
        TestWindow.run(() -> {
            selection().select(2, 4);
            int before = ui.session.log().generation();
            ui.session.log().framing().reframe(Framing.RECEIVED, problem -> {});
            await().until(() -> ui.session.log().generation() != before);
            copy.copy(selection(), rows(), RowFormat.TEXT); // the window has not noticed yet
        });
        assertThat(said.take()).isEqualTo("Not copied: the rows were split again meanwhile");
    }

    @Test
    void aCopyCanBeCancelled() throws Exception {
        LogCopy copy = new LogCopy(ui.session, new Words(Locale.ENGLISH), said::add);
        TestWindow.run(() -> {
            selection().select(2, 2);
            copy.copy(selection(), rows(), RowFormat.TEXT);
        });
        assertThat(said.take()).isEqualTo("1 row copied");
        TestWindow.run(() -> {
            log().selectAll();
            copy.copy(selection(), rows(), RowFormat.TEXT);
            copy.cancel();
            assertThat(TestWindow.onEdt(copy::running)).isEmpty();
        });
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("export")));
        TestWindow.run(() -> {});
        assertThat(said).isEmpty();
        assertThat(TestWindow.clipboard()).isEqualTo("0123456");
    }

    private LogTable log() {
        return (LogTable) ui.<JTable>find("messageLog");
    }

    private LogSelection selection() {
        return log().selection();
    }

    private ShownRows rows() {
        return log().getModel().rows();
    }
}
