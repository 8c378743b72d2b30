package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.function.Consumer;

/** Searches the log for times on the thread {@code times}, because a search in a long log reads many rows. */
final class LogTimes {
    private final Session session;
    private final Words words;

    LogTimes(Session session, Words words) {
        this.session = session;
        this.words = words;
    }

    /** A search in the rows, which runs on the thread {@code times}. */
    interface Question<T> {
        T answer(RowReader rows) throws IOException, Problem;
    }

    /**
     * Answers a question about the log.
     *
     * @param answered takes the answer, on the EDT
     * @param failed takes the reason of a failure, on the EDT
     */
    <T> void ask(Question<T> question, Consumer<T> answered, Consumer<String> failed) {
        Background.run("times", () -> answer(question, answered, failed));
    }

    private <T> void answer(Question<T> question, Consumer<T> answered, Consumer<String> failed) {
        try (RowReader rows = session.log().reader()) {
            T answer = question.answer(rows);
            EventQueue.invokeLater(() -> answered.accept(answer));
        } catch (Problem e) {
            EventQueue.invokeLater(() -> failed.accept(words.of(e)));
        } catch (IOException | IndexOutOfBoundsException e) {
            EventQueue.invokeLater(() -> failed.accept(words.of("ui.span.unreadable", String.valueOf(e.getMessage()))));
        }
    }
}
