package dev.earshot.ui;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Form;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** To whom, how and what to send. */
final class SendBar extends JPanel {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final ClientBox clientBox;
    private final JComboBox<Form> modeBox;
    private final JComboBox<Optional<Encoding>> encodingBox;
    private final JComboBox<LineEnding> endingBox;
    private final JCheckBox escapes = new JCheckBox();
    private final SendBox sendBox;
    private final JButton sendButton = new JButton();
    private final transient Delivery delivery;
    private final BytePreview preview = new BytePreview();
    private List<Client> clients = List.of();
    private Encoding previewed;

    SendBar(Session session, Settings settings, Words words) {
        super(new MigLayout("insets 7 12 6 12, gap 8 6, hidemode 3, fillx"));
        this.session = session;
        this.settings = settings;
        this.words = words;
        delivery = new Delivery(session);
        Controls controls = new Controls(words);
        clientBox = new ClientBox(session, words);
        sendBox = new SendBox(words, this::send);
        modeBox = controls.box(
                "sendModeBox", "ui.send.mode.tip", f -> words.of("ui.form." + lower(f)), List.of(Form.values()));
        encodingBox = controls.box(
                "sendEncodingBox",
                "ui.send.encoding.tip",
                e -> e.map(Encoding::label).orElse(words.of("ui.send.encoding.same")),
                Encodings.withNone());
        endingBox = controls.box(
                "sendEndingBox",
                "ui.send.ending.tip",
                e -> words.of("ui.ending." + lower(e)),
                List.of(LineEnding.values()));
        setBorder(Hairline.top());
        name();
        restore();
        place(controls);
        connect();
        showPreview();
    }

    /** Takes over who is there and what the state is. */
    void refresh(List<Client> now) {
        if (!session.writable()) {
            return; // to those of an old capture, nothing can be sent
        }
        clients = now;
        Target before = clientBox.target();
        clientBox.refresh(now);
        boolean open = session.status().state() == Status.State.OPEN;
        boolean somebody = !(clientBox.target() instanceof Target.Nobody);
        sendButton.setEnabled(somebody);
        Controls.primary(sendButton, open && somebody);
        if (!before.equals(clientBox.target()) || !encoding().equals(previewed)) {
            showPreview();
        }
    }

    /** Takes over the receiver, whom nobody else may replace, and the draft. */
    void goOn(SendBar before) {
        clientBox.choose(before.clientBox.target());
        sendBox.text().setText(before.sendBox.text().getText());
    }

    /** Makes these clients the ones to whom the next message goes. */
    void choose(List<Client> receivers) {
        if (session.writable()) {
            clientBox.choose(Target.of(receivers));
        }
    }

    void close() {
        delivery.close();
    }

    void focus() {
        sendBox.text().requestFocusInWindow();
    }

    /** @param low little height: the preview goes and the box gets lower */
    void compact(boolean low) {
        preview.setVisible(!low);
        sendBox.lower(low);
        revalidate();
    }

    void send() {
        try {
            Map<Peer, byte[]> messages = compose().forEach(receivers(), session);
            if (messages.values().stream().allMatch(bytes -> bytes.length == 0)) {
                throw new Problem("ui.send.nothing", -1); // blanks between no hex digits
            }
            String gone = gone();
            if (delivery.takesTime(messages.size())) {
                sendBox.sent(); // now, for meanwhile the next message may be typed
                preview.note(words.of("ui.send.going", messages.size()));
                delivery.sendLater(messages, refused -> outcome(refused, messages.size(), gone));
            } else if (outcome(delivery.send(messages), messages.size(), gone)) {
                sendBox.sent();
                showPreview();
            }
        } catch (Problem problem) {
            fail(words.of(problem), problem.position());
        }
    }

    /** Says who did not get it; returns whether everybody did. */
    private boolean outcome(int refused, int receivers, String gone) {
        boolean well = refused == 0 && gone.isEmpty();
        if (well) {
            showPreview();
        } else {
            fail(refused > 0 ? words.of("ui.send.refused", refused, receivers) : gone, -1);
        }
        return well;
    }

    private List<Peer> receivers() throws Problem {
        Target target = clientBox.target();
        List<Client> wanted = target instanceof Target.One one
                ? List.of(one.client())
                : target instanceof Target.Some some
                        ? some.clients()
                        : target instanceof Target.All ? session.clientsThere() : List.of();
        List<Peer> present =
                wanted.stream().filter(Client::present).map(Client::peer).toList();
        if (present.isEmpty() && target instanceof Target.One one) {
            throw new Problem("ui.send.gone", -1, label(one.client()));
        } else if (present.isEmpty() && target instanceof Target.Some) {
            throw new Problem("ui.send.gone.all", -1, wanted.size());
        } else if (present.isEmpty()) {
            throw new Problem("ui.send.nobody", -1);
        }
        return present;
    }

