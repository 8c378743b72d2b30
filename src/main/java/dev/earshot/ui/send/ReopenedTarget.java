package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import java.awt.EventQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes a UDP peer the target again once our port, which was closed, is open again. Confined to the EDT. */
final class ReopenedTarget {
    private final Session session;
    private final BiConsumer<Client, Client> choose;
    private final Consumer<Problem> failed;
    private Client lost; // the target when the port was closed; null: none

    /** @param choose takes the peer, and the same one as it was before */
    ReopenedTarget(Session session, BiConsumer<Client, Client> choose, Consumer<Problem> failed) {
        this.session = session;
        this.choose = choose;
        this.failed = failed;
    }

    /** Notices whether the port has been closed or opened; called a few times a second. */
    void refresh(Target target) {
        Client chosen = target instanceof Target.One one ? one.client() : null;
        if (!session.status().isOpen()) {
            boolean udp = chosen != null && chosen.peer().transport() == Transport.UDP;
            lost = udp ? chosen : null;
        } else if (lost != null) {
            Client before = lost;
            lost = null;
            if (before == chosen && !before.isPresent()) {
                call(before);
            }
        }
    }

    private void call(Client before) {
        try {
            session.udp()
                    .call(
                            ConnectAddress.parseForDatagrams(
                                    Addresses.text(before.peer().remote())),
                            peer -> EventQueue.invokeLater(() -> called(peer, before)),
                            why -> EventQueue.invokeLater(() -> failed.accept(why)));
        } catch (Problem unreadable) {
            failed.accept(unreadable);
        }
    }

    private void called(Peer peer, Client before) {
        Client now = session.clients().find(peer);
        if (now != null) {
            choose.accept(now, before);
        }
    }
}
