package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Journal;
import dev.earshot.journal.export.LogFileWriter;
import dev.earshot.journal.export.LogRotation;
import dev.earshot.journal.export.RowExport;
import dev.earshot.session.settings.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file to which the rows of a session are written as they come, if one was chosen. Any thread. */
public final class LogFile {
    /** The name of the rotation by day. */
    public static final String DAY = "day";

    private static final Logger log = LoggerFactory.getLogger(LogFile.class);
    private static final long END_MILLIS = 5_000;
    private static final long LEAST_SIZE = 1024;

    private final Journal journal;
    private final Runnable changed;
    private volatile LogFileWriter writer; // null: no file
    private volatile long unwritten;
    private volatile String refusal = "";

    /** @param changed is run when the file begins, fails, recovers or ends */
    LogFile(Journal journal, Runnable changed) {
        this.journal = journal;
        this.changed = changed;
    }

    /**
     * Reads when a file is put aside: {@code day}, a size such as {@code 10MB}, or nothing for never.
     *
     * @throws Problem if it is neither
     */
    public static LogRotation parseRotation(String typed) throws Problem {
        if (typed.isEmpty()) {
            return LogRotation.NEVER;
        }
        return typed.toLowerCase(Locale.ROOT).equals(DAY)
                ? LogRotation.everyDay()
                : LogRotation.at(ByteSize.parse(typed, LEAST_SIZE));
    }

    /**
     * Begins to write to a file, and ends the present one. Blocks; not on the EDT.
     *
     * @param format of a file that can grow
     * @param fromFirst whether the rows that are there already are written as well
     * @throws IOException if the file cannot be opened; the present one then goes on, unless it is the same
     */
    public synchronized void start(Path file, RowExport.Format format, LogRotation rotation, boolean fromFirst)
            throws IOException {
        long first = fromFirst ? 0 : journal.rows();
        LogFileWriter fresh = new LogFileWriter(journal, file, format, rotation, first, listener(file));
        if (isPresent(file)) {
            stop(); // first, as each would write where the other has written
            fresh.start();
        } else {
            fresh.start();
            stop();
        }
        writer = fresh;
        refusal = "";
        changed.run();
    }

    private boolean isPresent(Path file) throws IOException {
        LogFileWriter present = writer;
        if (present == null) {
            return false;
        }
        Path path = present.path();
        return path.toAbsolutePath().equals(file.toAbsolutePath())
                || Files.exists(path) && Files.exists(file) && Files.isSameFile(path, file);
    }

    /** Keeps why the file that is wanted could not be opened, in words. */
    public void refuse(String why) {
        refusal = why;
        changed.run();
    }

    /** Returns why the file that is wanted could not be opened, in words; empty if it was, or none is wanted. */
    public String refusal() {
        return refusal;
    }

    private LogFileWriter.Listener listener(Path file) {
        return new LogFileWriter.Listener() {
            @Override
            public void failed(String reason) {
                journal.on(LogFileNote.LOG_FILE_FAILING.note(file, reason));
                changed.run();
            }

            @Override
            public void recovered() {
                journal.on(LogFileNote.LOG_FILE_RECOVERED.note(file));
                changed.run();
            }
        };
    }

    /** Ends the writing after the rows that are there, or at the latest after 5 s. Blocks; not on the EDT. */
    public synchronized void stop() {
        LogFileWriter present = writer;
        refusal = "";
        if (present == null) {
            return;
        }
        try {
            if (!present.finish(END_MILLIS)) {
                unwritten = present.behind();
                log.warn("{} rows were not written to {}", unwritten, present.path());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer = null;
        changed.run();
    }

    /** Returns the writer of the file; empty while there is none. */
    public Optional<LogFileWriter> writer() {
        return Optional.ofNullable(writer);
    }

    /** Returns the number of rows that are not written yet, or for which there was no time at the end. */
    public long unwritten() {
        LogFileWriter present = writer;
        return present == null ? unwritten : present.behind();
    }

    /** Lets the writer look for new rows. Called for every event. */
    void wake() {
        LogFileWriter present = writer;
        if (present != null) {
            present.wake();
        }
    }
}
