package dev.earshot.ui.reply;

import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToolTip;
import net.miginfocom.swing.MigLayout;

/** The line below the rules: what is wrong with them, or what was just done, which can be undone. */
final class RulesNote extends JPanel {
    private final JLabel text = new JLabel() {
        @Override
        public JToolTip createToolTip() {
            return Controls.plain(super.createToolTip());
        }
    };
    private final JButton undo = new JButton();

    /** @param tried is run when the rules are to be tried on the log */
    RulesNote(Words words, Runnable undone, Runnable tried) {
        super(new MigLayout("insets 4 12 4 12, gap 8, hidemode 3", "[grow, fill][][]", "[24!]"));
        setBorder(Hairline.top());
        text.setName("rulesNote");
        text.putClientProperty("html.disable", true);
        undo.setName("rulesUndoButton");
        undo.setText(words.of("ui.rules.undo"));
        undo.setMnemonic(words.mnemonic("ui.rules.undo"));
        undo.setVisible(false);
        undo.addActionListener(e -> undone.run());
        add(text, "wmin 0");
        add(undo, "h 24!");
        JButton tryThem = new JButton(words.of("ui.rules.try"));
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
