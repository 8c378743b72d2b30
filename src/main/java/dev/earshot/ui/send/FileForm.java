package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import dev.earshot.send.FileSend;
import dev.earshot.session.settings.SendKeys;
import dev.earshot.session.settings.SettingKey;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTextField;
import java.nio.file.Path;
import javax.swing.JComponent;

/** A form that asks for the pieces and pauses of a file and sends it. */
final class FileForm extends PopoverForm {
    private final transient Settings settings;
    private final transient SendCommands commands;
    private final transient Path file;
    private final long size;
    private final PlainTextField chunk;
    private final PlainTextField pause;
    private final Notice time = new Notice("fileTime", null, Token.MUTED, TEXT_WIDTH);

    FileForm(Words words, Settings settings, SendCommands commands, Path file, long size) {
        super("file", words);
        this.settings = settings;
        this.commands = commands;
        this.file = file;
        this.size = size;
        explain("ui.file.send", about());
        chunk = addField("fileChunkField", "ui.file.chunk", number(SendKeys.FILE_CHUNK), "");
        pause = addField("filePauseField", "ui.file.pause", number(SendKeys.FILE_PAUSE), "");
        for (PlainTextField field : new PlainTextField[] {chunk, pause}) {
            field.getDocument().addDocumentListener(TextEdits.listener(this::sayTime));
        }
        add(time, "span");
        addButtons("file", "ui.file.go");
        sayTime();
    }

    private String about() {
        String name = VisibleText.of(String.valueOf(file.getFileName()));
        return words.of("ui.file.about", name, FigureText.bytes(size), VisibleText.of(commands.receiversLabel()));
    }

    private String number(SettingKey<Integer> key) {
        return Integer.toString(settings.get(key));
    }

    @Override
    protected JComponent first() {
        return chunk;
    }

    @Override
    protected void apply() throws Problem {
        int bytes = read(chunk, 1, FileSend.MOST_CHUNK);
        int millis = read(pause, 0, FileSend.MOST_PAUSE_MILLIS);
        commands.send(file, bytes, millis);
        settings.put(SendKeys.FILE_CHUNK, bytes);
        settings.put(SendKeys.FILE_PAUSE, millis);
    }

    private int read(PlainTextField field, int least, int most) throws Problem {
        try {
            return WholeNumber.parse(field.getText(), least, most);
        } catch (Problem problem) {
            throw mark(problem, field);
        }
    }

    /** Shows the least duration if there is a pause between the pieces. */
    private void sayTime() {
        String least = "";
        try {
            long bytes = WholeNumber.parse(chunk.getText(), 1, FileSend.MOST_CHUNK);
            long pieces = (size + bytes - 1) / bytes;
            long millis = WholeNumber.parse(pause.getText(), 0, FileSend.MOST_PAUSE_MILLIS);
            long seconds = (pieces - 1) * millis / 1000;
            least = seconds == 0 ? "" : words.of("ui.file.least", FigureText.time(words, seconds), pieces);
        } catch (Problem e) {
            // Not typed to its end yet.
        }
        time.say(least);
        fit();
    }
}
