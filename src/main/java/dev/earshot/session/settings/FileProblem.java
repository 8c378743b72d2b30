package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.files.FileInUseException;
import dev.earshot.files.NotRegularException;
import dev.earshot.journal.storage.NotACaptureException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Turns I/O errors of the system into problems that a person can read. */
public final class FileProblem {
    private FileProblem() {}

    /**
     * Returns the problem for a known error, or one with the words of {@code key}, the path and the system's reason.
     */
    public static Problem of(String key, Path path, IOException e) {
        if (path.toString().isEmpty()) {
            return new Problem("problem.file.unnamed", -1);
        } else if (e instanceof NotACaptureException) {
            return new Problem("problem.file.foreign", -1, path.toString());
        } else if (e instanceof NotRegularException special) {
            return new Problem(
                    special.isFolder() ? "problem.file.folder" : "problem.file.special", -1, path.toString());
        } else if (e instanceof FileInUseException) {
            return new Problem("problem.file.taken", -1, path.toString());
        } else if (e instanceof NoSuchFileException) {
            return new Problem("problem.file.missing", -1, path.toString());
        } else if (e instanceof FileAlreadyExistsException) {
            return new Problem("problem.file.exists", -1, path.toString());
        } else if (e instanceof AccessDeniedException) {
            return new Problem("problem.file.denied", -1, path.toString());
        }
        return new Problem(key, -1, path.toString(), reason(e));
    }

    /** Returns the system's words without the paths, of which one may be that of a temporary file. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }
}
