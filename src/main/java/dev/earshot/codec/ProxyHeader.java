package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Reads the header of the PROXY protocol (HAProxy, proxy-protocol.txt): version 2, and the addresses of both versions.
 */
final class ProxyHeader {
    private static final String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";
    private static final int COMMAND = 12;
    private static final int FAMILY = 13;
    private static final int ADDRESSES = 16;

    private ProxyHeader() {}

    /** Tests for a header of version 2, with the address of the client where there is one. */
    static ProtocolMatch match(byte[] b, int length) {
        ProtocolMatch signature = ProtocolMatch.text(b, 0, length, SIGNATURE, ProtocolMatch.YES);
        if (signature != ProtocolMatch.YES) {
            return signature;
        } else if (length > COMMAND && b[COMMAND] != 0x20 && b[COMMAND] != 0x21) {
            return ProtocolMatch.NO;
        }
        return length < ADDRESSES || length < ADDRESSES + addressLength(b) ? ProtocolMatch.OPEN : ProtocolMatch.YES;
    }

    /** Returns the length of the client's address, or 0 if the header has none that an IP address is. */
    private static int addressLength(byte[] b) {
        int family = b[COMMAND] == 0x21 ? b[FAMILY] >> 4 : 0;
        return family == 1 ? 4 : family == 2 ? 16 : 0;
    }

    /** Returns the version and the client's address, such as {@code v1, TCP4 192.0.2.1}. */
    static String detail(byte[] head, int length) {
        if (head[0] == 'P') {
            String[] words = new String(head, 0, length, ISO_8859_1).strip().split(" ");
            return "v1, " + words[1] + (words.length > 2 && !words[1].equals("UNKNOWN") ? " " + words[2] : "");
        } else if (head[COMMAND] == 0x20) {
            return "v2, LOCAL";
        }
        int count = addressLength(head);
        return count == 0 ? "v2" : "v2, " + address(Arrays.copyOfRange(head, ADDRESSES, ADDRESSES + count));
    }

    private static String address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new AssertionError("has another length", e);
        }
    }
}
