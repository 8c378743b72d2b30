package dev.earshot.ui.log;

import dev.earshot.journal.RowNote;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FormShortcuts;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.PopoverPanel;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.Consumer;
import javax.swing.JComponent;
import net.miginfocom.swing.MigLayout;

/** The field for the note on a row. Enter keeps the text, Esc leaves the note as it was. */
final class NoteForm extends PopoverPanel {
    private static final int WIDTH = 340;

    private final PlainTextField field = new PlainTextField();
    private final Notice problem = new Notice("noteProblem", "reset", Token.ERROR, WIDTH);
    private final transient Words words;
    private final transient Consumer<String> keep;

    /**
     * @param row the number of the row as people count
     * @param text the note that is there
     * @param keep takes the typed text
     */
    NoteForm(Words words, long row, String text, Consumer<String> keep) {
        super("noteForm", new MigLayout("insets 0, gap 8 6, hidemode 3, wrap 2", "[][grow, fill]"));
        this.words = words;
        this.keep = keep;
        field.setName("noteField");
        field.setText(text);
        String title = words.of("ui.note.on", row);
        getAccessibleContext().setAccessibleName(title);
        Notice hint = new Notice("noteHint", null, Token.MUTED, WIDTH);
        hint.say(words.of("ui.note.hint"));
        add(new Controls(words).label("ui.note", field));
        add(field, "w " + WIDTH + "!, h 28!");
        add(hint, "skip 1");
        add(problem, "skip 1");
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::keepAndClose);
    }

    private void keepAndClose() {
        if (field.getText().length() > RowNote.MOST_TEXT) {
            problem.say(words.of("ui.note.long", RowNote.MOST_TEXT));
            fit();
            return;
        }
        close();
        keep.accept(field.getText());
    }

    @Override
    protected JComponent first() {
        return field;
    }
}
