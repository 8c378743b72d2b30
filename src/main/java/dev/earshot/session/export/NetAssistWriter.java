package dev.earshot.session.export;

import dev.earshot.codec.Hex;
import dev.earshot.journal.Row;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.net.Event;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.view.DecodedRow;
import dev.earshot.session.view.HexView;
import dev.earshot.session.view.MessageView;
import java.io.IOException;
import java.io.Writer;
import java.net.SocketAddress;

/**
 * Writes rows as NetAssist's log does, which people parse: a line with the time and the client, a line with the
 * message, and an empty line. The message is one line, so that no text of a client can look like a line of another
 * message. Confined to one thread.
 */
final class NetAssistWriter implements RowWriter {
    private final Writer out;
    private final ExportOptions options;

    NetAssistWriter(Writer out, ExportOptions options) {
        this.out = out;
        this.options = options;
    }

    @Override
    public void write(Row row) throws IOException {
        out.write("[" + ExportTime.local(row) + "]# ");
        if (row.kind() == Row.Kind.EVENT) {
            out.write(event(row));
        } else {
            message(row);
        }
        out.write("\n\n");
    }

    private void message(Row row) throws IOException {
        DecodedRow message = options.decode(row);
        MessageView view = options.views().choose(message);
        boolean hex = view instanceof HexView;
        SocketAddress client = row.remote();
        out.write(row.kind() == Row.Kind.RECEIVED ? "RECV " : "SEND ");
        out.write(hex ? "HEX " : "ASCII ");
        out.write(row.kind() == Row.Kind.RECEIVED ? "FROM " : "TO ");
        out.write(Addresses.host(client) + " :" + Addresses.port(client) + ">\n");
        out.write(hex ? Hex.print(row.bytes(), 0, row.bytes().length) : view.line(message, options.words()));
    }

    private String event(Row row) {
        if (row.event() instanceof Event.Joined) {
            return "Client " + Addresses.text(row.remote()) + " gets online.";
        } else if (row.event() instanceof Event.Left) {
            return "Client " + Addresses.text(row.remote()) + " gets offline.";
        }
        return options.show(row).text();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
