package dev.earshot.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.tftp.BlockReceiver.TransferError;
import dev.earshot.tftp.TftpPacket.Ack;
import dev.earshot.tftp.TftpPacket.Data;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the answers to packets with times that the test chooses. */
class BlockReceiverTest {
    private static final FileRequest REQUEST = FileRequest.of(new ConnectAddress("x", 69), "x");

    private final CRC32 written = new CRC32();
    private final BlockReceiver receiver =
            new BlockReceiver(REQUEST, new CheckedOutputStream(OutputStream.nullOutputStream(), written));

    /**
     * 33,553,920 bytes are 65,535 blocks; the next block has number 0, and number 0 comes again after 67,107,840 bytes.
     */
    @ParameterizedTest
    @ValueSource(longs = {33_553_920, 33_553_921, 67_108_352})
    void theFileContinuesAfterBlockNumbersRestartAtZero(long size) throws Exception {
        assertReceived(size, 0x10000, 0);
    }

    /** No standard says what follows 65,535; some servers leave out 0. */
    @ParameterizedTest
    @ValueSource(longs = {33_553_920, 67_108_352})
    void theFileContinuesAfterBlockNumbersRestartAtOne(long size) throws Exception {
        assertReceived(size, 0xFFFF, 1);
    }

    /** Sends a file whose block numbers begin again after so many. */
    private void assertReceived(long size, int numbers, int first) throws Exception {
        CRC32 sent = new CRC32();
        byte[] block = new byte[512];
        long number = 0;
        for (long left = size; left >= 0; left -= 512) {
            number++;
            block[(int) (number % 512)] = (byte) number;
            int length = (int) Math.min(left, 512);
            sent.update(block, 0, length);
            Data data = new Data((int) ((number - first) % numbers) + first, block, 0, length);
            TftpPacket answer = receiver.receive(data, 0);
            TftpPacket toDuplicate = receiver.receive(data, 0);
            if (!answer.equals(new Ack(data.block())) || toDuplicate != null) {
                throw new AssertionError("block " + number + ": " + answer + ", " + toDuplicate);
            }
        }
        assertThat(receiver.isComplete()).isTrue();
        assertThat(receiver.bytes()).isEqualTo(size);
        assertThat(written.getValue()).isEqualTo(sent.getValue());
    }

    @Test
    void aRepeatedBlockIsAcknowledgedAgainButNotTooSoon() throws Exception {
        Data first = new Data(1, new byte[512], 0, 512);
        assertThat(receiver.receive(first, 1_000)).isEqualTo(new Ack(1));
        assertThat(receiver.receive(first, 1_000 + BlockReceiver.REPEAT_NANOS - 1))
                .isNull();
        assertThat(receiver.receive(first, 1_000 + BlockReceiver.REPEAT_NANOS)).isEqualTo(new Ack(1));
        assertThat(receiver.receive(first, 1_001 + BlockReceiver.REPEAT_NANOS)).isNull();
        assertThat(receiver.bytes()).isEqualTo(512);
        assertThat(receiver.steps()).isEqualTo(1);
    }

    @Test
    void randomPacketsAreAnsweredOrEndTheTransfer() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int broken = 0;
        Set<Class<?>> seen = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            byte[] packet = new byte[random.nextInt(40)];
            random.nextBytes(packet);
            if (packet.length > 2) {
                packet[0] = 0;
                packet[1] = (byte) random.nextInt(8);
                packet[2] = (byte) random.nextInt(2);
            }
            TftpPacket read = PacketCodec.decode(packet, 0, packet.length);
            seen.add(read.getClass());
            try {
                TftpPacket answer =
                        new BlockReceiver(REQUEST, OutputStream.nullOutputStream()).receive(read, random.nextLong());
                if (answer == null) {
                    throw new AssertionError("seed " + seed + ": " + read);
                }
            } catch (TransferError e) {
                broken++;
            }
        }
        assertThat(broken).isPositive();
        assertThat(seen).hasSize(TftpPacket.class.getPermittedSubclasses().length);
    }

    @Test
    void encodedPacketsDecodeToTheSameValues() {
        for (TftpPacket packet :
                new TftpPacket[] {REQUEST.packet(), new Ack(65_535), new Ack(0), new TftpPacket.Failure(5, "谁？")}) {
            byte[] bytes = PacketCodec.encode(packet);
            assertThat(PacketCodec.decode(bytes, 0, bytes.length)).isEqualTo(packet);
        }
    }
}
