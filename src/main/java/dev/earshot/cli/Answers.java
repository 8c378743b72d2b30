package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Payload;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Addresses;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends typed lines to the clients, on a thread of its own named {@code type}. */
final class Answers {
    private static final int MOST_NAMED = 3;

    private final Session session;
    private final Encoding encoding;
    private final LineEnding ending;
    private final Stdio stdio;

    /** @param encoding in which everything is sent, or null: in the one that each client was seen to speak */
    Answers(Session session, Encoding encoding, LineEnding ending, Stdio stdio) {
        this.session = session;
        this.encoding = encoding;
        this.ending = ending;
        this.stdio = stdio;
    }

    void start() {
        Thread thread = new Thread(this::run, "type");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        LineInput lines = new LineInput(stdio.in(), stdio.charset());
        try {
            while (answerNext(lines)) {
                // The end of input ends this thread, not the program.
            }
        } catch (IOException e) {
            stdio.say("Standard input cannot be read: " + e.getMessage() + ".");
        }
    }

    private boolean answerNext(LineInput lines) throws IOException {
        try {
            String line = lines.next();
            if (line == null) {
                return false;
            }
            answer(TypedLine.parse(line));
        } catch (Problem e) {
            stdio.say(Reading.ENGLISH.of(e));
        } catch (Failure e) {
            stdio.say(e.getMessage());
        }
        return true;
    }

    private void answer(TypedLine line) throws Problem, Failure {
        List<Peer> receivers = receivers(line.client());
        if (line.text().isEmpty() && ending == LineEnding.NONE) {
            throw new Failure("Nothing to send.");
        }
        Map<Peer, byte[]> bytes = new LinkedHashMap<>();
        Map<Encoding, byte[]> encoded = new HashMap<>();
        for (Peer peer : receivers) {
            Encoding own = encoding != null ? encoding : session.lens().encoding(peer.id());
            if (!encoded.containsKey(own)) {
                encoded.put(own, Payload.text(line.text(), own, false, ending));
            }
            bytes.put(peer, encoded.get(own));
        }
        send(bytes); // only now: what one client cannot be sent is sent to nobody
    }

    private List<Peer> receivers(String client) throws Failure {
        List<Peer> there = session.clientsThere().stream().map(Client::peer).toList();
        if (client != null) {
            there = there.stream()
                    .filter(peer -> Addresses.text(peer.remote()).equalsIgnoreCase(client))
                    .toList();
        }
        if (!there.isEmpty()) {
            return there;
        } else if (client == null) {
            throw new Failure("No client is connected.");
        }
        throw new Failure("No client '" + VisibleText.brief(client) + "' is connected; begin with @@ to send an @.");
    }

    private void send(Map<Peer, byte[]> bytes) throws Failure {
        List<String> full = bytes.entrySet().stream()
                .filter(one -> !session.send(one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .filter(peer -> bytes.size() == 1 || session.client(peer) != null)
                .map(peer -> Addresses.text(peer.remote()))
                .toList();
        if (!full.isEmpty()) {
            String some = full.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            String more = full.size() > MOST_NAMED ? " and " + (full.size() - MOST_NAMED) + " more" : "";
            throw new Failure("Not sent to " + some + more + ", where too much is waiting to be read.");
        }
    }
}
