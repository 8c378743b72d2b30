package dev.earshot.session.statistics;

import dev.earshot.files.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a table or report of statistics to a file. Blocks; any thread. */
public final class StatisticsFile {
    private StatisticsFile() {}

    /**
     * Writes a text in UTF-8, whole or not at all. The folder must be there.
     *
     * @throws IOException as {@link WholeFile#write(Path, WholeFile.Content)} does
     */
    public static void write(Path target, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        WholeFile.write(target, empty -> {
            while (bytes.hasRemaining()) {
                empty.write(bytes);
            }
        });
    }
}
