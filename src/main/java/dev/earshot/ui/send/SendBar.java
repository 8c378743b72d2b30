package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectAddress;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.send.Draft;
import dev.earshot.send.MessageSender;
import dev.earshot.send.QuickSend;
import dev.earshot.send.Repeat;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Keys;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.TextEdits;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** To whom, how and what to send. */
public final class SendBar extends JPanel {
    private final Session session;
    private final Words words;
    private final transient Recipients recipients;
    private final ClientBox clientBox;
    private final transient DraftFields fields;
    private final transient RepeatControl repeat;
    private final SendBox sendBox;
    private final SendTools tools;
    private final PlainButton sendButton = new PlainButton();
    private final transient SendDispatcher delivery;
    private final transient DraftPreview preview;
    private final ActiveSendLines lines;
    private transient SendState sendings;
    private List<Client> clients = List.of();
    private boolean recalling;
    private boolean unreachable;

    public SendBar(Session session, Settings settings, Words words, QuickShelf quickSends) {
        super(new MigLayout("insets 7 12 6 12, gap 8 6, hidemode 3, fillx"));
        this.session = session;
        this.words = words;
        recipients = new Recipients(session, words);
        sendings = new SendState(settings, quickSends);
        delivery = new SendDispatcher(MessageSender.of(session), recipients);
        clientBox = new ClientBox(session, words, settings.get(Settings.KIND).onePeer());
        if (settings.get(Settings.KIND).callsAddresses()) {
            clientBox.offerElsewhere(() -> new AddressForm(words, settings, this::call).open(clientBox));
        }
        sendBox = new SendBox(words);
        preview = new DraftPreview(words, sendBox);
        fields = new DraftFields(settings, words, session.writable(), this::showPreview);
        repeat = new RepeatControl(
                settings, words, session.writable(), this::repeat, () -> sendings.stopRepeat(), this::fail);
        tools = new SendTools(words, settings, this);
        lines = new ActiveSendLines(words);
        name();
        place();
        connect();
        showPreview();
        // Later: a bar that goes on from another one has taken over what that one remembers.
        EventQueue.invokeLater(() -> sendings.load(this::showDraft));
    }

    /** Takes over who is there and what the state is. */
    public void refresh(List<Client> now) {
        if (!session.writable()) {
            return; // to those of an old capture, nothing can be sent
        }
        clients = now;
        Target before = clientBox.target();
        clientBox.refresh(now);
        boolean somebody = !(clientBox.target() instanceof Target.Nobody);
        sendButton.setEnabled(somebody);
        Controls.primary(sendButton, somebody && session.status().open());
        boolean nobodyThere =
                clientBox.target() instanceof Target.One one && one.client().unreachable();
        if (nobodyThere && !unreachable) {
            preview.warn(words.of("ui.udp.unreachable", clientBox.label()));
        }
        unreachable = nobodyThere;
        repeat.show(sendings.repeating().isPresent());
        lines.refresh(sendings.ongoing);
        tools.refresh();
        if (!before.equals(clientBox.target()) || !encoding().equals(preview.encoding())) {
            showPreview();
        }
    }

    /** Takes over the receiver, whom nobody else may replace, the draft, and what is being sent. */
    public void goOn(SendBar before) {
        sendings = before.sendings;
        clientBox.choose(before.clientBox.target());
        sendBox.text().setText(before.sendBox.text().getText());
        refresh(before.clients);
    }

    /** Makes these clients the ones to whom the next message goes. */
    public void choose(List<Client> receivers) {
        if (session.writable()) {
            clientBox.choose(Target.of(receivers));
        }
    }

    /** Makes this address the one to which the next message goes, when it was found. */
    private void call(ConnectAddress to) {
        session.udp()
                .call(
                        to,
                        peer -> EventQueue.invokeLater(() -> called(peer)),
                        why -> EventQueue.invokeLater(() -> fail(why)));
    }

    private void called(Peer peer) {
        Client client = session.clients().find(peer);
        if (client != null) {
            clientBox.choose(new Target.One(client));
            focus();
        }
    }

    public void close() {
        delivery.close();
        tools.close();
    }

    public void focus() {
        sendBox.text().requestFocusInWindow();
    }

    public SendTools tools() {
        return tools;
    }

    /** What goes on by itself, to be added to; {@link #refresh} shows it. */
    SendState sendings() {
        return sendings;
    }

    /** What stands in the box. */
    Draft draft() {
        return fields.draft(sendBox.text().getText());
    }

    /** This text, with all that is chosen here. */
    Draft draftLike(String text) {
        return fields.draft(text);
    }

    /** Puts a message that was sent before into the box. */
    void take(Draft before) {
        recalling = true;
        fields.show(before);
        sendBox.text().setText(before.text());
        recalling = false;
        sendBox.text().requestFocusInWindow();
        sendBox.text().setCaretPosition(sendBox.text().getDocument().getLength());
        typed();
    }

    /** @param little whether there is little height: the preview goes and the box gets lower */
    public void compact(boolean little) {
        preview.compact(little);
        sendBox.lower(little);
        revalidate();
    }

