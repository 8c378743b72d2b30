package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.ui.FlatLineBorder;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.send.FileSending;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import java.awt.Insets;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Asks how a file is to be sent: in pieces of what size, with what pause between. Lies in a {@link Popover}. */
final class FileForm extends JPanel {
    private static final int TEXT_WIDTH = 320;

    private final transient Words words;
    private final transient Settings settings;
    private final SendBar bar;
    private final transient Path file;
    private final long size;
    private final JTextField chunk = new JTextField();
    private final JTextField pause = new JTextField();
    private final Notice time = new Notice("fileTime", null, Token.MUTED, TEXT_WIDTH);
    private final Notice failure = new Notice("fileProblem", "reset", Token.ERROR, TEXT_WIDTH);
    private transient Popover popover;

    FileForm(Words words, Settings settings, SendBar bar, Path file, long size) {
        super(new MigLayout("insets 0, gap 8, hidemode 3, wrap 2", "[][grow, fill]"));
        this.words = words;
        this.settings = settings;
        this.bar = bar;
        this.file = file;
        this.size = size;
        setName("fileForm");
        setBackground(new TokenColor(Token.TABLE));
        setBorder(new FlatLineBorder(new Insets(12, 12, 12, 12), new TokenColor(Token.CONTROL), 1, 6));
        Notice about = new Notice("fileAbout", null, Token.TEXT, TEXT_WIDTH);
        about.say(words.of(
                "ui.file.about",
                VisibleText.of(String.valueOf(file.getFileName())),
                Figures.bytes(size),
                VisibleText.of(bar.receiversLabel())));
        getAccessibleContext().setAccessibleName(words.of("ui.file.send"));
        add(about, "span");
        addField("fileChunkField", "ui.file.chunk", chunk, settings.get(Settings.FILE_CHUNK));
        addField("filePauseField", "ui.file.pause", pause, settings.get(Settings.FILE_PAUSE));
        add(time, "span");
        add(failure, "span");
        addButtons();
        Keys.bind(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, Keys.plain(KeyEvent.VK_ESCAPE), this::close);
        Keys.bind(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, Keys.plain(KeyEvent.VK_ENTER), this::send);
        edited();
    }

    void open(JComponent anchor) {
        popover = Popover.open(this, anchor);
        chunk.requestFocusInWindow();
        chunk.selectAll();
    }

    private void addField(String name, String key, JTextField field, int value) {
        field.setName(name);
        field.setText(Integer.toString(value));
        field.getDocument().addDocumentListener(Edits.listener(this::edited));
        add(new Controls(words).label(key, field));
        add(field, "h 28!");
    }

    private void addButtons() {
        JButton send = button("fileSendButton", "ui.file.go", this::send);
        Controls.primary(send, true);
        JButton cancel = button("fileCancelButton", "ui.file.cancel", this::close);
        Keys.bind(cancel, WHEN_FOCUSED, Keys.plain(KeyEvent.VK_ENTER), this::close);
        add(send, "span, split 2, ax right, h 28!");
        add(cancel, "h 28!");
    }

    private JButton button(String name, String key, Runnable command) {
        JButton button = new JButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> command.run());
        return button;
    }

    private void send() {
        JTextField wrong = chunk;
        try {
            int bytes = chunk();
            wrong = pause;
            int millis = pause();
            wrong = null;
            bar.send(file, bytes, millis);
            settings.put(Settings.FILE_CHUNK, bytes);
            settings.put(Settings.FILE_PAUSE, millis);
            close();
        } catch (Problem problem) {
            complain(words.of(problem), wrong);
        }
    }

    private int chunk() throws Problem {
        return Framing.number(chunk.getText(), 1, FileSending.MOST_CHUNK);
    }

    private int pause() throws Problem {
        return Framing.number(pause.getText(), 0, FileSending.MOST_PAUSE_MILLIS);
    }

    /** With a pause, says how long it takes at least. */
    private void edited() {
        complain("", null);
        String least = "";
        try {
            long pieces = (size + chunk() - 1) / chunk();
            long seconds = (pieces - 1) * pause() / 1000;
            least = seconds == 0 ? "" : words.of("ui.file.least", FileLine.time(words, seconds), pieces);
        } catch (Problem e) {
            // Not typed to its end yet.
        }
        time.say(least);
        setSize(getPreferredSize());
    }

    private void complain(String text, JTextField field) {
        failure.say(text);
        for (JTextField one : new JTextField[] {chunk, pause}) {
            one.putClientProperty(
                    FlatClientProperties.OUTLINE, one == field ? FlatClientProperties.OUTLINE_ERROR : null);
        }
        if (field != null) {
            field.requestFocusInWindow();
            field.selectAll();
        }
        setSize(getPreferredSize());
        revalidate();
    }

    private void close() {
        popover.close();
    }
}
