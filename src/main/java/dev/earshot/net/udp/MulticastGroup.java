package dev.earshot.net.udp;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.InputText;
import dev.earshot.net.address.IpText;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A multicast group to receive from (RFC 1112, RFC 4291 section 2.7).
 *
 * @param interfaceName the interface that receives it, by its name or one of its addresses; empty lets the endpoint
 *     choose
 */
public record MulticastGroup(InetAddress address, String interfaceName) {
    private static final Pattern WITH_INTERFACE = Pattern.compile("([^@%]*)[@%]([^@%]*)");

    /**
     * Parses {@code 239.1.2.3}, {@code 239.1.2.3@eth0}, {@code ff02::1@eth0} or {@code [ff02::1%eth0]}. Asks neither a
     * name service nor the system: the interface may not exist.
     *
     * @throws Problem {@code problem.udp.group.*} or {@code problem.address.*}
     */
    public static MulticastGroup parse(String typed) throws Problem {
        String text = InputText.trim(typed).replace("[", "").replace("]", "");
        Matcher both = WITH_INTERFACE.matcher(text);
        String address = both.matches() ? both.group(1) : text;
        String interfaceName = both.matches() ? InputText.trim(both.group(2)) : "";
        if (text.isEmpty()) {
            throw new Problem("problem.udp.group.empty", 0);
        }
        if (both.matches() && interfaceName.isEmpty()) {
            throw new Problem(
                    "problem.udp.group.on", typed.length(), InputText.shown(text), MulticastInterfaces.names());
        }
        InetAddress group = IpText.parseAny(address);
        if (!group.isMulticastAddress()) {
            throw new Problem("problem.udp.group.other", InputText.indent(typed), InputText.shown(text));
        }
        return new MulticastGroup(group, interfaceName);
    }

    /** Returns the form that {@link #parse} reads: {@code 239.1.2.3@eth0}, or without an interface. */
    public String text() {
        return Addresses.text(address) + (interfaceName.isEmpty() ? "" : "@" + interfaceName);
    }

    @Override
    public String toString() {
        return text();
    }
}
