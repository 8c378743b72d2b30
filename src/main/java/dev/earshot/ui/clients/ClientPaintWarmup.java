package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainList;
import java.awt.Graphics;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultListModel;

/**
 * Paints a client that does not exist where nobody sees it, so that the first one is painted fast. Confined to the EDT.
 */
public final class ClientPaintWarmup {
    private static final int WIDTH = 230;

    private final ClientCell cell;
    private final PlainList<Optional<Client>> list = new PlainList<>(new DefaultListModel<>());
    private final Client client;

    /** Makes a warm-up for a session and a language; the session does not learn of the client. */
    public ClientPaintWarmup(Session session, Words words) {
        cell = new ClientCell(session, words);
        InetSocketAddress nowhere = new InetSocketAddress("127.0.0.1", 1);
        client = Client.unconnected(new Peer(0, nowhere, nowhere));
    }

    /** Paints the client and the row of all clients once. */
    public void paint(Graphics graphics) {
        for (Optional<Client> row : List.of(Optional.<Client>empty(), Optional.of(client))) {
            cell.getListCellRendererComponent(list, row, 0, false, false);
            cell.setSize(UIScale.scale(WIDTH), UIScale.scale(ClientCell.HEIGHT));
            cell.paint(graphics);
        }
    }
}
