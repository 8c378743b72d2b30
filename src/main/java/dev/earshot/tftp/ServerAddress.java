package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.ListenAddress;

/**
 * Where a TFTP server is, as it was typed.
 *
 * @param host a name or an address, an IPv6 address without brackets
 * @param port 1 to 65,535
 */
public record ServerAddress(String host, int port) {
    /** RFC 1350, section 4. */
    public static final int PORT = 69;

    private static final int LONGEST_NAME = 253;

    /**
     * Reads {@code HOST[:PORT]}: {@code boot.local}, {@code 10.0.0.1:6969}, {@code [::1]:69}, {@code ::1}. Asks no name
     * service.
     */
    public static ServerAddress parse(String typed) throws Problem {
        String text = typed.strip();
        if (text.contains("://")) {
            throw new Problem("problem.address.scheme", 0, VisibleText.brief(text));
        }
        int colon = text.lastIndexOf(':');
        boolean six = text.indexOf(':') != colon && !text.startsWith("[");
        if (colon < 0 || six || text.endsWith("]")) {
            return of(text, Integer.toString(PORT));
        }
        return of(text.substring(0, colon), text.substring(colon + 1));
    }

    /** Reads the two fields of a window. */
    public static ServerAddress of(String host, String port) throws Problem {
        String name = host.strip();
        boolean ip = name.indexOf(':') >= 0 || name.matches("[0-9.]*");
        if (ip) {
            ListenAddress address = ListenAddress.parse(name, port);
            return new ServerAddress(address.host(), notZero(address.port()));
        }
        int bad = firstOther(name);
        if (bad < name.length() || name.length() > LONGEST_NAME) {
            throw new Problem("problem.tftp.host", Math.min(bad, LONGEST_NAME), VisibleText.brief(name));
        }
        return new ServerAddress(
                name, notZero(ListenAddress.parse("127.0.0.1", port).port()));
    }

    /** {@code boot.local:69} or {@code [::1]:69}. */
    public String text() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    private static int notZero(int port) throws Problem {
        if (port == 0) {
            throw new Problem("problem.port.range", 0, "0");
        }
        return port;
    }

    /** Names of other scripts are taken: the system knows what they are called on the wire, or does not. */
    private static int firstOther(String name) {
        int at = 0;
        while (at < name.length()
                && (Character.isLetterOrDigit(name.charAt(at)) || "-_.".indexOf(name.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
