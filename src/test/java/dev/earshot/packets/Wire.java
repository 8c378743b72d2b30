package dev.earshot.packets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes packets between a client and a server, as they are on the wire. Checksums stay 0. */
public final class Wire {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    private final byte[] client;
    private final byte[] server;
    private final int clientPort;
    private final int serverPort;

    private Wire(byte[] client, byte[] server, int clientPort, int serverPort) {
        this.client = client;
        this.server = server;
        this.clientPort = clientPort;
        this.serverPort = serverPort;
    }

    /** Returns the wire between 10.0.0.1:50001 and 10.0.0.2:502. */
    public static Wire ipv4() {
        return new Wire(new byte[] {10, 0, 0, 1}, new byte[] {10, 0, 0, 2}, 50_001, 502);
    }

    /** Returns the wire between two IPv6 addresses. */
    static Wire ipv6() {
        byte[] one = new byte[16];
        one[0] = 0x20;
        one[15] = 1;
        byte[] two = one.clone();
        two[15] = 2;
        return new Wire(one, two, 50_001, 502);
    }

    Wire ports(int ofClient, int ofServer) {
        return new Wire(client, server, ofClient, ofServer);
    }

    private boolean isIpv4() {
        return client.length == 4;
    }

    /** Makes a TCP segment, without a link layer. */
    public byte[] tcp(boolean byClient, long sequence, long acknowledged, int flags, String data) {
        byte[] bytes = data.getBytes(ISO_8859_1);
        ByteBuffer segment = ByteBuffer.allocate(20 + bytes.length)
                .putShort((short) (byClient ? clientPort : serverPort))
                .putShort((short) (byClient ? serverPort : clientPort))
                .putInt((int) sequence)
                .putInt((int) acknowledged)
                .put((byte) 0x50)
                .put((byte) flags)
                .putShort((short) 0xFFFF)
                .putInt(0);
        return ip(byClient, 6, segment.put(bytes).array());
    }

    /** Makes a UDP datagram, without a link layer. */
    byte[] udp(boolean byClient, String data) {
        return ip(byClient, 17, udpPayload(byClient, data));
    }

    byte[] udpPayload(boolean byClient, String data) {
        byte[] bytes = data.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(8 + bytes.length)
                .putShort((short) (byClient ? clientPort : serverPort))
                .putShort((short) (byClient ? serverPort : clientPort))
                .putShort((short) (8 + bytes.length))
                .putShort((short) 0)
                .put(bytes)
                .array();
    }

    /** Makes an IP packet. */
    byte[] ip(boolean byClient, int protocol, byte[] payload) {
        return isIpv4() ? ipv4(byClient, protocol, 0, 0, payload) : ipv6(byClient, protocol, payload);
    }

    /** Makes an IPv4 packet, or a fragment of one. */
    byte[] ipv4(boolean byClient, int protocol, int identification, int fragmentField, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .putShort((short) 0x4500)
                .putShort((short) (20 + payload.length))
                .putShort((short) identification)
                .putShort((short) fragmentField)
                .putShort((short) (0x4000 | protocol))
                .putShort((short) 0)
                .put(byClient ? client : server)
                .put(byClient ? server : client)
                .put(payload)
                .array();
    }

    /** Makes an IPv6 packet whose payload may begin with extension headers. */
    byte[] ipv6(boolean byClient, int nextHeader, byte[] payload) {
        return ByteBuffer.allocate(40 + payload.length)
                .putInt(0x60000000)
                .putShort((short) payload.length)
                .putShort((short) (nextHeader << 8 | 64))
                .put(byClient ? client : server)
                .put(byClient ? server : client)
                .put(payload)
                .array();
    }

    /** Puts a header before a packet, given as hex. */
    static byte[] behind(String header, byte[] packet) {
        byte[] bytes = HexFormat.of().parseHex(header.replace(" ", ""));
        byte[] all = Arrays.copyOf(bytes, bytes.length + packet.length);
        System.arraycopy(packet, 0, all, bytes.length, packet.length);
        return all;
    }

    /** Puts an Ethernet header before an IP packet. */
    public static byte[] ethernet(byte[] packet) {
        return behind("020000000002 020000000001 " + ((packet[0] & 0xF0) == 0x40 ? "0800" : "86DD"), packet);
    }
}
