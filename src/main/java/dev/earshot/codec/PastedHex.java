package dev.earshot.codec;

import java.util.Optional;

/**
 * Reads bytes as people type or paste them: plain hex digits, hex dumps, and literals of programming languages.
 *
 * <p>Everything that {@link Hex#parse} reads is plain hex, unless it is certainly a dump. Offsets and the text beside
 * the bytes of a dump are never data.
 *
 * <h2>Dumps</h2> The rows of {@code xxd}, {@code hexdump -C}, {@code od -t x1}, {@code tcpdump -X}, Wireshark and
 * {@link HexDump}: an offset of 4 or more hex digits, perhaps with a colon, then groups of whole bytes, then perhaps
 * the same bytes as text. It is certain that these are not plain hex if one of these is true of the first row:
 *
 * <ul>
 *   <li>its text is the text of its bytes, and a colon or two spaces follow its offset
 *   <li>its text stands between {@code |} and {@code |}
 *   <li>its offset is 0 and a colon follows it, or three spaces as Wireshark writes them
 *   <li>the next row's offset is where this row ends, or the next line is {@code *}; without a colon or two spaces
 *       behind the offset only if the row has 8 or more bytes
 * </ul>
 *
 * So {@code 0000 1234} is plain hex, and {@code 0000: 1234} is not. Each further row must begin where the one before it
 * ends, or at 0, as the next dump does. A {@code *} repeats the row before it up to the next offset. Dumps of words,
 * whose bytes stand in another order than they are sent, are refused. The numbers of the columns above a dump, as of
 * PowerShell's Format-Hex and HxD, make it certain that it is one, and so do the signs of {@link HexDumpRowForm}. What
 * {@link PastedText} knows as a heading of bytes is left out.
 *
 * <h2>Marks</h2> Each byte has two digits and a mark that is no digit: {@code 0Dh}, {@code $0D}, {@code &H0D} or {@code
 * 16#0D} as assemblers and terminal programs write it, {@code %0D}, {@code x0D}, {@code (byte) 0x0D}, or, if there are
 * several, {@code [01][03]} and {@code <01><03>} as libmodbus prints what it sends and receives. Unmarked bytes may
 * stand between them. {@code 0x1} is a byte among others.
 *
 * <h2>Wrappings</h2> What is around the digits says that they are hex: {@code bytes.fromhex('01 03')}, {@code
 * Buffer.from("0103", "hex")}, {@code X'0103'}, {@code <Buffer 01 03>}, and what Apple's systems print, {@code
 * <01030000>} and {@code {length = 2, bytes = 0x0103}}, and PostgreSQL {@code \x0103}.
 *
 * <h2>Literals</h2> These cannot be plain hex, because they begin with a quote, a backslash or a bracket, if need be
 * behind {@code NAME =}:
 *
 * <ul>
 *   <li>{@code "\x00A"}, {@code b'\x00A'}: one or more strings. Two digits belong to an {@code x}, as in Python,
 *       although C would take more; {@code \\u0001} is a byte below 80. A string with neither an escape nor a {@code b}
 *       is refused, because it may be hex in quotes.
 *   <li>{@code \x00\x01}: escapes without quotes, and nothing else; also with two backslashes each
 *   <li>{@code {0x00, 0x01}}, also in square brackets: numbers. Those without {@code 0x} are decimal if one has three
 *       digits or a sign, hex if one has a letter and all have two digits; if they could be both, they are refused. In
 *       Erlang's {@code <<1, 10>>} they are decimal.
 * </ul>
 */
public final class PastedHex {
    private PastedHex() {}

    /**
     * Reads bytes in any of the forms.
     *
     * @throws Problem if the text has a mistake, with its position
     */
    public static byte[] parse(String typed) throws Problem {
        Optional<byte[]> found = find(typed);
        return found.isPresent() ? found.get() : Hex.parse(typed);
    }

    /**
     * Reads bytes in any of the forms but plain hex. Returns nothing if the text is not certainly one of them.
     *
     * @throws Problem if it is one with a mistake in it, with its position
     */
    public static Optional<byte[]> find(String typed) throws Problem {
        String all = PastedText.withPlainBlanks(typed);
        String text = PastedText.withoutHeading(all);
        Optional<byte[]> dump = HexDumpReader.find(PastedText.withoutFrame(text));
        Optional<byte[]> wrapped = dump.isPresent() ? dump : WrappedHex.find(text);
        Optional<byte[]> marked = wrapped.isPresent() ? wrapped : MarkedHex.find(text);
        Optional<byte[]> literal = marked.isPresent() ? marked : ByteLiteral.find(text);
        return literal.isEmpty() && !text.equals(all) ? Optional.of(Hex.parse(text)) : literal;
    }
}
