package dev.earshot.ui.clients;

import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.ClientNames;
import dev.earshot.session.Session;
import dev.earshot.session.Traffic;
import dev.earshot.session.settings.Settings.Order;
import java.net.SocketAddress;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Sorts the clients of the list by the chosen order. Those that have left always stand at the end, the latest first.
 */
final class ClientOrder {
    /** Holds the rules of alphabetic order, which take long to load: only when names are first compared. */
    private static final class Alphabet {
        static final Collator COLLATOR = Collator.getInstance();
    }

    /** Sorts named clients first, and addresses by their bytes instead of their digits. */
    private static final Comparator<Name> NAMES = Comparator.comparing(
                    Name::given, Comparator.nullsLast(Comparator.<CollationKey>naturalOrder()))
            .thenComparing(Name::address, Arrays::compareUnsigned);

    private ClientOrder() {}

    private record Name(CollationKey given, byte[] address) {}

    /** A client and its sort key, which must not change during the sort. */
    private record SortEntry<K>(Client client, K key) {}

    /** Whether clients keep their places while none connects or leaves. */
    static boolean isStable(Order order) {
        return order == Order.JOINED || order == Order.NAME;
    }

    /**
     * Returns the clients in this order.
     *
     * @param clients in the order of {@code session.clients().all()}
     */
    static List<Client> sorted(Order order, List<Client> clients, Session session) {
        Traffic traffic = session.traffic();
        return switch (order) {
            case JOINED -> clients;
            case NAME ->
                sortBy(clients, client -> name(client, session.clients().names()), NAMES);
            case HEARD -> sortBy(clients, client -> -client.lastHeardAt());
            case RATE -> sortBy(clients, client -> -rate(traffic.rate(client)));
            case BYTES -> sortBy(clients, client -> -traffic.bytes(client));
            case STATE -> sortBy(clients, ClientOrder::state);
        };
    }

    private static double rate(Traffic.Rate rate) {
        return rate.bytesIn() + rate.bytesOut();
    }

    private static int state(Client client) {
        return client.stalledBytes() > 0 ? 0 : client.hasFinishedSending() ? 1 : 2;
    }

    private static Name name(Client client, ClientNames names) {
        SocketAddress remote = client.peer().remote();
        String name = names.of(remote);
        return new Name(name.isEmpty() ? null : Alphabet.COLLATOR.getCollationKey(name), Addresses.sortKey(remote));
    }

    private static List<Client> sortBy(List<Client> clients, ToDoubleFunction<Client> key) {
        return sortBy(clients, key::applyAsDouble, Comparator.<Double>naturalOrder());
    }

    private static <K> List<Client> sortBy(List<Client> clients, Function<Client, K> key, Comparator<K> order) {
        List<SortEntry<K>> present = new ArrayList<>(clients.size());
        List<Client> gone = new ArrayList<>();
        for (Client client : clients) {
            if (client.isPresent()) {
                present.add(new SortEntry<>(client, key.apply(client)));
            } else {
                gone.add(client);
            }
        }
        present.sort(Comparator.comparing(SortEntry::key, order));
        List<Client> sorted = new ArrayList<>(clients.size());
        present.forEach(entry -> sorted.add(entry.client));
        sorted.addAll(gone);
        return sorted;
    }
}
