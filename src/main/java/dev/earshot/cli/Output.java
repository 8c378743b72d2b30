package dev.earshot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/** Lines on their way to standard output, gathered into large writes. Confined to one thread but for {@link #written}. */
final class Output {
    private static final int CAPACITY = 64 * 1024;

    /** How Linux and macOS, then Windows, say that nobody reads any more; Java has no type for it. */
    private static final List<String> NO_READER =
            List.of("Broken pipe", "The pipe is being closed", "No process is on");

    private final OutputStream out;
    private final Charset charset;
    private final byte[] buffer = new byte[CAPACITY];
    private int filled;
    private volatile long written;

    /** Whoever read the output has gone: no failure, it has seen what it wanted. */
    static final class NoReader extends Exception {
        private static final long serialVersionUID = 1;
    }

    Output(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
    }

    /** Puts a line and its end. */
    void line(String text) throws CommandFailure, NoReader {
        put(text.getBytes(charset));
        put(new byte[] {'\n'});
    }

    /** Writes what has been gathered. */
    void flush() throws CommandFailure, NoReader {
        write(buffer, filled);
        filled = 0;
    }

    /** Bytes that have left this process; any thread. */
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

    /** In pieces, so that a slow reader is told from one that has stopped. */
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
