package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.net.ListenAddress;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** Where to listen, the button that does it, and what came of it in words beside it. */
final class ConnectBar extends JPanel {
    private static final String BESIDE = "wmin 0";
    private static final String BELOW = "newline 2, span, growx, wmin 0";

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final JComboBox<String> modeBox;
    private final JComboBox<String> addressBox = new JComboBox<>();
    private final JTextField portField = new JTextField();
    private final JButton listenButton = new JButton();
    private final JLabel addressLabel;
    private final JLabel portLabel;
    private final StateLine state;
    private final Runnable edited;

    /**
     * @param addresses may take a while and is asked on a thread of its own
     * @param edited is run when the address or the port has been changed
     */
    ConnectBar(Session session, Settings settings, Words words, Supplier<List<String>> addresses, Runnable edited) {
        super(new MigLayout("insets 8 12 8 12, gap 8, hidemode 3", "[]8[]4[]8[]4[]12[]16[grow, fill]", "[28!]"));
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.edited = edited;
        Controls controls = new Controls(words);
        state = new StateLine(words, () -> listen(true));
        modeBox = controls.box("modeBox", "ui.mode.tip", key -> words.of(key), List.of("ui.mode.tcp.server"));
        setBorder(Hairline.bottom());
        nameFields();
        add(modeBox, "w 128!, h 28!");
        addressLabel = controls.label("ui.address", addressBox);
        portLabel = controls.label("ui.port", portField);
        add(addressLabel);
        add(addressBox, "w 148!, h 28!");
        add(portLabel);
        add(portField, "w 64!, h 28!");
        add(listenButton, "w 88!, h 28!");
        add(state, BESIDE);
        addressEditor().getAccessibleContext().setAccessibleName(words.of("ui.address"));
        connectFields();
        findAddresses(addresses);
    }

    /** Listens where the fields say, or stops. */
    void listenOrStop() {
        if (!session.writable()) {
            return;
        }
        if (busy(session.status().state())) {
            session.stop();
        } else {
            listen();
        }
    }

    /** The same for a port that the system picks: that was agreed to before. */
    void listenAtStart() {
        if (session.status().state() == Status.State.CLOSED) {
            listen(true);
        }
    }

    String address() {
        return addressEditor().getText().strip();
    }

    String port() {
        return portField.getText().strip();
    }

    void focusButton() {
        listenButton.requestFocusInWindow();
    }

    /** The first part that can take the focus: while it listens, the fields cannot. */
    void focusFirst() {
        (addressBox.isEnabled() ? addressEditor() : listenButton).requestFocusInWindow();
    }

    /** Shows what the session's state is now. */
    void refresh() {
        Status status = session.status();
        boolean stopping = status.state() == Status.State.CLOSING;
        boolean busy = stopping || busy(status.state());
        boolean writable = session.writable();
        String key = busy ? "ui.stop" : "ui.listen";
        listenButton.setText(words.of(key));
        listenButton.setMnemonic(words.mnemonic(key));
        listenButton.setToolTipText(words.of(key + ".tip", Keys.name(Keys.plain(KeyEvent.VK_F5))));
        listenButton.setEnabled(writable && !stopping);
        Controls.primary(listenButton, writable && !busy);
        for (JComponent field : List.of(modeBox, addressBox, portField)) {
            field.setEnabled(writable && !busy);
        }
        if (!writable) {
            state.showCapture(String.valueOf(session.capture().getFileName()));
        } else if (state.show(status) && status.state() == Status.State.FAILED) {
            point(status.problem());
        }
    }

    private void listen() {
        listen(false);
    }

    /** @param anyPort whether the person has agreed to port 0 */
    private void listen(boolean anyPort) {
        clearErrors();
        try {
            ListenAddress address = ListenAddress.parse(addressEditor().getText(), portField.getText());
            showAsUnderstood(address);
            if (address.port() == 0 && !anyPort) {
                state.askForAnyPort();
            } else {
                open(address);
            }
        } catch (Problem problem) {
            state.fail(words.of(problem));
            point(problem);
        }
    }

