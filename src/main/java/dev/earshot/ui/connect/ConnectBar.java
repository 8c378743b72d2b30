package dev.earshot.ui.connect;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TrustedCertificates;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.EventQueue;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The bar at the top: the endpoint's kind and address, the button that opens and closes it, and its state in words. The
 * fields that only one kind has are its {@link EndpointFields}.
 */
public final class ConnectBar extends JPanel implements EndpointFields.Bar {

    /** Changes the tabs of the window as a person wants. */
    public interface Listener {
        /** Rebuilds the tab, for the person has chosen another kind of endpoint, which the settings already name. */
        void kindChosen();

        /** Opens a tab with a TCP client that connects to this address. */
        void openClient(String host, String port);
    }

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Listener listener;
    private final Runnable edited;
    private final PlainComboBox<EndpointKind> kindBox;
    private final EndpointFields fields;
    private final OptionsButton optionsButton;
    private final TlsButton tlsButton;
    private final PlainButton button = new PlainButton();
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 8, nogrid, hidemode 3", "", "[28!]"));
    private final StateLine state;
    private String buttonKey; // of the words of the button

    /**
     * Creates the bar of a session.
     *
     * @param addresses finds the addresses of this computer; runs on a thread of its own, for it may take a while
     * @param edited is run when the text of a field has changed
     */
    public ConnectBar(
            Session session,
            Settings settings,
            Words words,
            Supplier<List<String>> addresses,
            Listener listener,
            Runnable edited) {
        super(new MigLayout("insets 8 12 8 12, gap 0, hidemode 3", "[]16[grow, fill]", "[28!]"));
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.listener = listener;
        this.edited = edited;
        Controls controls = new Controls(words);
        state = new StateLine(words, this::startAgreed);
        kindBox = controls.box("modeBox", "ui.kind.tip", words::nameOf, EndpointKinds.ALL);
        kindBox.setSelectedItem(settings.get(Settings.KIND));
        kindBox.addActionListener(e -> kindChosen());
        fields = FieldsByKind.create(
                settings.get(Settings.KIND), new EndpointFields.Context(session, settings, words, addresses, this));
        optionsButton = new OptionsButton(words, fields, this::clearErrors);
        tlsButton = new TlsButton(words, fields, this::clearErrors);
        button.setName("listenButton");
        button.addActionListener(e -> startOrStop());
        setBorder(Hairline.bottom());
        place();
    }

    private void place() {
        row.add(kindBox, "w 128!, h 28!");
        for (EndpointFields.Field field : fields.fields()) {
            if (field.label() != null) {
                row.add(field.label(), "gapright 4");
            }
            row.add(field.component(), "h 28!, w " + field.width());
        }
        row.add(tlsButton, "w 24!, h 24!");
        row.add(optionsButton, "w 24!, h 24!, gapleft 0");
        row.add(button, "gapleft 12, h 28!, w " + buttonWidth() + "!");
        if (fields.extraButton() != null) {
            row.add(fields.extraButton(), "w 24!, h 24!");
        }
        add(row);
        add(state, ConnectBarFit.BESIDE);
    }

    /** Returns a width that fits each text of the button, so that nothing moves when it changes. */
    private int buttonWidth() {
        int widest = UIScale.scale(88);
        for (String key : List.of("ui.stop", "ui.stop.opening", "ui.listen")) {
            button.setText(words.of(key));
            widest = Math.max(widest, button.getPreferredSize().width);
        }
        return UIScale.unscale(widest);
    }

    /** Opens the endpoint that the fields describe, or closes it. */
    public void startOrStop() {
        if (!session.isWritable()) {
            return;
        }
        if (isBusy(session.status())) {
            session.stop();
        } else {
            start();
        }
    }

    /** Opens the endpoint if it is closed, without a question: the person has agreed to that before. */
    public void startAtStart() {
        if (session.status().state() == Status.State.CLOSED) {
            start(true);
        }
    }

    /** Saves what was typed in the settings, whether the endpoint is open or not. */
    public void save() {
        fields.save();
    }

    @Override
    public void start() {
        start(false);
    }

    private void start(boolean agreed) {
        clearErrors();
        try {
            fields.start(agreed);
            refresh();
        } catch (Problem problem) {
            fail(problem);
        }
    }

