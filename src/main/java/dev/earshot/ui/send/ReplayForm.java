package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;

/** A form that asks which side of a conversation is sent again, to whom, and how fast. */
public final class ReplayForm extends PopoverForm {
    private static final List<String> SPEEDS = List.of("1", "0.5", "2", "10", "100", "max", "step");

    private final transient Session session;
    private final transient Peer peer;
    private final transient Settings settings;
    private final transient ReplayTargets targets;
    private final PlainComboBox<Boolean> side;
    private final PlainComboBox<Optional<ReplayTargets.Receiver>> receiver;
    private final PlainTextField server;
    private final PlainComboBox<String> speed;

    /** @param settings of the tab that shows the conversation */
    public ReplayForm(Words words, Settings settings, Session session, Peer peer, ReplayTargets targets) {
        super("replay", words);
        this.settings = settings;
        this.session = session;
        this.peer = peer;
        this.targets = targets;
        explain("ui.replay.title", words.of("ui.replay.about", new KeptMessages(session, peer, true).address()));
        side = addChoice("replaySideBox", "ui.replay.side", this::sideName, List.of(true, false));
        List<Optional<ReplayTargets.Receiver>> receivers = new ArrayList<>();
        targets.connected().forEach(one -> receivers.add(Optional.of(one)));
        receivers.add(Optional.empty());
        receiver = addChoice("replayReceiverBox", "ui.replay.to", this::receiverName, receivers);
        receiver.setSelectedItem(proposed(receivers));
        server = addField(
                "replayServerField", "ui.replay.server", settings.get(WindowKeys.REPLAY_TO), "w 240!, growx 0");
        speed = addChoice("replaySpeedBox", "ui.replay.speed", this::speedName, SPEEDS);
        receiver.addActionListener(e -> showServer());
        addButtons("replay", "ui.replay.go");
        showServer();
    }

    /** Proposes the first receiver that is not the peer of the kept conversation. */
    private Optional<ReplayTargets.Receiver> proposed(List<Optional<ReplayTargets.Receiver>> receivers) {
        return receivers.stream()
                .filter(one -> one.isEmpty() || !one.get().is(session, peer))
                .findFirst()
                .orElseThrow();
    }

    private String sideName(boolean fromClient) {
        KeptMessages kept = new KeptMessages(session, peer, fromClient);
        return words.of("ui.replay.side." + (fromClient ? "client" : "server") + "."
                + (kept.kind() == Row.Kind.RECEIVED ? "received" : "sent"));
    }

    private String receiverName(Optional<ReplayTargets.Receiver> choice) {
        return choice.map(ReplayTargets.Receiver::label).orElseGet(() -> words.of("ui.replay.to.server"));
    }

    private String speedName(String text) {
        return switch (text) {
            case "1" -> words.of("ui.replay.speed.kept");
            case "max" -> words.of("ui.replay.speed.max");
            case "step" -> words.of("ui.replay.speed.step", SendShortcuts.REPLAY_NEXT.keyName());
            default -> words.of("ui.replay.speed.factor", text);
        };
    }

    private void showServer() {
        server.setEnabled(chosen().isEmpty());
    }

    private Optional<ReplayTargets.Receiver> chosen() {
        return receiver.getItemAt(receiver.getSelectedIndex());
    }

    @Override
    protected JComponent first() {
        return side;
    }

    @Override
    protected void apply() throws Problem {
        KeptMessages messages = new KeptMessages(session, peer, side.getItemAt(side.getSelectedIndex()));
        ReplaySpeed wanted = ReplaySpeed.parse(speed.getItemAt(speed.getSelectedIndex()));
        if (chosen().isPresent()) {
            chosen().get().start(messages, wanted);
            return;
        }
        try {
            ConnectAddress to = ConnectAddress.parse(server.getText());
            settings.put(WindowKeys.REPLAY_TO, to.text());
            targets.connect(to, messages, wanted);
        } catch (Problem problem) {
            throw mark(problem, server);
        }
    }
}