    /** The state is never cut: where it has no room beside the button, it goes below the fields. */
    @Override
    public void doLayout() {
        boolean wide = getWidth() >= UIScale.scale(800);
        addressLabel.setVisible(wide);
        portLabel.setVisible(wide);
        MigLayout layout = (MigLayout) getLayout();
        int end = listenButton.getX() + listenButton.getWidth();
        int room = getWidth() - end - UIScale.scale(28);
        String place = end > 0 && state.getPreferredSize().width > room ? BELOW : BESIDE;
        if (!place.equals(layout.getComponentConstraints(state))) {
            layout.setComponentConstraints(state, place);
            EventQueue.invokeLater(this::revalidate);
        }
        super.doLayout();
    }

    private void open(ListenAddress address) {
        settings.put(Settings.ADDRESS, address());
        settings.put(Settings.PORT, port());
        session.listen(address);
        refresh();
    }

    /** What was typed with blanks or full-width digits is shown as it was taken. */
    private void showAsUnderstood(ListenAddress address) {
        portField.setText(String.valueOf(address.port()));
        addressBox.setSelectedItem(address.host());
        clearErrors();
    }

    /** Marks the field that is wrong, and goes there. */
    private void point(Problem problem) {
        String key = problem.key();
        if (key.startsWith("problem.port")
                || key.equals("problem.listen.taken")
                || key.equals("problem.listen.privileged")) {
            point(portField, portField, problem.position());
        } else if (key.startsWith("problem.address") || key.equals("problem.listen.absent")) {
            point(addressBox, addressEditor(), problem.position());
        }
    }

    private static void point(JComponent outlined, JTextField wrong, int position) {
        outlined.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
        wrong.requestFocusInWindow();
        if (position > 0 && position <= wrong.getText().length()) {
            wrong.setCaretPosition(position);
        } else {
            wrong.selectAll();
        }
    }

    private void clearErrors() {
        addressBox.putClientProperty(FlatClientProperties.OUTLINE, null);
        portField.putClientProperty(FlatClientProperties.OUTLINE, null);
        state.forget();
    }

    private void nameFields() {
        addressBox.setName("addressBox");
        addressBox.setEditable(true);
        addressBox.putClientProperty("html.disable", true);
        Controls.render(addressBox, address -> address);
        addressBox.setSelectedItem(settings.get(Settings.ADDRESS));
        portField.setName("portField");
        portField.setText(settings.get(Settings.PORT));
        listenButton.setName("listenButton");
    }

    private void connectFields() {
        listenButton.addActionListener(e -> listenOrStop());
        portField.addActionListener(e -> listen());
        Keys.bind(addressEditor(), WHEN_FOCUSED, Keys.plain(KeyEvent.VK_ENTER), this::listen);
        DocumentListener change = Edits.listener(() -> {
            clearErrors();
            edited.run();
        });
        addressEditor().getDocument().addDocumentListener(change);
        portField.getDocument().addDocumentListener(change);
    }

    private void findAddresses(Supplier<List<String>> addresses) {
        Thread thread = new Thread(
                () -> {
                    List<String> found = addresses.get();
                    EventQueue.invokeLater(() -> offer(found));
                },
                "addresses");
        thread.setDaemon(true);
        thread.start();
    }

    private void offer(List<String> found) {
        Object typed = addressBox.getEditor().getItem();
        DefaultComboBoxModel<String> model = new DefaultComboBoxModel<>(found.toArray(String[]::new));
        model.setSelectedItem(typed);
        addressBox.setModel(model);
    }

    private JTextField addressEditor() {
        return (JTextField) addressBox.getEditor().getEditorComponent();
    }

    private static boolean busy(Status.State state) {
        return state == Status.State.OPEN || state == Status.State.OPENING;
    }
}
