package dev.earshot.ui.parts;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.session.settings.TextFile;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainFileChooser;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JFileChooser;

/**
 * Reads and writes a JSON file that the person chooses. Called on the EDT; files are accessed on the thread {@code json
 * file}.
 */
public final class JsonFiles<T> {

    /** Takes the results, on the EDT. */
    public interface Listener<T> {
        void imported(T read, String file);

        void exported(T written, String file);

        void failed(Problem problem);
    }

    /** Parses the text of a file. The name is for its problems. */
    public interface Parse<T> {
        T parse(String text, String file) throws Problem;
    }

    /**
     * The kind of content that the files have.
     *
     * @param file proposed name of a new file
     */
    public record Kind<T>(String file, Parse<T> parse, Function<T, String> print) {}

    private static final String ENDING = "json";

    private final Kind<T> kind;
    private final Component parent;
    private final Words words;
    private final Listener<T> listener;

    public JsonFiles(Kind<T> kind, Component parent, Words words, Listener<T> listener) {
        this.kind = kind;
        this.parent = parent;
        this.words = words;
        this.listener = listener;
    }

    /** Asks for a file and imports it. */
    public void read() {
        read("ui.list.import");
    }

    /** Asks for a file and reads it, in a dialog with this title. */
    public void read(String titleKey) {
        PlainFileChooser chooser = chooser(titleKey);
        if (chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION) {
            read(chooser.getSelectedFile().toPath());
        }
    }

    /** Imports a file. */
    public void read(Path file) {
        String name = String.valueOf(file.getFileName());
        inBackground(() -> {
            T read = kind.parse.parse(TextFile.read(file), name);
            EventQueue.invokeLater(() -> listener.imported(read, name));
        });
    }

    /** Asks for a file and exports a list to it. */
    public void write(T what) {
        write("ui.list.export", () -> what);
    }

    /** Asks for a file, in a dialog with this title, and writes to it what there is then. */
    public void write(String titleKey, Supplier<T> what) {
        PlainFileChooser chooser = chooser(titleKey);
        chooser.setSelectedFile(new File(kind.file));
        chooser.askToSave(parent, words, ENDING).ifPresent(file -> write(what.get(), file));
    }

    /** Exports a list to a file. */
    public void write(T what, Path file) {
        inBackground(() -> {
            TextFile.write(file, kind.print.apply(what));
            EventQueue.invokeLater(() -> listener.exported(what, String.valueOf(file.getFileName())));
        });
    }

    private interface Work {
        void run() throws Problem;
    }

    private void inBackground(Work work) {
        Background.run("json file", () -> {
            try {
                work.run();
            } catch (Problem problem) {
                EventQueue.invokeLater(() -> listener.failed(problem));
            }
        });
    }

    private PlainFileChooser chooser(String title) {
        return new PlainFileChooser(words.of(title)).only(words.of("ui.json.files"), ENDING);
    }
}
