package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.TextForm;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import java.awt.Insets;

/** Says which of the rarely used settings of a message are in force, and opens the {@link ExtrasForm} for them. */
final class ExtrasButton extends PlainButton {
    private final transient Words words;
    private final transient Runnable changed;
    private final boolean named;
    private transient ExtraSetting extras = ExtraSetting.USUAL;
    private TextForm form = TextForm.TEXT;
    private ExtrasForm opened;

    /**
     * One that says nothing yet.
     *
     * @param named whether there is a nickname among them
     * @param changed is run when the person has set something
     */
    ExtrasButton(String name, Words words, boolean named, Runnable changed) {
        this.words = words;
        this.named = named;
        this.changed = changed;
        setName(name);
        setMnemonic(words.mnemonic("ui.extras"));
        putClientProperty(FlatClientProperties.MINIMUM_WIDTH, 0);
        setRequestFocusEnabled(false); // a click on it while the form is open closes it
        setMargin(new Insets(3, 8, 3, 8));
        addActionListener(e -> open());
        say();
    }

    ExtraSetting extras() {
        return extras;
    }

    void show(ExtraSetting now) {
        extras = now;
        say();
    }

    /** For which form they are: escapes are for texts. */
    void form(TextForm now) {
        form = now;
        say();
    }

    private void open() {
        if (opened != null && opened.isOpen()) {
            opened.close();
            return;
        }
        opened = new ExtrasForm(words, form, extras, named, this::take);
        opened.open(this);
    }

    private void take(ExtraSetting now) {
        show(now);
        changed.run();
    }

    private String now(String active) {
        return words.of(named ? "ui.nick.extras.tip.now" : "ui.extras.tip.now", active);
    }

    private void say() {
        String active = EnvelopeWords.brief(words, form, extras);
        setText(active.isEmpty() ? words.of("ui.extras") : active);
        setForeground(active.isEmpty() ? null : new TokenColor(Token.SENT));
        setToolTipText(active.isEmpty() ? words.of(named ? "ui.nick.extras.tip" : "ui.extras.tip") : now(active));
        getAccessibleContext().setAccessibleName(words.of("ui.extras"));
        getAccessibleContext().setAccessibleDescription(getToolTipText());
    }
}
