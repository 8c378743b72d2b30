package dev.earshot.reply;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;

/**
 * A message with variables, as the user has typed it; may be wrong. Only <code>${</code> is special, so that JSON needs no
 * escaping; <code>$${</code> is a literal <code>${</code>. Between <code>${</code> and <code>}</code> stands one of these:
 *
 * <ul>
 *   <li>{@code 0}: the message without its line ending; {@code 1} to {@code 9}: a capture. The bytes as received.
 *   <li>{@code counter}: the number of this answer, from 1.
 *   <li>{@code time}, {@code time:HH:mm:ss} ({@link java.time.format.DateTimeFormatter}), {@code time:unix} in seconds.
 *   <li>{@code random:1-100}: a number, both bounds included.
 *   <li>{@code client}: address and port of the sender of the message; {@code clients}: the number of connected peers.
 *   <li>{@code hex:0D 0A}: these bytes.
 *   <li>{@code length}: the number of bytes after it in the answer, including the line ending.
 *   <li>{@code checksum:CRC-16/MODBUS}: of all bytes before it, in the byte order that is usual for it; with
 *       {@code :le} or {@code :be} in that one, with {@code :hex} as upper-case digits, with {@code :from=2} without the
 *       first two bytes. Names: {@link dev.earshot.codec.Checksum}.
 * </ul>
 *
 * Numbers are decimal digits, {@code counter:4} at least four of them; {@code :u8 :u16 :u32} makes bytes of them, the
 * most significant one first, or with {@code le} behind it last: {@code length:u16le}. A counter or time that has
 * outgrown its bytes begins anew; a length that does not fit is a problem.
 *
 * @param form whether the text is characters, with escapes such as {@code \r\n} and {@code \x0D}, or hex digits with
 *     variables between bytes
 * @param ending what follows a text; nothing follows hex digits
 */
public record Template(TextForm form, String text, LineEnding ending) {

    /** Creates the template of a text without a line ending. */
    public static Template text(String text) {
        return new Template(TextForm.TEXT, text, LineEnding.NONE);
    }

    /**
     * Checks the template for any number of captures.
     *
     * @throws Problem if it is wrong, with its position
     */
    public void check() throws Problem {
        compile();
    }

    /**
     * Compiles the template for any number of captures.
     *
     * @throws Problem if it is wrong, with its position
     */
    public CompiledTemplate compile() throws Problem {
        return compile(MatchCaptures.MOST);
    }

    /**
     * Compiles the template for a pattern with this number of captures.
     *
     * @throws Problem if it is wrong or uses a higher capture, with its position
     */
    public CompiledTemplate compile(int captures) throws Problem {
        return new TemplateParser(this, captures).parse();
    }
}
