package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.send.QuickSends;
import dev.earshot.send.QuickSendsFile;
import dev.earshot.session.TextFile;
import dev.earshot.session.Words;
import java.awt.Component;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Imports and exports quick sends. Asked on the EDT; files are read and written on the thread {@code quick file}. */
final class QuickFiles {

    /** What came of it, on the EDT. */
    interface Told {
        void imported(QuickSends quickSends, String file);

        void exported(int count, String file);

        void failed(Problem problem);
    }

    private final Component parent;
    private final Words words;
    private final Told told;

    QuickFiles(Component parent, Words words, Told told) {
        this.parent = parent;
        this.words = words;
        this.told = told;
    }

    void read() {
        JFileChooser chooser = chooser("ui.quick.import");
        if (chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION) {
            read(chooser.getSelectedFile().toPath());
        }
    }

    void read(Path file) {
        String name = String.valueOf(file.getFileName());
        inBackground(() -> {
            QuickSends read = QuickSendsFile.parse(TextFile.read(file), name);
            EventQueue.invokeLater(() -> told.imported(read, name));
        });
    }

    void write(QuickSends quickSends) {
        JFileChooser chooser = chooser("ui.quick.export");
        chooser.setSelectedFile(new File("quick-sends.json"));
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            Path file = chooser.getSelectedFile().toPath();
            if (!Files.exists(file) || agrees(file)) {
                write(quickSends, file);
            }
        }
    }

    void write(QuickSends quickSends, Path file) {
        inBackground(() -> {
            TextFile.write(file, QuickSendsFile.print(quickSends));
            EventQueue.invokeLater(() -> told.exported(quickSends.list().size(), String.valueOf(file.getFileName())));
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
                "quick file");
        thread.setDaemon(true);
        thread.start();
    }

    private JFileChooser chooser(String key) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(words.of(key));
        chooser.setFileFilter(new FileNameExtensionFilter(words.of("ui.quick.files"), "json"));
        return chooser;
    }

    private boolean agrees(Path file) {
        JLabel question = new JLabel();
        question.putClientProperty("html.disable", true);
        question.setText(words.of("ui.save.replace", file.getFileName()));
        String title = words.of("ui.quick.export");
        int answer = JOptionPane.showConfirmDialog(parent, question, title, JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }
}
