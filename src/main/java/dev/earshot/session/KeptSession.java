package dev.earshot.session;

import dev.earshot.journal.CaptureSummary;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.words.EventWords;
import dev.earshot.session.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** An earlier session whose capture is in the store, and what it was about. */
public record KeptSession(CaptureStore.StoredCapture capture, CaptureSummary summary) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Describes the session: when it began, its first endpoint, the number of packets with data, and its size. */
    public String describe(Words words) {
        String when = TIME.format(Instant.ofEpochMilli(summary.beganAt()).atZone(ZoneId.systemDefault()));
        String what =
                summary.opened() == null ? words.of("ui.recent.unopened") : EventWords.of(summary.opened(), words);
        String packets =
                words.of(summary.isWhole() ? "ui.recent.packets" : "ui.recent.packets.more", summary.packets());
        return words.of("ui.recent.session", when, what, packets, ByteSize.text(capture.bytes()));
    }
}
