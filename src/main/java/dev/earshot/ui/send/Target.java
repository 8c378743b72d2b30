package dev.earshot.ui.send;

import dev.earshot.session.Client;
import java.util.List;

/** The choice of the clients to which the next message goes. */
public sealed interface Target {

    /** Nobody: there is no client, or none has been chosen. */
    record Nobody() implements Target {}

    /** Every client that is there at that moment. */
    record All() implements Target {}

    /** This client and no other, even after it has left. */
    record One(Client client) implements Target {}

    /** These clients and no others, as far as they are there at that moment. */
    record Some(List<Client> clients) implements Target {}

    /** An address that is to be asked for; never what is chosen. */
    record Elsewhere() implements Target {}

    /** @param clients at least one */
    static Target of(List<Client> clients) {
        return clients.size() == 1 ? new One(clients.get(0)) : new Some(List.copyOf(clients));
    }
}
