package dev.earshot.ui;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Settings.Form;
import dev.earshot.session.Words;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.IOException;
import java.util.function.Consumer;

/** Copies rows to the clipboard, on a thread of its own because there may be many. */
final class LogCopy {
    private static final int MOST_CHARS = 64 << 20;

    private final Session session;
    private final Words words;
    private final Consumer<String> tell;

    /** @param tell takes the words about what came of it, on the EDT */
    LogCopy(Session session, Words words, Consumer<String> tell) {
        this.session = session;
        this.words = words;
        this.tell = tell;
    }

    /** @param numbers of rows in the whole log */
    void copy(long[] numbers, Form form) {
        Lens lens = session.lens();
        Thread thread = new Thread(() -> collect(numbers, form, lens), "copy");
        thread.setDaemon(true);
        thread.start();
    }

    private void collect(long[] numbers, Form form, Lens lens) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        try (RowReader reader = session.rows()) {
            while (copied < numbers.length && text.length() < MOST_CHARS) {
                text.append(copied == 0 ? "" : "\n");
                text.append(line(reader.read(numbers[copied], Integer.MAX_VALUE), form, lens));
                copied++;
            }
            String result = words.of("ui.copied", copied, numbers.length);
            EventQueue.invokeLater(() -> put(text.toString(), result));
        } catch (IOException | IndexOutOfBoundsException e) {
            EventQueue.invokeLater(() -> tell.accept(words.of("ui.copy.failed", String.valueOf(e.getMessage()))));
        }
    }

    private String line(Row row, Form form, Lens lens) {
        // As the log shows it: bytes that are no text come as hex, which loses none of them.
        return MessageText.of(row, lens, form, words).text();
    }

    private void put(String text, String result) {
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            tell.accept(result);
        } catch (IllegalStateException e) {
            // Another program holds the clipboard just now.
            tell.accept(words.of("ui.copy.failed", String.valueOf(e.getMessage())));
        }
    }
}
