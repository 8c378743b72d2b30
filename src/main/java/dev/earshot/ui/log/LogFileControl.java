package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.journal.export.LogFileWriter;
import dev.earshot.journal.export.LogRotation;
import dev.earshot.net.Background;
import dev.earshot.session.LogFile;
import dev.earshot.session.Session;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;

/**
 * Begins and ends the log file of a tab, which the settings of the tab remember. Confined to the EDT; files are opened
 * on the thread {@code log file start}.
 */
public final class LogFileControl {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Supplier<List<FieldColumn>> fields;
    private LogFileForm form; // null: not opened yet
    private JComponent anchor;

    /**
     * The choices of the form for a log file.
     *
     * @param rotation as {@link LogFile#parseRotation} reads it
     * @param fields whose values the file has too
     */
    record Choice(String file, ExportFormat format, String rotation, List<FieldColumn> fields) {}

    /**
     * Begins the file that the tab remembers, unless it is there already.
     *
     * @param fields returns the columns of fields that the log shows
     */
    public LogFileControl(Session session, Settings settings, Words words, Supplier<List<FieldColumn>> fields) {
        this.fields = fields;
        this.session = session;
        this.settings = settings;
        this.words = words;
        if (session.isWritable() && settings.get(Settings.LOG_FILE_ON) && !isRunning()) {
            begin(remembered(), true, problem -> session.log().file().refuse(words.of(problem)));
        }
    }

    /** Takes the reason why a file could not be opened, on any thread. */
    private interface Refusal {
        void because(Problem problem);
    }

    private Choice remembered() {
        ExportFormat format;
        try {
            format = ExportFormat.parse(settings.get(Settings.LOG_FILE_FORM));
        } catch (Problem e) {
            format = ExportFormat.TEXT;
        }
        return new Choice(
                settings.get(Settings.LOG_FILE),
                format,
                settings.get(Settings.LOG_FILE_ROTATION),
                FieldColumn.parseLines(settings.get(Settings.LOG_FILE_FIELDS)));
    }

    boolean isRunning() {
        return session.log().file().writer().isPresent();
    }

    /** Opens the form, next to this component. */
    public void open(JComponent next) {
        form = new LogFileForm(words, this, remembered(), fields.get());
        anchor = next;
        form.open(anchor);
    }

    void start(Choice choice) {
        Choice before = remembered();
        remember(choice);
        settings.put(Settings.LOG_FILE_ON, true);
        begin(
                choice,
                false,
                problem -> EventQueue.invokeLater(() -> {
                    if (isRunning()) {
                        remember(before); // it goes on
                    }
                    settings.put(Settings.LOG_FILE_ON, isRunning());
                    if (!form.isOpen() && anchor.isShowing()) {
                        form.open(anchor);
                    }
                    form.showFailure(problem);
                }));
    }

    private void remember(Choice choice) {
        settings.put(Settings.LOG_FILE, choice.file());
        settings.put(Settings.LOG_FILE_FORM, choice.format().id());
        settings.put(Settings.LOG_FILE_ROTATION, choice.rotation());
        settings.put(Settings.LOG_FILE_FIELDS, FieldColumn.lines(choice.fields()));
    }

    private void begin(Choice choice, boolean fromFirst, Refusal refusal) {
        ExportOptions options = new ExportOptions(() -> session.log().lens(), MessageViews.CHOSEN, words)
                .forSpreadsheets()
                .named(session.clients().names()::of)
                .withFields(choice.fields());
        Background.run("log file start", () -> {
            Path path = null;
            try {
                LogRotation rotation = LogFile.parseRotation(choice.rotation());
                path = Path.of(choice.file());
                session.log().layouts().await(); // or the first rows would be read without them
                session.log().file().start(path, choice.format().with(options), rotation, fromFirst);
            } catch (InvalidPathException e) {
                refusal.because(new Problem("problem.log.file", -1, choice.file(), e.getReason()));
            } catch (IOException e) {
                refusal.because(FileProblem.of("problem.log.file", path, e));
            } catch (Problem e) {
                refusal.because(e);
            }
        });
    }

    /** Ends the file, and forgets that it is wanted. */
    void stop() {
        settings.put(Settings.LOG_FILE_ON, false);
        Background.run("log file start", () -> session.log().file().stop());
    }

    /** Returns what the status bar says of the file; empty while there is none. */
    public static String status(Session session, Words words) {
        Optional<LogFileWriter> writer = session.log().file().writer();
        return writer.map(file -> {
                    String name = String.valueOf(file.path().getFileName());
                    if (!file.failure().isEmpty()) {
                        return words.of("ui.log.file.failing", name, file.failure());
                    }
                    long behind = file.behind();
                    return behind < 1000
                            ? words.of("ui.log.file.state", name)
                            : words.of("ui.log.file.behind", name, behind);
                })
                .orElseGet(() -> session.log().file().refusal());
    }
}
