package dev.earshot.session;

import dev.earshot.net.MulticastOptions;
import dev.earshot.session.Settings.Key;
import java.util.function.Function;

/** What a tab remembers of its endpoints beside the address and port of a server: each kind for itself. */
public final class EndpointSettings {
    /** Nobody waits longer for a connection. */
    public static final int MOST_SECONDS = 3600;

    /** Nothing is held back longer on its way. */
    public static final int MOST_MILLIS = 60_000;

    /** Where a client connects to, as it was typed. */
    public static final Key<String> CLIENT_HOST = text("client.host", "127.0.0.1");

    public static final Key<String> CLIENT_PORT = text("client.port", "8080");
    /** From where it does; empty = from any address and port. */
    public static final Key<String> CLIENT_LOCAL_ADDRESS = text("client.local.address", "");

    public static final Key<String> CLIENT_LOCAL_PORT = text("client.local.port", "");
    /** In seconds. */
    public static final Key<Integer> CLIENT_TIMEOUT = number("client.timeout", 10, 1, MOST_SECONDS);

    public static final Key<Boolean> CLIENT_KEEP_ALIVE = new Key<>("client.keep.alive", false, Boolean::valueOf);
    public static final Key<Boolean> CLIENT_RECONNECT = new Key<>("client.reconnect", false, Boolean::valueOf);

    /** Where a relay listens, as it was typed. */
    public static final Key<String> RELAY_ADDRESS = text("relay.address", "127.0.0.1");

    public static final Key<String> RELAY_PORT = text("relay.port", "8081");
    /** Where it connects to. */
    public static final Key<String> RELAY_HOST = text("relay.host", "127.0.0.1");

    public static final Key<String> RELAY_TARGET_PORT = text("relay.target.port", "8080");
    /** In seconds. */
    public static final Key<Integer> RELAY_TIMEOUT = number("relay.timeout", 10, 1, MOST_SECONDS);
    /** How long everything takes longer on the way to the target, in milliseconds. */
    public static final Key<Integer> RELAY_DELAY_OUT = number("relay.delay.out", 0, 0, MOST_MILLIS);
    /** The same on the way back. */
    public static final Key<Integer> RELAY_DELAY_BACK = number("relay.delay.back", 0, 0, MOST_MILLIS);
    /** After so many bytes to the target both conversations are ended; 0 = never. */
    public static final Key<Integer> RELAY_CUT_OUT = number("relay.cut.out", 0, 0, Integer.MAX_VALUE);
    /** The same on the way back. */
    public static final Key<Integer> RELAY_CUT_BACK = number("relay.cut.back", 0, 0, Integer.MAX_VALUE);

    /** Where UDP receives, as it was typed. */
    public static final Key<String> UDP_ADDRESS = text("udp.address", "127.0.0.1");

    public static final Key<String> UDP_PORT = text("udp.port", "9000");
    /** Whom it calls when it is open, as host and port; empty = nobody. */
    public static final Key<String> UDP_TARGET = text("udp.target", "");
    /** Whom a person has called last. */
    public static final Key<String> UDP_CALLED = text("udp.called", "");
    /** Multicast groups with commas or blanks between them. */
    public static final Key<String> UDP_GROUPS = text("udp.groups", "");
    /** For multicast; empty = the system's choice. */
    public static final Key<String> UDP_INTERFACE = text("udp.interface", "");
    /** How many networks a datagram to a group may cross. */
    public static final Key<Integer> UDP_HOPS = number("udp.hops", 1, 0, MulticastOptions.MOST_HOPS);

    public static final Key<Boolean> UDP_LOOPBACK = new Key<>("udp.loopback", true, Boolean::valueOf);
    public static final Key<Boolean> UDP_SHARED = new Key<>("udp.shared", false, Boolean::valueOf);

    private EndpointSettings() {}

    private static Key<String> text(String name, String fallback) {
        return new Key<>(name, fallback, Function.identity());
    }

    private static Key<Integer> number(String name, int fallback, int least, int most) {
        return new Key<>(name, fallback, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }
}
