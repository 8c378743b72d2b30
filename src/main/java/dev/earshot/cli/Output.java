package dev.earshot.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/** Writes lines to standard output in large pieces. Confined to one thread. */
final class Output {
    private static final int CAPACITY = 64 * 1024;
    private static final byte[] LINE_END = {'\n'};

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

    /** Writing has failed in a stream that {@link #stream} has made; the cause says why. */
    static final class StreamFailure extends IOException {
        private static final long serialVersionUID = 1;

        StreamFailure(Exception cause) {
            super(cause);
        }
    }

    Output(OutputStream out, Charset charset) {
        this.out = out;
        this.charset = charset;
    }

    /** Adds a line and its end. */
    void line(String text) throws CommandFailure, NoReader {
        byte[] line = text.getBytes(charset);
        put(line, 0, line.length);
        put(LINE_END, 0, LINE_END.length);
    }

    /** Returns a stream that writes here; closing it does nothing. It fails with a {@link StreamFailure}. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                try {
                    put(bytes, from, length);
                } catch (CommandFailure | NoReader e) {
                    throw new StreamFailure(e);
                }
            }

            @Override
            public void flush() throws IOException {
                try {
                    Output.this.flush();
                } catch (CommandFailure | NoReader e) {
                    throw new StreamFailure(e);
                }
            }
        };
    }

    /** Writes everything that was added. */
    void flush() throws CommandFailure, NoReader {
        write(buffer, 0, filled);
        filled = 0;
    }

    private void put(byte[] bytes, int from, int length) throws CommandFailure, NoReader {
        if (length > CAPACITY - filled) {
            flush();
        }
        if (length > CAPACITY) {
            write(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, filled, length);
            filled += length;
        }
    }

    private void write(byte[] bytes, int from, int length) throws CommandFailure, NoReader {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            String words = String.valueOf(e.getMessage());
            if (NO_READER.stream().anyMatch(words::startsWith)) {
                throw new NoReader();
            }
            throw new CommandFailure("Standard output cannot be written: " + words + ".");
        }
    }
}
