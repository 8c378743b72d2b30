package dev.earshot.net.address;

import dev.earshot.codec.Problem;

/**
 * The target of a connection: a host and a port.
 *
 * @param host a name that was not looked up, or an address as {@link Addresses#text} writes it
 * @param port from 1 to 65,535
 */
public record ConnectAddress(String host, int port) {

    /**
     * Parses the two fields of the window. Asks no name service.
     *
     * @throws Problem {@code problem.host.*}, {@code problem.address.*} or {@code problem.port.*}; its first argument
     *     is the typed text, cut and safe to show, its position counts in the field that is wrong
     */
    public static ConnectAddress parse(String host, String port) throws Problem {
        return parse(host, port, false);
    }

    private static ConnectAddress parse(String host, String port, boolean allowGroups) throws Problem {
        String found = HostText.parse(host, allowGroups);
        int number = PortText.parse(port);
        if (number == 0) {
            throw new Problem("problem.port.range", InputText.indent(port), InputText.shown(InputText.trim(port)));
        }
        return new ConnectAddress(found, number);
    }

    /**
     * Parses {@code HOST:PORT}, the form of the terminal: {@code example.com:80}, {@code 10.0.0.8:80}, {@code
     * [::1]:80}.
     *
     * @throws Problem as above
     */
    public static ConnectAddress parse(String hostAndPort) throws Problem {
        return parse(hostAndPort, false);
    }

    /** Parses an address for datagrams, which may also be a broadcast address or a multicast group. */
    public static ConnectAddress parseForDatagrams(String hostAndPort) throws Problem {
        return parse(hostAndPort, true);
    }

    private static ConnectAddress parse(String hostAndPort, boolean allowGroups) throws Problem {
        String text = InputText.trim(hostAndPort);
        if (text.contains("://")) {
            throw new Problem("problem.host.scheme", 0, InputText.shown(text));
        }
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        if (colon < 0 || bracketed && text.endsWith("]")) {
            throw new Problem("problem.host.port", text.length(), InputText.shown(text));
        }
        if (!bracketed && text.indexOf(':') != colon) {
            // In ::1:80 nobody can tell where the address ends.
            throw new Problem("problem.address.brackets", 0, InputText.shown(text));
        }
        return parse(text.substring(0, colon), text.substring(colon + 1), allowGroups);
    }

    /**
     * Parses {@code HOST[:PORT]}: {@code example.com}, {@code 10.0.0.8:70}, {@code [::1]}, {@code ::1}.
     *
     * @param usual the port to use if none is typed
     * @throws Problem as above
     */
    public static ConnectAddress parse(String hostAndPort, int usual) throws Problem {
        String text = InputText.trim(hostAndPort);
        int colon = text.indexOf(':');
        boolean bareIpv6 = !text.startsWith("[") && colon != text.lastIndexOf(':') && !text.contains("://");
        boolean hostAlone = colon < 0 || bareIpv6 || text.startsWith("[") && text.endsWith("]");
        return hostAlone ? parse(text, Integer.toString(usual)) : parse(text);
    }

    /** Returns host and port, such as {@code example.com:80} or {@code [::1]:80}. */
    public String text() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return text();
    }
}
