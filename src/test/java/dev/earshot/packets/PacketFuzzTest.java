package dev.earshot.packets;

import static dev.earshot.packets.Wire.ethernet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import dev.earshot.journal.storage.NotACaptureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads captures of other programs that are cut, damaged or made to do harm. What is whole is read, or the file is
 * refused; nothing else happens, and nothing takes long or much memory.
 */
class PacketFuzzTest {
    private static final int[] ODD = {
        0, 1, 3, 4, 7, 11, 12, 13, 0xFFFF, 1 << 20, Integer.MAX_VALUE, -1, Integer.MIN_VALUE
    };

    /** For the places between two fields of the formats, which all begin at a multiple of four. */
    private static final int[] FEW = {0, 0xFFFF, -1};

    @TempDir
    private Path folder;

    private Path file;
    private List<byte[]> good;

    @BeforeEach
    void makeCaptures() {
        file = folder.resolve("hostile");
        Wire four = Wire.ipv4();
        Wire six = Wire.ipv6();
        byte[] udp = four.udpPayload(true, "0123456789abcdef".repeat(2));
        List<byte[]> packets = List.of(
                four.tcp(true, 100, 0, Wire.SYN, ""),
                four.tcp(false, 900, 101, Wire.SYN | Wire.ACK, ""),
                four.tcp(true, 101, 901, Wire.PSH | Wire.ACK, "ask"),
                four.tcp(true, 110, 901, Wire.PSH | Wire.ACK, "early"),
                four.tcp(false, 901, 115, Wire.ACK, "answer"),
                six.udp(true, "datagram"),
                six.ipv6(true, 0, Wire.behind("1100 0502 00000100", six.udpPayload(true, "extended"))),
                four.ipv4(true, 17, 7, 0x2000, Arrays.copyOf(udp, 16)),
                four.ipv4(true, 17, 7, 2, Arrays.copyOfRange(udp, 16, udp.length)),
                four.tcp(true, 115, 907, Wire.FIN | Wire.ACK, ""),
                four.tcp(false, 907, 116, Wire.RST, ""));
        CaptureFile pcap = CaptureFile.pcap();
        CaptureFile pcapng = CaptureFile.pcapng().section(ByteOrder.BIG_ENDIAN);
        pcapng.port(CaptureFile.ETHERNET, 0, pcapng.option(9, (byte) 9), pcapng.option(14, new byte[8]))
                .port(CaptureFile.RAW, 96);
        for (byte[] packet : packets) {
            pcap.packet(1, ethernet(packet));
            pcapng.packet(1, ethernet(packet)).obsolete(1, 5, packet).simple(ethernet(packet));
        }
        good = List.of(pcap.bytes(), pcapng.bytes(), CaptureFile.gzip(pcapng.bytes()));
    }

    /** Returns the events that are read from the bytes; none if they are refused. */
    private Heard read(byte[] bytes) throws IOException {
        try {
            return Heard.in(Files.write(file, bytes));
        } catch (NotACaptureException e) {
            return new Heard(); // said to the person
        }
    }

    @Test
    void aCaptureCutAtAnyByteIsReadAsFarAsItGoes() throws IOException {
        for (byte[] bytes : good) {
            long before = 0;
            for (int length = 0; length <= bytes.length; length++) {
                long now = read(Arrays.copyOf(bytes, length)).bytes;
                assertThat(now).as("cut at %d", length).isGreaterThanOrEqualTo(before);
                before = now;
            }
            assertThat(before).isGreaterThan(40);
        }
    }

    @Test
    void anyNumberMayBeOdd() throws IOException {
        for (byte[] bytes : good.subList(0, 2)) {
            for (int at = 0; at + 4 <= bytes.length; at += 2) {
                for (int odd : at % 4 == 0 ? ODD : FEW) {
                    byte[] damaged = bytes.clone();
                    ByteBuffer.wrap(damaged).putInt(at, odd);
                    read(damaged);
                }
            }
        }
    }

    @Test
    void damagedCapturesAreReadOrRefused() {
        Fuzz.run(1_000, random -> read(RandomInput.damaged(random, good.get(random.nextInt(good.size())))));
    }

    @Test
    void randomPacketsOfEveryLinkTypeAreRead() {
        int[] linkTypes = {0, 1, 12, 101, 108, 113, 228, 229, 276, 147};
        Fuzz.run(300, random -> {
            CaptureFile capture =
                    CaptureFile.pcap(0xA1B2C3D4, ByteOrder.LITTLE_ENDIAN, linkTypes[random.nextInt(linkTypes.length)]);
            for (int i = random.nextInt(40); i >= 0; i--) {
                capture.packet(random.nextInt(), RandomInput.bytes(random, 120));
            }
            read(capture.bytes());
        });
    }

    @Test
    void randomSegmentsOfOneConnectionAreReadWithinItsBounds() {
        Wire wire = Wire.ipv4();
        Fuzz.run(300, random -> {
            CaptureFile capture = CaptureFile.pcap();
            for (int i = 0; i < 60; i++) {
                capture.packet(i, ethernet(segment(wire, random)));
            }
            Heard heard = read(capture.bytes());
            List<String> open = new ArrayList<>();
            for (String word : heard.words) {
                String peer = word.split(" ")[0];
                if (word.endsWith("joined") || word.endsWith("under way")) {
                    assertThat(open).doesNotContain(peer);
                    open.add(peer);
                } else {
                    assertThat(open).as(word).contains(peer);
                }
                if (word.contains(" left ")) {
                    open.remove(peer);
                }
            }
        });
    }

    /** Returns a segment about which nothing is right but its ports; its numbers are often near each other. */
    private static byte[] segment(Wire wire, Random random) {
        int[] flags = {0, Wire.ACK, Wire.PSH, Wire.FIN, Wire.SYN, Wire.SYN | Wire.ACK, Wire.RST, random.nextInt(256)};
        long sequence = random.nextInt(20) == 0 ? random.nextInt() : random.nextInt(64) - 32;
        return wire.tcp(
                random.nextBoolean(),
                sequence,
                random.nextInt(64) - 32,
                flags[random.nextInt(flags.length)],
                "x".repeat(random.nextInt(20)));
    }
}
