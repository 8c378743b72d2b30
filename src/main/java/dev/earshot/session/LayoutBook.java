package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.net.Background;
import dev.earshot.session.settings.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The layouts of fields that all sessions of the program share. They are loaded when somebody first looks at fields, on
 * a thread of its own. Any thread.
 */
public final class LayoutBook {
    /** The built-in layouts alone. */
    public static final LayoutBook BUILT_IN = new LayoutBook(null);

    private final Path folder;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile FieldLayouts layouts = FieldLayouts.NONE;

    /** @param folder for settings, which has the user's file; null for none */
    public LayoutBook(Path folder) {
        this.folder = folder;
    }

    /** Returns the layouts; none until they are loaded, which this call begins. */
    public FieldLayouts present() {
        if (!wanted.get() && wanted.compareAndSet(false, true)) {
            Background.run("layouts", this::await);
        }
        return layouts;
    }

    /** Returns the layouts; none as long as nobody has wanted any. */
    public FieldLayouts loaded() {
        return layouts;
    }

    /** Returns the layouts, and loads them if that was not done. Blocks; never on the EDT. */
    public FieldLayouts await() {
        if (layouts == FieldLayouts.NONE) {
            wanted.set(true);
            loadOnce();
        }
        return layouts;
    }

    private synchronized void loadOnce() {
        if (layouts == FieldLayouts.NONE) { // not if it was loaded while this thread waited
            load();
        }
    }

    /** Loads the layouts again, after the user's file has changed. Blocks; never on the EDT. */
    public synchronized void load() {
        layouts = FieldLayouts.load(folder);
        listeners.forEach(Runnable::run);
    }

    /** Returns the user's file; a new program has none. */
    public Path file() {
        return UserLayouts.file(folder);
    }

    /**
     * Reads the user's file. Blocks; never on the EDT.
     *
     * @throws Problem if it cannot be read, or anything in it is wrong
     */
    public synchronized LayoutDocument read() throws Problem {
        Path file = file();
        return Files.exists(file) ? LayoutDocument.read(TextFile.read(file), file.toString()) : LayoutDocument.EMPTY;
    }

    /**
     * Reads the text of the user's file, whether it is right or not; a new program has none. Blocks; never on the EDT.
     *
     * @throws Problem if it cannot be read
     */
    public synchronized String text() throws Problem {
        return Files.exists(file()) ? TextFile.read(file()) : "";
    }

    /**
     * Writes the user's file, and reads fields by it from then on. Blocks; never on the EDT.
     *
     * @param before the text of the file that the person has seen
     * @throws Problem if the file has another text by now, or cannot be written; it is left as it is then
     */
    public synchronized void write(String before, LayoutDocument document) throws Problem {
        if (!text().equals(before)) {
            throw new Problem("problem.fields.changed", -1, file().toString());
        }
        TextFile.write(file(), document.text());
        load();
    }

    /** Makes another document of the present one. */
    public interface Change {
        LayoutDocument of(LayoutDocument present) throws Problem;
    }

    /**
     * Changes the user's file, and reads fields by it from then on. Blocks; never on the EDT.
     *
     * @throws Problem if the file is wrong or cannot be written; it is left as it is then
     */
    public synchronized void change(Change change) throws Problem {
        LayoutDocument before = read();
        LayoutDocument after = change.of(before);
        if (!after.equals(before)) {
            TextFile.write(file(), after.text());
            load();
        }
    }

    /** Runs this on any thread whenever other layouts are there, until {@link #forget}. */
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    public void forget(Runnable changed) {
        listeners.remove(changed);
    }
}
