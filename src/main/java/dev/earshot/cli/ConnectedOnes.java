package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Addresses;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.util.List;

/** Those who are connected: a line goes to all of them, or begins with the address of one. */
final class ConnectedOnes implements Addressees {
    private final Session session;
    private final boolean all;

    /** @param all whether a line without an address goes to all of them; otherwise to nobody */
    ConnectedOnes(Session session, boolean all) {
        this.session = session;
        this.all = all;
    }

    @Override
    public Addressed of(String line) throws Failure {
        TypedLine typed = TypedLine.parse(line);
        if (typed.to() == null && !all) {
            throw new Failure("Nothing was sent: begin with the address of one side, as in '@127.0.0.1:52344 text'.");
        }
        List<Peer> there = session.clientsThere().stream()
                .map(Client::peer)
                .filter(peer ->
                        typed.to() == null || Addresses.text(peer.remote()).equalsIgnoreCase(typed.to()))
                .toList();
        if (!there.isEmpty()) {
            return new Addressed(there, typed.text());
        } else if (typed.to() == null) {
            throw new Failure("No client is connected.");
        }
        String who = all ? "No client '" : "Nobody '";
        throw new Failure(who + VisibleText.brief(typed.to()) + "' is connected; begin with @@ to send an @.");
    }
}
