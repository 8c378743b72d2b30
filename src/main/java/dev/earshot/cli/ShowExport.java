package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.net.Background;
import dev.earshot.session.FieldLayouts;
import dev.earshot.session.Session;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.export.TextColumn;
import dev.earshot.session.settings.FileProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line options that export rows in another form, to a file or to standard output. */
final class ShowExport {
    private static final int CLEAN_SECONDS = 2;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            converter = ToFormat.class,
            description = "The form: text, netassist, csv, jsonl, html, raw (the bytes of the messages), or pcapng (a"
                    + " capture of just these rows). Without it, rows are printed as listen does.")
    private ExportFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to a new file, whole or not at all. With --as raw, FOLDER/ gets one file for each client"
                            + " and direction.")
    private String output;

    @Option(names = "--force", description = "Replace the file, or files in the folder, if they are there already.")
    private boolean force;

    @Option(
            names = "--columns",
            paramLabel = "LIST",
            converter = ToColumns.class,
            description = "The columns of --as text, in this order. Default: time,client,direction,bytes,message.")
    private List<TextColumn> columns;

    /** Returns the format of the export; null for none. */
    ExportFormat format() {
        return format;
    }

    /** Whether an export is wanted, rather than the lines that listen prints. */
    boolean isWanted() {
        requireFormat("--output", output != null);
        requireFormat("--force", force);
        if (force && output == null) {
            throw new ParameterException(command.commandLine(), "Option '--force' needs --output.");
        } else if (columns != null && format != ExportFormat.TEXT) {
            throw new ParameterException(command.commandLine(), "Option '--columns' needs --as text.");
        }
        return format != null;
    }

    private void requireFormat(String option, boolean given) {
        if (given && format == null) {
            throw new ParameterException(command.commandLine(), "Option '" + option + "' needs --as.");
        }
    }

    /**
     * Writes rows of the session.
     *
     * @param wanted which of the rows
     */
    void write(
            Session session,
            ChosenRows rows,
            Predicate<Row> wanted,
            ExportOptions shown,
            FieldOption fields,
            Output out)
            throws CommandFailure, Problem, Output.NoReader, IOException {
        TaskProgress progress = new TaskProgress();
        RowExport export = session.log().exports().of(rows, wanted, progress);
        String title = String.valueOf(session.log().capture().getFileName());
        FieldLayouts layouts = session.log().layouts().await(); // or the first rows would be read without them
        if (layouts.problem().isPresent() && !fields.columns(format).isEmpty()) {
            throw layouts.problem().get();
        }
        ExportOptions titled = shown.titled(title).withFields(fields.columns(format));
        ExportOptions options = columns == null ? titled : titled.withColumns(columns);
        if (output == null) {
            print(export, options, out);
        } else {
            save(export, options, progress);
        }
    }

    private void print(RowExport export, ExportOptions options, Output out)
            throws CommandFailure, Output.NoReader, IOException {
        try {
            export.writeTo(format.with(options).writer(out.stream()));
        } catch (Output.StreamFailure e) {
            if (e.getCause() instanceof Output.NoReader noReader) {
                throw noReader;
            }
            throw (CommandFailure) e.getCause();
        }
    }

    private void save(RowExport export, ExportOptions options, TaskProgress progress) throws CommandFailure, Problem {
        Path target = SessionOpener.path(output);
        ExportFormat form = format == ExportFormat.RAW && isFolder(target) ? ExportFormat.RAW_FILES : format;
        if (!force && isThere(target, form)) {
            throw new CommandFailure("'" + output + "' is there already; --force replaces it.");
        }
        CountDownLatch ended = new CountDownLatch(1);
        cancelAtExit(progress, ended);
        try {
            form.write(export, target, options);
        } catch (IOException e) {
            throw FileProblem.of("problem.file.write", target, e);
        } finally {
            ended.countDown();
        }
    }

    private boolean isFolder(Path target) {
        return output.endsWith("/") || output.endsWith(File.separator) || Files.isDirectory(target);
    }

    private static boolean isThere(Path target, ExportFormat form) throws CommandFailure {
        if (!form.isFolder() || !Files.isDirectory(target)) {
            return Files.exists(target);
        }
        try (var files = Files.list(target)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new CommandFailure("'" + target + "' cannot be listed: " + e.getMessage() + ".");
        }
    }

    /** Lets a signal cancel the export, so that no half of a file stays. */
    private static void cancelAtExit(TaskProgress progress, CountDownLatch ended) {
        Background.runAtExit("cancel", () -> {
            progress.cancel();
            try {
                ended.await(CLEAN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Converts the name of a form. */
    static final class ToFormat implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String given) throws Problem {
            return ExportFormat.parse(given.toLowerCase(Locale.ROOT));
        }
    }

    /** Converts a list of columns. */
    static final class ToColumns implements ITypeConverter<List<TextColumn>> {
        @Override
        public List<TextColumn> convert(String given) throws Problem {
            return TextColumn.parseList(given);
        }
    }
}
