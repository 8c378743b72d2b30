package dev.earshot.ui;

import dev.earshot.session.Client;
import dev.earshot.session.Clients;
import java.util.List;

/** The clients of a session, listed again only when one has joined or left. Confined to the EDT. */
final class ListedClients {
    private final Clients clients;
    private List<Client> all = List.of();
    private int version = -1;

    ListedClients(Clients clients) {
        this.clients = clients;
    }

    List<Client> all() {
        int present = clients.version();
        if (present != version) {
            version = present; // read first: a client that comes now changes it again
            all = clients.all();
        }
        return all;
    }
}
