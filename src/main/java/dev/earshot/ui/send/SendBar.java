package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.send.TypedMessage;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.plain.PlainButton;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The bar on which a person chooses clients, types a message and sends it. */
public final class SendBar extends JPanel {
    private final Session session;
    private final Words words;
    private final transient Recipients recipients;
    private final ClientBox clientBox;
    private final transient DraftEditor editor;
    private final transient RepeatControl repeat;
    private final SendTools tools;
    private final PlainButton sendButton = new PlainButton();
    private final transient SendCommands commands;
    private final transient ReopenedTarget reopened;
    private final ActiveSendLines lines;
    private final JPanel row = new JPanel(new MigLayout("insets 0, gap 8, nogrid, fillx"));
    private final JPanel footer = new JPanel(new MigLayout("insets 0, gap 8, fillx"));
    private List<Client> clients = List.of();
    private boolean unreachable;
    private boolean compact;

    public SendBar(Session session, Settings settings, Words words, QuickShelf quickSends) {
        super(new MigLayout("insets 7 12 6 12, gap 8 6, hidemode 3, fillx"));
        this.session = session;
        this.words = words;
        recipients = new Recipients(session, words);
        SendState state = new SendState(settings, quickSends);
        clientBox = new ClientBox(session, words, settings.get(Settings.KIND).hasOnePeer());
        reopened = new ReopenedTarget(session, clientBox::choose, this::fail);
        if (settings.get(Settings.KIND).canCallAddresses()) {
            clientBox.offerElsewhere(() -> new AddressForm(words, settings, this::call).open(clientBox));
        }
        editor = new DraftEditor(
                settings, words, session.isWritable(), state, () -> recipients.speaks(clientBox.target(), clients));
        commands = new SendCommands(recipients, clientBox, editor, state, () -> refresh(clients));
        repeat = new RepeatControl(
                settings,
                words,
                session.isWritable(),
                this::repeat,
                commands::stopRepeat,
                problem -> editor.preview().warn(words.of(problem)));
        tools = new SendTools(words, settings, commands);
        lines = new ActiveSendLines(words, this::focus);
        name();
        place();
        connect();
        editor.showPreview();
        // Later: a bar that goes on from another one has taken over what that one remembers.
        EventQueue.invokeLater(() -> commands.state().load(editor::restore));
    }

    /** Shows these clients, the state of the session and the background sends. */
    public void refresh(List<Client> now) {
        if (!session.isWritable()) {
            return; // to those of an old capture, nothing can be sent
        }
        clients = now;
        Target before = clientBox.target();
        Optional<String> returned = clientBox.followReturned();
        reopened.refresh(clientBox.target());
        clientBox.refresh(now);
        boolean somebody = !(clientBox.target() instanceof Target.Nobody);
        sendButton.setEnabled(somebody);
        Controls.setPrimary(sendButton, somebody && session.status().isOpen());
        boolean nobodyThere =
                clientBox.target() instanceof Target.One one && one.client().isUnreachable();
        if (nobodyThere && !unreachable) {
            editor.preview().warn(words.of("ui.udp.unreachable", clientBox.label()));
        }
        unreachable = nobodyThere;
        repeat.show(commands.state().repeating().isPresent());
        lines.refresh(commands.state().ongoing);
        tools.refresh();
        if (before == clientBox.target() || before.equals(clientBox.target())) {
            editor.showEncoding();
        } else {
            editor.showPreview();
        }
        returned.ifPresent(editor.preview()::note);
    }

    /** Takes over the chosen clients, the draft and the background sends of another bar. */
    public void goOn(SendBar before) {
        commands.goOn(before.commands.state());
        clientBox.choose(before.clientBox.target());
        editor.goOn(before.editor);
        repeat.goOn(before.repeat);
        tools.goOn(before.tools);
        refresh(before.clients);
    }

    /** Chooses the clients to which the next message goes. */
    public void choose(List<Client> receivers) {
        if (session.isWritable()) {
            clientBox.choose(Target.of(receivers));
        }
    }

    /** Puts a message of the log, which was read in this encoding, into the box. */
    public void edit(byte[] message, Encoding encoding) {
        editor.take(TypedMessage.draft(message, encoding, editor.draft()));
    }

    private boolean repeat(int millis) {
        editor.showPreview(); // in place of a problem with the interval that was typed before
        return commands.repeat(millis);
    }

    /** Looks up an address and chooses it for the next message. */
    private void call(ConnectAddress to) {
        session.udp()
                .call(
                        to,
                        peer -> EventQueue.invokeLater(() -> called(peer)),
                        why -> EventQueue.invokeLater(() -> commands.fail(why)));
    }

    private void fail(Problem why) {
        commands.fail(why);
    }

    private void called(Peer peer) {
        Client client = session.clients().find(peer);
        if (client != null) {
            clientBox.choose(new Target.One(client));
            focus();
        }
    }

    public void close() {
        commands.close();
        tools.close();
    }

    public void focus() {
        editor.box().text().requestFocusInWindow();
    }

    /** Returns the lines of the background sends, which belong above all that can be clicked to send. */
    public JComponent lines() {
        return lines;
    }

    public SendTools tools() {
        return tools;
    }

    SendCommands commands() {
        return commands;
    }

    /**
     * Adapts to the size of the window.
     *
     * @param narrow whether the words of the boxes do not fit beside the repetition, which then goes below the send box
     * @param little whether there is little height, so that the box gets lower
     */
    public void fit(boolean narrow, boolean little) {
        if (narrow != (repeat.component().getParent() == footer)) {
            placeRepeat(narrow);
            revalidate();
        }
        if (little != compact) {
            compact = little;
            editor.compact(little);
            revalidate();
        }
    }

    private void name() {
        sendButton.setName("sendButton");
        sendButton.setText(words.of("ui.send"));
        sendButton.setMnemonic(words.mnemonic("ui.send"));
        sendButton.setToolTipText(words.of("ui.send.tip", SendShortcuts.SEND.keyName()));
        for (JComponent part : List.of(clientBox, editor.box().text(), sendButton)) {
            part.setEnabled(session.isWritable());
        }
        tools.setUsable(session.isWritable());
    }

    private void place() {
        row.add(new Controls(words).label("ui.to", clientBox), "gapright 4");
        row.add(clientBox, "w 140:188:216, h 28!, shrinkprio 125");
        editor.addFieldsTo(row);
        placeRepeat(false);
        add(row, "span, growx, wrap");
        add(editor.box(), "grow, pushx, wmin 100");
        add(tools, "growy");
        add(sendButton, "w 88!, growy, wrap");
        footer.add(editor.preview().component(), "growx, pushx, wmin 0, h 20!");
        add(footer, "span, growx");
    }

    private void placeRepeat(boolean below) {
        if (below) {
            footer.add(repeat.component(), "h 24!");
        } else {
            row.add(repeat.component(), "gapleft 8:push, h 28!");
        }
    }

    private void connect() {
        sendButton.addActionListener(e -> {
            commands.send();
            focus(); // what is typed next is text, and never presses the button again
        });
        clientBox.addActionListener(e -> {
            sendButton.setEnabled(!(clientBox.target() instanceof Target.Nobody));
            editor.showPreview();
        });
        SendShortcuts.IN_BOX.bind(editor.box().text(), WHEN_FOCUSED, commands);
        if (session.isWritable()) {
            FileDrop.on(editor.box().text(), dropped -> tools.files().dropped(dropped, editor.box()));
        }
        SendShortcuts.HISTORY.bind(editor.box().text(), WHEN_FOCUSED, () -> tools); // there it would delete a character
    }
}
