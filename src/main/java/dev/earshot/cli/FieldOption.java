package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.export.ExportFormat;
import dev.earshot.session.view.FieldColumn;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line option that names fields: columns of an export, or the values that statistics count. */
final class FieldOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            converter = ToColumn.class,
            description =
                    "A field of the messages, such as temp or gps.lat, by their layout, their JSON or their pairs of"
                            + " keys and values. With --as text, csv and html it is one more column, with --as jsonl a"
                            + " value in \"fields\"; it can be repeated, and be a formula. With --statistics, its values are counted.")
    private List<FieldColumn> fields = List.of();

    /**
     * Returns the columns of an export.
     *
     * @param format of the export; null for none
     */
    List<FieldColumn> columns(ExportFormat format) {
        if (!fields.isEmpty() && (format == null || !format.hasFields())) {
            throw wrong("Option '--field' needs --statistics, or --as text, csv, jsonl or html.");
        }
        return fields;
    }

    /** Returns the field whose values are counted; null for none. */
    String counted() {
        if (fields.size() > 1) {
            throw wrong("With --statistics, option '--field' can be given only once.");
        }
        return fields.isEmpty() ? null : fields.get(0).name();
    }

    private ParameterException wrong(String why) {
        return new ParameterException(command.commandLine(), why);
    }

    /** Converts the name of a field, or a formula. */
    static final class ToColumn implements ITypeConverter<FieldColumn> {
        @Override
        public FieldColumn convert(String given) {
            try {
                return FieldColumn.parse(given);
            } catch (Problem problem) {
                throw new TypeConversionException(LensOptions.ENGLISH.of(problem)); // with the name of the option
            }
        }
    }
}
