package dev.earshot.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: to a temporary file beside it, which then takes its name. */
final class WholeFile {
    private WholeFile() {}

    /** The content of a file. */
    interface Content {
        void writeTo(FileChannel empty) throws IOException;
    }

    /**
     * Writes the file, or replaces it.
     *
     * @throws IOException if that fails or the content throws it; an older file of that name is then untouched
     */
    static void write(Path target, Content content) throws IOException {

        Path temporary = Files.createTempFile(target.toAbsolutePath().getParent(), ".earshot-", ".tmp");
        try {
            try (FileChannel empty = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                content.writeTo(empty);
                empty.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
