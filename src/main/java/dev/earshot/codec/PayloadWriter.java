package dev.earshot.codec;

import java.io.ByteArrayOutputStream;

/** Writes the bytes of one typed text. Used once. */
final class PayloadWriter {
    private final String typed;
    private final Encoding encoding;
    private final boolean escapes;
    private final LineEnding ending;
    private final String newline;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;
    private int lost;
    private int firstLost = -1;
    private String firstLostCharacter;

    PayloadWriter(String typed, Encoding encoding, boolean escapes, LineEnding ending) {
        this.typed = typed;
        this.encoding = encoding;
        this.escapes = escapes;
        this.ending = ending;
        this.newline = ending == LineEnding.CRLF ? "\r\n" : "\n";
    }

    byte[] write() throws Problem {
        while (at < typed.length()) {
            if (atNewline()) {
                encode(newline, at);
                at += typed.charAt(at) == '\r' ? 2 : 1;
            } else if (escapes && typed.charAt(at) == '\\') {
                escape();
            } else {
                plain();
            }
        }
        if (lost > 0) {
            throw new Problem(
                    "problem.text.unencodable",
                    firstLost,
                    lost,
                    encoding.label(),
                    VisibleText.of(firstLostCharacter),
                    Hex.position(firstLost));
        }
        bytes.writeBytes(ending.bytes());
        return bytes.toByteArray();
    }

    private boolean atNewline() {
        return typed.charAt(at) == '\n' || typed.startsWith("\r\n", at);
    }

    private void plain() {
        int start = at;
        do {
            at++;
        } while (at < typed.length() && !atNewline() && !(escapes && typed.charAt(at) == '\\'));
        encode(typed.substring(start, at), start);
    }

    private void escape() throws Problem {
        int start = at;
        if (at + 1 == typed.length()) {
            throw new Problem("problem.escape.unfinished", start, Hex.position(start));
        }
        at += 2;
        switch (typed.charAt(start + 1)) {
            case 'r' -> bytes.write('\r');
            case 'n' -> bytes.write('\n');
            case 't' -> bytes.write('\t');
            case '0' -> bytes.write(0);
            case '\\' -> bytes.write('\\');
            case 'x' -> bytes.write(digits(start, 2));
            case 'u' -> character(start);
            default -> throw unknown(start);
        }
    }

    /** Writes a {@code u} escape; two that make a character beyond the basic plane are encoded as one. */
    private void character(int start) throws Problem {
        String character = Character.toString((char) digits(start, 4));
        if (Character.isHighSurrogate(character.charAt(0)) && typed.startsWith("\\u", at)) {
            int low = Hex.value(typed, at + 2, 4);
            if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                character += (char) low;
                at += 6;
            }
        }
        encode(character, start);
    }

    private int digits(int start, int count) throws Problem {
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
        byte[] encoded = text.getBytes(encoding.encodes());
        if (holds(text, encoded)) {
            bytes.writeBytes(encoded);
        } else {
            countLost(text, position);
        }
    }

    /** Whether the bytes read as the same text. JDK encoders report no loss where they write ¥ as a backslash. */
    private boolean holds(String text, byte[] encoded) {
        return new String(encoded, encoding.decodes()).equals(text);
    }

    private void countLost(String text, int position) {
        for (int i = 0; i < text.length(); ) {
            String character = Character.toString(text.codePointAt(i));
            if (!holds(character, character.getBytes(encoding.encodes()))) {
                if (lost++ == 0) {
                    firstLost = position + i;
                    firstLostCharacter = character;
                }
            }
            i += character.length();
        }
    }
}
