package dev.earshot.tftp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Converts netascii (RFC 764, see RFC 1350) to the text of this computer. CR LF becomes its line end, CR NUL a CR. Any
 * other CR, which is not allowed, stays. The two bytes may come in two writes. Confined to one thread.
 */
final class NetasciiOutput extends FilterOutputStream {
    private final byte[] lineEnd;
    private boolean afterCr;

    NetasciiOutput(OutputStream out, String lineEnd) {
        super(out);
        this.lineEnd = lineEnd.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void write(int b) throws IOException {
        if (afterCr) {
            afterCr = false;
            if (b == '\n') {
                out.write(lineEnd);
                return;
            }
            out.write('\r');
            if (b == 0) {
                return;
            }
        }
        afterCr = b == '\r';
        if (!afterCr) {
            out.write(b);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    @Override
    public void close() throws IOException {
        if (afterCr) {
            afterCr = false;
            out.write('\r');
        }
        super.close();
    }
}
