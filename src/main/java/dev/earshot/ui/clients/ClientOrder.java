package dev.earshot.ui.clients;

import dev.earshot.session.Client;
import dev.earshot.session.ClientNames;
import dev.earshot.session.Session;
import dev.earshot.session.Settings.Order;
import dev.earshot.session.Traffic;
import java.net.InetSocketAddress;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Puts clients in order. Those that have left always stand at the end, the latest first. */
final class ClientOrder {
    /** Loaded when names are first compared: nobody should wait for its rules at the start. */
    private static final class Alphabet {
        static final Collator COLLATOR = Collator.getInstance();
    }

    /** Those with names first; addresses by their numbers and not by their digits. */
    private static final Comparator<Name> NAMES = Comparator.comparing(
                    Name::given, Comparator.nullsLast(Comparator.<CollationKey>naturalOrder()))
            .thenComparing(name -> name.address.length)
            .thenComparing(Name::address, Arrays::compareUnsigned)
            .thenComparing(Name::port);

    private ClientOrder() {}

    private record Name(CollationKey given, byte[] address, int port) {}

    /** A client and what it is sorted by, which must not change meanwhile. */
    private record Keyed<K>(Client client, K key) {}

    /** Whether clients keep their places while nobody comes or goes. */
    static boolean stable(Order order) {
        return order == Order.JOINED || order == Order.NAME;
    }

    /** @param clients in the order of {@code session.clients().all()} */
    static List<Client> sorted(Order order, List<Client> clients, Session session) {
        Traffic traffic = session.traffic();
        return switch (order) {
            case JOINED -> clients;
            case NAME -> by(clients, client -> name(client, session.clients().names()), NAMES);
            case HEARD -> by(clients, client -> -client.lastHeardAt());
            case RATE -> by(clients, client -> -rate(traffic.rate(client)));
            case BYTES -> by(clients, client -> -traffic.bytes(client));
            case STATE -> by(clients, ClientOrder::state);
        };
    }

    private static double rate(Traffic.Rate rate) {
        return rate.bytesIn() + rate.bytesOut();
    }

    private static int state(Client client) {
        return client.stalledBytes() > 0 ? 0 : client.hasFinishedSending() ? 1 : 2;
    }

    private static Name name(Client client, ClientNames names) {
        InetSocketAddress remote = client.peer().remote();
        String name = names.of(remote);
        return new Name(
                name.isEmpty() ? null : Alphabet.COLLATOR.getCollationKey(name),
                remote.getAddress().getAddress(),
                remote.getPort());
    }

    private static List<Client> by(List<Client> clients, ToDoubleFunction<Client> key) {
        return by(clients, key::applyAsDouble, Comparator.<Double>naturalOrder());
    }

    private static <K> List<Client> by(List<Client> clients, Function<Client, K> key, Comparator<K> order) {
        List<Keyed<K>> present = new ArrayList<>(clients.size());
        List<Client> gone = new ArrayList<>();
        for (Client client : clients) {
            if (client.isPresent()) {
                present.add(new Keyed<>(client, key.apply(client)));
            } else {
                gone.add(client);
            }
        }
        present.sort(Comparator.comparing(Keyed::key, order));
        List<Client> sorted = new ArrayList<>(clients.size());
        present.forEach(keyed -> sorted.add(keyed.client));
        sorted.addAll(gone);
        return sorted;
    }
}
