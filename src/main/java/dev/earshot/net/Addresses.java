package dev.earshot.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Writes network addresses as text in one form, without asking a name service. */
public final class Addresses {
    private Addresses() {}

    /** Returns address and port, such as {@code 127.0.0.1:8080} or {@code [::1]:8080}. */
    public static String text(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        String host = ip == null ? address.getHostString() : text(ip);
        return (ip instanceof Inet6Address ? "[" + host + "]" : host) + ":" + address.getPort();
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
