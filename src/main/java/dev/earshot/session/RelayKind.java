package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.Relay;
import java.util.Optional;

/** TCP clients on a listening address, each connected to one target. */
public final class RelayKind implements EndpointKind {
    public static final EndpointKind KIND = new RelayKind();

    /** Nothing is held back longer on its way. */
    public static final int MOST_MILLIS = 60_000;

    /** Where it listens, as it was typed. */
    public static final SettingKey<String> ADDRESS = SettingKey.text("relay.address", "127.0.0.1");

    public static final SettingKey<String> PORT = SettingKey.text("relay.port", "8081");
    /** Where it connects to. */
    public static final SettingKey<String> HOST = SettingKey.text("relay.host", "127.0.0.1");

    public static final SettingKey<String> TARGET_PORT = SettingKey.text("relay.target.port", "8080");
    /** In seconds. */
    public static final SettingKey<Integer> TIMEOUT =
            SettingKey.number("relay.timeout", 10, 1, TcpClientKind.MOST_SECONDS);
    /** The delay of everything on the way to the target, in milliseconds. */
    public static final SettingKey<Integer> DELAY_OUT = SettingKey.number("relay.delay.out", 0, 0, MOST_MILLIS);
    /** The delay of everything on the way back, in milliseconds. */
    public static final SettingKey<Integer> DELAY_BACK = SettingKey.number("relay.delay.back", 0, 0, MOST_MILLIS);
    /** After so many bytes to the target both conversations are ended; 0 = never. */
    public static final SettingKey<Integer> CUT_OUT = SettingKey.number("relay.cut.out", 0, 0, Integer.MAX_VALUE);
    /** After so many bytes from the target both conversations are ended; 0 = never. */
    public static final SettingKey<Integer> CUT_BACK = SettingKey.number("relay.cut.back", 0, 0, Integer.MAX_VALUE);

    private RelayKind() {}

    @Override
    public String id() {
        return Relay.KIND;
    }

    @Override
    public Optional<SettingKey<String>> portKey() {
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
