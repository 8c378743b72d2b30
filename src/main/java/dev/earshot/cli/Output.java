package dev.earshot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/** Writes lines to standard output in large pieces. Confined to one thread. */
final class Output {
    private static final int CAPACITY = 64 * 1024;

    /** Messages of Linux and macOS, then Windows, for a pipe without a reader; Java has no type for it. */
    private static final List<String> NO_READER =
            List.of("Broken pipe", "The pipe is being closed", "No process is on");

    private final OutputStream out;
    private final Charset charset;
    private final byte[] buffer = new byte[CAPACITY];
    private int filled;

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

    private void write(byte[] bytes, int length) throws CommandFailure, NoReader {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            String words = String.valueOf(e.getMessage());
            if (NO_READER.stream().anyMatch(words::startsWith)) {
                throw new NoReader();
            }
            throw new CommandFailure("Standard output cannot be written: " + words + ".");
        }
    }
}
