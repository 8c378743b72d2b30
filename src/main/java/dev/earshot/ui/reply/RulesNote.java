package dev.earshot.ui.reply;

import dev.earshot.session.Words;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The line below the rules: what is wrong with them, or what was just done, which can be undone. */
final class RulesNote extends JPanel {
    private final PlainLabel text = new PlainLabel();
    private final PlainButton undo = new PlainButton();

    /** @param tried is run when the rules are to be tried on the log */
    RulesNote(Words words, Runnable undone, Runnable tried) {
        super(new MigLayout("insets 4 12 4 12, gap 8, hidemode 3", "[grow, fill][][]", "[24!]"));
        setBorder(Hairline.top());
        text.setName("rulesNote");
        undo.setName("rulesUndoButton");
        undo.setText(words.of("ui.rules.undo"));
        undo.setMnemonic(words.mnemonic("ui.rules.undo"));
        undo.setVisible(false);
        undo.addActionListener(e -> undone.run());
        add(text, "wmin 0");
        add(undo, "h 24!");
        PlainButton tryThem = new PlainButton(words.of("ui.rules.try"));
        tryThem.setName("rulesTryButton");
        tryThem.setMnemonic(words.mnemonic("ui.rules.try"));
        tryThem.setToolTipText(words.of("ui.rules.try.tip"));
        tryThem.addActionListener(e -> tried.run());
        add(tryThem, "h 24!");
    }

    void canUndo(boolean can) {
        undo.setVisible(can);
    }

    void say(String note) {
        show(note, false);
    }

    void complain(String wrong) {
        show(wrong, true);
    }

    private void show(String words, boolean wrong) {
        text.setIcon(wrong ? Icons.of("reset", 14, Token.ERROR) : null);
        text.setForeground(new TokenColor(wrong ? Token.ERROR : Token.MUTED));
        text.setText(words);
        text.setToolTipText(words.isEmpty() ? null : words);
    }
}
