package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads rows with their whole messages, on the thread {@code row}. Called on the EDT. */
public final class RowLoader {
    private static final int MOST_BYTES = 1 << 20;

    private final Session session;
    private final Words words;
    private final Consumer<String> say;

    /** @param say takes what went wrong, in words */
    public RowLoader(Session session, Words words, Consumer<String> say) {
        this.session = session;
        this.words = words;
        this.say = say;
    }

    /**
     * Reads rows, and gives them to a command on the EDT.
     *
     * @param numbers of the rows
     * @param generation of the journal whose row numbers these are
     */
    public void load(List<Long> numbers, int generation, Consumer<List<Row>> command) {
        Background.run("row", () -> {
            try (RowReader reader = session.log().reader()) {
                List<Row> rows = new ArrayList<>();
                for (long number : numbers) {
                    rows.add(reader.read(number, MOST_BYTES));
                }
                EventQueue.invokeLater(() -> {
                    if (generation == session.log().generation()
                            && rows.stream().noneMatch(Row::isMissing)) {
                        command.accept(rows);
                    } else {
                        say.accept(words.of("ui.row.changed"));
                    }
                });
            } catch (IOException | IndexOutOfBoundsException e) {
                EventQueue.invokeLater(() -> say.accept(words.of("ui.row.unreadable", String.valueOf(e.getMessage()))));
            }
        });
    }
}
