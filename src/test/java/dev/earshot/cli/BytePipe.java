package dev.earshot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A pipe between threads that takes any number of bytes. Unlike the one of the JDK, it may outlive its writers. */
final class BytePipe {
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();

    /** Returns the end to which bytes are written; to close it ends the stream. */
    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                pieces.add(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                if (length > 0) {
                    pieces.add(Arrays.copyOfRange(bytes, offset, offset + length));
                }
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    /** Ends the stream behind what was written. */
    void end() {
        pieces.add(END);
    }

    /** Returns the end from which one thread reads them. */
    InputStream in() {
        return new InputStream() {
            private byte[] piece = new byte[1];
            private int at = 1;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                try {
                    while (at == piece.length && piece != END) {
                        piece = pieces.take();
                        at = 0;
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                if (piece == END) {
                    return -1;
                }
                int count = Math.min(length, piece.length - at);
                System.arraycopy(piece, at, bytes, offset, count);
                at += count;
                return count;
            }
        };
    }
}
