package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
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
 * One file being fetched by TFTP, on a thread of its own named {@code tftp}. All methods return at once and are for any
 * thread; what can be asked for is a live figure. Nobody is told that it goes on: whoever shows it, looks.
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
    private volatile boolean cancelled;
    private volatile End end;

    /** How far it is. */
    public enum State {
        RUNNING,
        /** The file is whole and has its name. */
        DONE,
        /** There is no file, and a problem. */
        FAILED,
        /** There is no file. */
        CANCELLED
    }

    /**
     * A look at it.
     *
     * @param bytes how many have come, as they travelled
     * @param size how many there are to come in all, says the server, or -1
     * @param millis how long it has taken until now, or until it ended
     * @param repeats how often something had to be sent again
     * @param problem why it failed, or null
     */
    public record Progress(State state, long bytes, long size, long millis, int repeats, Problem problem) {
        /** Bytes a second since the beginning. */
        public long rate() {
            return millis == 0 ? 0 : bytes * 1000 / millis;
        }
    }

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
     * @param replace whether a person has said yes to replacing a file of that name
     * @param packets told of every packet in both directions, and at last what came of it, on the thread {@code tftp}
     * @param peerIds gives each address that is heard its number
     * @param ended is told once, on the thread {@code tftp}, what came of it
     * @throws Problem what of the request is wrong; then nothing has begun
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

    /** Prepares a download that waits for {@link #begin}. */
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

    /** To be called once; where it was cancelled before, it ends at once. */
    void begin() {
        begunNanos = System.nanoTime();
        Background.run("tftp", this::run);
    }

    /** Waits until nothing is told any more and nobody writes a file. */
    void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The file that is fetched, and its server. */
    public FileRequest request() {
        return request;
    }

    /** The local file that it is written to. */
    public LocalFile file() {
        return file;
    }

    /** Ends it; the part that has come is removed. Does nothing once the file is whole. */
    public void cancel() {
        cancelled = true;
        FileTransfer running = transfer;
        if (running != null) {
            running.cancel();
        }
    }

    public Progress progress() {
        End reached = end;
        FileTransfer running = transfer;
        long nanos = (reached == null ? System.nanoTime() : reached.nanos) - begunNanos;
        return new Progress(
                reached == null ? State.RUNNING : reached.state,
                running == null ? 0 : running.bytes(),
                running == null ? -1 : running.size(),
                nanos / 1_000_000,
                running == null ? 0 : running.repeats(),
                reached == null ? null : reached.problem);
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
            packets.on(outcome(progress()));
            ended.accept(progress());
        } finally {
            over.countDown();
        }
    }

    /** For the log, which has no other words about what came of it. */
    private Event outcome(Progress reached) {
        return switch (reached.state()) {
            case DONE -> {
                long rate = reached.bytes() * 1000 / Math.max(1, reached.millis());
                yield TftpNote.FETCHED.note(reached.bytes(), reached.millis(), file.path(), rate);
            }
            case FAILED -> TftpNote.NOT_FETCHED.note(request.file(), reached.problem());
            default -> TftpNote.FETCH_CANCELLED.note(reached.bytes(), request.file());
        };
    }

    private boolean fetch() throws Problem, IOException {
        if (cancelled) {
            return false;
        }
        try (PartFile part = file.begin(replace)) {
            FileTransfer running = new FileTransfer(request, part.out(), packets, peerIds);
            transfer = running;
            if (cancelled || !running.run()) {
                return false;
            }
            part.keep();
            return true;
        }
    }
}
