package dev.earshot.ui.clients;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Event;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.reply.Role;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.PeerLabel;
import dev.earshot.ui.parts.TimeFormat;
import java.util.ArrayList;
import java.util.List;

/** Describes a client in words: its state, name, role, times and protocol. */
public record ClientFacts(Session session, Words words) {

    /** Returns what is unusual about a client, or why it left, as {@code closed by client}; empty if nothing is. */
    String state(Client client) {
        Event.Left left = client.left();
        boolean server = client.peer().transport() == Transport.TCP_OUT;
        boolean captured = client.peer().transport() == Transport.TCP_CAPTURED;
        if (left != null) {
            return switch (left.why()) {
                case CLOSED_BY_PEER -> words.of(server ? "ui.client.closed.server" : "ui.client.closed");
                case RESET_BY_PEER -> words.of(server ? "ui.client.reset.server" : "ui.client.reset");
                case CLOSED_HERE, HALF_CLOSED ->
                    words.of(captured ? "ui.client.closed.server" : "ui.client.closed.here");
                case RESET_HERE -> words.of(captured ? "ui.client.reset.server" : "ui.client.reset.here");
                case FAILED -> words.of("ui.client.failed");
                case IDLE, DISPLACED -> words.of("ui.client.idle");
                case END_NOT_CAPTURED -> words.of("ui.client.not.captured");
            };
        }
        long waiting = session.traffic().waiting(client);
        if (client.stalledBytes() > 0) {
            return words.of("ui.client.stalled", FigureText.roughBytes(Math.max(waiting, client.stalledBytes())));
        } else if (waiting > 0) {
            return words.of("ui.client.waiting", FigureText.roughBytes(waiting));
        }
        if (client.isUnreachable()) {
            return words.of("ui.client.unreachable");
        }
        return client.hasFinishedSending()
                ? words.of("ui.client.finished")
                : client.isFinishedHere() ? words.of("ui.client.finished.here") : "";
    }

    /**
     * Returns the line below the address: name, role, and the state or else the protocol or encoding. The client of a
     * server that a relay has called stands before them, and the server of a client, mostly that of all, behind them.
     */
    public String line(Client client) {
        String name = session.clients().names().visibleName(client.peer().remote());
        String state = state(client);
        if (state.isEmpty()) {
            state = client.bytesIn() == 0 ? words.of("ui.client.silent") : protocolOrEncoding(client);
        }
        Role role = session.replies().role(client.peer());
        boolean server = client.peer().transport() == Transport.TCP_OUT;
        String partner = relayPartner(client);
        String[] parts = {
            server ? partner : "",
            client.tls().isEmpty() ? "" : "TLS",
            name,
            role == null ? "" : VisibleText.of(role.toString()),
            state,
            server ? "" : partner
        };
        StringBuilder line = new StringBuilder(); // no stream: it is painted for every client in view
        for (String part : parts) {
            if (!part.isEmpty()) {
                line.append(line.isEmpty() ? "" : words.of("ui.comma")).append(part);
            }
        }
        return line.toString();
    }

    /** Returns the other end of the pair that a relay has connected; empty if this is no relay. */
    private String relayPartner(Client client) {
        Client other = client.relayPartner();
        if (other == null) {
            return "";
        } else if (client.peer().transport() == Transport.TCP_OUT) {
            return new PeerLabel(session, words).of(client.peer());
        }
        return words.of("ui.relay.pair", Addresses.text(other.peer().remote()));
    }

    /** Returns the state as a full sentence; never empty. */
    String fullState(Client client) {
        if (client.left() != null) {
            return EventWords.of(client.left(), words);
        }
        String state = state(client);
        return state.isEmpty() ? words.of("ui.client.connected") : state;
    }

    /** Returns the protocol that the client is known to speak, or else its encoding. */
    private String protocolOrEncoding(Client client) {
        String protocol = MessageViews.protocol(client.peer().transport(), words);
        return protocol.isEmpty()
                ? session.log().lens().encoding(client.peer().id()).label()
                : protocol;
    }

    /** Returns when the client connected, and when it was last heard or left. */
    String times(Client client) {
        boolean silent = client.bytesIn() == 0;
        String key =
                !client.isPresent() ? "ui.client.times.left" : silent ? "ui.client.times.silent" : "ui.client.times";
        return words.of(key, TimeFormat.timeOfDay(client.joinedAt()), TimeFormat.timeOfDay(client.lastHeardAt()));
    }

    /** Returns all facts in one line. */
    String all(Client client) {
        List<String> facts = new ArrayList<>();
        facts.add(Addresses.text(client.peer().remote()));
        String name = session.clients().names().visibleName(client.peer().remote());
        if (!name.isEmpty()) {
            facts.add(name);
        }
        Role role = session.replies().role(client.peer());
        if (role != null) {
            facts.add(words.of("ui.role.is", VisibleText.of(role.toString())));
        }
        if (client.bytesIn() > 0) {
            facts.add(protocolOrEncoding(client));
        }
        if (!client.tls().isEmpty()) {
            facts.add(VisibleText.of(client.tls()));
        }
        if (client.relayPartner() != null) {
            facts.add(relayPartner(client));
        }
        facts.add(times(client));
        facts.add(fullState(client));
        return String.join(words.of("ui.comma"), facts);
    }
}
