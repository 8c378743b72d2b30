package dev.earshot.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Replaces files whole or not at all: the name leads to the old content, and then to the new. Blocks; any thread. */
public final class WholeFile {
    private static final String PREFIX = ".earshot-";
    private static final String ENDING = ".new";

    /** The age at which a temporary file cannot be one that is still being written to. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final FileSteps STEPS = new FileSteps();

    private WholeFile() {}

    /** The content of a file. */
    public interface Content {
        void writeTo(FileChannel empty) throws IOException;
    }

    /**
     * Writes a file in UTF-8, or replaces it, and makes its folder if need be.
     *
     * @throws IOException see {@link #write(Path, Content)}
     */
    public static void write(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file, or replaces it, and makes its folder if need be.
     *
     * @throws IOException see {@link #write(Path, Content)}
     */
    public static void write(Path target, byte... content) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        ByteBuffer bytes = ByteBuffer.wrap(content);
        write(target, empty -> {
            while (bytes.hasRemaining()) {
                empty.write(bytes);
            }
        });
    }

    /**
     * Writes a file, or replaces it. A new file can be read by its owner only, a replaced one keeps its permissions. If
     * the name is a link to a file, that file is replaced.
     *
     * @throws IOException if that fails or the content throws it; an older file of that name is then untouched. Only
     *     where the very last step fails, which makes the name last through a power cut, may the file be the new one.
     */
    public static void write(Path target, Content content) throws IOException {
        write(target, content, STEPS);
    }

    static void write(Path target, Content content, FileSteps steps) throws IOException {
        RegularFile.requireUnlessMissing(target);
        Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        deleteAbandoned(file.getParent());
        Path temporary = steps.temporary(file.getParent(), PREFIX, ENDING);
        try {
            try (FileChannel empty = steps.open(temporary)) {
                content.writeTo(empty);
                steps.force(empty);
            }
            steps.copyPermissions(file, temporary);
            steps.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        steps.forceFolder(file.getParent());
    }

    /**
     * Recovers a text file of ours that is missing because an older version was killed while it replaced it. Its new
     * content is then beside it as {@code NAME.new}, and is whole if it ends with a line feed, as all of these files
     * do. Does nothing else, and nothing if that fails.
     */
    public static void recover(Path file) {
        Path left = file.resolveSibling(file.getFileName() + ENDING);
        try {
            if (!Files.isRegularFile(left)) {
                return;
            } else if (Files.exists(file)) {
                Files.delete(left); // it was not finished, or is older than the file
            } else if (endsWithLineFeed(left)) {
                STEPS.move(left, file);
            }
        } catch (IOException e) {
            // The folder cannot be written: the file counts as missing, and who saves it tells why that fails.
        }
    }

    /**
     * Renames a file that cannot be understood to {@code NAME.broken}, in place of an older one of that name.
     *
     * @throws IOException if that fails
     */
    public static void setAside(Path file) throws IOException {
        STEPS.move(file, file.resolveSibling(file.getFileName() + ".broken"));
    }

    private static boolean endsWithLineFeed(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last, Math.max(channel.size() - 1, 0)) == 1 && last.get(0) == '\n';
        }
    }

    /** Deletes what killed processes have left in a folder. A failure is no reason not to write the next file. */
    private static void deleteAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*" + ENDING)) {
            for (Path one : found) {
                Instant changed = Files.getLastModifiedTime(one).toInstant();
                if (Files.isRegularFile(one) && changed.isBefore(Instant.now().minus(ABANDONED))) {
                    Files.deleteIfExists(one);
                }
            }
        } catch (NoSuchFileException e) {
            if (!Files.exists(folder)) {
                throw e;
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The folder cannot be listed.
        }
    }
}
