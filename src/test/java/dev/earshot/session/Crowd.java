package dev.earshot.session;

import dev.earshot.net.Peer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Clients by the thousand, without their sockets. */
public final class Crowd {
    private Crowd() {}

    /** Clients that are there, each of which has sent as many bytes as its number. */
    public static List<Client> of(int count) {
        List<Client> clients = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            clients.add(client(id));
        }
        return clients;
    }

    private static Client client(int id) {
        byte[] ip = {10, 0, (byte) (id >> 8), (byte) id};
        try {
            InetSocketAddress remote = new InetSocketAddress(InetAddress.getByAddress(ip), 5000);
            Client client = new Client(new Peer(id, new InetSocketAddress("127.0.0.1", 8080), remote), 0);
            hears(client, id);
            return client;
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    public static void hears(Client client, int bytes) {
        client.addReceived(bytes, client.lastHeardAt() + 1);
    }
}
