package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Endpoint;
import dev.earshot.net.ListenFailure;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.net.udp.UdpEndpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The address and options of a UDP endpoint.
 *
 * @param shared whether other programs may use the port as well, as receivers of one multicast group do
 * @param target the address to which messages can be sent as soon as the endpoint is open
 */
public record UdpConfig(
        ListenAddress address, boolean shared, MulticastOptions multicast, Optional<ConnectAddress> target)
        implements EndpointConfig {

    /**
     * Reads the configuration from the settings.
     *
     * @throws Problem which setting is wrong
     */
    public static UdpConfig of(Settings settings) throws Problem {
        ListenAddress address = ListenAddress.parse(settings.get(UdpKind.ADDRESS), settings.get(UdpKind.PORT));
        String target = settings.get(UdpKind.TARGET);
        return new UdpConfig(
                address,
                settings.get(UdpKind.SHARED),
                UdpKind.multicast(settings),
                target.isBlank() ? Optional.empty() : Optional.of(ConnectAddress.parseForDatagrams(target)));
    }

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
    public Problem openProblem(IOException why) {
        return ListenFailure.problem(address, why);
    }
}
