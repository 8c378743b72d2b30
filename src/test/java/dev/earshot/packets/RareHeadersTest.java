package dev.earshot.packets;

import static dev.earshot.packets.Wire.ethernet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets behind headers that few captures have. */
class RareHeadersTest {
    private static final List<String> HEARD = List.of("1 joined", "1 < hello");

    @TempDir
    private Path folder;

    @Test
    void cookedPacketsMayHaveTags() throws IOException {
        byte[] ipv4 = Wire.ipv4().udp(true, "hello");
        byte[] ipv6 = Wire.ipv6().udp(true, "hello");
        String behindProtocol = "0000 00000002 0001 00 06 0000000000000000";
        assertThat(ofLinkType(276, Wire.behind("8100" + behindProtocol + "0005 0800", ipv4)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(276, Wire.behind("88A8" + behindProtocol + "0005 8100 0006 86DD", ipv6)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(276, Wire.behind("8864" + behindProtocol + "1100 0001 0040 0057", ipv6)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(276, Wire.behind("0806" + behindProtocol, new byte[28])))
                .containsExactly("other.packets 1");
        assertThat(ofLinkType(276, Wire.behind("8100" + behindProtocol, new byte[2])))
                .containsExactly("other.packets 1");
    }

    @Test
    void packetsOfApplesTcpdumpAreRead() throws IOException {
        byte[] raw = Wire.ipv4().udp(true, "hello");
        String rest = "656E3000".repeat(6) + "00000000 02000000 00000000 00000000";
        assertThat(ofLinkType(258, Wire.behind("34000000 01000000 01000000" + rest, ethernet(raw))))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(258, Wire.behind("34000000 01000000 0C000000" + rest, raw)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(
                        258,
                        Wire.behind(
                                "34000000 01000000 00000000" + rest + "1E000000",
                                Wire.ipv6().udp(true, "hello"))))
                .isEqualTo(HEARD);
        for (String damaged : List.of("34000000 01", "00010000 01000000 01000000", "34000000 01000000 02010000")) {
            assertThat(ofLinkType(258, Wire.behind(damaged + rest, raw))).containsExactly("other.packets 1");
        }
    }

    @Test
    void anIpv6PacketInFragmentsMayHaveMoreHeadersInside() throws IOException {
        Wire wire = Wire.ipv6();
        byte[] whole = Wire.behind("1100 0104 00000000", wire.udpPayload(true, "hello")); // destination options, UDP
        byte[] head = wire.ipv6(true, 44, Wire.behind("3C 00 0001 00000009", Arrays.copyOf(whole, 16)));
        byte[] tail = wire.ipv6(true, 44, Wire.behind("11 00 0010 00000009", Arrays.copyOfRange(whole, 16, 21)));
        assertThat(heard(ethernet(head), ethernet(tail))).isEqualTo(HEARD);
        assertThat(heard(ethernet(tail), ethernet(head)))
                .as("only the first one names a header")
                .isEqualTo(HEARD);
    }

    @Test
    void aFragmentThatComesAgainIsNotLost() throws IOException {
        Wire wire = Wire.ipv4();
        byte[] udp = wire.udpPayload(true, "hello");
        byte[] first = ethernet(wire.ipv4(true, 17, 7, 0x2000, Arrays.copyOf(udp, 8)));
        byte[] last = ethernet(wire.ipv4(true, 17, 7, 1, Arrays.copyOfRange(udp, 8, udp.length)));
        assertThat(heard(first, first, last, last, first)).isEqualTo(HEARD);
        byte[] other = wire.udpPayload(true, "again");
        byte[] otherLast = ethernet(wire.ipv4(true, 17, 7, 1, Arrays.copyOfRange(other, 8, other.length)));
        assertThat(heard(first, last, otherLast, first))
                .as("its number is used again, and its beginning came first")
                .containsExactly("1 joined", "1 < hello", "lost.fragments 1");
    }

    private List<String> heard(byte[]... packets) throws IOException {
        CaptureFile file = CaptureFile.pcap();
        for (int i = 0; i < packets.length; i++) {
            file.packet(i, packets[i]);
        }
        return heard(file);
    }

    private List<String> ofLinkType(int linkType, byte[] packet) throws IOException {
        return heard(
                CaptureFile.pcap(0xA1B2C3D4, ByteOrder.LITTLE_ENDIAN, linkType).packet(0, packet));
    }

    private List<String> heard(CaptureFile file) throws IOException {
        return Heard.in(file.write(folder.resolve("capture"))).words;
    }
}
