package dev.earshot.ui;

import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RulesFile;
import dev.earshot.session.TextFile;
import dev.earshot.session.Words;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Imports and exports rules. Asked on the EDT; files are read and written on the thread {@code rules file}. */
final class RuleFiles {

    /** What came of it, on the EDT. */
    interface Told {
        void imported(RulesFile rules, String file);

        void exported(int count, String file);

        void failed(Problem problem);
    }

    private final Component parent;
    private final Words words;
    private final Told told;

    RuleFiles(Component parent, Words words, Told told) {
        this.parent = parent;
        this.words = words;
        this.told = told;
    }

    void read() {
        JFileChooser chooser = chooser("ui.rules.import");
        if (chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION) {
            read(chooser.getSelectedFile().toPath());
        }
    }

    void read(Path file) {
        String name = file.getFileName().toString();
        inBackground(() -> {
            RulesFile rules = RulesFile.parse(TextFile.read(file), name);
            EventQueue.invokeLater(() -> told.imported(rules, name));
        });
    }

    void write(List<Rule> rules, Framing framing) {
        JFileChooser chooser = chooser("ui.rules.export");
        chooser.setSelectedFile(new File("rules.json"));
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            Path file = chooser.getSelectedFile().toPath();
            if (!Files.exists(file) || agrees(file)) {
                write(rules, framing, file);
            }
        }
    }

    void write(List<Rule> rules, Framing framing, Path file) {
        inBackground(() -> {
            TextFile.write(file, new RulesFile(Optional.of(framing), rules).text());
            EventQueue.invokeLater(
                    () -> told.exported(rules.size(), file.getFileName().toString()));
        });
    }

    private interface Work {
        void run() throws Problem;
    }

    private void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Problem problem) {
                        EventQueue.invokeLater(() -> told.failed(problem));
                    }
                },
                "rules file");
        thread.setDaemon(true);
        thread.start();
    }

    private JFileChooser chooser(String key) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(words.of(key));
        chooser.setFileFilter(new FileNameExtensionFilter(words.of("ui.rules.files"), "json"));
        return chooser;
    }

    private boolean agrees(Path file) {
        JLabel question = new JLabel();
        question.putClientProperty("html.disable", true);
        question.setText(words.of("ui.save.replace", file.getFileName()));
        int answer = JOptionPane.showConfirmDialog(
                parent, question, words.of("ui.rules.export"), JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }
}
