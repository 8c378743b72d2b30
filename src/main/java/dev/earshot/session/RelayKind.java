package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.Relay;
import dev.earshot.session.Settings.Key;
import java.util.Optional;

/** TCP clients on a listening address, each connected to one target. */
public final class RelayKind implements EndpointKind {
    public static final EndpointKind KIND = new RelayKind();

    /** Nothing is held back longer on its way. */
    public static final int MOST_MILLIS = 60_000;

    /** Where it listens, as it was typed. */
    public static final Key<String> ADDRESS = Key.text("relay.address", "127.0.0.1");

    public static final Key<String> PORT = Key.text("relay.port", "8081");
    /** Where it connects to. */
    public static final Key<String> HOST = Key.text("relay.host", "127.0.0.1");

    public static final Key<String> TARGET_PORT = Key.text("relay.target.port", "8080");
    /** In seconds. */
    public static final Key<Integer> TIMEOUT = Key.number("relay.timeout", 10, 1, TcpClientKind.MOST_SECONDS);
    /** The delay of everything on the way to the target, in milliseconds. */
    public static final Key<Integer> DELAY_OUT = Key.number("relay.delay.out", 0, 0, MOST_MILLIS);
    /** The delay of everything on the way back, in milliseconds. */
    public static final Key<Integer> DELAY_BACK = Key.number("relay.delay.back", 0, 0, MOST_MILLIS);
    /** After so many bytes to the target both conversations are ended; 0 = never. */
    public static final Key<Integer> CUT_OUT = Key.number("relay.cut.out", 0, 0, Integer.MAX_VALUE);
    /** After so many bytes from the target both conversations are ended; 0 = never. */
    public static final Key<Integer> CUT_BACK = Key.number("relay.cut.back", 0, 0, Integer.MAX_VALUE);

    private RelayKind() {}

    @Override
    public String id() {
        return Relay.KIND;
    }

    @Override
    public Optional<Key<String>> portKey() {
        return Optional.of(PORT);
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "relaying " + Addresses.text(opened.local()) + " to " + opened.target();
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.of(RelayConfig.of(settings));
    }
}
