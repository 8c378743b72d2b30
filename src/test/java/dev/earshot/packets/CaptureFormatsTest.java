package dev.earshot.packets;

import static dev.earshot.packets.Wire.ethernet;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.journal.storage.NotACaptureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file formats of captures, with their byte orders, clocks, sections and link types. */
class CaptureFormatsTest {
    private static final Wire WIRE = Wire.ipv4();
    private static final byte[] ASKED = WIRE.udp(true, "hello");
    private static final int PSH = 8;
    private static final int SYN = 2;
    private static final int FIN = 1;
    private static final int ACK = 16;
    private static final List<String> HEARD = List.of("1 joined", "1 < hello");

    @TempDir
    private Path folder;

    private Heard heard(byte[] file) throws IOException {
        return Heard.in(Files.write(folder.resolve("capture"), file));
    }

    @Test
    void pcapIsReadInBothByteOrdersAndResolutions() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (int magic : new int[] {0xA1B2C3D4, 0xA1B23C4D}) {
                byte[] file = CaptureFile.pcap(magic, order, CaptureFile.ETHERNET)
                        .packet(0, ethernet(ASKED))
                        .bytes();
                Heard heard = heard(file);
                long expected = magic == 0xA1B23C4D ? CaptureFile.START : CaptureFile.START / 1000 * 1000;
                assertThat(heard.words).isEqualTo(HEARD);
                assertThat(heard.times).containsExactly(expected, expected);
                assertThat(heard(CaptureFile.gzip(file)).words).isEqualTo(HEARD);
            }
        }
    }

    @Test
    void pcapngIsReadWithSectionsInterfacesAndAllPacketBlocks() throws IOException {
        CaptureFile file = CaptureFile.pcapng().section(ByteOrder.BIG_ENDIAN);
        file.port(CaptureFile.RAW, 0, file.option(2, "name".getBytes(US_ASCII)))
                .port(CaptureFile.ETHERNET, 0, file.option(9, (byte) 9))
                .enhanced(0, 1_000_000, ASKED)
                .enhanced(1, 2_000_000_000L, ethernet(ASKED))
                .block(5, new byte[12]) // statistics
                .block(0xBAD, new byte[300_000])
                .obsolete(0, 3_000_000, ASKED)
                .simple(ASKED)
                .section(ByteOrder.LITTLE_ENDIAN)
                .port(CaptureFile.ETHERNET, 0)
                .enhanced(0, 5_000_000, ethernet(ASKED));
        Heard heard = heard(file.bytes());
        assertThat(heard.words).hasSize(6).endsWith("1 < hello");
        long second = 1_000_000_000;
        assertThat(heard.times).containsExactly(second, second, 2 * second, 3 * second, 3 * second, 5 * second);
        assertThat(heard.frames).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(heard(CaptureFile.gzip(file.bytes())).words).hasSize(6);
    }

    /** Begins a pcapng file whose clock counts nanoseconds. */
    private static CaptureFile pcapng() {
        CaptureFile file = CaptureFile.pcapng().section(ByteOrder.LITTLE_ENDIAN);
        return file.port(CaptureFile.RAW, 0, file.option(9, (byte) 9));
    }

    @Test
    void commentsOnPacketsFollowTheirRows() throws IOException {
        Wire wire = Wire.ipv4();
        CaptureFile file = pcapng();
        file.commented(0, wire.tcp(true, 100, 0, SYN, ""), file.comment("who is it?"))
                .commented(1, wire.tcp(false, 500, 101, SYN | ACK, ""), file.comment("no row"))
                .commented(2, wire.tcp(true, 104, 501, PSH, "two\n"), file.option(2, (byte) 1), file.comment("later"))
                .commented(3, wire.tcp(true, 101, 501, PSH, "one"), file.comment("first"), file.comment("again"))
                .commented(4, wire.tcp(true, 101, 501, PSH, "one"), file.comment("sent twice"))
                .commented(5, wire.tcp(true, 108, 501, FIN, ""), file.comment("bye"))
                .commented(6, ASKED, file.comment("a datagram"));
        assertThat(heard(file.bytes()).words)
                .containsExactly(
                        "1 joined",
                        "^ who is it?",
                        "1 < one",
                        "^ first / again",
                        "1 < two\n",
                        "^ later",
                        "1 finished",
                        "^ bye",
                        "2 joined",
                        "2 < hello",
                        "^ a datagram",
                        "commented.packet 2",
                        "^ no row",
                        "commented.packet 5",
                        "^ sent twice");
    }

    @Test
    void damagedOptionsCostOnlyTheirComment() throws IOException {
        CaptureFile file = pcapng();
        byte[] tooLong = file.comment("cut");
        tooLong[2] = 100;
        file.commented(0, ASKED, tooLong)
                .commented(1, ASKED, new byte[] {1, 0, 0, 0}, file.option(0), file.comment("behind the end"))
                .commented(2, ASKED, file.comment("你好"));
        assertThat(heard(file.bytes()).words)
                .containsExactly("1 joined", "1 < hello", "^ cut\0", "1 < hello", "1 < hello", "^ 你好");
    }

    @Test
    void eachInterfaceHasItsOwnClock() {
        assertThat(clock(6, 0).nanos(1_500_000)).isEqualTo(1_500_000_000L);
        assertThat(clock(0, 0).nanos(7)).isEqualTo(7_000_000_000L);
        assertThat(clock(12, 0).nanos(1_500_000_000_000L)).isEqualTo(1_500_000_000L);
        assertThat(clock(0x80 | 10, 0).nanos(1536)).isEqualTo(1_500_000_000L);
        assertThat(clock(0x80 | 40, 0).nanos(3L << 39)).isEqualTo(1_500_000_000L);
        assertThat(clock(6, 100).nanos(1)).isEqualTo(100_000_001_000L);
        assertThat(clock(6, -200).nanos(1)).isZero();
        for (int resolution = 0; resolution < 256; resolution++) {
            for (long ticks : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, CaptureFile.START}) {
                assertThat(clock(resolution, Long.MAX_VALUE).nanos(ticks)).isNotNegative();
                assertThat(clock(resolution, 0).nanos(ticks)).isNotNegative();
            }
        }
    }

    private static CaptureInterface clock(int resolution, long offset) {
        return new CaptureInterface(CaptureFile.ETHERNET, 0, resolution, offset);
    }

    @Test
    void everyLinkTypeIsRead() throws IOException {
        byte[] ipv6 = Wire.ipv6().udp(true, "hello");
        String macs = "020000000002 020000000001 ";
        assertThat(ofLinkType(1, Wire.behind(macs + "8100 0005 0800", ASKED))).isEqualTo(HEARD);
        assertThat(ofLinkType(1, Wire.behind(macs + "88A8 0005 8100 0006 86DD", ipv6)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(1, Wire.behind(macs + "0025 AAAA03 000000 0800", ASKED)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(113, Wire.behind("0000 0304 0006 0000000000000000 0800", ASKED)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(276, Wire.behind("86DD 0000 00000001 0304 00 06 0000000000000000", ipv6)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(0, Wire.behind("02000000", ASKED))).isEqualTo(HEARD);
        assertThat(ofLinkType(0, Wire.behind("0000001E", ipv6))).isEqualTo(HEARD);
        assertThat(ofLinkType(108, Wire.behind("00000002", ASKED))).isEqualTo(HEARD);
        for (int raw : new int[] {101, 12, 14, 228}) {
            assertThat(ofLinkType(raw, ASKED)).isEqualTo(HEARD);
        }
        assertThat(ofLinkType(229, ipv6)).isEqualTo(HEARD);
        assertThat(ofLinkType(117, Wire.behind("3D020000" + "00".repeat(60), ASKED)))
                .isEqualTo(HEARD);
    }

    @Test
    void tunnelsOfProvidersAreRead() throws IOException {
        byte[] ipv6 = Wire.ipv6().udp(true, "hello");
        String macs = "020000000002 020000000001 ";
        assertThat(ofLinkType(1, Wire.behind(macs + "8864 1100 0001 0030 0021", ASKED)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(1, Wire.behind(macs + "8100 0007 8864 1100 0001 0040 0057", ipv6)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(1, Wire.behind(macs + "8847 00010040 00020140", ASKED)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(9, Wire.behind("0021", ASKED))).isEqualTo(HEARD);
        assertThat(ofLinkType(9, Wire.behind("57", ipv6)))
                .as("a compressed field")
                .isEqualTo(HEARD);
        assertThat(ofLinkType(50, Wire.behind("FF03 0021", ASKED))).isEqualTo(HEARD);
        assertThat(ofLinkType(50, Wire.behind("0F00 0800", ASKED))).isEqualTo(HEARD);
        assertThat(ofLinkType(51, Wire.behind("1100 0001 0030 0021", ASKED))).isEqualTo(HEARD);
        assertThat(ofLinkType(104, Wire.behind("8F00 86DD", ipv6))).isEqualTo(HEARD);
        assertThat(ofLinkType(9, Wire.behind("C021", new byte[9]))).as("LCP").containsExactly("other.packets 1");
    }

    @Test
    void dataOfOpenWirelessNetworksAreRead() throws IOException {
        String addresses = "020000000001 020000000002 020000000003 1000 ";
        String llc = "AAAA03 000000 0800";
        assertThat(ofLinkType(105, Wire.behind("0801 0000" + addresses + llc, ASKED)))
                .isEqualTo(HEARD);
        assertThat(ofLinkType(127, Wire.behind("0000 0800 00000000 8801 0000" + addresses + "0000" + llc, ASKED)))
                .as("radiotap, QoS")
                .isEqualTo(HEARD);
        assertThat(ofLinkType(105, Wire.behind("8883 0000" + addresses + "020000000004 0000 00000000" + llc, ASKED)))
                .as("four addresses, QoS, HT")
                .isEqualTo(HEARD);
        assertThat(ofLinkType(105, Wire.behind("0841 0000" + addresses + llc, ASKED)))
                .as("encrypted")
                .containsExactly("other.packets 1");
    }

    private List<String> ofLinkType(int linkType, byte[] packet) throws IOException {
        return heard(CaptureFile.pcap(0xA1B2C3D4, ByteOrder.LITTLE_ENDIAN, linkType)
                        .packet(0, packet)
                        .bytes())
                .words;
    }

    @Test
    void whatIsNotShownIsTold() throws IOException {
        String macs = "020000000002 020000000001 ";
        CaptureFile file = CaptureFile.pcap()
                .packet(0, Wire.behind(macs + "0806", new byte[28])) // ARP
                .packet(1, ethernet(WIRE.ip(true, 1, new byte[8]))) // ICMP
                .packet(2, ethernet(new byte[] {0x45, 0}))
                .packet(3, ethernet(ASKED));
        assertThat(heard(file.bytes()).words)
                .containsExactly("1 joined", "1 < hello", "other.packets 2", "broken.packets 1");
        assertThat(ofLinkType(220, new byte[40])).containsExactly("other.link.type 1 220");
        assertThat(heard(CaptureFile.pcap().bytes()).words).containsExactly("no.packets capture");
    }

    @Test
    void headersOfIpv6AndTrailersAreSkipped() throws IOException {
        Wire wire = Wire.ipv6();
        byte[] udp = wire.udpPayload(true, "hello");
        byte[] extended = Wire.behind("3C00 0502 00000100 1100 0104 00000000", udp); // hop by hop, then destination
        byte[] packet = ethernet(wire.ipv6(true, 0, extended));
        byte[] padded = Arrays.copyOf(packet, packet.length + 9);
        assertThat(heard(CaptureFile.pcap().packet(0, padded).bytes()).words).isEqualTo(HEARD);
    }

    @Test
    void fragmentsArePutTogether() throws IOException {
        String text = "0123456789abcdef".repeat(3);
        byte[] udp = WIRE.udpPayload(true, text);
        byte[] first = WIRE.ipv4(true, 17, 7, 0x2000, Arrays.copyOf(udp, 32));
        byte[] last = WIRE.ipv4(true, 17, 7, 4, Arrays.copyOfRange(udp, 32, udp.length));
        assertThat(heard(CaptureFile.pcap()
                                .packet(0, ethernet(last))
                                .packet(1, ethernet(first))
                                .bytes())
                        .words)
                .containsExactly("1 joined", "1 < " + text);
        assertThat(heard(CaptureFile.pcap().packet(0, ethernet(first)).bytes()).words)
                .containsExactly("lost.fragments 1");
        Wire wire = Wire.ipv6();
        byte[] six = wire.udpPayload(false, text);
        byte[] head = wire.ipv6(false, 44, Wire.behind("11 00 0001 00000009", Arrays.copyOf(six, 16)));
        byte[] tail = wire.ipv6(false, 44, Wire.behind("11 00 0010 00000009", Arrays.copyOfRange(six, 16, six.length)));
        assertThat(heard(CaptureFile.pcap()
                                .packet(0, ethernet(head))
                                .packet(1, ethernet(tail))
                                .bytes())
                        .words)
                .containsExactly("1 joined", "1 > " + text);
    }

    @Test
    void severalFilesAreOneCapture() throws IOException {
        Path one = CaptureFile.pcap().packet(0, ethernet(ASKED)).write(folder.resolve("one"));
        Path two = CaptureFile.pcap(0xA1B23C4D, ByteOrder.BIG_ENDIAN, CaptureFile.RAW)
                .packet(9, WIRE.udp(false, "answer"))
                .write(folder.resolve("two"));
        Path three = Files.write(folder.resolve("three"), new byte[100]);
        Heard heard = Heard.in(one, two, three);
        assertThat(heard.words).containsExactly("1 joined", "1 < hello", "1 > answer", "file.unreadable three");
        assertThat(heard.frames).containsExactly(1L, 2L);
    }

    @Test
    void otherFilesAreRefused() {
        for (byte[] other : List.of(
                new byte[0],
                new byte[3],
                new byte[4096],
                "GIF89a".repeat(9).getBytes(US_ASCII),
                new byte[] {0x1F, (byte) 0x8B},
                new byte[] {0x1F, (byte) 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
                CaptureFile.gzip(new byte[50]))) {
            assertThatThrownBy(() -> heard(other)).isInstanceOf(NotACaptureException.class);
        }
    }

    @Test
    void damageIsToldAndWhatCameBeforeStays() throws IOException {
        byte[] good = CaptureFile.pcap().packet(0, ethernet(ASKED)).bytes();
        byte[] huge = Arrays.copyOf(good, good.length + 16);
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(good.length + 8, -1);
        assertThat(heard(huge).words).containsExactly("1 joined", "1 < hello", "file.damaged capture " + huge.length);
        assertThat(heard(Arrays.copyOf(huge, huge.length - 1)).words)
                .containsExactly("1 joined", "1 < hello", "file.cut.off capture");
        byte[] zipped = CaptureFile.gzip(CaptureFile.pcap()
                .packet(0, ethernet(ASKED))
                .packet(0, ethernet(WIRE.udp(true, "x".repeat(60_000))))
                .bytes());
        assertThat(heard(Arrays.copyOf(zipped, zipped.length - 9)).words).contains("file.cut.off capture");
    }
}
