package dev.earshot.net.address;

import dev.earshot.codec.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The address and port to listen on. The address may be the wildcard for all addresses; port 0 is any free one. */
public record ListenAddress(InetSocketAddress address) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Parses the two fields of the window. Asks no name service.
     *
     * @throws Problem {@code problem.address.*} or {@code problem.port.*}; its first argument is the typed text, cut
     *     and safe to show, its position counts in the field that is wrong
     */
    public static ListenAddress parse(String address, String port) throws Problem {
        InetAddress ip = IpText.parse(address);
        return new ListenAddress(new InetSocketAddress(ip, PortText.parse(port)));
    }

    /**
     * Parses {@code [ADDRESS:]PORT}, the form of the terminal: {@code 8080}, {@code 0.0.0.0:8080}, {@code [::1]:8080}.
     * Without an address it is 127.0.0.1.
     *
     * @throws Problem as above
     */
    public static ListenAddress parse(String addressAndPort) throws Problem {
        String text = InputText.trim(addressAndPort);
        refuseUnclear(text);
        int colon = text.lastIndexOf(':');
        if (colon < 0 || text.endsWith("]")) {
            refuseWithoutPort(text);
        }
        String address = text.substring(0, Math.max(colon, 0));
        return parse(address.isEmpty() ? LOOPBACK : address, text.substring(colon + 1));
    }

    /** Returns the address without the port, such as {@code 127.0.0.1} or {@code ::1}. */
    public String host() {
        return Addresses.text(address.getAddress());
    }

    /** Returns the port, 0 to 65535; 0 lets the system choose one. */
    public int port() {
        return address.getPort();
    }

    /** Returns address and port, such as {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
    public String text() {
        return Addresses.text(address);
    }

    @Override
    public String toString() {
        return text();
    }

    private static void refuseUnclear(String text) throws Problem {
        if (text.contains("://")) {
            throw new Problem("problem.address.scheme", 0, InputText.shown(text));
        }
        String ascii = InputText.toAscii(text);
        if (text.indexOf(':') < 0 && ascii.indexOf(':') >= 0) {
            throw new Problem("problem.address.fullwidth", 0, InputText.shown(text), InputText.shown(ascii));
        }
        int colon = text.lastIndexOf(':');
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        // In ::1:80 nobody can tell where the address ends.
        boolean unclear = bracket < 0 ? text.indexOf(':') != colon : colon < bracket && bracket < text.length() - 1;
        if (unclear) {
            throw new Problem("problem.address.brackets", 0, InputText.shown(text));
        }
    }

    private static void refuseWithoutPort(String text) throws Problem {
        boolean address = text.startsWith("[") || text.indexOf('.') >= 0;
        if (address) {
            String host = Addresses.text(new InetSocketAddress(IpText.parse(text), 8080));
            throw new Problem("problem.port.missing", text.length(), InputText.shown(text), host);
        }
    }
}
