package dev.earshot.journal.export;

import dev.earshot.journal.CaptureStorage;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends the rows of a journal to a file as they come, on a thread {@code log file} of its own. Receiving never waits
 * for that thread, in a flood it pauses ({@link CatchUpPace}), and rows that are not written yet need no memory. While
 * the file cannot be written, it tries again, and then goes on where it was. Any thread.
 */
public final class LogFileWriter {
    private static final Logger log = LoggerFactory.getLogger(LogFileWriter.class);

    /** The bytes that are written at once, if there are so many. */
    private static final int BATCH = 64 * 1024;

    /** The shortest pause between two looks for new rows, so that a flood does not wake the thread for each. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Journal journal;
    private final Path path;
    private final RotatingFile file;
    private final Listener listener;
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream(2 * BATCH);
    private final RowWriter writer;
    private byte[] head = {}; // what each file begins with
    private final Thread thread = Background.thread("log file", this::run);
    private volatile long next;
    private volatile String failure = "";
    private volatile boolean idle;
    private volatile boolean finishing;
    private volatile boolean stopped;
    private int generation;
    private long lastTime; // of the last written row
    private boolean atGap;

    /** Learns about the file on the thread {@code log file}. */
    public interface Listener {
        /** The file cannot be written, for this reason in the system's words; it is tried again. */
        void failed(String reason);

        /** The file is written again. */
        void recovered();
    }

    /**
     * Makes a writer that is not started yet.
     *
     * @param format of a file that can grow: what its writer puts at the beginning is written only where a file is
     *     empty
     * @param first the number of the first row to write
     */
    public LogFileWriter(
            Journal journal, Path path, RowExport.Format format, LogRotation rotation, long first, Listener listener) {
        this.journal = journal;
        this.path = path;
        this.listener = listener;
        file = new RotatingFile(path, rotation);
        writer = format.writer(batch);
        generation = journal.generation();
        next = first;
    }

    /**
     * Opens the file, and begins to write. One with another beginning, such as other columns, is put aside before.
     * Blocks.
     *
     * @throws IOException if the file cannot be opened
     */
    public void start() throws IOException {
        writer.begin();
        writer.flush();
        head = batch.toByteArray();
        openFile();
        thread.start();
    }

    private void openFile() throws IOException {
        file.open();
        if (!file.isEmpty() && !file.beginsWith(head)) {
            file.rotate();
        }
    }

    /** Returns the path of the file. */
    public Path path() {
        return path;
    }

    /** Returns the number of rows that are not written yet. */
    public long behind() {
        return Math.max(0, journal.rows() - next);
    }

    /** Returns why the file cannot be written, in the system's words; empty while all is well. */
    public String failure() {
        return failure;
    }

    /** Wakes the writer, because rows have come. Costs nothing while it is at work. */
    public void wake() {
        if (idle) {
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    /**
     * Ends the writing after the rows that are there. Blocks, but not for ever.
     *
     * @return whether all rows were written
     */
    public boolean finish(long millis) throws InterruptedException {
        finishing = true;
        LockSupport.unpark(thread);
        thread.join(millis);
        stopped = true;
        return !thread.isAlive() && behind() == 0;
    }

    private void run() {
        try (file;
                RowReader reader = journal.reader()) {
            CatchUpPace pace = new CatchUpPace(journal.rows(), System.nanoTime());
            while (!stopped) {
                boolean finish = finishing; // asked first: rows that came before it are written
                if (writeRows(reader)) {
                    yieldToReaders(pace);
                } else if (finish) {
                    return;
                } else {
                    pause();
                }
            }
        } catch (IOException e) {
            log.warn("the log file {} has ended", path, e);
        }
    }

    /** Lets receiving have the processors in a flood, unless rows are about to be removed or the file is to end. */
    private void yieldToReaders(CatchUpPace pace) {
        long pause = pace.pauseNanos(journal.rows(), System.nanoTime());
        CaptureStorage capture = journal.storage();
        long kept = journal.rows() - journal.oldestRow();
        if (pause > 0 && !finishing && CatchUpPace.hasTime(behind(), kept, capture.bytes(), capture.limit())) {
            LockSupport.parkNanos(this, pause);
        }
    }

    /** Writes some rows; returns whether there may be more that can be written now. */
    private boolean writeRows(RowReader reader) {
        try {
            adoptFraming(reader);
            long end = collect(reader);
            if (end == next) {
                return false;
            }
            file.append(ByteBuffer.wrap(batch.toByteArray()));
            next = end;
            recover();
            return true;
        } catch (IOException e) {
            return fail(e);
        } catch (IndexOutOfBoundsException e) {
            return true; // the framing has changed just now, and there are fewer rows
        }
    }

    /** Goes on behind the last written row where the rows have new numbers. */
    private void adoptFraming(RowReader reader) throws IOException {
        int present = journal.generation();
        if (present != generation) {
            next = reader.firstSince(lastTime + 1, 0, reader.count());
            generation = present;
        }
    }

    /** Collects the text of the next rows; returns the number of the first row that is not among them. */
    private long collect(RowReader reader) throws IOException {
        batch.reset();
        long number = next;
        long rows = reader.count();
        if (number < rows) {
            file.closeIfChanged();
        }
        if (!file.isOpen()) {
            openFile();
        }
        while (number < rows && batch.size() < BATCH && !stopped) {
            Row row = reader.read(number, Integer.MAX_VALUE);
            if (file.isDue(row, batch.size())) {
                if (batch.size() > 0) {
                    break;
                }
                file.rotate();
            }
            add(row);
            number++;
        }
        return number;
    }

    private void add(Row row) throws IOException {
        boolean repeats = atGap && row.isMissing();
        atGap = row.isMissing();
        if (repeats) {
            return;
        }
        if (file.isEmpty() && batch.size() == 0) {
            batch.writeBytes(head);
        }
        writer.write(row);
        writer.flush();
        file.countRow(row);
        lastTime = row.epochNanos() == 0 ? lastTime : row.epochNanos();
    }

    private void recover() {
        if (!failure.isEmpty()) {
            failure = "";
            listener.recovered();
        }
    }

    private boolean fail(IOException e) {
        boolean first = failure.isEmpty();
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        failure = reason == null ? e.toString() : reason;
        if (first) {
            log.info("the log file {} cannot be written", path, e);
            listener.failed(failure);
        }
        try {
            file.close(); // it may be another file that has this name now
        } catch (IOException ignored) {
            // the next attempt opens it again
        }
        LockSupport.parkNanos(this, finishing ? 0 : RETRY_NANOS);
        return !finishing;
    }

    private void pause() {
        LockSupport.parkNanos(this, PAUSE_NANOS);
        while (!finishing) {
            idle = true;
            if (journal.rows() > next || journal.generation() != generation) {
                break;
            }
            LockSupport.park(this);
        }
        idle = false;
    }
}
