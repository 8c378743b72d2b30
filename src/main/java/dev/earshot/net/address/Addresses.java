package dev.earshot.net.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Tells IP addresses from names, and prints and parses both. No other class tells them apart: an {@link
 * InetSocketAddress} has an IP address and a port, any other, such as a {@link NamedAddress}, is a text. Never asks a
 * name service.
 */
public final class Addresses {
    /** An IPv4 address; the JDK would ask the name service about any other, such as 1.2.3.999. */
    private static final String FOUR_BYTES = "BYTE(\\.BYTE){3}".replace("BYTE", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)");

    private Addresses() {}

    /**
     * Returns address and port, such as {@code 127.0.0.1:8080} or {@code [::1]:8080}, or the text of an address
     * without.
     */
    public static String text(SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return address.toString();
        }
        String host = host(inet);
        return (inet.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + inet.getPort();
    }

    /**
     * Reads an address that {@link #text} has written, but without its zone: that of another computer means nothing
     * here.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host =
                text.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", "").replaceFirst("%.*", "");
        if (!host.matches(FOUR_BYTES + "|[0-9a-fA-F.]*:[0-9a-fA-F.:]+")) {
            return new NamedAddress(text);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(text.substring(colon + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Returns what stays the same when the other side comes back: the address without its port. */
    public static String host(SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return address.toString();
        }
        return inet.getAddress() == null ? inet.getHostString() : text(inet.getAddress());
    }

    /** Returns the port, or 0 if the address has none. */
    public static int port(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? inet.getPort() : 0;
    }

    /** Returns the IP address, or null if there is none. */
    public static InetAddress ip(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? inet.getAddress() : null;
    }

    /** Returns bytes that sort as the addresses do: those of IPv4 by their numbers, those of IPv6, then texts. */
    public static byte[] sortKey(SocketAddress address) {
        InetAddress ip = ip(address);
        byte[] bytes = ip == null ? text(address).getBytes(StandardCharsets.UTF_8) : ip.getAddress();
        ByteBuffer key = ByteBuffer.allocate(1 + bytes.length + Short.BYTES);
        key.put((byte) (ip == null ? 0xFF : bytes.length)).put(bytes);
        return key.putShort((short) port(address)).array();
    }

    /** Returns an address, such as {@code 127.0.0.1}, {@code ::1} or {@code fe80::1%eth0} (RFC 5952, section 4). */
    public static String text(InetAddress ip) {
        return ip instanceof Inet6Address ipv6 ? compress(ipv6.getAddress()) + zone(ipv6) : ip.getHostAddress();
    }

    /** Whether an address is of IPv4, which one of IPv6 that maps such an address is not. */
    public static boolean isIpv4(InetAddress ip) {
        return ip instanceof Inet4Address;
    }

    private static String zone(Inet6Address ip) {
        String text = ip.getHostAddress();
        int at = text.indexOf('%');
        return at < 0 ? "" : text.substring(at);
    }

    private static String compress(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        int zeros = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int run = countZeros(groups, i);
            if (run > length) {
                zeros = i;
                length = run;
            }
        }
        // A single zero group is written out.
        return length < 2 ? join(groups, 0, 8) : join(groups, 0, zeros) + "::" + join(groups, zeros + length, 8);
    }

    private static int countZeros(int[] groups, int start) {
        int end = start;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
