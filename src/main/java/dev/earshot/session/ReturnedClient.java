package dev.earshot.session;

import dev.earshot.net.address.Addresses;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the new connection of a client that has come back. A name that the person has given decides, then the address,
 * and at last that nobody else is there; if none of them is certain, nothing is found.
 */
final class ReturnedClient {
    private final Client ended;
    private final List<Client> present;
    private final ClientNames names;

    /** @param ended a client that has left or finished sending */
    ReturnedClient(Client ended, List<Client> present, ClientNames names) {
        this.ended = ended;
        this.present = present;
        this.names = names;
    }

    /** Returns the client, or nothing where two could be meant. */
    Optional<Client> find() {
        String name = names.of(ended.peer().remote());
        if (!name.isEmpty()) {
            Optional<Client> named =
                    onlyOne(client -> names.of(client.peer().remote()).equals(name));
            if (named.isPresent()) {
                return named;
            }
        }
        String address = Addresses.host(ended.peer().remote());
        Optional<Client> there =
                onlyOne(client -> Addresses.host(client.peer().remote()).equals(address));
        return there.isPresent() ? there : onlyOne(client -> true);
    }

    /** Returns the one present client of this kind, if it has come since the other left; nothing if there are more. */
    private Optional<Client> onlyOne(Predicate<Client> kind) {
        List<Client> found = present.stream()
                .filter(client -> !client.hasFinishedSending())
                .filter(kind)
                .limit(2)
                .toList();
        return found.size() == 1 && hasComeSince(found.get(0)) ? Optional.of(found.get(0)) : Optional.empty();
    }

    private boolean hasComeSince(Client other) {
        return ended.endedBefore(other)
                && other.peer().transport() == ended.peer().transport();
    }
}
