package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.EventSink;
import dev.earshot.net.Transport;
import dev.earshot.session.ByteSize;
import dev.earshot.session.Lens;
import dev.earshot.session.TftpDownload;
import dev.earshot.session.TftpDownload.Progress;
import dev.earshot.session.TftpDownload.State;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One run of {@code tftp get}. Confined to the main thread but for the packets. */
final class TftpRun {
    private static final int LOOK_MILLIS = 200;
    private static final String EMPTY_LINE = "\r" + " ".repeat(60) + "\r";

    private final Stdio stdio;
    private final Output out;
    private final MessagePrinter packets;
    private final boolean shown;
    private final boolean printed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile TftpDownload download;
    private volatile boolean unwanted;

    /** @param printed whether every packet is printed; if not, progress is shown, where somebody is there to see it */
    TftpRun(Stdio stdio, boolean printed) {
        this.stdio = stdio;
        this.printed = printed;
        out = new Output(stdio.out(), stdio.charset());
        packets = new MessagePrinter(lines(), out, this::cancel);
        shown = !printed && System.console() != null;
    }

    /** Every peer of a transfer speaks TFTP. */
    private static RowLines lines() {
        Lens lens = new Lens(Encoding.UTF_8, peer -> Encoding.UTF_8, peer -> Transport.TFTP);
        return new RowLines(new RowFormatter(lens, MessageViews.WITHOUT_HEX, LensOptions.ENGLISH), false);
    }

    /** Fetches a file, or less if a signal comes; returns the exit code. */
    int fetch(FileRequest request, LocalFile file, boolean replace) throws CommandFailure, Problem, Output.NoReader {
        ShutdownSignal finish = new ShutdownSignal(this::cancel, this::bytes);
        int exitCode = Terminal.FAILED;
        try {
            EventSink sink = printed ? packets : event -> {};
            AtomicInteger ids = new AtomicInteger();
            download = TftpDownload.start(request, file, replace, sink, ids::incrementAndGet, end -> ended.countDown());
            if (unwanted) {
                download.cancel();
            }
            follow();
            exitCode = tell(file);
        } catch (Output.NoReader e) {
            exitCode = Terminal.FINE;
            throw e;
        } finally {
            finish.done(exitCode);
        }
        return exitCode;
    }

    private void cancel() {
        unwanted = true;
        TftpDownload running = download;
        if (running != null) {
            running.cancel();
        }
    }

    private long bytes() {
        TftpDownload running = download;
        return running == null ? 0 : running.progress().bytes();
    }

    private void follow() throws CommandFailure {
        try {
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                show();
            }
        } catch (InterruptedException e) {
            download.cancel();
            throw new CommandFailure("Interrupted.");
        } finally {
            if (shown) {
                stdio.err().print(EMPTY_LINE);
            }
        }
    }

    private void show() {
        if (shown) {
            Progress now = download.progress();
            String whole = now.size() < 0 ? "" : " of " + ByteSize.text(now.size());
            String repeats = now.repeats() == 0 ? "" : ", " + now.repeats() + " asked again";
            String line = ByteSize.text(now.bytes()) + whole + ", " + ByteSize.text(now.rate()) + "/s" + repeats;
            stdio.err().print(EMPTY_LINE + line);
            stdio.err().flush();
        }
    }

    private int tell(LocalFile file) throws CommandFailure, Problem, Output.NoReader {
        packets.rethrow();
        Progress reached = download.progress();
        if (reached.state() == State.FAILED) {
            throw reached.problem();
        } else if (reached.state() == State.CANCELLED) {
            stdio.say("Cancelled after " + reached.bytes() + " bytes; nothing was saved.");
            return Terminal.FAILED;
        }
        String seconds = String.format(Locale.ROOT, "%.1f s", reached.millis() / 1000.0);
        out.line("saved " + VisibleText.of(file.path().toString()) + ", " + reached.bytes() + " bytes in " + seconds
                + ", " + ByteSize.text(reached.rate()) + "/s");
        out.flush();
        return Terminal.FINE;
    }
}
