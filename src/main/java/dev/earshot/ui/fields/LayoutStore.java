package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.net.Background;
import dev.earshot.session.LayoutBook;
import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Reads and writes the user's file for the window of layouts, one thing after the other on a thread of its own. The
 * methods are called on the EDT, and so is the listener.
 */
final class LayoutStore {
    private final LayoutBook book;
    private final Listener listener;
    private final ExecutorService worker = Background.worker("layouts");
    private final Runnable changed = () -> run(this::read);
    private String seen; // by the worker: the text of the file as it was last read or written; null: not yet

    /** Takes what the file says. */
    interface Listener {
        /** The file was read: it is new, or was changed elsewhere. */
        void loaded(LayoutDocument document);

        /** The file has a mistake. */
        void broken(String text);

        /** The file could not be written. */
        void failed(Problem problem);
    }

    LayoutStore(LayoutBook book, Listener listener) {
        this.book = book;
        this.listener = listener;
    }

    /** Begins to read the file, now and after each change. */
    void open() {
        book.listen(changed);
        changed.run();
    }

    /** Writes a document in place of what was last read. */
    void save(LayoutDocument document) {
        run(() -> {
            try {
                book.write(seen, document);
                seen = document.text();
            } catch (Problem problem) {
                seen = null;
                read();
                EventQueue.invokeLater(() -> listener.failed(problem)); // behind what the file says now
            }
        });
    }

    private void read() {
        try {
            String text = book.text();
            if (text.equals(seen)) {
                return;
            }
            seen = text;
            tell(text);
        } catch (Problem problem) {
            EventQueue.invokeLater(() -> listener.failed(problem));
        }
    }

    private void tell(String text) {
        try {
            LayoutDocument document = text.isEmpty()
                    ? LayoutDocument.EMPTY
                    : LayoutDocument.read(text, book.file().toString());
            EventQueue.invokeLater(() -> listener.loaded(document));
        } catch (Problem problem) {
            EventQueue.invokeLater(() -> listener.broken(text));
        }
    }

    private void run(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            // the window was closed while the file changed
        }
    }

    void close() {
        book.forget(changed);
        worker.shutdown();
    }
}
