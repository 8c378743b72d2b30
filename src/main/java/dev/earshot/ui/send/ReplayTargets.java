package dev.earshot.ui.send;

import dev.earshot.net.Peer;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.Session;
import java.util.List;

/** Offers the receivers of a replay, which may be clients of any tab, and begins it. Confined to the EDT. */
public interface ReplayTargets {

    /** A client that is connected now. */
    interface Receiver {
        /** Returns its name and that of its tab. */
        String label();

        /** Whether this is that peer of that session. */
        boolean is(Session session, Peer peer);

        /** Begins to send it these messages, and shows its tab. */
        void start(KeptMessages messages, ReplaySpeed speed);
    }

    /** Returns the clients of all tabs that are connected now. */
    List<Receiver> connected();

    /** Opens a tab that connects to a server, and begins as soon as it is connected. */
    void connect(ConnectAddress server, KeptMessages messages, ReplaySpeed speed);
}
