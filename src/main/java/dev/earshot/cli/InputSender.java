package dev.earshot.cli;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Addresses;
import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends typed lines, on a thread of its own named {@code type}. */
final class InputSender {
    private static final int MOST_NAMED = 3;
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final Session session;
    private final SendTargets addressees;
    private final Draft like;
    private final Stdio stdio;

    /** @param like how each line is sent */
    InputSender(Session session, SendTargets addressees, Draft like, Stdio stdio) {
        this.session = session;
        this.addressees = addressees;
        this.like = like;
        this.stdio = stdio;
    }

    void start() {
        Background.run("type", this::run);
    }

    private void run() {
        LineInput lines = new LineInput(stdio.in(), stdio.charset());
        try {
            while (answerNext(lines)) {
                // The end of input ends this thread, not the program.
            }
            addressees.inputEnded();
        } catch (IOException e) {
            stdio.say("Standard input cannot be read: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            stdio.say("Interrupted.");
        }
    }

    private boolean answerNext(LineInput lines) throws IOException, InterruptedException {
        try {
            String line = lines.next();
            if (line == null) {
                return false;
            }
            answer(addressees.of(line));
        } catch (Problem e) {
            stdio.say(LensOptions.ENGLISH.of(e));
        } catch (CommandFailure e) {
            stdio.say(e.getMessage());
        }
        return true;
    }

    private void answer(SendTargets.Addressed line) throws Problem, CommandFailure, InterruptedException {
        if (line.text().isEmpty() && like.ending() == LineEnding.NONE) {
            throw new CommandFailure("Nothing to send.");
        }
        Draft draft = like.with(line.text(), TextForm.TEXT, like.fixed());
        // All of it first: what one cannot be sent is sent to nobody.
        Map<Peer, ComposedMessage> messages =
                draft.forEach(line.peers(), peer -> session.log().lens().encoding(peer.id()));
        for (Map.Entry<Peer, ComposedMessage> one : messages.entrySet()) {
            addressees.checkLength(one.getKey(), one.getValue().bytes().length);
        }
        if (addressees.patient()) {
            awaitRoom(messages);
        }
        send(messages);
    }

    private void awaitRoom(Map<Peer, ComposedMessage> messages) throws CommandFailure, InterruptedException {
        for (Map.Entry<Peer, ComposedMessage> one : messages.entrySet()) {
            if (!session.sending().awaitRoom(one.getKey(), one.getValue().bytes().length, FOR_EVER)) {
                String who = Addresses.text(one.getKey().remote());
                throw new CommandFailure("Not sent to " + who + ", for that conversation is over.");
            }
        }
    }

    private void send(Map<Peer, ComposedMessage> messages) throws CommandFailure {
        List<String> full = messages.entrySet().stream()
                .filter(one -> !send(one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .filter(peer -> messages.size() == 1 || session.clients().find(peer) != null)
                .map(peer -> Addresses.text(peer.remote()))
                .toList();
        if (!full.isEmpty()) {
            String some = full.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            String more = full.size() > MOST_NAMED ? " and " + (full.size() - MOST_NAMED) + " more" : "";
            throw new CommandFailure("Not sent to " + some + more + ", where too much is waiting to be read.");
        }
    }

    private boolean send(Peer peer, ComposedMessage message) {
        return session.sending().send(peer, message.bytes(), message::said);
    }
}
