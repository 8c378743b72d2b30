package dev.earshot.ui.connect;

import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.Token;
import javax.swing.Icon;

/** A lock that opens the form of TLS, and shows whether connections are encrypted or something of that is wrong. */
final class TlsButton extends PlainButton {
    private static final Icon PLAIN = Icons.of("unlock", 16, Token.ICON);
    private static final Icon ENCRYPTED = Icons.of("lock", 16, Token.SENT);
    private static final Icon WRONG = Icons.of("lock", 16, Token.ERROR);

    private final transient Words words;
    private final transient EndpointFields fields;
    private final transient Runnable applied;
    private TlsForm form;

    /**
     * Creates a button, which is invisible where the fields know no TLS.
     *
     * @param applied is run each time the form was applied
     */
    TlsButton(Words words, EndpointFields fields, Runnable applied) {
        super(PLAIN);
        this.words = words;
        this.fields = fields;
        this.applied = applied;
        Controls.styleTool(this, "tlsButton");
        setVisible(fields.tls() != null);
        addActionListener(e -> openForm());
        showChosen();
    }

    /** Shows by icon and tool tip whether connections are encrypted. */
    void showChosen() {
        boolean encrypted = fields.isEncrypted();
        String tip = words.of(encrypted ? "ui.tls.on" : "ui.tls.off");
        setIcon(encrypted ? ENCRYPTED : PLAIN);
        setToolTipText(tip);
        getAccessibleContext().setAccessibleName(tip);
    }

    /** Shows that a problem can be solved in the form. */
    void showWrong() {
        setIcon(WRONG);
        requestFocusInWindow();
    }

    private void openForm() {
        if (form == null || form.isDone()) {
            form = fields.tls().get();
            form.whenApplied(applied);
            form.whenClosedByDialog(() -> form.open(this));
        }
        form.open(this);
    }

    @Override
    public void removeNotify() {
        if (form != null) {
            form.close();
        }
        super.removeNotify();
    }
}
