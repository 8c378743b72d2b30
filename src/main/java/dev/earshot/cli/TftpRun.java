package dev.earshot.cli;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.EventSink;
import dev.earshot.net.Transport;
import dev.earshot.session.Lens;
import dev.earshot.session.TftpDownload;
import dev.earshot.session.TftpDownload.Progress;
import dev.earshot.session.TftpDownload.State;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFile;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Fetches one file for {@code tftp get}. Confined to the main thread except for the packets. */
final class TftpRun {
    private static final int PROGRESS_MILLIS = 200;
    private static final String EMPTY_LINE = "\r" + " ".repeat(60) + "\r";

    private final HostProcess host;
    private final Output out;
    private final MessagePrinter packets;
    private final boolean showsProgress;
    private final boolean printsPackets;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile TftpDownload download;
    private volatile boolean cancelled;

    /** @param printsPackets whether every packet is printed; otherwise the progress is shown on a terminal */
    TftpRun(HostProcess host, boolean printsPackets) {
        this.host = host;
        this.printsPackets = printsPackets;
        out = new Output(host.out(), host.charset());
        packets = new MessagePrinter(lines(), out, this::cancel);
        showsProgress = !printsPackets && System.console() != null;
    }

    /** Returns lines that show all messages as packets of TFTP. */
    private static RowLines lines() {
        Lens lens = new Lens(Encoding.UTF_8, peer -> Encoding.UTF_8, peer -> Transport.TFTP);
        return new RowLines(new RowFormatter(lens, MessageViews.WITHOUT_HEX, LensOptions.ENGLISH), false);
    }

    /** Fetches a file, or cancels when a signal comes. Returns the exit code. */
    int fetch(FileRequest request, LocalFile file, boolean replace) throws CommandFailure, Problem, Output.NoReader {
        ShutdownSignal shutdown = new ShutdownSignal(host, this::cancel, () -> {});
        int exitCode = Terminal.FAILED;
        try {
            EventSink sink = printsPackets ? packets : event -> {};
            AtomicInteger ids = new AtomicInteger();
            download = TftpDownload.start(request, file, replace, sink, ids::incrementAndGet, end -> ended.countDown());
            if (cancelled) {
                download.cancel();
            }
            awaitEnd();
            exitCode = report(file);
        } catch (Output.NoReader e) {
            exitCode = Terminal.FINE;
            throw e;
        } finally {
            shutdown.complete(exitCode);
        }
        return exitCode;
    }

    private void cancel() {
        cancelled = true;
        TftpDownload running = download;
        if (running != null) {
            running.cancel();
        }
    }

    private void awaitEnd() throws CommandFailure {
        try {
            while (!ended.await(PROGRESS_MILLIS, TimeUnit.MILLISECONDS)) {
                showProgress();
            }
        } catch (InterruptedException e) {
            download.cancel();
            throw new CommandFailure("Interrupted.");
        } finally {
            if (showsProgress) {
                host.err().print(EMPTY_LINE);
            }
        }
    }

    private void showProgress() {
        if (showsProgress) {
            Progress progress = download.progress();
            long size = progress.plausibleSize();
            String total = size < 0 ? "" : " of " + ByteSize.text(size);
            String repeats = progress.repeats() == 0 ? "" : ", " + progress.repeats() + " asked again";
            String line =
                    ByteSize.text(progress.bytes()) + total + ", " + ByteSize.text(progress.rate()) + "/s" + repeats;
            host.err().print(EMPTY_LINE + line);
            host.err().flush();
        }
    }

    private int report(LocalFile file) throws CommandFailure, Problem, Output.NoReader {
        packets.rethrow();
        Progress result = download.progress();
        if (result.state() == State.FAILED) {
            throw result.problem();
        } else if (result.state() == State.CANCELLED) {
            host.say("Cancelled after " + result.bytes() + " bytes; nothing was saved.");
            return Terminal.FAILED;
        }
        if (result.hasOtherSize()) {
            host.say("The server had announced a size of " + result.size() + "; the file is complete all the same.");
        }
        String seconds = String.format(Locale.ROOT, "%.1f s", result.millis() / 1000.0);
        out.line("saved " + VisibleText.of(file.path().toString()) + ", " + result.bytes() + " bytes in " + seconds
                + ", " + ByteSize.text(result.rate()) + "/s");
        out.flush();
        return Terminal.FINE;
    }
}
