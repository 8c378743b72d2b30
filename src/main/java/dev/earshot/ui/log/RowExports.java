package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.export.TextColumn;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.view.FieldColumn;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainFileChooser;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;

/** Saves rows of the log in other forms, in the background; the status bar shows the progress. Confined to the EDT. */
public final class RowExports {
    private final Session session;
    private final Words words;
    private final RowChoice choice;
    private final Consumer<String> say;
    private final Supplier<List<FieldColumn>> fields;
    private JComponent anchor;
    private ExportForm form;

    /**
     * @param fields returns the columns of fields that the log shows
     * @param say takes the outcome in words
     */
    RowExports(
            Session session, Words words, RowChoice choice, Supplier<List<FieldColumn>> fields, Consumer<String> say) {
        this.fields = fields;
        this.session = session;
        this.words = words;
        this.choice = choice;
        this.say = say;
    }

    /** Opens the form, next to this component. */
    public void open(JComponent next) {
        anchor = next;
        List<String> clients = session.clients().all().stream()
                .map(client -> Addresses.text(client.peer().remote()))
                .distinct()
                .toList();
        form = new ExportForm(words, this, choice.choices(), clients, fields.get());
        form.open(anchor);
    }

    /**
     * The choices of the form for an export.
     *
     * @param client the address of the only client; empty for all
     * @param columns of the text form
     * @param fields columns of fields
     */
    record Wanted(
            RowChoice.What what,
            String client,
            ExportFormat format,
            List<TextColumn> columns,
            List<FieldColumn> fields) {}

    /** Asks for the file, and begins to save. Does nothing if the person leaves the dialog. */
    void save(Wanted wanted) {
        ExportFormat format = wanted.format;
        PlainFileChooser chooser = new PlainFileChooser(words.of("ui.menu.export"));
        chooser.setSelectedFile(new File("rows" + (format.isFolder() ? "" : "." + format.extension())));
        Component window = SwingUtilities.getWindowAncestor(anchor);
        Optional<Path> target =
                format.isFolder() ? folder(chooser, window) : chooser.askToSave(window, words, format.extension());
        target.ifPresent(file -> begin(wanted, file));
    }

    private static Optional<Path> folder(PlainFileChooser chooser, Component window) {
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        return chooser.showSaveDialog(window) == JFileChooser.APPROVE_OPTION
                ? Optional.of(chooser.getSelectedFile().toPath())
                : Optional.empty();
    }

    private void begin(Wanted chosen, Path target) {
        String client = chosen.client;
        Lens lens = session.log().lens();
        String title = String.valueOf(session.log().capture().getFileName());
        ExportOptions options = new ExportOptions(() -> lens, MessageViews.CHOSEN, words)
                .titled(title)
                .named(session.clients().names()::of)
                .withColumns(chosen.columns)
                .withFields(chosen.fields)
                .forSpreadsheets();
        Predicate<Row> wanted = row -> client.isEmpty()
                || row.remote() != null && Addresses.text(row.remote()).equals(client);
        ExportForm asked = form;
        session.log()
                .exports()
                .save(
                        choice.rows(chosen.what),
                        wanted,
                        export -> {
                            session.log().layouts().await(); // or the first rows would be read without them
                            chosen.format.write(export, target, options);
                        },
                        failure -> EventQueue.invokeLater(() -> ended(asked, target, failure)));
    }

    /** Says that the rows are saved, or opens the form again with the reason of the failure. */
    private void ended(ExportForm asked, Path target, Optional<IOException> failure) {
        if (failure.isEmpty()) {
            say.accept(words.of("ui.saved", target.getFileName()));
            return;
        }
        if (!asked.isOpen() && anchor.isShowing()) {
            asked.open(anchor);
        }
        asked.showFailure(
                failure.get() instanceof RowsChangedException changed
                        ? new Problem(changed.isByFilter() ? "problem.export.filter" : "problem.export.framing", -1)
                        : FileProblem.of("problem.file.write", target, failure.get()));
    }
}
