package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import dev.earshot.journal.storage.NotACaptureException;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import java.io.ByteArrayOutputStream;
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
 * Opens captures that are cut, damaged or made to do harm. Each opens as far as it is whole, or is refused with an
 * {@link IOException}; nothing else happens, and nothing takes long or much memory.
 */
class CaptureFuzzTest {
    private static final int HEAD_BLOCK = 28;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] good;

    @BeforeEach
    void makeCapture() throws IOException {
        file = folder.resolve("hostile.pcapng");
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer peer = scene.joins(1);
            scene.journal.on(new Event.Opened(peer.local()));
            scene.receives(peer, "one\ntw");
            scene.receives(peer, "o\n".getBytes(Scene.UTF_8), 300);
            scene.sends(peer, "answer".getBytes(Scene.UTF_8), true);
            scene.journal.on(TcpNote.STALLED.about(peer, "65536"));
            scene.receives(peer, "\n".repeat(40));
            scene.silent(peer, 200);
            scene.leaves(peer);
            scene.journal.on(new Event.Closed(peer.local()));
            good = Files.readAllBytes(scene.file);
        }
    }

    @Test
    void aCaptureCutAtAnyByteOpensWithWhatIsWhole() throws IOException {
        long before = -1;
        for (int length = 0; length <= good.length; length++) {
            Files.write(file, Arrays.copyOf(good, length));
            long rows = readAll(file);
            assertThat(rows).as("cut at %d", length).isGreaterThanOrEqualTo(before);
            before = rows;
        }
        assertThat(before).isGreaterThan(40);
    }

    @Test
    void anyLengthOfAnyBlockIsSurvived() throws IOException {
        ByteBuffer order = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < good.length; at += order.getInt(at + 4)) {
            int length = order.getInt(at + 4);
            for (int wrong : new int[] {
                0,
                1,
                7,
                11,
                12,
                13,
                31,
                length - 1,
                length + 4,
                1 << 20,
                (1 << 20) + 1,
                Integer.MAX_VALUE,
                -1,
                Integer.MIN_VALUE
            }) {
                byte[] bytes = good.clone();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 4, wrong);
                Files.write(file, bytes);
                readAll(file);
            }
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        List<byte[]> others = new ArrayList<>();
        others.add(new byte[0]);
        others.add(new byte[4096]);
        others.add("GIF89a".repeat(40).getBytes(Scene.UTF_8));
        others.add(new byte[] {(byte) 0xD4, (byte) 0xC3, (byte) 0xB2, (byte) 0xA1, 2, 0, 4, 0, 0, 0, 0, 0}); // libpcap
        byte[] wrongMagic = good.clone();
        wrongMagic[8] = 0;
        others.add(wrongMagic);
        others.add(Arrays.copyOf(good, HEAD_BLOCK));
        for (byte[] other : others) {
            Files.write(file, other);
            if (other != wrongMagic) {
                assertThatThrownBy(() -> JournalFactory.open(file, folder, Framing.LINES, (event, time) -> {}))
                        .isInstanceOf(NotACaptureException.class);
            }
            readAll(file);
        }
    }

    @Test
    void aCaptureInTheOtherByteOrderIsRead() throws IOException {
        Files.write(file, swapped(good));
        try (Journal same = JournalFactory.open(file, folder, Framing.LINES, (event, time) -> {})) {
            assertThat(Scene.texts(same)).contains("one\n", "tw", "o\n", "answer");
        }
    }

    /** Swaps the numbers of the blocks; packets and texts stay as they are. */
    private static byte[] swapped(byte[] little) {
        ByteBuffer in = ByteBuffer.wrap(little).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer out = ByteBuffer.wrap(little.clone()).order(ByteOrder.BIG_ENDIAN);
        int length;
        for (int at = 0; at < little.length; at += length) {
            length = in.getInt(at + 4);
            int type = in.getInt(at);
            out.putInt(at, type).putInt(at + 4, length).putInt(at + length - 4, length);
            int options = at + length - 4;
            if (type == Pcapng.SECTION_HEADER) {
                out.putInt(at + 8, Pcapng.BYTE_ORDER_MAGIC)
                        .putShort(at + 12, in.getShort(at + 12))
                        .putShort(at + 14, in.getShort(at + 14));
                options = at + 24;
            } else if (type == Pcapng.INTERFACE_DESCRIPTION) {
                out.putShort(at + 8, in.getShort(at + 8)).putInt(at + 12, in.getInt(at + 12));
                options = at + 16;
            } else if (type == Pcapng.ENHANCED_PACKET) {
                for (int field = 8; field < Pcapng.PACKET_HEADER; field += 4) {
                    out.putInt(at + field, in.getInt(at + field));
                }
                options = at + Pcapng.PACKET_HEADER + (in.getInt(at + 20) + 3 & ~3);
            }
            while (options + 4 <= at + length - 4) {
                int code = in.getShort(options);
                int size = in.getShort(options + 2) & 0xFFFF;
                out.putShort(options, (short) code).putShort(options + 2, (short) size);
                if (code == Pcapng.OPTION_FLAGS && size == 4) {
                    out.putInt(options + 4, in.getInt(options + 4));
                }
                options += 4 + (size + 3 & ~3);
            }
        }
        return out.array();
    }

    @Test
    void blocksOfOthersAreSkipped() throws IOException {
        for (int linkType : new int[] {0, 1, 113, 147, 228, 276, 0xFFFF}) {
            byte[] bytes = good.clone();
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort(
                            ByteBuffer.wrap(bytes)
                                            .order(ByteOrder.LITTLE_ENDIAN)
                                            .getInt(4)
                                    + 8,
                            (short) linkType);
            Files.write(file, bytes);
            readAll(file);
        }
        for (int type : new int[] {0, 2, 3, 4, 5, 10, 0xBAD, 0x0A0D0D0A, 0x80000001}) {
            for (int length : new int[] {12, 16, 32, 1 << 20}) {
                Files.write(file, with(block(type, length)));
                long rows = readAll(file);
                assertThat(rows).as("type %x of %d", type, length).isGreaterThan(40);
            }
        }
    }

    @Test
    void hugeOptionsAreSurvived() throws IOException {
        for (int length : new int[] {0, 1, 4, 0x7FFF, 0xFFFC, 0xFFFF}) {
            for (int code : new int[] {0, 1, 2, 3, 4, 0xFFFF}) {
                ByteBuffer block = ByteBuffer.wrap(block(Pcapng.ENHANCED_PACKET, 0x10020 + Pcapng.PACKET_HEADER))
                        .order(ByteOrder.LITTLE_ENDIAN);
                block.putShort(Pcapng.PACKET_HEADER, (short) code).putShort(Pcapng.PACKET_HEADER + 2, (short) length);
                Files.write(file, with(block.array()));
                readAll(file);
            }
        }
    }

    private static byte[] block(int type, int length) {
        byte[] bytes = new byte[length];
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, type)
                .putInt(4, length)
                .putInt(length - 4, length);
        return bytes;
    }

    /** Returns the good capture with a block between its head and its packets. */
    private byte[] with(byte[] block) {
        ByteBuffer head = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (head.getInt(at) != Pcapng.ENHANCED_PACKET) {
            at += head.getInt(at + 4);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, at);
        out.writeBytes(block);
        out.write(good, at, good.length - at);
        return out.toByteArray();
    }

    @Test
    void damagedCapturesAreReadOrRefused() {
        Fuzz.run(400, random -> {
            Files.write(file, random.nextBoolean() ? RandomInput.damaged(random, good) : oneField(random));
            readAll(file);
        });
    }

    /** Returns the capture with one number of one block replaced by an odd one, all the rest being right. */
    private byte[] oneField(Random random) {
        byte[] bytes = good.clone();
        int[] odd = {0, -1, 1, 3, 0xFFFF, 0x7FFFFFFF, 0x80000000, random.nextInt(), random.nextInt(200)};
        int at = random.nextInt(bytes.length / 4 - 1) * 4;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, odd[random.nextInt(odd.length)]);
        return bytes;
    }

    /** Reads all rows in two framings; returns how many there are, or 0 if it is refused. */
    private long readAll(Path capture) {
        try (Journal read = JournalFactory.open(capture, folder, Framing.LINES, (event, time) -> {})) {
            long rows = readRows(read);
            read.reframe(Framing.RECEIVED);
            readRows(read);
            return rows;
        } catch (IOException e) {
            return 0; // said to the person
        }
    }

    private static long readRows(Journal read) throws IOException {
        try (RowReader rows = read.reader()) {
            for (long i = 0; i < rows.count(); i++) {
                try {
                    assertThat(rows.read(i, Integer.MAX_VALUE)).isNotNull();
                    rows.endedAt(i);
                } catch (IOException e) {
                    assertThat(e).isNotNull(); // shown in the row's place
                }
            }
            return rows.count();
        }
    }
}
