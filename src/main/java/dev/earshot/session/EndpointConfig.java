package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.ConnectAddress;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.MulticastOptions;
import dev.earshot.net.Relay;
import dev.earshot.net.RelayOptions;
import dev.earshot.net.TcpClient;
import dev.earshot.net.TcpServer;
import dev.earshot.net.UdpEndpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Which endpoint a session is to open, and with what. */
public sealed interface EndpointConfig {

    /** Any number of clients on one listening address. */
    record Server(ListenAddress address) implements EndpointConfig {
        @Override
        public EndpointKind kind() {
            return TcpServerKind.KIND;
        }

        @Override
        public String text() {
            return address.text();
        }

        @Override
        public Endpoint create(IntSupplier peerIds) {
            return new TcpServer(address, peerIds);
        }

        @Override
        public Problem failed(IOException why) {
            return ListenAddress.listenFailed(address, why);
        }
    }

    /** One connection at a time to one target. */
    record Client(ConnectAddress target, ConnectOptions options) implements EndpointConfig {
        @Override
        public EndpointKind kind() {
            return TcpClientKind.KIND;
        }

        @Override
        public String text() {
            return target.text();
        }

        @Override
        public Endpoint create(IntSupplier peerIds) {
            return new TcpClient(target, options, peerIds);
        }

        @Override
        public Problem failed(IOException why) {
            return ConnectAddress.connectFailed(target, why);
        }

        @Override
        public String opened(Event.Opened opened) {
            return target.text();
        }
    }

    /**
     * Datagrams, from and to whoever there is.
     *
     * @param shared whether other programs may have the port as well, as receivers of one multicast group do
     * @param target is called as soon as the endpoint is open
     */
    record Udp(ListenAddress address, boolean shared, MulticastOptions multicast, Optional<ConnectAddress> target)
            implements EndpointConfig {
        @Override
        public EndpointKind kind() {
            return UdpKind.KIND;
        }

        @Override
        public String text() {
            return address.text();
        }

        @Override
        public Endpoint create(IntSupplier peerIds) {
            return new UdpEndpoint(address, shared, peerIds);
        }

        @Override
        public Problem failed(IOException why) {
            return ListenAddress.listenFailed(address, why);
        }
    }

    /** Clients on a listening address, each of them connected to one target. */
    record Relaying(ListenAddress address, ConnectAddress target, RelayOptions options) implements EndpointConfig {
        @Override
        public EndpointKind kind() {
            return RelayKind.KIND;
        }

        @Override
        public String text() {
            return address.text();
        }

        @Override
        public Endpoint create(IntSupplier peerIds) {
            return new Relay(address, target, options, peerIds);
        }

        @Override
        public Problem failed(IOException why) {
            return ListenAddress.listenFailed(address, why);
        }
    }

    /** Which kind of endpoint it is. */
    EndpointKind kind();

    /** Where it is to be opened, as it was asked for. */
    String text();

    /** Where it is open, as it is shown: of a server, with the port that the system gave. */
    default String opened(Event.Opened opened) {
        return Addresses.text(opened.local());
    }

    /** A new endpoint that is not open yet. */
    Endpoint create(IntSupplier peerIds);

    /** Why it could not be opened, in words. */
    Problem failed(IOException why);
}
