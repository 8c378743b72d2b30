package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.view.FieldColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line option that names fields: columns of an export, or the values that statistics count. */
final class FieldOption {
    private static final Set<ExportFormat> FORMATS =
            EnumSet.of(ExportFormat.TEXT, ExportFormat.CSV, ExportFormat.JSONL);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description =
                    "A field of the messages, such as temp or gps.lat, by their layout, their JSON or their pairs of"
                            + " keys and values. With --as text and csv it is one more column, with --as jsonl a value in"
                            + " \"fields\"; it can be repeated, and be a formula. With --statistics, its values are counted.")
    private List<String> names = List.of();

    /**
     * Returns the columns of an export.
     *
     * @param format of the export; null for none
     */
    List<FieldColumn> columns(ExportFormat format) {
        if (!names.isEmpty() && !FORMATS.contains(format)) {
            throw wrong("Option '--field' needs --statistics, or --as text, --as csv or --as jsonl.");
        }
        List<FieldColumn> columns = new ArrayList<>();
        for (String name : names) {
            try {
                columns.add(FieldColumn.parse(name));
            } catch (Problem problem) {
                throw wrong("Option '--field': " + LensOptions.ENGLISH.of(problem));
            }
        }
        return columns;
    }

    /** Returns the field whose values are counted; null for none. */
    String counted() {
        if (names.size() > 1) {
            throw wrong("With --statistics, option '--field' can be given only once.");
        }
        return names.isEmpty() ? null : names.get(0);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
