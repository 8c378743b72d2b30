package dev.earshot.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Tells regular files from folders, pipes, sockets and devices, which can block for ever. */
public final class RegularFile {
    private RegularFile() {}

    /**
     * Requires that a path leads to a regular file, perhaps through links.
     *
     * @throws NoSuchFileException if it leads nowhere
     * @throws NotRegularException if it leads to anything else
     */
    public static void require(Path file) throws IOException {
        if (isEmpty(file) || !Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        requireUnlessMissing(file);
    }

    /**
     * Requires that a path leads to a regular file or nowhere, so that a file may be made there.
     *
     * @throws NotRegularException if it leads to anything else
     */
    public static void requireUnlessMissing(Path file) throws NotRegularException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new NotRegularException(file, Files.isDirectory(file));
        }
    }

    /** Whether this is the path of the empty text, which the system takes for the current folder. */
    private static boolean isEmpty(Path file) {
        return file.toString().isEmpty();
    }
}
