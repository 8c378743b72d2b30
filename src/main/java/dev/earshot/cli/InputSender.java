package dev.earshot.cli;

import dev.earshot.codec.Hex;
import dev.earshot.codec.HexLines;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Background;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.send.Draft;
import dev.earshot.send.OutgoingMessage;
import dev.earshot.send.SendResult;
import dev.earshot.send.SendResult.Reason;
import dev.earshot.session.ReachablePeers;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Sends the lines of standard input, on its own thread {@code type}. */
final class InputSender implements EndpointInput {
    private static final int MOST_NAMED = 3;

    private final ReachablePeers peers;
    private final SendTargets targets;
    private final Draft options;
    private final HostProcess host;
    private final HexLines hexLines = new HexLines();

    /** @param options the form, encoding, line ending and nickname with which each line is sent */
    InputSender(Session session, SendTargets targets, Draft options, HostProcess host) {
        this.peers = session.sending();
        this.targets = targets;
        this.options = options;
        this.host = host;
    }

    @Override
    public void start() {
        Background.run("type", this::run);
    }

    private void run() {
        LineInput lines = new LineInput(host.in(), host.charset());
        try {
            while (sendNext(lines)) {
                // The end of input ends this thread, not the program.
            }
            targets.inputEnded();
        } catch (IOException e) {
            host.say("Standard input cannot be read: " + e.getMessage() + ".");
        } catch (InterruptedException e) {
            host.say("Interrupted.");
        }
    }

    /** Sends the next line; returns false at the end of input. */
    private boolean sendNext(LineInput lines) throws IOException, InterruptedException {
        try {
            String line = lines.next();
            if (line == null) {
                sayUnfinished();
                return false;
            }
            if (targets.isCommand(line)) {
                targets.carryOut(line);
            } else {
                send(targets.resolve(line));
            }
        } catch (Problem e) {
            host.say(LensOptions.ENGLISH.of(e));
        } catch (CommandFailure e) {
            host.say(e.getMessage());
        }
        return true;
    }

    private void sayUnfinished() {
        try {
            hexLines.end();
        } catch (Problem e) {
            host.say(LensOptions.ENGLISH.of(e));
        }
    }

    private void send(SendTargets.AddressedLine line) throws Problem, CommandFailure, InterruptedException {
        boolean hex = options.form() == TextForm.HEX;
        if (hex ? line.text().isBlank() : line.text().isEmpty() && options.ending() == LineEnding.NONE) {
            throw new CommandFailure("Nothing to send.");
        }
        String text = hex ? plainHex(line.text()) : line.text();
        if (hex && text.isEmpty()) {
            return; // the end of a dump, or equal rows that are sent with the row after them
        }
        Draft draft = options.with(text, options.form(), options.fixedEncoding());
        OutgoingMessage message = OutgoingMessage.compose(draft, line.peers(), Origin.PERSON, peers);
        check(targets.waitsWhenFull() ? message.sendWaiting(OutgoingMessage.FOR_EVER) : message.send());
    }

    private String plainHex(String line) throws Problem {
        byte[] bytes = hexLines.next(line);
        return Hex.print(bytes, 0, bytes.length);
    }

    /**
     * Fails if receivers were refused. A receiver that has left counts only if it was the only one, or if lines wait
     * for their receivers.
     */
    private void check(SendResult result) throws CommandFailure {
        List<Peer> gone = result.refused(Reason.GONE);
        if (!gone.isEmpty() && (targets.waitsWhenFull() || result.receivers() == 1)) {
            throw new CommandFailure("Not sent to " + names(gone) + ", for that conversation is over.");
        }
        List<Peer> full = result.refused(Reason.FULL);
        if (!full.isEmpty()) {
            throw new CommandFailure("Not sent to " + names(full) + ", where too much is waiting to be read.");
        }
        List<Peer> threadless = result.refused(Reason.NO_THREAD);
        if (!threadless.isEmpty()) {
            throw new CommandFailure("Not sent to " + names(threadless) + ": the system has no thread left for it;"
                    + " close some conversations, or raise the limit (ulimit -u).");
        }
    }

    private static String names(List<Peer> peers) {
        String first = peers.stream()
                .limit(MOST_NAMED)
                .map(peer -> Addresses.text(peer.remote()))
                .collect(Collectors.joining(", "));
        return peers.size() > MOST_NAMED ? first + " and " + (peers.size() - MOST_NAMED) + " more" : first;
    }
}
