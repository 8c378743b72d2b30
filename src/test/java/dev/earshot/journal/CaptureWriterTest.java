package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    /** The files of a capture are found again by a number in ASCII digits. */
    @Test
    void filesAreNumberedAlikeOnAnArabicComputer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(CaptureLocation.numbered(folder.resolve("capture.pcapng"), 2))
                    .isEqualTo(folder.resolve("capture.0002.pcapng"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theLargestReadsBeginAtAPageAndFillPages() throws Exception {
        Path file = folder.resolve("capture.pcapng");
        Peer peer = Scene.peer(1);
        byte[] most = new byte[Endpoint.MAX_PIECE];
        List<Long> starts = new ArrayList<>();
        FaultyDisk disk = new FaultyDisk(write -> false);
        try (CaptureWriter writer =
                new CaptureWriter(CaptureLocation.of(file), disk, new CaptureLimit(disk.space(folder)), 1)) {
            Segments segments = writer.segmentedFile().segments();
            writer.append(new Event.Joined(peer), 1);
            for (int i = 0; i < 40; i++) {
                for (int n = 0; n < 3; n++) {
                    starts.add(writer.append(new Event.Received(peer, most, 0, most.length, 0), 2));
                }
                long end = segments.end();
                assertThat(writer.append(new Event.Received(peer, most, 0, 1 + i * 107, 0), 3))
                        .isEqualTo(end);
            }
            assertThat(segments.end()).isEqualTo(Files.size(file));
        }
        assertThat(starts).allMatch(start -> start % PAGE == 0);
        for (int i = 0; i < starts.size(); i += 3) {
            assertThat(starts.get(i + 2) - starts.get(i)).isEqualTo(2 * 64 * 1024);
        }
        List<Long> read = new ArrayList<>();
        try (Segments segments = Segments.open(List.of(file), Pcapng::byteOrder)) {
            new CaptureReader(segments, CaptureNote.KNOWN)
                    .readTo(Files.size(file), (event, offset, payloadStart, time) -> {
                        if (event instanceof Event.Received r && r.length() == most.length) {
                            read.add(offset);
                        }
                    });
        }
        assertThat(read).isEqualTo(starts);
    }
}
