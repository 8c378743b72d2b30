package dev.earshot.journal;

import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A summary of a capture that need not be opened for it: its first endpoint, its beginning and the number of its
 * packets.
 *
 * @param opened the first endpoint that was opened; null if there was none
 * @param beganAt when it began, in milliseconds since 1970-01-01 UTC
 * @param packets the number of packets with data that were received and sent, in the part that was read
 * @param isWhole whether all of the capture was read; of a large one it is only the beginning
 */
public record CaptureSummary(Event.Opened opened, long beganAt, long packets, boolean isWhole) {
    private static final long MOST_READ = 64L << 20;

    /**
     * Reads the beginning of a capture of Earshot. Blocks.
     *
     * @param files in the order in which they were written
     */
    public static CaptureSummary read(List<Path> files, NoteKinds noteKinds) throws IOException {
        Counter counter = new Counter();
        try (Segments segments = Segments.open(files, Pcapng::byteOrder)) {
            long end = Math.min(segments.end(), MOST_READ);
            new CaptureReader(segments, noteKinds).readTo(end, counter);
            return new CaptureSummary(counter.opened, counter.beganAt, counter.packets, end == segments.end());
        }
    }

    private static final class Counter implements CaptureReader.Listener {
        private Event.Opened opened;
        private long beganAt;
        private long packets;

        @Override
        public void on(Event event, long offset, int payloadStart, long epochNanos) {
            if (beganAt == 0) {
                beganAt = epochNanos / 1_000_000;
            }
            if (event instanceof Event.Opened first && opened == null) {
                opened = first;
            } else if (event instanceof Event.Received || event instanceof Event.Sending) {
                packets++;
            }
        }
    }
}
