package dev.earshot.session;

import dev.earshot.net.Peer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Creates thousands of clients without sockets. */
public final class Crowd {
    private Crowd() {}

    /** Creates present clients, each of which has sent as many bytes as its number. */
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
            receive(client, id);
            return client;
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /** Counts bytes as received from a client, a millisecond after the latest ones. */
    public static void receive(Client client, int bytes) {
        client.addReceived(bytes, client.lastHeardAt() + 1);
    }
}
