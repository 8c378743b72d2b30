package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Endpoint;
import dev.earshot.net.ListenFailure;
import dev.earshot.net.Relay;
import dev.earshot.net.RelayOptions;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The address, target and options of a relay. */
public record RelayConfig(
        ListenAddress address,
        ConnectAddress target,
        RelayOptions options,
        ConnectionConfig connections,
        ClientLimits limits)
        implements EndpointConfig {

    /** Makes the configuration of a relay without TLS and with the standard limits. */
    public RelayConfig(ListenAddress address, ConnectAddress target, RelayOptions options) {
        this(address, target, options, ConnectionConfig.STANDARD, ClientLimits.STANDARD);
    }

    /**
     * Reads the configuration from the settings.
     *
     * @throws Problem which setting is wrong
     */
    public static RelayConfig of(Settings settings) throws Problem {
        int millis = (int) TimeUnit.SECONDS.toMillis(settings.get(RelayKind.TIMEOUT));
        RelayOptions options = new RelayOptions(
                ConnectOptions.STANDARD.withTimeout(millis),
                new RelayOptions.Path(settings.get(RelayKind.DELAY_OUT), settings.get(RelayKind.CUT_OUT)),
                new RelayOptions.Path(settings.get(RelayKind.DELAY_BACK), settings.get(RelayKind.CUT_BACK)),
                RelayOptions.STANDARD.mostClients());
        ConnectAddress target = ConnectAddress.parse(settings.get(RelayKind.HOST), settings.get(RelayKind.TARGET_PORT));
        return new RelayConfig(
                ListenAddress.parse(settings.get(RelayKind.ADDRESS), settings.get(RelayKind.PORT)),
                target,
                options,
                new ConnectionConfig(
                        new TlsConfig(RelayKind.TLS_IN.config(settings), RelayKind.TLS_OUT.config(settings, target)),
                        RelayKind.OPTIONS.read(settings)),
                RelayKind.LIMITS.read(settings));
    }

    @Override
    public EndpointKind kind() {
        return RelayKind.KIND;
    }

    @Override
    public String text() {
        return address.text();
    }

    @Override
    public Endpoint create(IntSupplier peerIds) throws Problem {
        return new Relay(address, target, options, connections.load(), limits, peerIds);
    }

    @Override
    public Problem openProblem(IOException why) {
        return ListenFailure.problem(address, why);
    }
}
