package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.send.FileSend;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainFileChooser;
import java.awt.EventQueue;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;

/** Takes a file to send, from a dialog or from a drop, and asks how to send it. */
final class FilePrompt {
    private final Words words;
    private final Settings settings;
    private final SendCommands commands;
    private File folder;

    FilePrompt(Words words, Settings settings, SendCommands commands) {
        this.words = words;
        this.settings = settings;
        this.commands = commands;
    }

    void choose(JComponent anchor) {
        PlainFileChooser chooser = new PlainFileChooser(words.of("ui.file.send"));
        chooser.setCurrentDirectory(folder);
        if (chooser.showOpenDialog(SwingUtilities.getWindowAncestor(anchor)) == JFileChooser.APPROVE_OPTION) {
            folder = chooser.getCurrentDirectory();
            ask(chooser.getSelectedFile().toPath(), anchor);
        }
    }

    /** Takes files that were dropped. */
    void dropped(List<File> files, JComponent anchor) {
        if (files.size() == 1) {
            ask(files.get(0).toPath(), anchor);
        } else {
            commands.fail(new Problem("problem.send.file.one", -1, files.size()));
        }
    }

    /** Asks how to send a file. Checks it off the EDT, because that can take long on a network. */
    void ask(Path file, JComponent anchor) {
        Background.run("look at file", () -> {
            try {
                long size = FileSend.checkSize(file);
                EventQueue.invokeLater(() -> open(new FileForm(words, settings, commands, file, size), anchor));
            } catch (Problem problem) {
                EventQueue.invokeLater(() -> commands.fail(problem));
            }
        });
    }

    private void open(FileForm form, JComponent anchor) {
        form.returnTo(commands.editor().box().text());
        form.open(anchor);
    }
}
