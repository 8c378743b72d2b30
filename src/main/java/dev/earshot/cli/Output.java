package dev.earshot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/** Writes lines to standard output in large pieces. Confined to one thread except for {@link #written}. */
final class Output {
    private static final int CAPACITY = 64 * 1024;

    /** Messages of Linux and macOS, then Windows, for a pipe without a reader; Java has no type for it. */
    private static final List<String> NO_READER =
            List.of("Broken pipe", "The pipe is being closed", "No process is on");

    private final OutputStream out;
    private final Charset charset;
    private final byte[] buffer = new byte[CAPACITY];
    private int filled;
    private volatile long written;

    /** The reader of the output has gone. This is no failure: it has read all it wanted. */
    static final class NoReader extends Exception {
        private static final long serialVersionUID = 1;
    }

    Output(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
    }

    /** Adds a line and its end. */
    void line(String text) throws CommandFailure, NoReader {
        put(text.getBytes(charset));
        put(new byte[] {'\n'});
    }

    /** Writes everything that was added. */
    void flush() throws CommandFailure, NoReader {
        write(buffer, filled);
        filled = 0;
    }

    /** Returns the number of bytes that have left this process. Any thread. */
    long written() {
        return written;
    }

    private void put(byte[] bytes) throws CommandFailure, NoReader {
        if (bytes.length > CAPACITY - filled) {
            flush();
        }
        if (bytes.length > CAPACITY) {
            write(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }
    }

    /** Writes in pieces, so that {@link #written} tells a slow reader from one that has stopped. */
    private void write(byte[] bytes, int length) throws CommandFailure, NoReader {
        try {
            for (int at = 0; at < length; at += CAPACITY) {
                int piece = Math.min(CAPACITY, length - at);
                out.write(bytes, at, piece);
                written += piece; // one writer
            }
        } catch (IOException e) {
            String words = String.valueOf(e.getMessage());
            if (NO_READER.stream().anyMatch(words::startsWith)) {
                throw new NoReader();
            }
            throw new CommandFailure("Standard output cannot be written: " + words + ".");
        }
    }
}
