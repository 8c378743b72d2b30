package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.export.LogRotation;
import dev.earshot.journal.export.RowExport;
import dev.earshot.session.LogFile;
import dev.earshot.session.Session;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.export.ExportOptions;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.view.FieldColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line options for a file to which rows are written as they come. */
final class LogFileOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Also write the rows to this file as they come, behind what it has already.")
    private String file;

    @Option(
            names = "--log-as",
            paramLabel = "FORM",
            converter = ToGrowing.class,
            description = "Its form: text (default), netassist, csv or jsonl.")
    private ExportFormat format;

    @Option(
            names = "--log-rotate",
            paramLabel = "SIZE|day",
            converter = ToRotation.class,
            description = "Put it aside under a name with its time when it has this size, such as 10MB, or every day.")
    private LogRotation rotation;

    @Option(
            names = "--log-field",
            paramLabel = "NAME",
            converter = FieldOption.ToColumn.class,
            description = "A field of the messages, such as temp, that the file has too: as one more column, in jsonl"
                    + " as a value in \"fields\". Can be repeated, and be a formula.")
    private List<FieldColumn> fields = List.of();

    private ExportFormat format() {
        return format == null ? ExportFormat.TEXT : format;
    }

    /** Begins the file, if one is wanted. */
    void start(Session session, ExportOptions options) throws CommandFailure, Problem {
        if (file == null) {
            return;
        }
        Path path = SessionOpener.path(file);
        RowExport.Format form = format().with(options.withFields(fields));
        try {
            session.log().file().start(path, form, rotation == null ? LogRotation.NEVER : rotation, true);
        } catch (IOException e) {
            throw FileProblem.of("problem.log.file", path, e);
        }
    }

    /** Checks the options before anything is opened. */
    void check() {
        requireFile("--log-as", format != null);
        requireFile("--log-rotate", rotation != null);
        requireFile("--log-field", !fields.isEmpty());
        if (!fields.isEmpty() && !format().hasFields()) {
            throw wrong("Option '--log-field' needs --log-as text, csv or jsonl.");
        }
    }

    private void requireFile(String option, boolean given) {
        if (given && file == null) {
            throw wrong("Option '" + option + "' needs --log.");
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(command.commandLine(), why);
    }

    /** Converts the name of a form of files that can grow. */
    static final class ToGrowing implements ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String given) throws Problem {
            ExportFormat format = ExportFormat.parse(given.toLowerCase(Locale.ROOT));
            if (!format.canGrow()) {
                throw new Problem("problem.log.form", -1, format.id());
            }
            return format;
        }
    }

    /** Converts a size, or {@code day}. */
    static final class ToRotation implements ITypeConverter<LogRotation> {
        @Override
        public LogRotation convert(String given) throws Problem {
            LogRotation rotation = LogFile.parseRotation(given);
            if (rotation.equals(LogRotation.NEVER)) {
                throw new Problem("problem.log.rotation", -1);
            }
            return rotation;
        }
    }
}
