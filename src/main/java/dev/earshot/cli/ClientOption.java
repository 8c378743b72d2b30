package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Session;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The command line option that chooses the rows of some clients. */
final class ClientOption {
    @Option(
            names = "--client",
            paramLabel = "ADDRESS[:PORT]",
            split = ",",
            description = "Only rows of this client, or of all clients with this address. Can be repeated.")
    private List<String> clients = List.of();

    /** Whether the row is of a wanted client. */
    boolean accepts(Row row) {
        return clients.isEmpty() || clients.stream().anyMatch(client -> isOf(row, client));
    }

    private static boolean isOf(Row row, String client) {
        SocketAddress remote = row.remote();
        return remote != null
                && (client.equalsIgnoreCase(Addresses.text(remote)) || client.equalsIgnoreCase(Addresses.host(remote)));
    }

    /**
     * Refuses a client of which the session has no row at all; there may be none that the other options leave. Reads
     * rows until each wanted client was seen.
     *
     * @param file as the user calls it
     */
    void check(Session session, String file) throws CommandFailure, IOException {
        Set<String> unseen = new LinkedHashSet<>(clients);
        try (RowReader rows = session.log().reader()) {
            for (long number = rows.oldestRow(); number < rows.count() && !unseen.isEmpty(); number++) {
                Row row = rows.read(number, 0);
                unseen.removeIf(client -> isOf(row, client));
            }
        }
        if (!unseen.isEmpty()) {
            String first = VisibleText.brief(unseen.iterator().next());
            throw new CommandFailure("'" + file + "' has no client '" + first + "'"
                    + new ConversationChoice(session, file).examples() + ".");
        }
    }
}
