package dev.earshot.packets;

import static dev.earshot.packets.Wire.behind;
import static dev.earshot.packets.Wire.ethernet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets inside packets; the headers are those that scapy 2.7 makes. */
class TunnelTest {
    private static final List<String> HEARD = List.of("1 joined", "1 < hello");
    private static final int IPV4_IN_IP = 4;
    private static final int IPV6_IN_IP = 41;
    private static final int GRE = 47;

    private final Wire wire = Wire.ipv4();
    private final byte[] inner = Wire.ipv4().udp(true, "hello");
    private final byte[] inner6 = Wire.ipv6().udp(true, "hello");

    @TempDir
    private Path folder;

    @Test
    void ipInsideIpIsRead() throws IOException {
        assertThat(heard(wire.ip(true, IPV4_IN_IP, inner))).isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, IPV6_IN_IP, inner6))).isEqualTo(HEARD);
        assertThat(heard(Wire.ipv6().ip(true, IPV4_IN_IP, inner))).isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, IPV4_IN_IP, wire.ip(true, IPV6_IN_IP, inner6))))
                .isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, IPV4_IN_IP, new byte[] {0x45, 0}))).containsExactly("broken.packets 1");
        assertThat(heard(wire.ip(true, IPV4_IN_IP, new byte[0]))).containsExactly("other.packets 1");
    }

    @Test
    void greWithIpEthernetOrErspanIsRead() throws IOException {
        assertThat(heard(wire.ip(true, GRE, behind("0000 0800", inner)))).isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, GRE, behind("0000 86DD", inner6)))).isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, GRE, behind("B000 0800 0A8B0000 00000007 00000004", inner))))
                .as("checksum, key and number")
                .isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, GRE, behind("0000 6558", ethernet(inner)))))
                .isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, GRE, behind("1000 88BE 00000001 1005000A 00000000", ethernet(inner)))))
                .as("a mirrored port, ERSPAN type II")
                .isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, GRE, behind("0000 88BE", ethernet(inner)))))
                .as("ERSPAN type I")
                .isEqualTo(HEARD);
        assertThat(heard(wire.ip(true, GRE, behind("2001 880B 00040007", inner))))
                .as("PPTP")
                .containsExactly("other.packets 1");
        assertThat(heard(wire.ip(true, GRE, behind("0001 0800", inner))))
                .as("another version")
                .containsExactly("other.packets 1");
        assertThat(heard(wire.ip(true, GRE, behind("B000 0800 0A8B", new byte[0]))))
                .containsExactly("broken.packets 1");
    }

    @Test
    void overlaysOfUdpAreRead() throws IOException {
        Wire vxlan = wire.ports(50_002, 4789);
        assertThat(heard(udp(vxlan, behind("08000000 00000500", ethernet(inner)))))
                .isEqualTo(HEARD);
        Wire geneve = wire.ports(50_002, 6081);
        assertThat(heard(udp(geneve, behind("0000 6558 00000500", ethernet(inner)))))
                .isEqualTo(HEARD);
        assertThat(heard(udp(geneve, behind("0200 0800 00000500 0102800100000000", inner))))
                .as("with an option")
                .isEqualTo(HEARD);
    }

    @Test
    void otherDatagramsToThosePortsStayDatagrams() throws IOException {
        for (int port : new int[] {4789, 6081}) {
            for (String text : List.of("hello", "a longer text that is no header of a tunnel at all")) {
                assertThat(heard(wire.ports(50_002, port).udp(true, text))).containsExactly("1 joined", "1 < " + text);
            }
        }
    }

    @Test
    void headersOfOtherVersionsAndKindsAreNoTunnels() throws IOException {
        for (String header : List.of("00000000 00000500", "08000001 00000500", "08000000 00000501")) {
            assertIsDatagram(wire.ports(50_002, 4789), behind(header, ethernet(inner)));
        }
        for (String header : List.of("4000 6558 00000500", "0001 6558 00000500", "0000 6558 00000501")) {
            assertIsDatagram(wire.ports(50_002, 6081), behind(header, ethernet(inner)));
        }
    }

    private void assertIsDatagram(Wire outer, byte[] payload) throws IOException {
        assertThat(heard(udp(outer, payload))).isNotEqualTo(HEARD).hasSize(2).contains("1 joined");
    }

    @Test
    void fragmentsInsideAndOutsideArePutTogether() throws IOException {
        byte[] whole = behind("0000 0800", inner);
        byte[] first = wire.ipv4(true, GRE, 7, 0x2000, Arrays.copyOf(whole, 24));
        byte[] last = wire.ipv4(true, GRE, 7, 3, Arrays.copyOfRange(whole, 24, whole.length));
        assertThat(heard(first, last)).isEqualTo(HEARD);
        byte[] udp = wire.udpPayload(true, "hello");
        byte[] firstInside = wire.ipv4(true, 17, 9, 0x2000, Arrays.copyOf(udp, 8));
        byte[] lastInside = wire.ipv4(true, 17, 9, 1, Arrays.copyOfRange(udp, 8, udp.length));
        assertThat(heard(
                        wire.ip(true, IPV4_IN_IP, firstInside),
                        wire.ip(true, IPV4_IN_IP, Arrays.copyOf(lastInside, lastInside.length + 5))))
                .isEqualTo(HEARD);
    }

    @Test
    void tunnelsInTunnelsMayBeAsDeepAsThePacket() throws IOException {
        byte[] packet = inner;
        for (int depth = 0; depth < 3_000; depth++) {
            packet = wire.ip(true, IPV4_IN_IP, packet);
        }
        assertThat(heard(packet)).isEqualTo(HEARD);
    }

    @Test
    void packetsOfFirewallsAndAdaptersAreRead() throws IOException {
        String values = "0800 0100 0800 0300 0500 0A00 70 000000 "; // packet header, prefix
        assertThat(ofLinkType(239, behind("02 00 0000" + values + "2600 0900", inner)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(239, behind("0A 00 0000 0008 0001 86DD 0300 003A 0009", inner6)))
                .as("of a big-endian computer")
                .isEqualTo(HEARD);
        for (String damaged : List.of("02 00 0000 0000 0100", "02 00 0000 FFFF 0100", "02 00 00", "07 00 0000")) {
            assertThat(ofLinkType(239, behind(damaged, new byte[0]))).containsExactly("other.packets 1");
        }
        assertThat(ofLinkType(240, behind("00040000", ethernet(inner)))).isEqualTo(HEARD);
        assertThat(ofLinkType(241, behind("00040000 55555555555555D5", ethernet(inner))))
                .isEqualTo(HEARD);
    }

    private byte[] udp(Wire outer, byte[] payload) {
        return outer.udp(true, new String(payload, StandardCharsets.ISO_8859_1));
    }

    private List<String> heard(byte[]... packets) throws IOException {
        CaptureFile file = CaptureFile.pcap();
        for (int i = 0; i < packets.length; i++) {
            file.packet(i, ethernet(packets[i]));
        }
        return Heard.in(file.write(folder.resolve("capture"))).words;
    }

    private List<String> ofLinkType(int linkType, byte[] packet) throws IOException {
        CaptureFile file = CaptureFile.pcap(0xA1B2C3D4, ByteOrder.LITTLE_ENDIAN, linkType);
        return Heard.in(file.packet(0, packet).write(folder.resolve("capture"))).words;
    }
}
