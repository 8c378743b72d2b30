package dev.earshot.cli;

import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.util.List;

/** The one to whom we are connected: every line goes there as it is, and waits if need be. */
final class SingleServer implements SendTargets {
    private final Session session;
    private final boolean finish;

    /** @param finish whether the end of the input is passed on */
    SingleServer(Session session, boolean finish) {
        this.session = session;
        this.finish = finish;
    }

    @Override
    public Addressed of(String line) throws CommandFailure {
        List<Peer> there = there();
        if (there.isEmpty()) {
            throw new CommandFailure("Not sent, for there is no connection.");
        }
        return new Addressed(there, line);
    }

    private List<Peer> there() {
        return session.clients().present().stream().map(Client::peer).toList();
    }

    @Override
    public boolean patient() {
        return true;
    }

    @Override
    public void inputEnded() {
        if (finish) {
            session.clients().finishSending(there());
        }
    }
}
