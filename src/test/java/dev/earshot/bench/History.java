package dev.earshot.bench;

import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.LayoutFile;
import dev.earshot.journal.Journal;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Lines that look like those of a device: a number, a figure and letters that come by chance, always the same ones. */
final class History {
    static final int LINE = 64;

    private static final int NUMBER_AT = 5;
    private static final int FIGURE_AT = 19;
    private static final int LETTERS_AT = 25;
    private static final byte[] HEAD = "line 00000000 temp=00.00 ".getBytes(StandardCharsets.US_ASCII);

    /** The fields of a line, by their places. */
    private static final String LAYOUT = """
        {"format": "earshot fields 1", "layouts": [{"name": "line", "fields": [
          {"name": "line", "type": "number", "at": %d, "length": 8},
          {"name": "temp", "type": "number", "at": %d, "length": 5},
          {"name": "letters", "type": "text", "at": %d}]}]}
        """.formatted(NUMBER_AT, FIGURE_AT, LETTERS_AT);

    private History() {}

    /** Returns the description of the lines' fields. */
    static FieldSource layout() {
        try {
            return LayoutFile.read(LAYOUT, "line").get(0);
        } catch (Problem e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the lines to a journal, so many bytes a read, and writes them to a file. */
    static void write(Journal journal, Path plain, int lines, int read) throws IOException {
        Peer peer = new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_001));
        journal.on(new Event.Joined(peer));
        Random random = new Random(1);
        byte[] letters = letters(random);
        byte[] buffer = new byte[read];
        int filled = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(plain), 1 << 20)) {
            for (int line = 0; line < lines; line++) {
                put(buffer, filled, line, random, letters);
                filled += LINE;
                if (filled == read || line == lines - 1) {
                    journal.on(new Event.Received(peer, buffer, 0, filled, 0));
                    out.write(buffer, 0, filled);
                    filled = 0;
                }
            }
        }
    }

    private static byte[] letters(Random random) {
        byte[] letters = new byte[1 << 16];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        return letters;
    }

    private static void put(byte[] buffer, int at, int number, Random random, byte[] letters) {
        System.arraycopy(HEAD, 0, buffer, at, HEAD.length);
        digits(buffer, at + NUMBER_AT, 8, number);
        digits(buffer, at + FIGURE_AT, 2, random.nextInt(50));
        digits(buffer, at + FIGURE_AT + 3, 2, random.nextInt(100));
        int count = LINE - 1 - LETTERS_AT;
        System.arraycopy(letters, random.nextInt(letters.length - count), buffer, at + LETTERS_AT, count);
        buffer[at + LINE - 1] = '\n';
    }

    private static void digits(byte[] buffer, int at, int count, int value) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            buffer[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