    @Override
    public void fail(Problem problem) {
        state.fail(words.of(problem));
        markWrong(problem);
    }

    private void markWrong(Problem problem) {
        if (TrustedCertificates.refused(problem) != null) {
            state.offer("ui.tls.trust");
        } else if (isAboutTls(problem)) {
            tlsButton.showWrong();
        } else if (fields.isAboutOptions(problem)) {
            optionsButton.showWrong();
        } else {
            fields.markWrong(problem);
            ListenFields.freePort(problem).ifPresent(port -> state.offer("ui.port.next", () -> startOn(port), port));
        }
    }

    private boolean isAboutTls(Problem problem) {
        boolean file =
                problem.key().startsWith("problem.file.") || problem.key().equals("problem.open");
        return problem.key().startsWith("problem.tls.") || file && fields.isEncrypted();
    }

    private void startAgreed() {
        focusButton(); // the one that agreed is hidden
        start(true);
    }

    private void startOn(String port) {
        focusButton();
        fields.listen().setPort(port);
        start();
    }

    @Override
    public void openClient(String host, String port) {
        listener.openClient(host, port);
    }

    @Override
    public void ask(String question, String yes, Object... arguments) {
        state.ask(question, yes, arguments);
    }

    @Override
    public void edited() {
        clearErrors();
        fields.save();
        edited.run();
    }

    private void clearErrors() {
        fields.clearErrors();
        optionsButton.showChosen();
        tlsButton.showChosen();
        state.reset();
    }

    private void kindChosen() {
        EndpointKind chosen = kindBox.getItemAt(kindBox.getSelectedIndex());
        if (chosen != settings.get(Settings.KIND)) {
            settings.put(Settings.KIND, chosen);
            EventQueue.invokeLater(listener::kindChosen); // later, for the list of the box may still be open
        }
    }

    /** Gives the focus to the box of the kind. */
    public void focusKind() {
        kindBox.requestFocusInWindow();
    }

    /** Gives the focus to the button that opens and closes the endpoint. */
    public void focusButton() {
        button.requestFocusInWindow();
    }

    /** Gives the focus to the first field, or to the button while the endpoint is open. */
    public void focusFirst() {
        (fields.first().isEnabled() ? fields.first() : button).requestFocusInWindow();
    }

    /** Returns what the log shows as long as it is empty. */
    public EmptyState.Content emptyState() {
        return fields.emptyState(session.status());
    }

    /** Shows the present state of the session. */
    public void refresh() {
        Status status = session.status();
        boolean stopping = status.state() == Status.State.CLOSING;
        boolean busy = stopping || isBusy(status);
        boolean writable = session.isWritable();
        String key = status.state() == Status.State.OPENING ? "ui.stop.opening" : busy ? "ui.stop" : "ui.listen";
        if (!key.equals(buttonKey)) {
            nameButton(key);
        }
        button.setEnabled(writable && !stopping);
        Controls.setPrimary(button, writable && !busy);
        kindBox.setEnabled(writable && !busy);
        optionsButton.setEnabled(writable);
        tlsButton.setEnabled(writable);
        fields.setEditable(writable && !busy);
        if (status.isOpen() && fields.haveKeyboard()) {
            focusButton(); // a disabled field would keep the keyboard
        }
        fields.refresh();
        if (!writable) {
            state.showCapture(String.valueOf(session.log().capture().getFileName()));
        } else if (state.show(status, fields.stateText(status))
                && (status.state() == Status.State.FAILED || TrustedCertificates.refused(status.problem()) != null)) {
            markWrong(status.problem());
        }
    }

    /** Sets the words of the button, which also paints it. */
    private void nameButton(String key) {
        buttonKey = key;
        button.setText(words.of(key));
        button.setMnemonic(words.mnemonic(key));
        button.setToolTipText(words.of(key + ".tip", ConnectShortcuts.START.keyName()));
    }

    private static boolean isBusy(Status status) {
        return status.isOpen() || status.state() == Status.State.OPENING;
    }

    @Override
    public void doLayout() {
        List<PlainLabel> labels = fields.fields().stream()
                .map(EndpointFields.Field::label)
                .filter(Objects::nonNull)
                .toList();
        new ConnectBarFit(this, row, labels, state).apply();
        super.doLayout();
    }
}
