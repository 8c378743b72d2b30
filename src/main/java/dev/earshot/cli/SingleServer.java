package dev.earshot.cli;

import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.util.List;

/** Makes the server the receiver of every typed line. Lines wait while too much is queued for it. */
final class SingleServer implements SendTargets {
    private final Session session;
    private final boolean finishes;

    /** @param finishes whether the end of the input ends the sending direction */
    SingleServer(Session session, boolean finishes) {
        this.session = session;
        this.finishes = finishes;
    }

    @Override
    public AddressedLine resolve(String line) throws CommandFailure {
        List<Peer> server = presentPeers();
        if (server.isEmpty()) {
            throw new CommandFailure("Not sent, for there is no connection.");
        }
        return new AddressedLine(server, line);
    }

    private List<Peer> presentPeers() {
        return session.clients().present().stream().map(Client::peer).toList();
    }

    @Override
    public boolean waitsWhenFull() {
        return true;
    }

    @Override
    public void inputEnded() {
        if (finishes) {
            session.clients().finishSending(presentPeers());
        }
    }
}
