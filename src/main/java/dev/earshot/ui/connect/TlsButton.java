package dev.earshot.ui.connect;

import dev.earshot.session.words.Words;

/**
 * The button with a lock that opens the form of TLS, and shows whether connections are encrypted or a setting of TLS is
 * wrong.
 */
final class TlsButton extends FormButton<TlsForm> {
    private final transient Words words;
    private final transient EndpointFields fields;

    /**
     * Creates a button, which is invisible where the fields know no TLS.
     *
     * @param applied is run each time the form was applied
     */
    TlsButton(Words words, EndpointFields fields, Runnable applied) {
        super("tlsButton", "unlock", "lock", fields.tls(), applied);
        this.words = words;
        this.fields = fields;
        showChosen();
    }

    @Override
    void showChosen() {
        boolean encrypted = fields.isEncrypted();
        showState(encrypted, words.of(encrypted ? "ui.tls.on" : "ui.tls.off"));
    }

    /** Lets a form that a file dialog has closed come back. */
    @Override
    void prepare(TlsForm made) {
        made.whenClosedByDialog(() -> made.open(this));
    }
}