    /** Who of several did not get it, in words; empty if nobody. */
    private String gone() {
        if (!(clientBox.target() instanceof Target.Some some)) {
            return "";
        }
        List<Client> gone =
                some.clients().stream().filter(client -> !client.present()).toList();
        return gone.isEmpty()
                ? ""
                : words.of("ui.send.gone.some", gone.size(), some.clients().size(), label(gone.get(0)));
    }

    private String label(Client client) {
        return session.names().label(client.peer().remote());
    }

    private Composer compose() throws Problem {
        if (sendBox.text().getText().replace("\n", "").isEmpty()) {
            throw new Problem("ui.send.nothing", -1);
        }
        return composer();
    }

    private Composer composer() {
        return new Composer(
                sendBox.text().getText(),
                modeBox.getItemAt(modeBox.getSelectedIndex()),
                encodingBox.getItemAt(encodingBox.getSelectedIndex()),
                endingBox.getItemAt(endingBox.getSelectedIndex()),
                escapes.isSelected());
    }

    private void fail(String why, int position) {
        // Where the preview has made room, it comes back: the words must be seen.
        preview.setVisible(true);
        preview.problem(why);
        sendBox.point(position);
    }

    private void showPreview() {
        sendBox.outline(false);
        previewed = encoding();
        Composer composer = composer();
        if (composer.typed().isEmpty()) {
            preview.nothing();
            return;
        }
        try {
            byte[] bytes = composer.bytes(previewed);
            preview.bytes(words.of("ui.bytes", bytes.length), bytes);
        } catch (Problem problem) {
            preview.problem(words.of(problem));
        }
    }

    /** In which the message would go now; what a client speaks may turn out while somebody types. */
    private Encoding encoding() {
        Optional<Encoding> fixed = encodingBox.getItemAt(encodingBox.getSelectedIndex());
        Peer peer = clientBox.target() instanceof Target.One one
                ? one.client().peer()
                : anyPeer(clientBox.target() instanceof Target.Some some ? some.clients() : clients);
        return Composer.encoding(fixed, peer, session);
    }

    private static Peer anyPeer(List<Client> some) {
        return some.stream()
                .filter(Client::present)
                .map(Client::peer)
                .findFirst()
                .orElse(null);
    }

    private void name() {
        sendButton.setName("sendButton");
        sendButton.setText(words.of("ui.send"));
        sendButton.setMnemonic(words.mnemonic("ui.send"));
        sendButton.setToolTipText(words.of("ui.send.tip", Keys.name(Keys.menu(KeyEvent.VK_ENTER))));
        escapes.setName("sendEscapesBox");
        escapes.setText(words.of("ui.escapes"));
        escapes.setMnemonic(words.mnemonic("ui.escapes"));
        escapes.setToolTipText(words.of("ui.escapes.tip"));
    }

    private void place(Controls controls) {
        add(controls.label("ui.to", clientBox), "split 6, span 2, gapright 4");
        add(clientBox, "w 120:216:216, h 28!");
        add(modeBox, "w 84!, h 28!");
        add(encodingBox, "w 96:136:136, h 28!");
        add(endingBox, "w 96:140:140, h 28!");
        add(escapes, "gapleft push, h 28!, wrap");
        add(sendBox, "grow, pushx, wmin 100");
        add(sendButton, "w 88!, growy, wrap");
        add(preview, "span 2, growx, h 20!");
    }

    private void connect() {
        sendButton.addActionListener(e -> send());
        clientBox.addActionListener(e -> targetChosen());
        modeBox.addActionListener(e -> remember());
        encodingBox.addActionListener(e -> remember());
        endingBox.addActionListener(e -> remember());
        escapes.addActionListener(e -> remember());
        sendBox.text().getDocument().addDocumentListener(Edits.listener(this::showPreview));
    }

    private void targetChosen() {
        sendButton.setEnabled(!(clientBox.target() instanceof Target.Nobody));
        showPreview();
    }

    private void restore() {
        modeBox.setSelectedItem(settings.get(Settings.SEND_FORM));
        encodingBox.setSelectedItem(Encodings.find(settings.get(Settings.SEND_ENCODING)));
        endingBox.setSelectedItem(settings.get(Settings.SEND_ENDING));
        escapes.setSelected(settings.get(Settings.SEND_ESCAPES));
        enableForForm();
        for (JComponent part : List.of(clientBox, modeBox, sendBox.text(), sendButton)) {
            part.setEnabled(session.writable());
        }
    }

    private void remember() {
        Composer now = composer();
        settings.put(Settings.SEND_FORM, now.form());
        settings.put(Settings.SEND_ENCODING, now.fixed().map(Encoding::label).orElse(""));
        settings.put(Settings.SEND_ENDING, now.ending());
        settings.put(Settings.SEND_ESCAPES, now.escapes());
        enableForForm();
        showPreview();
    }

    /** Hex says every byte itself. */
    private void enableForForm() {
        boolean text = session.writable() && composer().form() == Form.TEXT;
        encodingBox.setEnabled(text);
        endingBox.setEnabled(text);
        escapes.setEnabled(text);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
