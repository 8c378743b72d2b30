package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;

/**
 * A file that is still being fetched by TFTP, in the target folder under a random name. It gets its own name when it is
 * complete, and is deleted otherwise. Confined to one thread.
 */
public final class PartFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int ATTEMPTS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LocalFile file;
    private final boolean replace;
    private final Path part;
    private final FileChannel channel;
    private final OutputStream out;
    private long length;

    private PartFile(LocalFile file, boolean replace, Path part, FileChannel channel) {
        this.file = file;
        this.replace = replace;
        this.part = part;
        this.channel = channel;
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    static PartFile create(LocalFile file, boolean replace) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path part = file.path().resolveSibling(".earshot-" + Long.toHexString(RANDOM.nextLong()) + ".part");
            try {
                FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new PartFile(file, replace, part, channel);
            } catch (FileAlreadyExistsException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Returns the stream to write to; once it is closed, all bytes are on the disk. */
    public OutputStream out() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                out.flush();
                PartFile.this.length = channel.position();
                channel.force(true);
                channel.close();
            }
        };
    }

    /** Returns the length of the complete file in bytes; 0 until its stream is closed. */
    public long length() {
        return length;
    }

    /**
     * Moves the complete file to its own name.
     *
     * @throws Problem if something else has taken that name meanwhile
     */
    public void keep() throws Problem, IOException {
        file.moveIntoPlace(part, replace);
    }

    /** Deletes the part file, unless {@link #keep} has moved it. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
