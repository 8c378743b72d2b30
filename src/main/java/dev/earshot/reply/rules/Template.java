package dev.earshot.reply.rules;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;

/**
 * A message with variables, as the user has typed it; may be wrong. Only <code>${</code> is special, so that JSON needs
 * no escaping; <code>$${</code> is a literal <code>${</code>. Between <code>${</code> and <code>}</code> stands one of
 * these:
 *
 * <ul>
 *   <li>{@code 0}: the message without its line ending; {@code 1} to {@code 9}: a capture. The bytes as received.
 *   <li>{@code 1+1}: a capture as a number, and what is calculated with it from left to right: {@code + - * / % & | ^}
 *       with a decimal or {@code 0x} number. In hex digits, the bytes of the capture are the number, the most
 *       significant one first, and the result has as many and wraps around; in a text, its digits are, and the result
 *       has at least as many. {@code 1+1:u16le} writes the result in another form; {@code :read=digits}, {@code
 *       :read=be} and {@code :read=le} say how the capture is read.
 *   <li>{@code field:temp}: a field of the message as text, without its unit; empty if the message has none of that
 *       name. Of several with the name it is the last one. {@code field:temp*10+1}: a number computed by a {@link
 *       dev.earshot.fields.Formula}. With the form of a number it is rounded, {@code field:temp:u16le}, and its absence
 *       is a problem. {@code field:id:bytes}: the bytes of the field as received.
 *   <li>{@code counter}: the number of this answer, from 1. {@code counter-1}: calculated as above.
 *   <li>{@code time}, {@code time:HH:mm:ss} ({@link java.time.format.DateTimeFormatter}), {@code time:unix} in seconds.
 *   <li>{@code random:1-100}: a number, both bounds included.
 *   <li>{@code client}: address and port of the sender of the message; {@code clients}: the number of connected peers.
 *   <li>{@code hex:0D 0A}: these bytes.
 *   <li>{@code begin:body} and {@code end:body} mark a part of the answer, and are nothing themselves. Parts may
 *       overlap. One that is not ended goes to the end of the answer, the line ending included; {@code end} alone ends
 *       the part that was begun last. With {@code begin:body:escape=slip} its bytes are escaped ({@link
 *       dev.earshot.codec.ByteStuffing}) once all lengths and checksums are known: they are of the bytes before that.
 *   <li>{@code length}: the number of bytes after it in the answer, including the line ending; {@code length:of=body}:
 *       of the marked part, wherever that is. {@code length+2}: calculated as above, but with {@code + - * /} only.
 *   <li>{@code checksum:CRC-16/MODBUS}: of all bytes before it, with {@code :of=body} of the marked part, up to the
 *       checksum if that stands in it. In the byte order that is usual for it, with {@code :le} or {@code :be} in that
 *       one; with {@code :hex} as upper-case digits, with {@code :decimal} as three digits for one byte, five for two,
 *       and so on; with {@code :from=2} without the first two bytes. Names: {@link dev.earshot.codec.Checksum#named}.
 * </ul>
 *
 * Numbers are decimal digits in the encoding of the receiver, {@code counter:4} at least four; {@code :u8 :u16 :u24
 * :u32 :u64} makes bytes of them, the most significant one first, or with {@code le} behind it last: {@code
 * length:u16le}. A number that has outgrown its bytes begins anew; a length that does not fit is a problem.
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
