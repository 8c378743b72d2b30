package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Finds the wanted server's name (SNI) in a TLS ClientHello, byte by byte (RFC 6066, section 3; RFC 8446, section
 * 4.1.2). Keeps nothing but the name. Used by one thread at a time.
 */
final class ClientHello {
    private static final int SERVER_NAME = 0;

    /** The length of a record's header, of which the last two bytes are the length of the rest. */
    private static final int HEADER = 5;

    /** The number of bytes before the session id: two headers, the version and the random number. */
    private static final int BEFORE_SESSION = HEADER + 4 + 2 + 32;

    /** The field that is being read. */
    private enum Field {
        SESSION,
        CIPHERS,
        COMPRESSION,
        EXTENSIONS,
        EXTENSION_TYPE,
        EXTENSION_LENGTH,
        NAME_LENGTH,
        NAME,
        NONE
    }

    private final byte[] name;
    private Field field = Field.NONE;
    private int skip = BEFORE_SESSION;
    private int left;
    private int value;
    private int type;
    private int nameLength;
    private int seen;
    private int recordLength;

    /** @param kept room for the name; of a longer one only the beginning is kept */
    ClientHello(byte[] kept) {
        name = kept;
        begin(Field.SESSION, 1);
    }

    /** Reads the next byte of the stream; returns whether more are needed. */
    boolean accept(byte next) {
        seen++;
        if (seen == HEADER - 1 || seen == HEADER) {
            recordLength = recordLength << 8 | next & 0xFF;
        }
        if (skip > 0) {
            skip--;
        } else if (field == Field.NAME) {
            acceptName(next);
        } else {
            value = value << 8 | next & 0xFF;
            left--;
            if (left == 0) {
                endField();
            }
        }
        return field != Field.NONE && (seen < HEADER || seen < HEADER + recordLength);
    }

    private void acceptName(byte next) {
        int at = nameLength - left;
        if (at < name.length) {
            name[at] = next;
        }
        left--;
        if (left == 0) {
            field = Field.NONE;
        }
    }

    private void endField() {
        switch (field) {
            case SESSION -> skipThen(Field.CIPHERS, 2);
            case CIPHERS -> skipThen(Field.COMPRESSION, 1);
            case COMPRESSION -> skipThen(Field.EXTENSIONS, 2);
            case EXTENSIONS -> begin(Field.EXTENSION_TYPE, 2);
            case EXTENSION_TYPE -> {
                type = value;
                begin(Field.EXTENSION_LENGTH, 2);
            }
            case EXTENSION_LENGTH -> {
                if (type == SERVER_NAME) {
                    begin(Field.NAME_LENGTH, 5); // the length of the list, a type, the length of the name
                } else {
                    skipThen(Field.EXTENSION_TYPE, 2);
                }
            }
            case NAME_LENGTH -> {
                nameLength = value & 0xFFFF;
                begin(nameLength == 0 ? Field.NONE : Field.NAME, nameLength);
            }
            default -> throw new AssertionError(field);
        }
    }

    private void skipThen(Field next, int length) {
        skip = value;
        begin(next, length);
    }

    private void begin(Field next, int length) {
        field = next;
        left = length;
        value = 0;
    }

    /** Returns the name if all of it has come and it is a name, else an empty text. */
    String serverName() {
        if (nameLength == 0 || left > 0) {
            return "";
        }
        String text = new String(name, 0, Math.min(nameLength, name.length), US_ASCII);
        return text.matches("[A-Za-z0-9._-]+") ? text + (nameLength > name.length ? "…" : "") : "";
    }
}
