package dev.earshot.ui.send;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.TextForm;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import java.awt.Insets;

/** A button that shows which rarely used settings a message has, and opens their {@link ExtrasForm}. */
final class ExtrasButton extends PlainButton {
    private final transient Words words;
    private final transient Runnable changed;
    private final boolean named;
    private transient ExtraSettings extras = ExtraSettings.USUAL;
    private TextForm form = TextForm.TEXT;
    private ExtrasForm opened;

    /**
     * Makes a button without any settings.
     *
     * @param named whether a nickname is one of the settings
     * @param changed is run after each change by the person
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

    ExtraSettings extras() {
        return extras;
    }

    void show(ExtraSettings now) {
        extras = now;
        say();
    }

    /** Sets the form of the message, because escapes only apply to text. */
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

    private void take(ExtraSettings now) {
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
