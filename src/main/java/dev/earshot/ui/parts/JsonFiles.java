package dev.earshot.ui.parts;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.session.TextFile;
import dev.earshot.session.Words;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Function;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Imports and exports a list as a JSON file. Called on the EDT; files are accessed on the thread {@code json file}. */
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
     * The kind of list that the files hold.
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
        PlainFileChooser chooser = chooser("ui.list.import");
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
        PlainFileChooser chooser = chooser("ui.list.export");
        chooser.setSelectedFile(new File(kind.file));
        chooser.askToSave(parent, words, ENDING).ifPresent(file -> write(what, file));
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
        PlainFileChooser chooser = new PlainFileChooser();
        chooser.setDialogTitle(words.of(title));
        chooser.setFileFilter(new FileNameExtensionFilter(words.of("ui.json.files"), ENDING));
        return chooser;
    }
}
