package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.FileTransfer;
import dev.earshot.tftp.LocalFile;
import dev.earshot.tftp.PartFile;
import dev.earshot.tftp.TftpNote;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The download of one file by TFTP, on a thread {@code tftp} of its own. Its progress is reported to nobody and has to
 * be read again and again. Any thread; all methods but {@link #awaitEnd} return at once.
 */
public final class TftpDownload {
    private static final Logger log = LoggerFactory.getLogger(TftpDownload.class);

    private final FileRequest request;
    private final LocalFile file;
    private final boolean replace;
    private final EventSink packets;
    private final IntSupplier peerIds;
    private final Consumer<Progress> ended;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long begunNanos = System.nanoTime();
    private volatile FileTransfer transfer;
    private volatile long saved = -1;
    private volatile boolean cancelled;
    private volatile End end;

    /** The states of a download. */
    public enum State {
        RUNNING,
        /** The file is complete and has its name. */
        DONE,
        /** The download has stopped with a problem, and there is no file. */
        FAILED,
        /** The user has stopped the download, and there is no file. */
        CANCELLED
    }

    /**
     * A snapshot of the download's progress.
     *
     * @param bytes the bytes received so far, as they were sent; those of the saved file once it is done
     * @param size the size of the file in bytes according to the server, or -1; a hint that may be wrong
     * @param millis the time that the download has taken so far, in milliseconds
     * @param repeats the number of packets that had to be sent again
     * @param problem the reason of the failure, or null
     */
    public record Progress(State state, long bytes, long size, long millis, int repeats, Problem problem) {
        /** The average rate since the beginning, in bytes a second. */
        public long rate() {
            return millis == 0 ? 0 : bytes * 1000 / millis;
        }

        /** The size as long as it can be true, in bytes; else -1. */
        public long plausibleSize() {
            return size < bytes ? -1 : size;
        }

        /** Whether the complete file has another size than the server announced. */
        public boolean hasOtherSize() {
            return state == State.DONE && size >= 0 && size != bytes;
        }
    }

    /** The state in which the download ended, and the time of {@link System#nanoTime} at which it did. */
    private record End(State state, Problem problem, long nanos) {}

    private TftpDownload(
            FileRequest request,
            LocalFile file,
            boolean replace,
            EventSink packets,
            IntSupplier peerIds,
            Consumer<Progress> ended) {
        this.request = request;
        this.file = file;
        this.replace = replace;
        this.packets = packets;
        this.peerIds = peerIds;
        this.ended = ended;
    }

    /**
     * Begins to fetch a file.
     *
     * @param replace whether the user has agreed to replace a file of that name
     * @param packets receives every packet in both directions, then a note about the result, on the thread {@code tftp}
     * @param peerIds numbers the peers
     * @param ended is called once at the end, on the thread {@code tftp}
     * @throws Problem which part of the request is wrong; then nothing has begun
     */
    public static TftpDownload start(
            FileRequest request,
            LocalFile file,
            boolean replace,
            EventSink packets,
            IntSupplier peerIds,
            Consumer<Progress> ended)
            throws Problem {
        TftpDownload download = of(request, file, replace, packets, peerIds, ended);
        download.begin();
        return download;
    }

    /** Creates a download that waits for {@link #begin}. */
    static TftpDownload of(
            FileRequest request,
            LocalFile file,
            boolean replace,
            EventSink packets,
            IntSupplier peerIds,
            Consumer<Progress> ended)
            throws Problem {
        request.check();
        return new TftpDownload(request, file, replace, packets, peerIds, ended);
    }

    /** Begins the download, once; one that was cancelled before ends at once. */
    void begin() {
        begunNanos = System.nanoTime();
        Background.run("tftp", this::run);
    }

    /** Waits until the download has ended: it sends no event and writes no file after that. */
    void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The request for the file. */
    public FileRequest request() {
        return request;
    }

    /** The local file that is written. */
    public LocalFile file() {
        return file;
    }

    /** Stops the download and deletes the received part. Does nothing once the file is complete. */
    public void cancel() {
        cancelled = true;
        FileTransfer running = transfer;
        if (running != null) {
            running.cancel();
        }
    }

    /** Returns a snapshot of the progress. */
    public Progress progress() {
        End reachedEnd = end;
        FileTransfer running = transfer;
        long nanos = (reachedEnd == null ? System.nanoTime() : reachedEnd.nanos) - begunNanos;
        return new Progress(
                reachedEnd == null ? State.RUNNING : reachedEnd.state,
                bytes(running),
                running == null ? -1 : running.size(),
                nanos / 1_000_000,
                running == null ? 0 : running.repeats(),
                reachedEnd == null ? null : reachedEnd.problem);
    }

    private long bytes(FileTransfer running) {
        if (saved >= 0) {
            return saved;
        }
        return running == null ? 0 : running.bytes();
    }

    private void run() {
        State state = State.FAILED;
        Problem problem = null;
        try {
            state = fetch() ? State.DONE : State.CANCELLED;
        } catch (Problem e) {
            problem = e;
        } catch (IOException e) {
            problem = FileProblem.of("problem.tftp.create", file.path(), e);
        } catch (RuntimeException | Error e) {
            log.error("fetching {} from {}", request.file(), request.server(), e);
            problem = new Problem("problem.tftp.failed", -1, e.toString());
        }
        end = new End(state, problem, System.nanoTime());
        try {
            Progress last = progress();
            if (last.hasOtherSize()) {
                packets.on(TftpNote.SIZE_DIFFERS.note(last.size(), last.bytes()));
            }
            packets.on(resultNote(last));
            ended.accept(last);
        } finally {
            over.countDown();
        }
    }

    /** Returns the note for the log about the result. */
    private Event resultNote(Progress last) {
        return switch (last.state()) {
            case DONE -> {
                long rate = last.bytes() * 1000 / Math.max(1, last.millis());
                yield TftpNote.FETCHED.note(last.bytes(), last.millis(), file.path(), rate);
            }
            case FAILED -> TftpNote.NOT_FETCHED.note(request.file(), last.problem());
            default -> TftpNote.FETCH_CANCELLED.note(last.bytes(), request.file());
        };
    }

    private boolean fetch() throws Problem, IOException {
        if (cancelled) {
            return false;
        }
        try (PartFile part = file.createPart(replace)) {
            FileTransfer running = new FileTransfer(request, part.out(), packets, peerIds);
            transfer = running;
            if (cancelled || !running.run()) {
                return false;
            }
            part.keep();
            saved = part.length(); // lines of netascii have other ends than those that travelled
            return true;
        }
    }
}
