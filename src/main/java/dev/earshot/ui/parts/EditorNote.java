package dev.earshot.ui.parts;

import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The line below an edited list, with its problem or its latest change and a button that undoes it. */
final class EditorNote extends JPanel {
    private final PlainLabel text = new PlainLabel();
    private final PlainButton undo;

    /** @param more the components behind the undo button */
    EditorNote(String name, PlainButton undo, List<? extends JComponent> more) {
        super(new MigLayout("insets 4 12 4 12, gap 8, hidemode 3", "[grow, fill][]", "[28!]"));
        this.undo = undo;
        setBorder(Hairline.top());
        text.setName(name);
        undo.setVisible(false);
        add(text, "wmin 0");
        add(undo, "h 28!");
        more.forEach(component -> add(component, "h 28!"));
    }

    void canUndo(boolean can) {
        undo.setVisible(can);
    }

    void show(String note, boolean wrong) {
        text.setIcon(wrong ? Icons.of("reset", 14, Token.ERROR) : null);
        text.setForeground(new TokenColor(wrong ? Token.ERROR : Token.MUTED));
        text.setText(note);
        text.setToolTipText(note.isEmpty() ? null : note);
    }
}
