package dev.earshot.ui.connect;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.session.settings.ServerTlsKeys;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.EventQueue;
import javax.swing.JPanel;

/** A line of a form that shows the fingerprint of our certificate, and copies it. It is found off the EDT. */
final class FingerprintRow {
    private final Controls controls;
    private final PlainTextField shown = new PlainTextField();
    private final PlainButton copy;
    private final Runnable changed;
    private boolean obsolete;

    /** @param changed is run when the fingerprint has been found */
    FingerprintRow(Words words, Settings settings, ServerTlsKeys keys, Runnable changed) {
        controls = new Controls(words);
        this.changed = changed;
        shown.setName("tlsFingerprintField");
        shown.setEditable(false);
        copy = controls.tool(
                "tlsFingerprintCopy", Icons.of("copy", 16, Token.ICON), words.of("ui.tls.fingerprint.copy"));
        copy.setEnabled(false);
        copy.addActionListener(e -> ClipboardText.put(shown.getText()));
        Background.run("fingerprint", () -> find(words, settings, keys));
    }

    /** Adds the line to a form of two columns. */
    void addTo(JPanel form) {
        form.add(controls.label("ui.tls.fingerprint", shown));
        form.add(shown, "h 28!, w 268, split 2");
        form.add(copy, "w 24!, h 24!");
    }

    /** Shows no fingerprint any more, because another certificate is being chosen. */
    void clear() {
        obsolete = true;
        show("", false);
    }

    private void find(Words words, Settings settings, ServerTlsKeys keys) {
        try {
            Fingerprint found = keys.fingerprint(settings);
            EventQueue.invokeLater(() -> found(found.text(), true));
        } catch (Problem problem) {
            EventQueue.invokeLater(() -> found(words.of(problem), false));
        }
    }

    private void found(String text, boolean isFingerprint) {
        if (!obsolete) {
            show(text, isFingerprint);
        }
    }

    private void show(String text, boolean isFingerprint) {
        shown.setText(text);
        shown.setCaretPosition(0);
        shown.setToolTipText(text);
        copy.setEnabled(isFingerprint);
        changed.run();
    }
}
