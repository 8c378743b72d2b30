package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.TextForm;
import dev.earshot.send.Draft;
import dev.earshot.session.settings.SendKeys;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Encodings;
import dev.earshot.ui.plain.PlainComboBox;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;

/** The controls for form, encoding and line ending of a message, and a button for its other settings. */
final class DraftFields {
    private final Settings settings;
    private final PlainComboBox<TextForm> modeBox;
    private final PlainComboBox<Optional<Encoding>> encodingBox;
    private final PlainComboBox<LineEnding> endingBox;
    private final ExtrasButton extras;
    private final boolean enabled;
    private final Runnable changed;

    /**
     * @param enabled whether messages can be sent at all
     * @param changed is run after each change of a control
     */
    DraftFields(Settings settings, Words words, boolean enabled, Runnable changed) {
        this.settings = settings;
        this.enabled = enabled;
        this.changed = changed;
        Controls controls = new Controls(words);
        modeBox = controls.box("sendModeBox", "ui.send.mode.tip", f -> form(words, f), List.of(TextForm.values()));
        encodingBox =
                controls.box("sendEncodingBox", "ui.send.encoding.tip", e -> encoding(words, e), Encodings.withNone());
        endingBox = controls.box(
                "sendEndingBox", "ui.send.ending.tip", e -> ending(words, e), List.of(LineEnding.values()));
        extras = new ExtrasButton("sendExtrasButton", words, true, this::remember);
        restore();
        modeBox.addActionListener(e -> remember());
        encodingBox.addActionListener(e -> remember());
        endingBox.addActionListener(e -> remember());
    }

    static String form(Words words, TextForm form) {
        return words.of("ui.form." + lower(form));
    }

    static String encoding(Words words, Optional<Encoding> encoding) {
        return encoding.map(Encoding::label).orElse(words.of("ui.send.encoding.same"));
    }

    static String ending(Words words, LineEnding ending) {
        return words.of("ui.ending." + lower(ending));
    }

    void addTo(JComponent row) {
        row.add(modeBox, "w max(84,pref)!, h 28!");
        row.add(encodingBox, "w 70:136:136, h 28!, shrinkprio 120");
        row.add(endingBox, "w 70:140:140, h 28!, shrinkprio 120");
        row.add(extras, "w 60::150, h 28!, shrinkprio 130");
    }

    /** Returns a draft of this text with the chosen settings. */
    Draft draft(String typed) {
        return new Draft(
                typed,
                modeBox.getItemAt(modeBox.getSelectedIndex()),
                encodingBox.getItemAt(encodingBox.getSelectedIndex()),
                endingBox.getItemAt(endingBox.getSelectedIndex()),
                extras.extras().escapes(),
                extras.extras().envelope(),
                extras.extras().nickname());
    }

    /** Chooses the form and the encoding in which a message was typed before. */
    void show(Draft before) {
        modeBox.setSelectedItem(before.form());
        if (before.form() == TextForm.TEXT) {
            encodingBox.setSelectedItem(before.fixedEncoding());
        }
    }

    private void restore() {
        modeBox.setSelectedItem(settings.get(SendKeys.FORM));
        encodingBox.setSelectedItem(Encodings.find(settings.get(SendKeys.ENCODING)));
        endingBox.setSelectedItem(settings.get(SendKeys.ENDING));
        Nickname nickname = new Nickname(settings.get(SendKeys.NICK), settings.get(SendKeys.NICK_FORMAT));
        extras.show(new ExtraSettings(settings.get(SendKeys.ESCAPES), settings.get(SendKeys.ENVELOPE), nickname));
        enableForForm();
    }

    private void remember() {
        Draft now = draft("");
        settings.put(SendKeys.FORM, now.form());
        settings.put(SendKeys.ENCODING, now.fixedEncoding().map(Encoding::label).orElse(""));
        settings.put(SendKeys.ENDING, now.ending());
        settings.put(SendKeys.ESCAPES, now.escapes());
        settings.put(SendKeys.ENVELOPE, now.envelope());
        settings.put(SendKeys.NICK, now.nickname().name());
        settings.put(SendKeys.NICK_FORMAT, now.nickname().format());
        enableForForm();
        changed.run();
    }

    /** Disables the controls that do not apply to hex, which gives every byte itself. */
    private void enableForForm() {
        boolean text = draft("").form() == TextForm.TEXT;
        modeBox.setEnabled(enabled);
        encodingBox.setEnabled(enabled && text);
        endingBox.setEnabled(enabled && text);
        extras.setEnabled(enabled);
        extras.form(draft("").form());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
