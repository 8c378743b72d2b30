package dev.earshot.codec;

import java.io.ByteArrayOutputStream;

/** Turns a text that a person typed into the bytes to send. */
public final class Payload {
    private final String typed;
    private final Encoding encoding;
    private final boolean escapes;
    private final LineEnding ending;
    private final String newline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;
    private int unencodable;
    private int firstUnencodable = -1;
    private String firstUnencodableCharacter;

    private Payload(String typed, Encoding encoding, boolean escapes, LineEnding ending) {
        this.typed = typed;
        this.encoding = encoding;
        this.escapes = escapes;
        this.ending = ending;
        this.newline = switch (ending) {
            case NONE, LF -> "\n";
            case CRLF -> "\r\n";
            case CR -> "\r";
        };
    }

    /**
     * Encodes typed text. Its own line ends, LF or CR LF, are sent as the ending is, or as LF if there is none.
     *
     * @param escapes whether {@code \r \n \t \0 \xNN} (one raw byte) {@code \}{@code uNNNN} (a character) and {@code
     *     \\} stand for something else
     * @param ending what follows the text
     * @throws Problem if an escape is unknown or unfinished, or if the encoding does not hold a character
     */
    public static byte[] text(String typed, Encoding encoding, boolean escapes, LineEnding ending) throws Problem {
        return new Payload(typed, encoding, escapes, ending).write();
    }

    private byte[] write() throws Problem {
        while (at < typed.length()) {
            if (isAtNewline()) {
                encode(newline, at);
                at += typed.charAt(at) == '\r' ? 2 : 1;
            } else if (escapes && typed.charAt(at) == '\\') {
                writeEscape();
            } else {
                writePlain();
            }
        }
        if (unencodable > 0) {
            throw new Problem(
                    "problem.text.unencodable",
                    firstUnencodable,
                    unencodable,
                    encoding.label(),
                    VisibleText.of(firstUnencodableCharacter),
                    Hex.position(firstUnencodable));
        }
        bytes.writeBytes(ending.bytes(encoding));
        return bytes.toByteArray();
    }

    private boolean isAtNewline() {
        return typed.charAt(at) == '\n' || typed.startsWith("\r\n", at);
    }

    private void writePlain() {
        int start = at;
        do {
            at++;
        } while (at < typed.length() && !isAtNewline() && !(escapes && typed.charAt(at) == '\\'));
        encode(typed.substring(start, at), start);
    }

    private void writeEscape() throws Problem {
        int start = at;
        if (at + 1 == typed.length()) {
            throw new Problem("problem.escape.unfinished", start, Hex.position(start));
        }
        at += 2;
        switch (typed.charAt(start + 1)) {
            case 'r' -> encode("\r", start);
            case 'n' -> encode("\n", start);
            case 't' -> encode("\t", start);
            case '0' -> encode("\0", start);
            case '\\' -> encode("\\", start);
            case 'x' -> bytes.write(readDigits(start, 2));
            case 'u' -> writeCharacter(start);
            default -> throw unknown(start);
        }
    }

    /** Writes a {@code u} escape; two that make a character beyond the basic plane are encoded as one. */
    private void writeCharacter(int start) throws Problem {
        String character = Character.toString((char) readDigits(start, 4));
        if (Character.isHighSurrogate(character.charAt(0)) && typed.startsWith("\\u", at)) {
            int low = Hex.value(typed, at + 2, 4);
            if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                character += (char) low;
                at += 6;
            }
        }
        encode(character, start);
    }

    private int readDigits(int start, int count) throws Problem {
        int value = Hex.value(typed, at, count);
        if (value < 0) {
            String escape = typed.substring(start, at);
            throw new Problem("problem.escape.digits", start, Hex.position(start), escape, count);
        }
        at += count;
        return value;
    }

    private Problem unknown(int start) {
        String escape = "\\" + VisibleText.of(Character.toString(typed.codePointAt(start + 1)));
        return new Problem("problem.escape.unknown", start, Hex.position(start), escape);
    }

    private void encode(String text, int position) {
        byte[] encoded = text.getBytes(encoding.writeCharset());
        if (holds(text, encoded)) {
            bytes.writeBytes(encoded);
        } else {
            countUnencodable(text, position);
        }
    }

    /** Whether the bytes read as the same text. JDK encoders report no loss where they write ¥ as a backslash. */
    private boolean holds(String text, byte[] encoded) {
        return new String(encoded, encoding.readCharset()).equals(text);
    }

    private void countUnencodable(String text, int position) {
        for (int i = 0; i < text.length(); ) {
            String character = Character.toString(text.codePointAt(i));
            if (!holds(character, character.getBytes(encoding.writeCharset()))) {
                if (unencodable++ == 0) {
                    firstUnencodable = position + i;
                    firstUnencodableCharacter = character;
                }
            }
            i += character.length();
        }
    }
}
