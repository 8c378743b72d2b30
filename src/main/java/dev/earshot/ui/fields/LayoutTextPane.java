package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.parts.WrappedText;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.BorderLayout;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/**
 * Edits the text of the user's file, which is checked while typing and applied by a button, or shows a built-in layout.
 */
final class LayoutTextPane extends JPanel {
    private final transient Words words;
    private final transient Consumer<LayoutDocument> taker;
    private final JTextArea area = new JTextArea();
    private final PlainLabel mark = new PlainLabel(Icons.of("reset", 14, Token.ERROR));
    private final WrappedText problem = new WrappedText("layoutsTextProblem", Token.ERROR);
    private final PlainButton apply;
    private final PlainButton revert;
    private transient LayoutDocument typed; // null: the text is wrong
    private String shown = "";
    private String file = "";
    private boolean showing;

    /** @param taker takes the document that a person has typed */
    LayoutTextPane(Words words, Consumer<LayoutDocument> taker) {
        super(new BorderLayout());
        this.words = words;
        this.taker = taker;
        area.setName("layoutsText");
        area.getAccessibleContext().setAccessibleName(words.of("ui.layouts.text"));
        area.setTabSize(2);
        apply = button("layoutsTextApplyButton", "ui.layouts.text.apply", this::apply);
        revert = button("layoutsTextRevertButton", "ui.layouts.text.revert", () -> show(shown, file, true));
        JPanel below = new JPanel(
                new MigLayout("insets 6 12 6 12, gap 8, hidemode 3", "[][grow, fill][][]", "[28::, center]"));
        below.add(mark);
        below.add(problem, "wmin 0");
        below.add(apply, "h 28!");
        below.add(revert, "h 28!");
        add(Controls.scroll(area));
        add(below, BorderLayout.SOUTH);
        area.getDocument().addDocumentListener(TextEdits.listener(() -> {
            if (!showing) {
                check();
            }
        }));
        updateUI();
    }

    private PlainButton button(String name, String key, Runnable run) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> run.run());
        return button;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (area != null) {
            area.setFont(Theme.mono(12));
            area.setBackground(new TokenColor(Token.TABLE));
        }
    }

    /**
     * Shows a text.
     *
     * @param name of the file, for the words of problems
     * @param isEditable whether a person may change it
     */
    void show(String text, String name, boolean isEditable) {
        showing = true;
        shown = text;
        file = name;
        area.setEditable(isEditable);
        if (!area.getText().equals(text)) {
            area.setText(text);
            area.setCaretPosition(0);
        }
        showing = false;
        apply.setVisible(isEditable);
        revert.setVisible(isEditable);
        check();
    }

    /** Moves to where a layout begins. */
    void scrollTo(String layout) {
        int at = area.getText().indexOf("\"name\": \"" + layout + "\"");
        area.setCaretPosition(Math.max(0, at));
    }

    /** Whether a person has typed something that was not taken. */
    boolean isChanged() {
        return area.isEditable() && !area.getText().equals(shown);
    }

    private void check() {
        typed = null;
        String text = area.getText();
        if (area.isEditable() && !(text.isBlank() && shown.isEmpty())) {
            try {
                typed = LayoutDocument.read(text, file);
                say("");
            } catch (Problem wrong) {
                say(words.of(wrong));
            }
        } else {
            say("");
        }
        apply.setEnabled(typed != null && isChanged());
        revert.setEnabled(isChanged());
        revalidate();
    }

    private void say(String why) {
        mark.setVisible(!why.isEmpty());
        problem.setText(why);
    }

    private void apply() {
        if (typed != null) {
            shown = area.getText();
            taker.accept(typed);
            check();
        }
    }
}
