package dev.earshot.ui;

import dev.earshot.net.UncaughtErrors;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import java.util.function.Consumer;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * A line that tells how many uncaught errors there were, and copies a report about them. Hidden while there are none.
 */
final class ErrorBar extends JPanel {
    private final transient UncaughtErrors errors;
    private final PlainLabel text = new PlainLabel();
    private final PlainButton copy = button("errorCopyButton");
    private final PlainButton dismiss = button("errorDismissButton");
    private transient Words shownWords;
    private int told;

    /** @param say shows why the report could not be copied, if so */
    ErrorBar(UncaughtErrors errors, Consumer<String> say) {
        super(new MigLayout("insets 5 12 5 12, gap 8", "[grow, fill][][]", "[28!]"));
        this.errors = errors;
        told = errors.count();
        setName("errorBar");
        setBorder(Hairline.bottom());
        setBackground(new TokenColor(Token.WARN_ROW));
        setVisible(false);
        text.setName("errorText");
        add(text, "wmin 0");
        add(copy, "h 28!");
        add(dismiss, "h 28!");
        copy.addActionListener(e ->
                ClipboardText.put(errors.report()).ifPresent(why -> say.accept(shownWords.of("ui.copy.failed", why))));
        dismiss.addActionListener(e -> setVisible(false));
    }

    private static PlainButton button(String name) {
        PlainButton button = new PlainButton("");
        button.setName(name);
        return button;
    }

    /** Shows the present number, if there are more than when it was last asked. */
    void refresh(Words words) {
        int count = errors.count();
        if (count == told && words == shownWords) {
            return;
        }
        text.setText(words.of("ui.errors", count));
        copy.setText(words.of("ui.errors.copy"));
        copy.setMnemonic(words.mnemonic("ui.errors.copy"));
        dismiss.setText(words.of("ui.recovery.dismiss"));
        setVisible(isVisible() || count > told);
        shownWords = words;
        told = count;
    }
}
