package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturnedClientTest {
    private final Clients clients = new Clients(new EndpointCommands(() -> {}));
    private int latest;

    private static InetSocketAddress at(String ip, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(ip), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private Client joins(String ip, int port) {
        Peer peer = new Peer(++latest, at("127.0.0.1", 8080), at(ip, port));
        clients.on(new Event.Joined(peer), 0);
        return clients.find(peer);
    }

    private void leaves(Client client) {
        clients.on(new Event.Left(client.peer(), Event.Reason.CLOSED_BY_PEER, 0, ""), 0);
    }

    @Test
    void theOnlyNewConnectionOfItsAddressIsIt() {
        Client pump = joins("10.0.0.8", 1001);
        joins("10.0.0.9", 1002);
        leaves(pump);
        joins("10.0.0.7", 1003);
        assertThat(clients.returned(pump, 0)).isEmpty();
        Client again = joins("10.0.0.8", 1004);
        assertThat(clients.returned(pump, 0)).contains(again);
        joins("10.0.0.8", 1005);
        assertThat(clients.returned(pump, 0)).as("either could be meant").isEmpty();
    }

    @Test
    void whoWasThereAllTheTimeIsSomebodyElse() {
        Client pump = joins("10.0.0.8", 1001);
        Client other = joins("10.0.0.8", 1002);
        leaves(pump);
        assertThat(clients.returned(pump, 0)).isEmpty();
        joins("10.0.0.8", 1003);
        assertThat(clients.returned(pump, 0)).as("two at its address").isEmpty();
        leaves(other);
        assertThat(clients.returned(pump, 0)).isPresent();
    }

    @Test
    void theOnlyClientIsItWhateverItsAddress() {
        Client pump = joins("10.0.0.8", 1001);
        leaves(pump);
        Client elsewhere = joins("10.0.0.77", 1002);
        assertThat(clients.returned(pump, 0)).contains(elsewhere);
        joins("10.0.0.78", 1003);
        assertThat(clients.returned(pump, 0)).isEmpty();
    }

    @Test
    void aGivenNameComesBeforeTheAddress() {
        clients.names().give(at("10.0.0.8", 0), "Pump");
        clients.names().give(at("fe80::8", 0), "Pump");
        Client pump = joins("10.0.0.8", 1001);
        leaves(pump);
        joins("10.0.0.9", 1002);
        Client again = joins("fe80::8", 1003);
        assertThat(clients.returned(pump, 0)).isEqualTo(Optional.of(again));
    }

    @Test
    void aClientThatHasFinishedSendingHasComeBackUnlessItWasChosenSince() {
        Client pump = joins("10.0.0.8", 1001);
        clients.on(new Event.FinishedSending(pump.peer()), 0);
        assertThat(clients.returned(pump, 0)).isEmpty();
        Client again = joins("10.0.0.8", 1002);
        assertThat(clients.returned(pump, 0)).contains(again);
        leaves(pump);
        assertThat(clients.returned(pump, 0)).contains(again);
        assertThat(clients.returned(pump, clients.latestPeer()))
                .as("the person saw both and chose this one")
                .isEmpty();
    }
}
