package dev.earshot.codec;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that splits a peer's bytes into messages. Whatever the framing, a message ends with the stream, after
 * 1 MiB, after 4,096 reads and, but for {@link Received}, after a silence: see {@link MessageSplitter}.
 */
public sealed interface Framing {
    Framing LINES = new Lines();
    Framing RECEIVED = new Received();

    /** The longest message that a length can announce, and the longest fixed one, in bytes. */
    int MAX_LENGTH = Cutter.MAX_ROW;

    /** A silence that ends a message of known length before it is complete, in milliseconds. */
    int OVERDUE_MILLIS = 1000;

    /** A silence that ends a line or delimited message without its end mark, in milliseconds. */
    int SILENCE_MILLIS = 200;

    /** The framing in which LF ends a message. */
    record Lines() implements Framing {
        @Override
        public String toString() {
            return "lines";
        }
    }

    /** The framing in which every read, and every send, is a message. */
    record Received() implements Framing {
        @Override
        public String toString() {
            return "received";
        }
    }

    /**
     * The framing in which a sequence of bytes ends a message.
     *
     * @param bytes from 1 to 16, as hex digits such as {@code 0D0A}
     */
    record Delimiter(String bytes) implements Framing {

        /** Whether the delimiter may occur inside a character of some encoding, so that messages end inside one. */
        public boolean mayCutCharacters() {
            byte[] first = value();
            // Second bytes begin at 30 in GB18030 and at 40 in the others; below that, ASCII is always itself.
            return first[0] < 0 || first[0] >= 0x30;
        }

        byte[] value() {
            return parsed(bytes);
        }

        @Override
        public String toString() {
            return "delimiter:" + bytes;
        }
    }

    /**
     * The framing in which all messages have one length.
     *
     * @param length in bytes, from 1 to {@link #MAX_LENGTH}
     */
    record Fixed(int length) implements Framing {
        @Override
        public String toString() {
            return "fixed:" + length;
        }
    }

    /**
     * The framing in which a field of each message says how long it is.
     *
     * @param offset bytes before the length field, from 0 to 255
     * @param size of the length field: 1, 2 or 4 bytes
     * @param littleEndian whether its first byte is the least significant one
     * @param countsWhole whether it counts the whole message; otherwise what follows the field
     */
    record LengthField(int offset, int size, boolean littleEndian, boolean countsWhole) implements Framing {
        @Override
        public String toString() {
            return "length:" + offset + "," + size + (littleEndian ? ",le" : ",be") + (countsWhole ? ",whole" : "");
        }
    }

    /**
     * The framing in which only a silence ends a message.
     *
     * @param millis from 1 to 60,000
     */
    record Silence(int millis) implements Framing {
        @Override
        public String toString() {
            return "silence:" + millis;
        }
    }

    /**
     * Reads a framing as a person writes it: {@code lines}, {@code received}, {@code delimiter:0D0A}, {@code fixed:16},
     * {@code length:4,2,be} (offset, size, be or le, and {@code whole} if it counts the whole message) or
     * {@code silence:50}.
     *
     * @throws Problem if it is none of these or a number is out of its range
     */
    static Framing parse(String text) throws Problem {
        Matcher parts =
                Pattern.compile("([a-z]+)(?::(.*))?").matcher(text.strip().toLowerCase(Locale.ROOT));
        String rest = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        return switch (parts.matches() ? parts.group(1) + (rest.isEmpty() ? "" : ":") : "") {
            case "lines" -> LINES;
            case "received" -> RECEIVED;
            case "delimiter:" -> delimiter(rest);
            case "fixed:" -> new Fixed(number(rest, 1, MAX_LENGTH));
            case "length:" -> lengthField(rest.split(","), text);
            case "silence:" -> new Silence(number(rest, 1, 60_000));
            default -> throw unknown(text);
        };
    }

    /**
     * Makes a delimiter of hex digits.
     *
     * @throws Problem if these are not 1 to 16 bytes
     */
    static Delimiter delimiter(String hex) throws Problem {
        byte[] bytes = Hex.parse(hex);
        if (bytes.length < 1 || bytes.length > 16) {
            throw new Problem("problem.framing.delimiter", -1);
        }
        return new Delimiter(Hex.print(bytes, 0, bytes.length).replace(" ", ""));
    }

    /**
     * Reads a number of a framing.
     *
     * @throws Problem if this is no whole number from {@code least} to {@code most}
     */
    static int number(String text, int least, int most) throws Problem {
        String digits = text.strip();
        if (digits.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new Problem("problem.framing.number", -1, Integer.toString(least), Integer.toString(most));
    }

    private static Framing lengthField(String[] parts, String text) throws Problem {
        boolean whole = parts.length == 4 && parts[3].strip().equals("whole");
        if (parts.length < 2 || parts.length > 4 || parts.length == 4 && !whole) {
            throw unknown(text);
        }
        int size = number(parts[1], 1, 4);
        String order = parts.length == 2 ? "be" : parts[2].strip();
        if (size == 3 || !order.matches("be|le")) {
            throw unknown(text);
        }
        return new LengthField(number(parts[0], 0, 255), size, order.equals("le"), whole);
    }

    private static Problem unknown(String text) {
        return new Problem("problem.framing.unknown", -1, VisibleText.brief(text));
    }

    private static byte[] parsed(String hex) {
        try {
            return Hex.parse(hex);
        } catch (Problem e) {
            throw new IllegalArgumentException(hex, e);
        }
    }

    /** Returns the silence that ends an open message, in milliseconds. */
    default int patienceMillis() {
        if (this instanceof Silence silence) {
            return silence.millis();
        }
        return this instanceof Fixed || this instanceof LengthField ? OVERDUE_MILLIS : SILENCE_MILLIS;
    }
}
