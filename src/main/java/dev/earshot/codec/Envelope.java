package dev.earshot.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A length before a message and a checksum after it, added when the message is sent. The order is length, message,
 * checksum, line ending; where the checksum comes last, it is length, message, line ending, checksum.
 */
public record Envelope(Header header, Trailer trailer) {
    /** The envelope that adds nothing. */
    public static final Envelope NONE = new Envelope(Header.NONE, Trailer.NONE);

    /**
     * A length before the message.
     *
     * @param size length of the number in bytes: 1, 2 or 4; 0 = no length is sent
     * @param littleEndian whether its low byte goes first
     * @param countsItself whether it counts itself too, and not only what follows it
     */
    public record Header(int size, boolean littleEndian, boolean countsItself) {
        public static final Header NONE = new Header(0, false, false);

        /** Returns the largest length that fits into the header. */
        long largest() {
            return (1L << 8 * size) - 1;
        }

        private byte[] bytes(long length) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[littleEndian ? i : size - 1 - i] = (byte) (length >>> 8 * i);
            }
            return bytes;
        }
    }

    /**
     * A checksum of all bytes before it.
     *
     * @param checksum null = there is none
     * @param littleEndian whether its low byte goes first
     * @param asHexDigits whether it is sent as upper-case hex digits and not as bytes
     * @param last whether it comes after the line ending and not before it
     */
    public record Trailer(Checksum checksum, boolean littleEndian, boolean asHexDigits, boolean last) {
        public static final Trailer NONE = new Trailer(null, false, false, false);

        /** Returns this checksum as it is usually sent: as bytes, before the line ending. */
        public static Trailer usual(Checksum checksum) {
            return checksum == null ? NONE : new Trailer(checksum, checksum.usuallyLittle(), false, false);
        }

        private int size() {
            return checksum == null ? 0 : asHexDigits ? 2 * checksum.size() : checksum.size();
        }

        private byte[] bytes(byte[] before) {
            byte[] bytes = checksum.bytes(checksum.of(before, 0, before.length), littleEndian);
            return asHexDigits
                    ? Hex.print(bytes, 0, bytes.length).replace(" ", "").getBytes(StandardCharsets.US_ASCII)
                    : bytes;
        }
    }

    /**
     * A message in its envelope.
     *
     * @param headerSize how many bytes at the beginning are the length
     * @param checksumAt where the checksum begins
     * @param checksumSize how many bytes it has; 0 = there is none
     */
    public record Wrapped(byte[] bytes, int headerSize, int checksumAt, int checksumSize) {}

    /**
     * Reads what {@link #toString} prints.
     *
     * @throws Problem if the text is no envelope
     */
    public static Envelope parse(String text) throws Problem {
        Header header = Header.NONE;
        Trailer trailer = Trailer.NONE;
        for (String word : text.strip().split("\\s+")) {
            List<String> parts = List.of(word.split(",", -1));
            Optional<Checksum> checksum = Checksum.named(parts.get(0));
            if (checksum.isPresent()) {
                trailer = new Trailer(
                        checksum.get(), parts.contains("le"), parts.contains("digits"), parts.contains("last"));
            } else if (parts.get(0).matches("length[124]")) {
                header = new Header(word.charAt(6) - '0', parts.contains("le"), parts.contains("whole"));
            } else if (!word.equals("none")) {
                throw new Problem("problem.send.envelope", -1, VisibleText.brief(word));
            }
        }
        return new Envelope(header, trailer);
    }

    /** Returns the form that {@link #parse} reads, such as {@code length2,le CRC-16/MODBUS,le}; it never changes. */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(" ");
        words.setEmptyValue("none");
        if (header.size > 0) {
            words.add("length" + header.size + (header.littleEndian ? ",le" : "")
                    + (header.countsItself ? ",whole" : ""));
        }
        if (trailer.checksum != null) {
            words.add(trailer.checksum.label()
                    + (trailer.littleEndian ? ",le" : "")
                    + (trailer.asHexDigits ? ",digits" : "")
                    + (trailer.last ? ",last" : ""));
        }
        return words.toString();
    }

    /**
     * Puts this envelope around a message and its line ending.
     *
     * @throws Problem if the length is too large for its bytes
     */
    public Wrapped wrap(byte[] message, byte[] ending) throws Problem {
        int trailerSize = trailer.size();
        long follows = (long) message.length + trailerSize + ending.length;
        long length = follows + (header.countsItself ? header.size : 0);
        if (header.size > 0 && length > header.largest()) {
            throw new Problem("problem.send.length", -1, length, header.size, header.largest());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) follows + header.size);
        all.writeBytes(header.bytes(length));
        all.writeBytes(message);
        if (trailer.last) {
            all.writeBytes(ending);
        }
        int checksumAt = all.size();
        if (trailerSize > 0) {
            all.writeBytes(trailer.bytes(all.toByteArray()));
        }
        if (!trailer.last) {
            all.writeBytes(ending);
        }
        return new Wrapped(all.toByteArray(), header.size, checksumAt, trailerSize);
    }
}
