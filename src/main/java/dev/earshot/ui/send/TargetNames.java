package dev.earshot.ui.send;

import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PeerLabel;
import java.net.SocketAddress;
import java.util.List;

/** Names the targets of a {@link ClientBox} in words. Confined to the EDT. */
final class TargetNames {
    private final Session session;
    private final Words words;
    private final boolean single;
    private final PeerLabel labels;

    /** @param single whether there is at most one peer, which is then all of them */
    TargetNames(Session session, Words words, boolean single) {
        this.session = session;
        this.words = words;
        this.single = single;
        labels = new PeerLabel(session, words);
    }

    /**
     * Returns the name of a target.
     *
     * @param before the connection that its client had before it came back; null for none
     */
    String of(Target target, Client before) {
        if (target instanceof Target.One one) {
            return ofClient(one.client(), before);
        } else if (target instanceof Target.Some some) {
            return words.of("ui.to.several", some.clients().size());
        } else if (target instanceof Target.Elsewhere) {
            return words.of("ui.udp.call");
        }
        List<Client> there = single ? session.clients().present() : List.of();
        if (!there.isEmpty()) {
            return labels.of(there.get(0).peer());
        }
        return target instanceof Target.All && !single
                ? words.of("ui.to.all", session.clients().presentCount())
                : words.of("ui.to.nobody");
    }

    private String ofClient(Client client, Client before) {
        String label = labels.of(client.peer());
        if (!client.isPresent()) {
            return words.of("ui.to.left", label);
        }
        return before == null ? label : returned(client, label, before.peer().remote());
    }

    /** Names a client that has come back by what has changed in its address; the box has little room. */
    private String returned(Client client, String label, SocketAddress then) {
        SocketAddress now = client.peer().remote();
        if (!Addresses.host(then).equals(Addresses.host(now))) {
            return words.of("ui.to.was", label, Addresses.text(then));
        }
        String port = Integer.toString(Addresses.port(then));
        return session.clients().names().of(now).isEmpty()
                ? words.of("ui.to.now", Integer.toString(Addresses.port(now)), port)
                : words.of("ui.to.was", label, ":" + port);
    }

    /** Returns a sentence that says which connection a client had before it came back. */
    String ofReturned(Client client, Client before) {
        String then = Addresses.text(before.peer().remote());
        return words.of("ui.to.returned", labels.of(client.peer()), then);
    }
}