    void send() {
        Draft draft = draft();
        try {
            String missed = deliver(draft, Origin.PERSON, this::fail);
            if (missed.isEmpty()) {
                sendings.sent(draft);
                sendBox.text().selectAll(); // to be sent again or to be typed over
            }
            fail(missed);
        } catch (Problem problem) {
            fail(problem);
        }
    }

    /** Sends a quick send; returns what went wrong, or an empty text. The box has nothing to do with it. */
    String send(QuickSend quick) {
        String wrong;
        try {
            wrong = deliver(quick.draft(), quick.origin(), preview::warn);
        } catch (Problem problem) {
            wrong = words.of(problem);
        }
        preview.warn(wrong);
        return wrong;
    }

    private String deliver(Draft draft, Origin origin, Consumer<String> missing) throws Problem {
        showPreview();
        return delivery.send(
                draft, origin, clientBox.target(), going -> preview.note(words.of("ui.send.going", going)), missed -> {
                    showPreview();
                    missing.accept(missed);
                });
    }

    /** Plays the sequence of quick sends to whom To says. */
    void play() throws Problem {
        sendings.play(session, recipients.there(clientBox.target()));
        refresh(clients);
    }

    /** Sends a file to those who are there now of whom To says. */
    void send(Path file, int chunk, int pauseMillis) throws Problem {
        sendings.send(session, recipients.there(clientBox.target()), file, chunk, pauseMillis);
        refresh(clients);
    }

    /** What those are called to whom To says to send. */
    String receiversLabel() {
        return clientBox.label();
    }

    private boolean repeat(int millis) {
        Draft draft = draft();
        try {
            if (draft.empty() || draft.bytes(encoding()).length == 0) {
                throw new Problem("ui.send.nothing", -1);
            } else if (!session.status().open()) {
                throw new Problem("ui.send.nobody", -1);
            }
            Repeat begun =
                    new Repeat(MessageSender.of(session), draft, recipients.receivers(clientBox.target()), millis);
            sendings.repeat(begun, session);
            refresh(clients);
            return true;
        } catch (Problem problem) {
            fail(problem);
            return false;
        }
    }

    /** Says what is wrong, where it can be seen. */
    void fail(Problem problem) {
        preview.fail(words.of(problem), problem.position());
    }

    private void fail(String missed) {
        preview.fail(missed, -1);
    }

    private void showDraft(Draft before) {
        if (sendBox.text().getText().isEmpty() && !before.text().isEmpty()) {
            recalling = true;
            sendBox.text().setText(before.text());
            recalling = false;
        }
        typed();
    }

    private void edited() {
        if (!recalling) {
            sendings.history.edited();
            typed();
        }
    }

    private void typed() {
        sendings.typed(draft());
        showPreview();
    }

    private void recall(int step) {
        Draft found = sendings.history.walk(step, draft());
        if (found != null) {
            take(found);
        }
    }

    private void showPreview() {
        preview.show(draft(), encoding());
    }

    /** In which the message would go now; what a client speaks may turn out while somebody types. */
    private Encoding encoding() {
        return draftLike("").fixed().orElseGet(() -> recipients.speaks(clientBox.target(), clients));
    }

    private void name() {
        sendButton.setName("sendButton");
        sendButton.setText(words.of("ui.send"));
        sendButton.setMnemonic(words.mnemonic("ui.send"));
        sendButton.setToolTipText(words.of("ui.send.tip", Keys.name(Keys.menu(KeyEvent.VK_ENTER))));
        for (JComponent part : List.of(clientBox, sendBox.text(), sendButton)) {
            part.setEnabled(session.writable());
        }
        tools.setUsable(session.writable());
    }

    private void place() {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, nogrid, fillx"));
        row.add(new Controls(words).label("ui.to", clientBox), "gapright 4");
        row.add(clientBox, "w 140:188:216, h 28!, shrinkprio 125");
        fields.addTo(row);
        repeat.addTo(row);
        add(row, "span, growx, wrap");
        add(sendBox, "grow, pushx, wmin 100");
        add(tools, "growy");
        add(sendButton, "w 88!, growy, wrap");
        add(preview.component(), "span, growx, h 20!, wrap");
        add(lines, "span, growx");
    }

    private void connect() {
        sendButton.addActionListener(e -> send());
        clientBox.addActionListener(e -> {
            sendButton.setEnabled(!(clientBox.target() instanceof Target.Nobody));
            showPreview();
        });
        sendBox.text().getDocument().addDocumentListener(TextEdits.listener(this::edited));
        sendBox.bind(Keys.menu(KeyEvent.VK_ENTER), this::send);
        sendBox.bind(Keys.menu(KeyEvent.VK_UP), () -> recall(-1));
        sendBox.bind(Keys.menu(KeyEvent.VK_DOWN), () -> recall(1));
        if (session.writable()) {
            FileDrop.on(sendBox.text(), dropped -> tools.files().dropped(dropped, sendBox));
        }
        sendBox.bind(SendTools.HISTORY, tools::openHistory); // there it would delete a character
    }
}
