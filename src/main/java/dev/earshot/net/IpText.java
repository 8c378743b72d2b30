package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an address to listen on as a person types it. Stricter than the JDK on purpose: that one takes 1 for 0.0.0.1,
 * 010.0.0.1 for 10.0.0.1, the empty text for the loopback, and asks the name service about the rest.
 */
final class IpText {
    private static final Pattern FOUR_NUMBERS = Pattern.compile("([0-9]+)\\.([0-9]+)\\.([0-9]+)\\.([0-9]+)");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|\\[[^\\]]*\\]):([0-9]*)");
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://([^/]*)/?");
    private static final Pattern SIX = Pattern.compile("([0-9a-fA-F:]*:)([0-9a-fA-F.]*)(?:%(.*))?", Pattern.DOTALL);

    private final String typed;
    private final String text;
    private final int position;

    private IpText(String typed) {
        this.typed = InputText.shown(InputText.trim(typed));
        this.text = InputText.trim(typed);
        this.position = InputText.indent(typed);
    }

    /** Never asks a name service; looks at this computer's interfaces only where a zone is typed or missing. */
    static InetAddress parse(String typed) throws Problem {
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

    /** The same, but it may stand for many computers: nobody can listen on it, but datagrams can be sent to it. */
    static InetAddress parseAny(String typed) throws Problem {
        return new IpText(typed).parse();
    }

    private InetAddress parse() throws Problem {
        if (text.isEmpty()) {
            throw problem("empty");
        }
        refuseFullWidth();
        refusePort();
        return text.indexOf(':') >= 0 ? six() : four(text);
    }

    /** Not mended silently: what runs should be what is read in the field. */
    private void refuseFullWidth() throws Problem {
        String ascii = InputText.ascii(text);
        if (ascii.equals(text)) {
            return;
        }
        try {
            parse(ascii);
        } catch (Problem e) {
            // Mending the width would not be enough; say what an address is.
            throw problem(e.key().equals("problem.address.port") ? "port" : "four");
        }
        throw problem("fullwidth", InputText.shown(ascii));
    }

    /** With the address and the port apart as second and third argument, so that they can be put in their fields. */
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

    private InetAddress four(String numbers) throws Problem {
        // The one name that needs nobody to be asked (RFC 6761, section 6.3).
        if (numbers.equalsIgnoreCase("localhost")) {
            return address(new byte[] {127, 0, 0, 1});
        }
        Matcher matcher = FOUR_NUMBERS.matcher(numbers);
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
        return address(bytes);
    }

    private InetAddress six() throws Problem {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        Matcher matcher = SIX.matcher(bracketed ? text.substring(1, text.length() - 1) : text);
        if (!matcher.matches()) {
            throw problem("six");
        }
        String tail = matcher.group(2);
        if (tail.indexOf('.') >= 0) {
            four(tail);
        }
        InetAddress ip = literal(matcher.group(1) + tail);
        if (matcher.group(3) != null) {
            return zoned(ip, matcher.group(3));
        }
        if (ip.isLinkLocalAddress() && ip instanceof Inet6Address) {
            String example = Addresses.text(ip) + "%" + LocalAddresses.exampleZone();
            throw problem("zone.missing", example);
        }
        return ip;
    }

    /** The text consists of hexadecimal digits, colons and dots; brackets keep the JDK from taking it for a name. */
    private InetAddress literal(String digits) throws Problem {
        try {
            return InetAddress.getByName("[" + digits + "]");
        } catch (UnknownHostException e) {
            throw problem("six");
        }
    }

    private InetAddress zoned(InetAddress ip, String zone) throws Problem {
        try {
            NetworkInterface one = zone.isEmpty() ? null : named(zone);
            if (one == null) {
                throw problem("zone.unknown", InputText.shown(zone));
            }
            if (!(ip instanceof Inet6Address six)) {
                throw problem("six");
            }
            return scoped(six, one);
        } catch (SocketException e) {
            throw problem("zone.unknown", InputText.shown(zone));
        }
    }

    private static NetworkInterface named(String zone) throws SocketException {
        boolean number = zone.matches("[0-9]{1,9}");
        return number ? NetworkInterface.getByIndex(Integer.parseInt(zone)) : NetworkInterface.getByName(zone);
    }

    private InetAddress scoped(Inet6Address ip, NetworkInterface one) throws Problem {
        try {
            return Inet6Address.getByAddress(null, ip.getAddress(), one);
        } catch (UnknownHostException e) {
            // The interface has no address of this kind; listening will fail and say so.
            return indexed(ip, one.getIndex());
        }
    }

    private InetAddress indexed(Inet6Address ip, int index) throws Problem {
        try {
            return Inet6Address.getByAddress(null, ip.getAddress(), index);
        } catch (UnknownHostException e) {
            throw problem("six");
        }
    }

    private InetAddress address(byte[] bytes) throws Problem {
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
