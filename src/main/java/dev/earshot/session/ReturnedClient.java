package dev.earshot.session;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the connection with which a client that has left has come back: one that was made after it left, and by which it is
 * known for sure. A name that the person has given decides, then the address, and at last that nobody else is there.
 */
final class ReturnedClient {
    private final Client left;
    private final List<Client> present;
    private final ClientNames names;

    /** @param left a client that has left */
    ReturnedClient(Client left, List<Client> present, ClientNames names) {
        this.left = left;
        this.present = present;
        this.names = names;
    }

    /** Returns the client, or nothing where two could be meant. */
    Optional<Client> find() {
        String name = names.of(left.peer().remote());
        if (!name.isEmpty()) {
            Optional<Client> named =
                    onlyOne(client -> names.of(client.peer().remote()).equals(name));
            if (named.isPresent()) {
                return named;
            }
        }
        InetAddress address = left.peer().remote().getAddress();
        Optional<Client> there =
                onlyOne(client -> client.peer().remote().getAddress().equals(address));
        return there.isPresent() ? there : onlyOne(client -> true);
    }

    /** Returns the one present client of this kind, if it has come since the other left; nothing if there are more. */
    private Optional<Client> onlyOne(Predicate<Client> kind) {
        List<Client> found = present.stream().filter(kind).limit(2).toList();
        return found.size() == 1 && hasComeSince(found.get(0)) ? Optional.of(found.get(0)) : Optional.empty();
    }

    private boolean hasComeSince(Client other) {
        return left.leftBefore(other) && other.peer().transport() == left.peer().transport();
    }
}
