package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording what is read from captures of other programs, on disks that are nearly full or fail. */
class CaptureImportTest {
    private static final byte[] LINE = "x".repeat(999).concat("\n").getBytes(UTF_8);

    @TempDir
    private Path folder;

    /** A disk with this much room. */
    private static class SmallDisk extends CaptureDisk {
        private final long usable;

        SmallDisk(long usable) {
            this.usable = usable;
        }

        @Override
        public Space space(Path any) {
            return new Space(usable, usable);
        }
    }

    private Journal read(CaptureDisk disk, EventSource source) throws IOException {
        CaptureLocation location = CaptureLocation.of(folder.resolve("temporary"));
        CaptureImport reading = new CaptureImport(location, disk, folder, Framing.LINES, (event, time) -> {});
        try {
            return reading.run(source, folder.resolve("name.pcap"), new TaskProgress());
        } catch (IOException e) {
            reading.close();
            throw e;
        }
    }

    private static void lines(EventSource.Recorder recorder, int count) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        Peer peer = new Peer(1, address, address, Transport.TCP_CAPTURED);
        recorder.on(new Event.Joined(peer), 1);
        for (int i = 0; i < count; i++) {
            recorder.onData(new Event.Received(peer, LINE, 0, LINE.length, 0), i, i + 1);
        }
    }

    @Test
    void whatHasNoRoomIsToldAndTheRestIsShown() throws IOException {
        try (Journal journal = read(new SmallDisk(40_000), (recorder, opening) -> lines(recorder, 100))) {
            List<String> texts = Scene.texts(journal);
            assertThat(texts.size()).isBetween(15, 25);
            try (RowReader rows = journal.reader()) {
                Row last = rows.read(rows.count() - 1, 100);
                assertThat(last.event())
                        .isInstanceOfSatisfying(
                                Event.Note.class,
                                note -> assertThat(note.kind()).isEqualTo(CaptureNote.NO_ROOM));
            }
            assertThat(journal.file()).isEqualTo(folder.resolve("name.pcap"));
        }
    }

    @Test
    void aDiskThatFailsIsAnErrorAndLeavesNothing() throws IOException {
        CaptureDisk failing = new SmallDisk(1L << 30) {
            @Override
            protected FileChannel open(Path fresh) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> read(failing, (recorder, opening) -> lines(recorder, 1)))
                .hasMessage("No space left on device");
        assertThatThrownBy(() -> read(new SmallDisk(1L << 30), (recorder, opening) -> {
                    lines(recorder, 3);
                    throw new IOException("Input/output error");
                }))
                .hasMessage("Input/output error");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
