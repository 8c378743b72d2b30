package dev.earshot.ui.clients;

import dev.earshot.session.Client;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/** The rows of the client list: "all of them", which is empty, and then the clients. */
final class ClientRows extends AbstractList<Optional<Client>> {
    private final List<Client> clients;

    ClientRows(List<Client> clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Client> get(int index) {
        return index == 0 ? Optional.empty() : Optional.of(clients.get(index - 1));
    }

    @Override
    public int size() {
        return clients.size() + 1;
    }
}
