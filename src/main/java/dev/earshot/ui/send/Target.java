package dev.earshot.ui.send;

import dev.earshot.session.Client;
import java.util.List;

/**
 * The choice of the clients to which the next message goes. A box of Swing asks each choice for its name and compares
 * them, so {@link #toString} and {@link #equals} of the usual ones are written out: those that a record brings are made
 * when they are first called, which takes some milliseconds, just when the first clients come.
 */
public sealed interface Target {

    /** No client: there is none, or none has been chosen. */
    record Nobody() implements Target {
        @Override
        public boolean equals(Object other) {
            return other instanceof Nobody;
        }

        @Override
        public int hashCode() {
            return Nobody.class.hashCode();
        }

        @Override
        public String toString() {
            return "Nobody";
        }
    }

    /** All clients that are connected at that moment. */
    record All() implements Target {
        @Override
        public boolean equals(Object other) {
            return other instanceof All;
        }

        @Override
        public int hashCode() {
            return All.class.hashCode();
        }

        @Override
        public String toString() {
            return "All";
        }
    }

    /** A client and no other, even after it has left. */
    record One(Client client) implements Target {
        @Override
        public boolean equals(Object other) {
            return other instanceof One one && client.equals(one.client);
        }

        @Override
        public int hashCode() {
            return client.hashCode();
        }

        @Override
        public String toString() {
            return client.toString();
        }
    }

    /** Several clients and no others, if they are connected at that moment. */
    record Some(List<Client> clients) implements Target {}

    /** The entry that asks for an address; it is never the choice itself. */
    record Elsewhere() implements Target {}

    /** @param clients at least one */
    static Target of(List<Client> clients) {
        return clients.size() == 1 ? new One(clients.get(0)) : new Some(List.copyOf(clients));
    }
}
