package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainFileChooser;
import dev.earshot.ui.plain.PlainMenu;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JFileChooser;

/** Opens captures in tabs and saves that of the selected tab. Confined to the EDT. */
final class CaptureFiles {
    private static final String ENDING = "pcapng";

    /** The endings of captures of ours and of other programs; "gz" also stands for "pcapng.gz". */
    private static final String[] READ = {ENDING, "pcap", "cap", "gz"};

    /** The folder from which a capture was opened last; empty = none yet. */
    private static final SettingKey<String> FOLDER = new SettingKey<>("capture.folder", "", text -> text);

    private final MainWindow window;
    private final Program program;
    private final Supplier<Words> words;
    private final Consumer<Problem> failed;
    private final Queue<CaptureStore.StoredCapture> waiting = new ArrayDeque<>(); // for the one that is being opened
    private TaskProgress opening;

    /**
     * Creates the commands of a window.
     *
     * @param words returns the words in the present language
     * @param failed shows why a capture could not be opened or saved
     */
    CaptureFiles(MainWindow window, Program program, Supplier<Words> words, Consumer<Problem> failed) {
        this.window = window;
        this.program = program;
        this.words = words;
        this.failed = failed;
    }

    /** Returns the progress of the capture that is being opened; null for none. */
    TaskProgress opening() {
        return opening;
    }

    /** Asks for a capture and opens it. */
    void open() {
        PlainFileChooser chooser = chooser("ui.menu.open", "ui.file.captures", READ);
        Settings settings = window.settings();
        File last = new File(settings.get(FOLDER));
        chooser.setCurrentDirectory(
                last.isDirectory() ? last : program.captureFolder().toFile());
        if (chooser.showOpenDialog(window) == JFileChooser.APPROVE_OPTION) {
            settings.put(FOLDER, chooser.getSelectedFile().getAbsoluteFile().getParent());
            open(new CaptureStore.StoredCapture(
                    List.of(chooser.getSelectedFile().toPath())));
        }
    }

    /** Opens a capture in a tab, after those that were asked for before; the status bar shows the progress. */
    void open(CaptureStore.StoredCapture capture) {
        waiting.add(capture);
        if (opening == null) {
            openNext();
        }
    }

    private void openNext() {
        CaptureStore.StoredCapture next = waiting.poll();
        Framing framing = window.tabs().selected().settings().get(Settings.FRAMING);
        opening = next == null ? null : program.open(next, framing, this::opened, this::ended);
        window.act(Workspace::refreshClients);
    }

    private void ended(Optional<Problem> problem) {
        problem.ifPresent(failed);
        openNext();
    }

    private void opened(Session session) {
        window.tabs().openCapture(session);
        session.log().notes().problem().ifPresent(failed);
    }

    /** Fills the menu of the sessions that are kept. */
    void fillRecent(PlainMenu menu) {
        new RecentMenu(menu, words.get(), program, this::open);
    }

    /** Asks for a name, and saves the capture of the selected tab there. */
    void save() {
        Workspace asked = window.workspace();
        Session session = window.tabs().selected().session();
        if (asked == null) {
            return;
        }
        PlainFileChooser chooser = chooser("ui.menu.save", "ui.file.capture", ENDING);
        chooser.setSelectedFile(new File("session." + ENDING));
        chooser.askToSave(window, words.get(), ENDING)
                .ifPresent(target -> session.log()
                        .exports()
                        .saveCapture(target, problem -> EventQueue.invokeLater(() -> saved(asked, target, problem))));
    }

    private void saved(Workspace asked, Path target, Optional<Problem> problem) {
        problem.ifPresentOrElse(failed, () -> asked.say(words.get().of("ui.saved", target.getFileName())));
    }

    private PlainFileChooser chooser(String titleKey, String filesKey, String... endings) {
        return new PlainFileChooser(words.get().of(titleKey)).only(words.get().of(filesKey), endings);
    }
}
