package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.util.List;

/** Resolves the receivers of a line: all connected clients, or the one whose address the line begins with. */
final class AllClients implements SendTargets {
    private final Session session;
    private final boolean all;

    /** @param all whether a line without an address goes to all clients; otherwise it is refused */
    AllClients(Session session, boolean all) {
        this.session = session;
        this.all = all;
    }

    @Override
    public AddressedLine resolve(String line) throws CommandFailure {
        TypedLine typed = TypedLine.parse(line);
        if (typed.to() == null && !all) {
            throw new CommandFailure(
                    "Nothing was sent: begin with the address of one side, as in '@127.0.0.1:52344 text'.");
        }
        List<Peer> receivers = session.clients().present().stream()
                .map(Client::peer)
                .filter(peer ->
                        typed.to() == null || Addresses.text(peer.remote()).equalsIgnoreCase(typed.to()))
                .toList();
        if (!receivers.isEmpty()) {
            return new AddressedLine(receivers, typed.text());
        } else if (typed.to() == null) {
            throw new CommandFailure("No client is connected.");
        }
        String subject = all ? "No client '" : "Nobody '";
        throw new CommandFailure(
                subject + VisibleText.brief(typed.to()) + "' is connected; begin with @@ to send an @.");
    }
}
