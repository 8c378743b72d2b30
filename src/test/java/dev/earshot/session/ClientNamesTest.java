package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.RelayNote;
import dev.earshot.session.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientNamesTest {
    @TempDir
    private Path folder;

    private final Clients clients = new Clients(new EndpointCommands(() -> {}));
    private final ClientNames names = new ClientNames(clients);

    private static InetSocketAddress at(String ip, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(ip), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private Peer joins(int id, InetSocketAddress remote) {
        Peer peer = new Peer(id, at("127.0.0.1", 8080), remote);
        clients.on(new Event.Joined(peer), 0);
        return peer;
    }

    @Test
    void aNameBelongsToTheAddressWhateverThePort() {
        names.give(at("192.168.1.31", 52344), "  Boiler ");
        assertThat(names.label(at("192.168.1.31", 1))).isEqualTo("Boiler");
        assertThat(names.label(at("192.168.1.32", 52344))).isEqualTo("192.168.1.32:52344");
        assertThat(names.of(at("192.168.1.32", 52344))).isEmpty();
    }

    @Test
    void clientsAtOneAddressAreDistinguishedByTheirPorts() {
        Peer first = joins(1, at("10.0.0.8", 1001));
        names.give(first.remote(), "Gate");
        assertThat(names.label(first.remote())).isEqualTo("Gate");
        int before = names.version();
        Peer second = joins(2, at("10.0.0.8", 1002));
        assertThat(names.version()).isNotEqualTo(before);
        assertThat(names.label(first.remote())).isEqualTo("Gate :1001");
        assertThat(names.label(second.remote())).isEqualTo("Gate :1002");
    }

    @Test
    void clientsOneAfterTheOtherNeedNoPort() {
        Peer first = joins(1, at("10.0.0.8", 1001));
        names.give(first.remote(), "Gate");
        clients.on(new Event.Left(first, Event.Reason.CLOSED_BY_PEER, 0, ""), 0);
        Peer second = joins(2, at("10.0.0.8", 1002));
        assertThat(names.label(second.remote())).isEqualTo("Gate");
    }

    @Test
    void namesAreSavedAndAnEmptyOneRemovesThem() {
        Path file = folder.resolve("settings.properties");
        Settings settings = new Settings(file);
        names.useBook(new ClientNameBook(settings));
        names.give(at("fe80::1", 5), "水泵");
        names.give(at("10.0.0.8", 5), "Gate");
        names.give(at("10.0.0.8", 6), " ");
        settings.save();
        ClientNames next = new ClientNames(clients);
        next.useBook(new ClientNameBook(new Settings(file)));
        assertThat(next.of(at("fe80::1", 77))).isEqualTo("水泵");
        assertThat(next.of(at("10.0.0.8", 5))).isEmpty();
        assertThat(new Settings(file).all("client.name.")).hasSize(1);
    }

    @Test
    void aNameIsOneShortLineWithoutInvisibleCharacters() {
        InetSocketAddress remote = at("10.0.0.8", 5);
        names.give(remote, "a\r\nb\u0007\u202Ec");
        assertThat(names.of(remote)).isEqualTo("a b\u0007\u202Ec");
        assertThat(names.label(remote)).isEqualTo("a b\\x07\\u202Ec");
        names.give(remote, "\uD83D\uDE00".repeat(ClientNames.MOST + 1));
        assertThat(names.of(remote)).isEqualTo("\uD83D\uDE00".repeat(ClientNames.MOST));
    }

    @Test
    void oneClientCanHaveANameOfItsOwnForThisSession() {
        Settings settings = new Settings(folder.resolve("settings.properties"));
        names.useBook(new ClientNameBook(settings));
        Peer first = joins(1, at("127.0.0.1", 1001));
        Peer second = joins(2, at("127.0.0.1", 1002));
        int before = names.version();
        names.giveOne(first.remote(), "Boiler");
        assertThat(names.version()).isNotEqualTo(before);
        assertThat(names.label(first.remote())).isEqualTo("Boiler");
        assertThat(names.label(second.remote())).isEqualTo("127.0.0.1:1002");
        assertThat(settings.all("client.name.")).isEmpty();

        names.give(second.remote(), "Here");
        assertThat(names.label(first.remote())).isEqualTo("Boiler");
        assertThat(names.label(second.remote())).isEqualTo("Here :1002");
        names.giveOne(first.remote(), "");
        assertThat(names.label(first.remote())).isEqualTo("Here :1001");
    }

    @Test
    void onlyTheLatestConnectionsOfARelayAreRemembered() {
        int version = names.version();
        int servers = 0;
        for (int id = 1; id <= 2 * Clients.MOST_RELAYED + 20; id += 2) {
            Peer client = joins(id, at("10.0.0.8", 1000 + id % 60_000));
            Peer server = joins(id + 1, at("10.0.0.1", 80));
            clients.on(RelayNote.RELAYED.about(server, client.remote()), 0);
            servers += names.relayedFor(server.id()).equals(client.remote()) ? 1 : 0;
            clients.on(new Event.Left(client, Event.Reason.CLOSED_BY_PEER, 0, ""), 0);
            clients.on(new Event.Left(server, Event.Reason.CLOSED_BY_PEER, 0, ""), 0);
        }
        assertThat(servers).isEqualTo(Clients.MOST_RELAYED + 10);
        assertThat(names.relayedFor(20)).isNull();
        assertThat(names.relayedFor(22)).isEqualTo(at("10.0.0.8", 1021));
        assertThat(names.version() - version).isGreaterThanOrEqualTo(servers);
    }
}
