package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.udp.MulticastGroup;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.net.udp.UdpEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The UDP endpoint: datagrams from and to any address. */
public final class UdpKind implements EndpointKind {
    /** The only instance. */
    public static final EndpointKind KIND = new UdpKind();

    /** The address to receive on, as typed. */
    public static final SettingKey<String> ADDRESS = SettingKey.text("udp.address", "127.0.0.1");

    /** The port to receive on, as typed. */
    public static final SettingKey<String> PORT = SettingKey.text("udp.port", "9000");
    /** The host and port of the peer that is there as soon as the endpoint is open; empty = none. */
    public static final SettingKey<String> TARGET = SettingKey.text("udp.target", "");
    /** The address that the user has called last. */
    public static final SettingKey<String> CALLED = SettingKey.text("udp.called", "");
    /** The multicast groups to join, separated by commas or blanks. */
    public static final SettingKey<String> GROUPS = SettingKey.text("udp.groups", "");
    /** The network interface for multicast; empty = chosen by the system. */
    public static final SettingKey<String> INTERFACE = SettingKey.text("udp.interface", "");
    /** The number of networks that a multicast datagram may cross. */
    public static final SettingKey<Integer> HOPS = SettingKey.number("udp.hops", 1, 0, MulticastOptions.MOST_HOPS);

    /** Whether programs on this computer receive our multicast datagrams. */
    public static final SettingKey<Boolean> LOOPBACK = SettingKey.flag("udp.loopback", true);
    /** Whether other programs may use the port as well. */
    public static final SettingKey<Boolean> SHARED = SettingKey.flag("udp.shared", false);

    private UdpKind() {}

    @Override
    public String id() {
        return UdpEndpoint.KIND;
    }

    @Override
    public Optional<SettingKey<String>> portKey() {
        return Optional.of(PORT);
    }

    @Override
    public boolean usesDatagrams() {
        return true;
    }

    @Override
    public boolean canCallAddresses() {
        return true;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(ADDRESS, PORT, TARGET, GROUPS, INTERFACE, HOPS, LOOPBACK, SHARED);
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "receiving " + Addresses.text(opened.local());
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.of(UdpConfig.of(settings));
    }

    /**
     * Reads the multicast options from the settings.
     *
     * @throws Problem which group is wrong
     */
    public static MulticastOptions multicast(Settings settings) throws Problem {
        return new MulticastOptions(
                groups(settings.get(GROUPS)), settings.get(INTERFACE), settings.get(HOPS), settings.get(LOOPBACK));
    }

    /** Reads multicast groups that are separated by blanks or commas. */
    public static List<MulticastGroup> groups(String typed) throws Problem {
        List<MulticastGroup> groups = new ArrayList<>();
        for (String one : typed.split("[\\s,;，；、]+")) {
            if (!one.isEmpty()) {
                groups.add(MulticastGroup.parse(one));
            }
        }
        return groups;
    }
}
