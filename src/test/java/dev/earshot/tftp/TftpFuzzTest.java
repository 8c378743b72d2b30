package dev.earshot.tftp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import dev.earshot.net.address.ConnectAddress;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whatever a server sends is an answer or an end with a reason, and no byte beyond the limit is written. */
class TftpFuzzTest {
    private static final int LIMIT = 2_000;
    private static final List<byte[]> GOOD = List.of(
            "\0\3\0\1data".getBytes(ISO_8859_1),
            ("\0\3\0\1" + "d".repeat(512)).getBytes(ISO_8859_1),
            ("\0\3\0\2" + "d".repeat(512)).getBytes(ISO_8859_1),
            "\0\4\0\1".getBytes(ISO_8859_1),
            "\0\5\0\1not found\0".getBytes(ISO_8859_1),
            "\0\6blksize\0001024\0tsize\00099\0".getBytes(ISO_8859_1),
            "\0\1file\0octet\0blksize\000512\0".getBytes(ISO_8859_1));

    @Test
    void anyPacketIsDecodedAndSecondTimeAlike() {
        Fuzz.run(30_000, random -> {
            byte[] bytes = packet(random);
            int offset = random.nextInt(3);
            byte[] buffer = new byte[bytes.length + 5];
            System.arraycopy(bytes, 0, buffer, offset, bytes.length);
            TftpPacket packet = PacketCodec.decode(buffer, offset, bytes.length);
            if (packet instanceof TftpPacket.Data data) {
                assertThat(data.length()).isBetween(0, bytes.length - 4);
            } else if (packet instanceof TftpPacket.Ack || packet instanceof TftpPacket.Failure) {
                byte[] written = PacketCodec.encode(packet);
                assertThat(PacketCodec.decode(written, 0, written.length)).isEqualTo(packet);
            }
        });
    }

    private static byte[] packet(Random random) {
        byte[] good = GOOD.get(random.nextInt(GOOD.size()));
        return switch (random.nextInt(4)) {
            case 0 -> good;
            case 1 -> RandomInput.bytes(random, 600);
            default -> RandomInput.damaged(random, good);
        };
    }

    @Test
    void anySequenceOfPacketsEndsWithinTheLimit() {
        Fuzz.run(5_000, random -> {
            FileRequest request = new FileRequest(
                    new ConnectAddress("x", 69), "x", TransferMode.OCTET, 50, 1, LIMIT, 1024, random.nextBoolean());
            AtomicLong written = new AtomicLong();
            BlockReceiver receiver = new BlockReceiver(request, new OutputStream() {
                @Override
                public void write(int b) {
                    written.incrementAndGet();
                }
            });
            try {
                for (int i = 0; i < 30; i++) {
                    byte[] bytes = packet(random);
                    receiver.receive(PacketCodec.decode(bytes, 0, bytes.length), i * 1_000_000L);
                    assertThat(written.get()).isEqualTo(receiver.bytes()).isLessThanOrEqualTo(LIMIT);
                }
            } catch (BlockReceiver.TransferError e) {
                assertThat(e.problem().key()).startsWith("problem.tftp");
            }
        });
    }

    @Test
    void anyNameIsAcceptedOrRefusedAndStaysInTheFolder() {
        List<String> pieces = List.of(
                "..",
                "/",
                "\\",
                "C:",
                "con",
                "aux",
                ".",
                " ",
                "-",
                "\0",
                ":",
                "a",
                "~",
                "%2e",
                "\u202E",
                "x".repeat(300));
        Fuzz.run(20_000, random -> {
            String name = RandomInput.text(random, pieces, 5);
            assertThat(LocalFileName.lastOf(name)).doesNotContain("/", "\\");
            try {
                LocalFileName.check(name);
                assertThat(name)
                        .doesNotContain("/", "\\", "\0", "\n")
                        .isNotEqualTo("..")
                        .isNotEqualTo(".");
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.");
            }
        });
    }
}
