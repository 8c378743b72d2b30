package dev.earshot.packets;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a capture file, decompressed if it is a gzip file (RFC 1952). Confined to one thread. */
final class CaptureInput implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x8B1F;

    private final InputStream in;
    private long position;

    /** Learns how many bytes of the file were taken so far; an exception ends the reading. */
    interface Listener {
        void read(long fileBytes) throws IOException;
    }

    /** Counts the bytes that were read from a file. */
    private static final class CountedStream extends FilterInputStream {
        private final Listener listener;
        private long count;

        CountedStream(InputStream in, Listener listener) {
            super(in);
            this.listener = listener;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            listener.read(count);
            return read;
        }
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be opened
     * @throws DamagedFileException if it begins like a gzip file and is none
     */
    CaptureInput(Path path, Listener listener) throws IOException {
        CountedStream file = new CountedStream(Files.newInputStream(path), listener);
        try {
            InputStream buffered = new BufferedInputStream(file, BUFFER);
            buffered.mark(2);
            boolean gzip = (buffered.read() | buffered.read() << 8) == GZIP_MAGIC;
            buffered.reset();
            in = gzip ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
        } catch (EOFException | ZipException e) {
            file.close();
            throw new DamagedFileException("no gzip file");
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Returns how many bytes were read, after decompressing. */
    long position() {
        return position;
    }

    /**
     * Reads exactly {@code length} bytes.
     *
     * @return false if the file ends before the first of them
     * @throws EOFException if it ends in the middle of them
     * @throws DamagedFileException if it cannot be decompressed
     */
    boolean read(byte[] into, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int count = readSome(into, offset + done, length - done);
            if (count < 0) {
                if (done == 0) {
                    return false;
                }
                throw new EOFException();
            }
            done += count;
        }
        return true;
    }

    /**
     * Skips exactly {@code length} bytes.
     *
     * @param scratch may be overwritten
     * @throws EOFException if the file ends before
     */
    void skip(long length, byte[] scratch) throws IOException {
        for (long left = length; left > 0; ) {
            int count = readSome(scratch, 0, (int) Math.min(left, scratch.length));
            if (count < 0) {
                throw new EOFException();
            }
            left -= count;
        }
    }

    private int readSome(byte[] into, int offset, int length) throws IOException {
        try {
            int count = in.read(into, offset, length);
            position += Math.max(0, count);
            return count;
        } catch (ZipException e) {
            throw new DamagedFileException("damaged by compression");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
