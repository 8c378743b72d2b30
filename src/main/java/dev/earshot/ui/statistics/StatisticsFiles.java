package dev.earshot.ui.statistics;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Background;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.statistics.Statistics;
import dev.earshot.session.statistics.StatisticsCsv;
import dev.earshot.session.statistics.StatisticsFile;
import dev.earshot.session.statistics.StatisticsTable;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainFileChooser;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Saves statistics: one table as CSV, or all as a report in Markdown. Confined to the EDT but for the writing. */
final class StatisticsFiles {
    private final Component window;
    private final Words words;
    private final Consumer<String> say;

    /** @param say takes the outcome, in words */
    StatisticsFiles(Component window, Words words, Consumer<String> say) {
        this.window = window;
        this.words = words;
        this.say = say;
    }

    void saveTable(StatisticsTable table) {
        save("ui.statistics.table.save", table.id(), "csv", StatisticsCsv.of(table));
    }

    void saveReport(Statistics statistics) {
        save("ui.statistics.report.save", "statistics", "md", statistics.report(words));
    }

    private void save(String title, String name, String extension, String content) {
        PlainFileChooser chooser = new PlainFileChooser(words.of(title));
        chooser.setSelectedFile(new File(name + "." + extension));
        chooser.askToSave(window, words, extension)
                .ifPresent(target -> Background.runToTheEnd("export", () -> write(target, content)));
    }

    private void write(Path target, String content) {
        String outcome;
        try {
            StatisticsFile.write(target, content);
            outcome = words.of("ui.saved", VisibleText.of(String.valueOf(target.getFileName())));
        } catch (IOException e) {
            outcome = words.of(FileProblem.of("problem.file.write", target, e));
        }
        String told = outcome;
        EventQueue.invokeLater(() -> say.accept(told));
    }
}
