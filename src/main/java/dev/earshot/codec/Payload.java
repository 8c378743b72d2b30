package dev.earshot.codec;

/** Turns what a person typed into the send box into the bytes to send. */
public final class Payload {
    private Payload() {}

    /**
     * Encodes typed text. Its own line ends, LF or CR LF, are sent as the ending is, or as LF if there is none.
     *
     * @param escapes whether {@code \r \n \t \0 \xNN} (one raw byte) {@code \}{@code uNNNN} (a character) and {@code
     *     \\} stand for something else
     * @param ending what follows the text
     * @throws Problem if an escape is unknown or unfinished, or if the encoding does not hold a character
     */
    public static byte[] text(String typed, Encoding encoding, boolean escapes, LineEnding ending) throws Problem {
        return new PayloadWriter(typed, encoding, escapes, ending).write();
    }

    /**
     * Reads bytes that were typed or pasted as hex; see {@link PastedHex}.
     *
     * @throws Problem if they have a mistake, with its position
     */
    public static byte[] hex(String typed) throws Problem {
        return PastedHex.parse(typed);
    }
}
