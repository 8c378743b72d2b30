package dev.earshot.ui.log;

import dev.earshot.codec.Problem;
import dev.earshot.journal.ChosenRows;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.net.Addresses;
import dev.earshot.session.FileProblem;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.export.TextColumn;
import dev.earshot.session.view.MessageViews;
import dev.earshot.ui.parts.PlainFileChooser;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;

/** Saves rows of the log in other forms, in the background; the status bar shows the progress. Confined to the EDT. */
public final class RowExports {
    private final Session session;
    private final Words words;
    private final RowChoice choice;
    private final Consumer<String> say;
    private JComponent anchor;
    private ExportForm form;

    /** @param say takes the outcome in words */
    RowExports(Session session, Words words, RowChoice choice, Consumer<String> say) {
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
        form = new ExportForm(words, this, choice.choices(), clients);
        form.open(anchor);
    }

    /** Asks for the file, and begins to save. Does nothing if the person leaves the dialog. */
    void save(RowChoice.What what, String client, ExportFormat format, List<TextColumn> columns) {
        PlainFileChooser chooser = new PlainFileChooser(words.of("ui.menu.export"));
        chooser.setSelectedFile(new File("rows" + (format.isFolder() ? "" : "." + format.extension())));
        Component window = SwingUtilities.getWindowAncestor(anchor);
        Optional<Path> target =
                format.isFolder() ? folder(chooser, window) : chooser.askToSave(window, words, format.extension());
        target.ifPresent(file -> begin(choice.rows(what), client, format, columns, file));
    }

    private static Optional<Path> folder(PlainFileChooser chooser, Component window) {
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        return chooser.showSaveDialog(window) == JFileChooser.APPROVE_OPTION
                ? Optional.of(chooser.getSelectedFile().toPath())
                : Optional.empty();
    }

    private void begin(ChosenRows rows, String client, ExportFormat format, List<TextColumn> columns, Path target) {
        Lens lens = session.log().lens();
        String title = String.valueOf(session.log().capture().getFileName());
        ExportOptions options = new ExportOptions(() -> lens, MessageViews.CHOSEN, words)
                .titled(title)
                .named(session.clients().names()::of)
                .withColumns(columns)
                .forSpreadsheets();
        Predicate<Row> wanted = row -> client.isEmpty()
                || row.remote() != null && Addresses.text(row.remote()).equals(client);
        ExportForm asked = form;
        session.log()
                .exports()
                .save(
                        rows,
                        wanted,
                        export -> format.write(export, target, options),
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
