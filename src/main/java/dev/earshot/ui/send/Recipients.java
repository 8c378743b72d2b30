package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.send.Receivers;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PeerLabel;
import java.util.List;
import java.util.Set;

/** Finds the clients of a target at this moment, and their name for a sentence. */
record Recipients(Session session, Words words) {
    private static final Set<String> PROBLEMS =
            Set.of("ui.send.gone", "ui.send.gone.all", "ui.send.nobody", "ui.send.finished");

    /** Whether a problem is about the receivers of a message, and not about its text. */
    static boolean isAbout(Problem problem) {
        return PROBLEMS.contains(problem.key());
    }

    /** Returns the connected clients of a target. */
    List<Peer> there(Target target) throws Problem {
        List<Client> wanted = clients(target);
        List<Peer> present =
                wanted.stream().filter(Client::isPresent).map(Client::peer).toList();
        if (present.isEmpty() && target instanceof Target.One one) {
            throw new Problem("ui.send.gone", -1, label(one.client()));
        } else if (present.isEmpty() && target instanceof Target.Some) {
            throw new Problem("ui.send.gone.all", -1, wanted.size());
        } else if (present.isEmpty()) {
            throw new Problem("ui.send.nobody", -1);
        } else if (present.stream()
                .map(session.clients()::find)
                .allMatch(client -> client != null && client.isFinishedHere())) {
            throw new Problem("ui.send.finished", -1, label(present));
        }
        return present;
    }

    /** Returns the receivers of a message that is repeated. */
    Receivers receivers(Target target) throws Problem {
        return target instanceof Target.All ? Receivers.EVERYBODY : new Receivers(there(target));
    }

    /** Describes which of several clients have left; empty if none has. */
    String gone(Target target) {
        if (!(target instanceof Target.Some some)) {
            return "";
        }
        List<Client> gone =
                some.clients().stream().filter(client -> !client.isPresent()).toList();
        return gone.isEmpty()
                ? ""
                : words.of("ui.send.gone.some", gone.size(), some.clients().size(), label(gone.get(0)));
    }

    /** Returns the name of receivers for a sentence. */
    String label(Receivers receivers) {
        return receivers.isEverybody() ? words.of("ui.send.everybody") : label(receivers.chosen());
    }

    String label(List<Peer> peers) {
        return peers.size() == 1
                ? new PeerLabel(session, words).of(peers.get(0))
                : words.of("ui.status.clients", peers.size());
    }

    /** Returns the encoding of the first client of a target or, if it names none, of the first of these. */
    Encoding speaks(Target target, List<Client> all) {
        List<Client> some = target instanceof Target.One one
                ? List.of(one.client())
                : target instanceof Target.Some several ? several.clients() : all;
        return some.stream()
                .filter(client -> target instanceof Target.One || client.isPresent())
                .findFirst()
                .map(client -> session.log().lens().encoding(client.peer().id()))
                .orElse(Encoding.UTF_8);
    }

    private List<Client> clients(Target target) {
        return target instanceof Target.One one
                ? List.of(one.client())
                : target instanceof Target.Some some
                        ? some.clients()
                        : target instanceof Target.All ? session.clients().present() : List.of();
    }

    private String label(Client client) {
        return new PeerLabel(session, words).of(client.peer());
    }
}
