package dev.earshot.ui.send;

import dev.earshot.session.Client;
import java.util.List;

/** The choice of the clients to which the next message goes. */
public sealed interface Target {

    /** No client: there is none, or none has been chosen. */
    record Nobody() implements Target {}

    /** All clients that are connected at that moment. */
    record All() implements Target {}

    /** A client and no other, even after it has left. */
    record One(Client client) implements Target {}

    /** Several clients and no others, if they are connected at that moment. */
    record Some(List<Client> clients) implements Target {}

    /** The entry that asks for an address; it is never the choice itself. */
    record Elsewhere() implements Target {}

    /** @param clients at least one */
    static Target of(List<Client> clients) {
        return clients.size() == 1 ? new One(clients.get(0)) : new Some(List.copyOf(clients));
    }
}
