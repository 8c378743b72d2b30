package dev.earshot.ui.connect;

import dev.earshot.codec.VisibleText;
import dev.earshot.send.SendRate;
import dev.earshot.session.Status;
import dev.earshot.session.TftpDownload;
import dev.earshot.session.TftpDownload.Progress;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Describes the progress or the outcome of a TFTP download in words. Confined to the EDT. */
final class TransferLine {
    /** The figures change at most this often, so that they can be read. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Words words;
    private TftpDownload shown;
    private TftpDownload.State state;
    private SendRate speed = new SendRate();
    private String text;
    private long measuredAt;

    TransferLine(Words words) {
        this.words = words;
    }

    /** Returns the text for the present status, or null if the words of the state are enough. */
    String text(Status status, TftpDownload download) {
        if (download == null) {
            return null;
        }
        Progress now = download.progress();
        long nanos = System.nanoTime();
        if (download != shown || now.state() != state || nanos - measuredAt >= PAUSE_NANOS) {
            speed = download == shown ? speed : new SendRate();
            shown = download;
            state = now.state();
            measuredAt = nanos;
            speed.measure(nanos, now.bytes());
            text = text(now);
        }
        return fits(status) ? text : null;
    }

    /** Whether status and download are about the same transfer: one of them may lag behind a command. */
    private boolean fits(Status status) {
        return switch (state) {
            case RUNNING -> status.state() == Status.State.OPEN;
            case DONE, CANCELLED -> status.state() == Status.State.CLOSED;
            case FAILED -> false;
        };
    }

    private String text(Progress now) {
        String file = VisibleText.of(shown.request().file());
        return switch (now.state()) {
            case RUNNING -> running(now, file);
            case DONE -> {
                String path = VisibleText.of(shown.file().path().toString());
                yield words.of("ui.tftp.saved", path, now.bytes(), time(now.millis()), FigureText.rate(now.rate()));
            }
            case CANCELLED -> words.of("ui.tftp.cancelled", file, now.bytes());
            case FAILED -> "";
        };
    }

    private String running(Progress now, String file) {
        String comma = words.of("ui.comma");
        String again = now.repeats() == 0 ? "" : comma + words.of("ui.tftp.repeats", now.repeats());
        if (now.bytes() == 0 && now.size() < 0) {
            String server = shown.request().server().text();
            return words.of("ui.tftp.asking", file, server) + again;
        }
        String came = FigureText.bytes(now.bytes());
        long size = now.plausibleSize();
        String of = size < 0 ? came : came + " / " + FigureText.bytes(size);
        long left = size < 0 ? -1 : speed.secondsLeft(size);
        String rest = left < 0 ? "" : comma + words.of("ui.file.left", FigureText.time(words, left));
        String rate = FigureText.rate(Math.round(speed.perSecond()));
        return words.of("ui.tftp.running", file, of, rate) + rest + again;
    }

    private String time(long millis) {
        if (millis < 1_000) {
            return words.of("row.time.millis", millis);
        }
        return millis < 60_000
                ? words.of("ui.tftp.seconds", String.format(Locale.ROOT, "%.1f", millis / 1000.0))
                : FigureText.time(words, millis / 1000);
    }
}
