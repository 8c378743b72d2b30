package dev.earshot.ui;

import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A line that offers to open the captures of sessions that ended unexpectedly. */
final class RecoveryBar extends JPanel {

    /**
     * Creates the line.
     *
     * @param sessions the number of sessions
     * @param bytes the size of their captures
     */
    RecoveryBar(Words words, int sessions, long bytes, Runnable open, Runnable dismiss) {
        super(new MigLayout("insets 5 12 5 12, gap 8", "[grow, fill][][]", "[28!]"));
        setName("recoveryBar");
        setBorder(Hairline.bottom());
        setBackground(new TokenColor(Token.WARN_ROW));
        add(new PlainLabel(words.of("ui.recovery", FigureText.bytes(bytes), sessions)), "wmin 0");
        add(button(words, "ui.recovery.open", "recoveryOpenButton", open), "h 28!");
        add(button(words, "ui.recovery.dismiss", "recoveryDismissButton", dismiss), "h 28!");
    }

    private PlainButton button(Words words, String key, String name, Runnable command) {
        PlainButton button = new PlainButton(words.of(key));
        button.setName(name);
        button.setMnemonic(words.mnemonic(key));
        button.addActionListener(e -> {
            setVisible(false);
            command.run();
        });
        return button;
    }
}
