package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.TimedFraming;
import dev.earshot.fields.edit.LayoutDocument;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Session;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.MarkedPart;
import java.io.IOException;
import java.net.SocketAddress;

/**
 * A message whose fields a person describes, and the layouts that the user has.
 *
 * @param framing that has cut it, as a layout names it
 * @param port of the server; 0 if it is not known
 * @param text the message as text, without its line ending
 * @param document the user's layouts
 */
record DescribedMessage(Peer peer, MarkedPart part, String framing, int port, String text, LayoutDocument document) {
    private static final int MOST_BYTES = 1 << 20;

    /**
     * Reads a message. Blocks; never on the EDT.
     *
     * @throws IOException if the message cannot be read
     * @throws Problem if the user's file is wrong
     */
    static DescribedMessage read(Session session, long number, int from, int to) throws IOException, Problem {
        session.log().layouts().await();
        try (RowReader reader = session.log().reader()) {
            Row row = reader.read(number, MOST_BYTES);
            DecodedRow message = new DecodedRow(row, session.log().lens());
            Framing framing = TimedFraming.untimed(session.log().framing().current());
            return new DescribedMessage(
                    row.peer(),
                    MarkedPart.of(message, from, to),
                    framing.toString(),
                    port(row.peer()),
                    message.text(),
                    session.log().layouts().read());
        }
    }

    private static int port(Peer peer) {
        SocketAddress server =
                peer == null ? null : peer.transport() == Transport.TCP_OUT ? peer.remote() : peer.local();
        return server == null ? 0 : Addresses.port(server);
    }
}
