package dev.earshot.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Reads lines, which LF, CR LF or the end of input ends. Confined to one thread. */
final class LineInput {
    /** In bytes: as much as may wait to be sent to one client. */
    private static final int LONGEST = 1024 * 1024;

    private final InputStream in;
    private final Charset charset;

    LineInput(InputStream in, Charset charset) {
        this.in = new BufferedInputStream(in);
        this.charset = charset;
    }

    /**
     * Reads the next line without its end; returns null at the end of input.
     *
     * @throws CommandFailure if this line is too long or not in the charset; the next one can still be read
     */
    String next() throws IOException, CommandFailure {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (length++ < LONGEST) {
                line.write(next);
            }
        }
        if (length > LONGEST) {
            throw new CommandFailure("A line of " + length + " bytes was not sent; 1 MiB is the most.");
        }
        String text = decode(line.toByteArray());
        return next == '\n' && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private String decode(byte[] line) throws CommandFailure {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            throw new CommandFailure("A line that is not " + charset.name() + " was not sent.");
        }
    }
}
