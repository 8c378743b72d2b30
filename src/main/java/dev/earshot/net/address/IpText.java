package dev.earshot.net.address;

import dev.earshot.codec.Problem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses an IP address that a person has typed. It is stricter than the JDK on purpose, which takes 1 for 0.0.0.1,
 * 010.0.0.1 for 10.0.0.1 and the empty text for the loopback, and asks the name service about the rest.
 */
public final class IpText {
    private static final Pattern IPV4 = Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+)\\.([0-9]+)");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|\\[[^\\]]*\\]):([0-9]*)");
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://([^/]*)/?");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F:]*:)([0-9a-fA-F.]*)(?:%(.*))?", Pattern.DOTALL);

    private final String typed;
    private final String text;
    private final int position;

    private IpText(String typed) {
        this.typed = InputText.shown(InputText.trim(typed));
        this.text = InputText.trim(typed);
        this.position = InputText.indent(typed);
    }

    /**
     * Parses an address to listen on or to connect to. Never asks a name service; reads this computer's interfaces only
     * where a zone is typed or missing.
     *
     * @throws Problem {@code problem.address.*}; its position counts in the typed text
     */
    public static InetAddress parse(String typed) throws Problem {
        IpText text = new IpText(typed);
        InetAddress ip = text.parse();
        if (ip.isMulticastAddress()) {
            throw text.problem("multicast");
        }
        if (ip.getHostAddress().equals("255.255.255.255")) {
            throw text.problem("broadcast");
        }
        return ip;
    }

    /**
     * Parses an address to send datagrams to, which may also be a broadcast address or a multicast group.
     *
     * @throws Problem as {@link #parse(String)} does
     */
    public static InetAddress parseAny(String typed) throws Problem {
        return new IpText(typed).parse();
    }

    private InetAddress parse() throws Problem {
        if (text.isEmpty()) {
            throw problem("empty");
        }
        refuseFullWidth();
        refusePort();
        return text.indexOf(':') >= 0 ? parseIpv6() : parseIpv4(text);
    }

    /** Refuses full-width characters instead of replacing them, so that the field shows the address in use. */
    private void refuseFullWidth() throws Problem {
        String ascii = InputText.toAscii(text);
        if (ascii.equals(text)) {
            return;
        }
        try {
            parse(ascii);
        } catch (Problem e) {
            // Other characters would not be enough; say what an address is.
            throw problem(e.key().equals("problem.address.port") ? "port" : "four");
        }
        throw problem("fullwidth", InputText.shown(ascii));
    }

    /** Refuses an address with a port; the problem holds both parts, so that each can be put in its field. */
    private void refusePort() throws Problem {
        Matcher scheme = WITH_SCHEME.matcher(text);
        String rest = scheme.matches() ? scheme.group(1) : text;
        Matcher port = WITH_PORT.matcher(rest);
        if (port.matches()) {
            throw problem("port", InputText.shown(port.group(1)), InputText.shown(port.group(2)));
        }
        if (scheme.matches()) {
            throw problem("port", InputText.shown(rest), "");
        }
    }

    private InetAddress parseIpv4(String numbers) throws Problem {
        // The one name that needs no name service (RFC 6761, section 6.3).
        if (numbers.equalsIgnoreCase("localhost")) {
            return toAddress(new byte[] {127, 0, 0, 1});
        }
        Matcher matcher = IPV4.matcher(numbers);
        if (!matcher.matches()) {
            throw problem("four");
        }
        byte[] bytes = new byte[4];
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String digits = matcher.group(i + 1).replaceFirst("^0+(?=.)", "");
            if (digits.length() > 3 || Integer.parseInt(digits) > 255) {
                throw problem("four");
            }
            bytes[i] = (byte) Integer.parseInt(digits);
            plain.append(i == 0 ? "" : ".").append(digits);
        }
        if (!plain.toString().equals(numbers)) {
            // Octal to some programs, decimal to others.
            throw problem("zeros", InputText.shown(text.replace(numbers, plain)));
        }
        return toAddress(bytes);
    }

    private InetAddress parseIpv6() throws Problem {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        Matcher matcher = IPV6.matcher(bracketed ? text.substring(1, text.length() - 1) : text);
        if (!matcher.matches()) {
            throw problem("six");
        }
        String tail = matcher.group(2);
        if (tail.indexOf('.') >= 0) {
            parseIpv4(tail);
        }
        InetAddress ip = parseLiteral(matcher.group(1) + tail);
        if (matcher.group(3) != null) {
            return withZone(ip, matcher.group(3));
        }
        if (ip.isLinkLocalAddress() && ip instanceof Inet6Address) {
            String example = Addresses.text(ip) + "%" + LocalAddresses.exampleZone();
            throw problem("zone.missing", example);
        }
        return ip;
    }

    /** Parses hexadecimal digits, colons and dots; the brackets keep the JDK from looking them up as a name. */
    private InetAddress parseLiteral(String digits) throws Problem {
        try {
            return InetAddress.getByName("[" + digits + "]");
        } catch (UnknownHostException e) {
            throw problem("six");
        }
    }

    private InetAddress withZone(InetAddress ip, String zone) throws Problem {
        try {
            NetworkInterface one = zone.isEmpty() ? null : interfaceOf(zone);
            if (one == null) {
                throw problem("zone.unknown", InputText.shown(zone));
            }
            if (!(ip instanceof Inet6Address ipv6)) {
                throw problem("six");
            }
            return withInterface(ipv6, one);
        } catch (SocketException e) {
            throw problem("zone.unknown", InputText.shown(zone));
        }
    }

    private static NetworkInterface interfaceOf(String zone) throws SocketException {
        boolean number = zone.matches("[0-9]{1,9}");
        return number ? NetworkInterface.getByIndex(Integer.parseInt(zone)) : NetworkInterface.getByName(zone);
    }

    private InetAddress withInterface(Inet6Address ip, NetworkInterface one) throws Problem {
        try {
            return Inet6Address.getByAddress(null, ip.getAddress(), one);
        } catch (UnknownHostException e) {
            // The interface has no address of this kind; listening will fail and say so.
            return withIndex(ip, one.getIndex());
        }
    }

    private InetAddress withIndex(Inet6Address ip, int index) throws Problem {
        try {
            return Inet6Address.getByAddress(null, ip.getAddress(), index);
        } catch (UnknownHostException e) {
            throw problem("six");
        }
    }

    private InetAddress toAddress(byte[] bytes) throws Problem {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw problem("four");
        }
    }

    private Problem problem(String key, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = typed;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Problem("problem.address." + key, position, arguments);
    }
}
