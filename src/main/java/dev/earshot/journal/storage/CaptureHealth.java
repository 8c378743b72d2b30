package dev.earshot.journal.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tracks whether a capture can be written to files, and how much was lost meanwhile. Changed under the journal's lock,
 * but for the missing files, which the keeper's thread sets; read by any thread.
 */
public final class CaptureHealth {
    private static final Logger log = LoggerFactory.getLogger(CaptureHealth.class);

    private final Path firstFile;
    private volatile CaptureState.Kind kind = CaptureState.Kind.KEPT;
    private volatile String why = "";
    private volatile boolean hasMissingFiles;
    private volatile long notKept;

    /** @param firstFile names the capture in the program's log */
    CaptureHealth(Path firstFile) {
        this.firstFile = firstFile;
    }

    /**
     * Returns the state of the capture for the outside.
     *
     * @param inMemory the bytes that are only in memory
     */
    CaptureState state(long inMemory) {
        if (kind == CaptureState.Kind.KEPT) {
            return hasMissingFiles
                    ? new CaptureState(CaptureState.Kind.GONE, folder().toString(), 0, 0)
                    : CaptureState.WELL;
        }
        return new CaptureState(kind, why, inMemory, notKept);
    }

    /** Whether the capture is not written to files as it should be. */
    public boolean isInTrouble() {
        return kind != CaptureState.Kind.KEPT;
    }

    /** Takes a failure to write; returns whether the capture was well until now. */
    boolean fail(CaptureState.Kind failure, String reason) {
        boolean wasWell = !isInTrouble();
        if (wasWell) {
            log.warn("the capture {} cannot be written: {}", firstFile, reason);
        }
        why = reason;
        kind = failure;
        return wasWell;
    }

    /** Takes a failure to write again; a deleted folder stays the reason, as it is the cause. */
    void failAgain(IOException e) {
        if (kind != CaptureState.Kind.GONE) {
            why = reason(e);
        }
    }

    /** Ends the trouble, as everything is in files again. */
    void recover() {
        kind = CaptureState.Kind.KEPT;
        why = "";
    }

    /** Sets whether files of the capture were deleted and could not be written again. */
    public void setMissingFiles(boolean missing) {
        if (missing && !hasMissingFiles) {
            log.warn("parts of the capture {} were deleted and are lost when the program ends", firstFile);
        }
        hasMissingFiles = missing;
    }

    /** Counts bytes of messages that were lost because memory was full. */
    void addNotKept(long bytes) {
        notKept += bytes;
    }

    /** Returns the lost bytes of messages, and begins to count anew. */
    public long takeNotKept() {
        long taken = notKept;
        notKept = 0;
        return taken;
    }

    /** Writes to the program's log that bytes were lost for good. */
    void logLoss(long inMemory) {
        log.warn("{} bytes of the capture were never written: {}", inMemory + notKept, why);
    }

    /** Returns the folder of the capture. */
    Path folder() {
        return firstFile.toAbsolutePath().getParent();
    }

    /** Returns the words of the system for an error. */
    static String reason(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
