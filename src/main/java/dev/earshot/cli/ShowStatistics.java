package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.session.Session;
import dev.earshot.session.statistics.ExpressionValueSource;
import dev.earshot.session.statistics.FieldValueSource;
import dev.earshot.session.statistics.Statistics;
import dev.earshot.session.statistics.ValueSource;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line options that print the statistics of rows. */
final class ShowStatistics {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--statistics",
            description =
                    "Print statistics of the rows: traffic, lengths, intervals, response times, messages by count."
                            + " The text is Markdown.")
    private boolean wanted;

    @Option(
            names = "--values",
            paramLabel = "EXPRESSION",
            converter = ToValues.class,
            description = "With --statistics: also count what this regular expression finds first in each message, its"
                    + " first group or the whole match.")
    private ExpressionValueSource values;

    private String field; // whose values are counted, or null

    /** Whether statistics are wanted, which no export can be at the same time. */
    boolean isWanted(boolean exports, FieldOption fields) {
        if (!wanted && values != null) {
            throw new ParameterException(command.commandLine(), "Option '--values' needs --statistics.");
        }
        field = wanted ? fields.counted() : null;
        if (values != null && field != null) {
            throw new ParameterException(command.commandLine(), "Options '--values' and '--field' exclude each other.");
        } else if (wanted && exports) {
            throw new ParameterException(
                    command.commandLine(), "Options '--statistics' and '--as' exclude each other.");
        }
        return wanted;
    }

    /**
     * Measures rows of the session, and prints the report.
     *
     * @throws Problem if a field is wanted, and the layouts have a mistake
     */
    void print(Session session, ChosenRows rows, Predicate<Row> isOfClient, Output out)
            throws CommandFailure, Output.NoReader, IOException, Problem {
        Optional<Problem> mistake = field == null
                ? Optional.empty()
                : session.log().layouts().await().problem();
        if (mistake.isPresent()) {
            throw mistake.get();
        }
        ValueSource source =
                field == null ? values : new FieldValueSource(session.log().lens(), field);
        Statistics measured = Statistics.of(session, rows, isOfClient, source, LensOptions.ENGLISH, new TaskProgress());
        for (String line : measured.report(LensOptions.ENGLISH).lines().toList()) {
            out.line(line);
        }
        out.flush();
    }

    /** Converts a regular expression. */
    static final class ToValues implements ITypeConverter<ExpressionValueSource> {
        @Override
        public ExpressionValueSource convert(String given) throws Problem {
            return ExpressionValueSource.parse(given);
        }
    }
}
