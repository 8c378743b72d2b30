package dev.earshot.ui.parts;

import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The line below an edited list: the problem with what was typed, else what was done last, else the first problem of
 * the list, else what the list is about. A button behind it undoes the latest change.
 */
final class EditorNote extends JPanel {
    private final PlainLabel text = new PlainLabel();
    private final PlainButton undo;
    private final transient Supplier<String> problem;
    private final String about;
    private String typedWrong = "";
    private String done = "";

    /**
     * @param more the components behind the undo button
     * @param problem returns the first problem of the list; empty if there is none
     * @param about what the list is about
     */
    EditorNote(String name, PlainButton undo, List<? extends JComponent> more, Supplier<String> problem, String about) {
        super(new MigLayout("insets 4 12 4 12, gap 8, hidemode 3", "[grow, fill][]", "[28!]"));
        this.undo = undo;
        this.problem = problem;
        this.about = about;
        setBorder(Hairline.top());
        text.setName(name);
        undo.setVisible(false);
        add(text, "wmin 0");
        add(undo, "h 28!");
        more.forEach(component -> add(component, "h 28!"));
    }

    /** Shows whether there is something to undo. */
    void canUndo(boolean can) {
        undo.setVisible(can);
    }

    /** Shows the problem with a typed text; an empty one removes it. */
    void showTypedWrong(String why) {
        typedWrong = why;
        refresh();
    }

    /** Shows what was done and can be undone, in place of a problem with a typed text. */
    void showDone(String what) {
        typedWrong = "";
        done = what;
        refresh();
    }

    private void refresh() {
        String wrong = typedWrong.isEmpty() && done.isEmpty() ? problem.get() : typedWrong;
        boolean isWrong = !wrong.isEmpty();
        String note = isWrong ? wrong : done.isEmpty() ? about : done;
        text.setIcon(isWrong ? Icons.of("reset", 14, Token.ERROR) : null);
        text.setForeground(new TokenColor(isWrong ? Token.ERROR : Token.MUTED));
        text.setText(note);
        text.setToolTipText(note.isEmpty() ? null : note);
    }
}
