package dev.earshot.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a folder of files whole or not at all: they are written to a temporary folder beside it, which gets the name
 * at the end. Blocks; any thread.
 */
public final class WholeFolder {
    private static final String PREFIX = ".earshot-folder-";

    private WholeFolder() {}

    /** The content of a folder, which has files but no folders. */
    public interface Content {
        void writeTo(Path empty) throws IOException;
    }

    /**
     * Writes a folder. Where it is there already, its other files stay, and those of the same names are replaced, one
     * after the other.
     *
     * @throws IOException if that fails or the content throws it; the folder is then as it was, but for files that were
     *     replaced already
     */
    public static void write(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotRegularException(folder, false);
        }
        Path temporary = Files.createTempDirectory(folder.getParent(), PREFIX);
        try {
            content.writeTo(temporary);
            if (Files.exists(folder)) {
                moveFiles(temporary, folder);
            } else {
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            delete(temporary);
        }
    }

    private static void moveFiles(Path from, Path to) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
