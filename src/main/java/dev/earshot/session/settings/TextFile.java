package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.files.RegularFile;
import dev.earshot.files.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes small files of UTF-8 text, such as exported rules. Blocks; never on the EDT. */
public final class TextFile {
    /** The largest size of a text file, in bytes. */
    private static final long MOST_BYTES = 16 << 20;

    private TextFile() {}

    /**
     * Reads a whole file.
     *
     * @throws Problem if it cannot be read, is no regular file, too large or not UTF-8
     */
    public static String read(Path file) throws Problem {
        try {
            RegularFile.require(file);
            if (Files.size(file) > MOST_BYTES) {
                throw new Problem("problem.file.large", -1, file.toString(), ByteSize.text(MOST_BYTES));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Problem("problem.file.encoding", -1, file.toString());
        } catch (IOException e) {
            throw FileProblem.of("problem.file.read", file, e);
        }
    }

    /**
     * Writes a file wholly or not at all, and replaces an existing one.
     *
     * @throws Problem if it cannot be written
     */
    public static void write(Path file, String text) throws Problem {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw FileProblem.of("problem.file.write", file, e);
        }
    }
}
