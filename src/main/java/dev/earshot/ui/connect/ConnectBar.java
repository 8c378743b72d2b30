package dev.earshot.ui.connect;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.session.EndpointKind;
import dev.earshot.session.EndpointKinds;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainComboBox;
import dev.earshot.ui.parts.PlainLabel;
import java.awt.EventQueue;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * The kind of the endpoint and its place, the button that opens and closes it, and what came of it in words beside it. What a kind
 * of endpoint needs for itself are its {@link EndpointFields}.
 */
public final class ConnectBar extends JPanel implements EndpointFields.Bar {

    /** Who is told what a person wants of the tabs. */
    public interface Listener {
        /** The settings name another kind of endpoint now, and the tab is to be built anew. */
        void kindChosen();

        /** A tab of a TCP client is wanted, that connects there. */
        void openClient(String host, String port);
    }

    private static final String BESIDE = "wmin 0";
    private static final String BELOW = "newline 2, span, growx, wmin 0";

    /** So much room the state has beside the fields before their labels go. */
    private static final int ROOM_FOR_STATE = 230;

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final Listener listener;
    private final Runnable edited;
    private final PlainComboBox<EndpointKind> kindBox;
    private final EndpointFields fields;
    private final OptionsButton optionsButton;
    private final PlainButton button = new PlainButton();
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 8, nogrid, hidemode 3", "", "[28!]"));
    private final StateLine state;

    /**
     * @param addresses may take a while and is asked on a thread of its own
     * @param edited is run when what stands in the fields is something else
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
        state = new StateLine(words, () -> start(true));
        kindBox = controls.box("modeBox", "ui.kind.tip", kind -> kind.name(words), EndpointKinds.ALL);
        kindBox.setSelectedItem(settings.get(Settings.KIND));
        kindBox.addActionListener(e -> kindChosen());
        fields = FieldsByKind.create(
                settings.get(Settings.KIND), new EndpointFields.Context(session, settings, words, addresses, this));
        optionsButton = new OptionsButton(words, fields, this::clearErrors);
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
        row.add(optionsButton, "w 24!, h 24!");
        row.add(button, "gapleft 12, h 28!, w " + buttonWidth() + "!");
        if (fields.beside() != null) {
            row.add(fields.beside(), "w 24!, h 24!");
        }
        add(row);
        add(state, BESIDE);
    }

    /** Wide enough for each of its words, so that nothing moves when they change. */
    private int buttonWidth() {
        int widest = UIScale.scale(88);
        for (String key : List.of("ui.stop", "ui.stop.opening", "ui.listen")) {
            button.setText(words.of(key));
            widest = Math.max(widest, button.getPreferredSize().width);
        }
        return UIScale.unscale(widest);
    }

    /** Opens what the fields say, or closes it. */
    public void startOrStop() {
        if (!session.isWritable()) {
            return;
        }
        if (busy(session.status())) {
            session.stop();
        } else {
            start();
        }
    }

    /** Opens it; to what might be asked, the person has agreed before. */
    public void startAtStart() {
        if (session.status().state() == Status.State.CLOSED) {
            start(true);
        }
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
        point(problem);
    }

    private void point(Problem problem) {
        if (fields.isOfOptions(problem)) {
            optionsButton.showWrong();
        } else {
            fields.point(problem);
        }
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
        state.forget();
    }

    private void kindChosen() {
        EndpointKind chosen = kindBox.getItemAt(kindBox.getSelectedIndex());
        if (chosen != settings.get(Settings.KIND)) {
            settings.put(Settings.KIND, chosen);
            EventQueue.invokeLater(listener::kindChosen); // later, for now the box may still have its list open
        }
    }

    public void focusKind() {
        kindBox.requestFocusInWindow();
    }

    public void focusButton() {
        button.requestFocusInWindow();
    }

    /** The first part that can take the focus: while it is open, the fields cannot. */
    public void focusFirst() {
        (fields.first().isEnabled() ? fields.first() : button).requestFocusInWindow();
    }

    public EmptyState.Content empty() {
        return fields.empty(session.status());
    }

    /** Shows what the session's state is now. */
    public void refresh() {
        Status status = session.status();
        boolean stopping = status.state() == Status.State.CLOSING;
        boolean busy = stopping || busy(status);
        boolean writable = session.isWritable();
        String key = status.state() == Status.State.OPENING ? "ui.stop.opening" : busy ? "ui.stop" : "ui.listen";
        button.setText(words.of(key));
        button.setMnemonic(words.mnemonic(key));
        button.setToolTipText(words.of(key + ".tip", ConnectShortcuts.START.keyName()));
        button.setEnabled(writable && !stopping);
        Controls.primary(button, writable && !busy);
        kindBox.setEnabled(writable && !busy);
        optionsButton.setEnabled(writable);
        fields.setEditable(writable && !busy);
        fields.refresh();
        if (!writable) {
            state.showCapture(String.valueOf(session.log().capture().getFileName()));
        } else if (state.show(status, fields.said(status)) && status.state() == Status.State.FAILED) {
            point(status.problem());
        }
    }

    private static boolean busy(Status status) {
        return status.isOpen() || status.state() == Status.State.OPENING;
    }

    /** The state is never cut: where it has no room beside the button, it goes below the fields. */
    @Override
    public void doLayout() {
        int margins = UIScale.scale(12 + 16 + 12);
        int usual = row.getPreferredSize().width;
        List<PlainLabel> labels = fields.fields().stream()
                .map(EndpointFields.Field::label)
                .filter(label -> label != null)
                .toList();
        int theirs = labels.stream()
                .mapToInt(label -> label.getPreferredSize().width + UIScale.scale(4))
                .sum();
        int bare = labels.stream().anyMatch(PlainLabel::isVisible) ? usual - theirs : usual;
        boolean wide = bare + theirs + margins + UIScale.scale(ROOM_FOR_STATE) <= getWidth();
        labels.forEach(label -> label.setVisible(wide));
        int room = getWidth() - margins - (wide ? bare + theirs : bare);
        String place = state.getPreferredSize().width > room ? BELOW : BESIDE;
        MigLayout layout = (MigLayout) getLayout();
        if (!place.equals(layout.getComponentConstraints(state))) {
            layout.setComponentConstraints(state, place);
            EventQueue.invokeLater(this::revalidate);
        }
        super.doLayout();
    }
}
