/**
 * Converts bytes to text and back, and reads what people type. This package imports nothing of ours, holds no thread
 * and does no input or output; most of it is pure functions over arrays and strings. The rules that split streams into
 * messages are in {@code codec.framing}, which imports this package and must not be imported here.
 *
 * <h2>Where to look</h2>
 * <ul>
 *   <li>{@link dev.earshot.codec.Encoding}: the encodings and the names by which people know them.
 *   <li>{@link dev.earshot.codec.TextDecoder}: decodes bytes to text. {@link dev.earshot.codec.VisibleText}: makes
 *       text safe to paint.
 *   <li>{@link dev.earshot.codec.EncodingEvidence}: guesses a client's encoding.
 *   <li>{@link dev.earshot.codec.ProtocolDetector}: recognises a well-known {@link dev.earshot.codec.Protocol} by the
 *       first bytes of a stream.
 *   <li>{@link dev.earshot.codec.Payload}: turns typed text into bytes. {@link dev.earshot.codec.PastedHex}: does so
 *       with hex digits, dumps and literals; {@link dev.earshot.codec.HexLines}: with lines of them that come one by
 *       one. A {@link dev.earshot.codec.Problem} tells what was typed wrong.
 *   <li>{@link dev.earshot.codec.HexDump}: prints bytes for people. {@link dev.earshot.codec.SourceLiteral}: prints
 *       them as literals of programming languages. {@link dev.earshot.codec.Envelope}, {@link
 *       dev.earshot.codec.Checksum}, {@link dev.earshot.codec.Nickname}: added around a message when it is sent.
 *   <li>{@link dev.earshot.codec.ByteStuffing}: keeps the marks of a frame out of its contents, and undoes that.
 *   <li>{@link dev.earshot.codec.WholeNumber}: reads a number in a range.
 *   <li>{@link dev.earshot.codec.RegularExpression}: matches expressions with a bound on the work.
 *   <li>{@link dev.earshot.codec.JsonFields} and {@link dev.earshot.codec.JsonText}: read and write files that people
 *       edit. {@link dev.earshot.codec.JsonTree}: knows where each value stands. {@link dev.earshot.codec.JsonFormat}:
 *       the format that a file names.
 *   <li>{@code Utf8}, {@code Utf16} and {@code Gb18030}: find the ends of characters.
 * </ul>
 *
 * <h2>Which encodings</h2> Nearly all are compatible with ASCII: an ASCII byte that begins a character is that ASCII
 * character, and 0A is never a part of a longer one. So rows can be cut at raw line feeds before anybody knows the
 * encoding. UTF-16 and EBCDIC are not, and are only chosen, never guessed; {@link dev.earshot.codec.LineUnit} knows
 * their line ends. "GBK" is read as GB18030, which contains it, and written as strict GBK, which every device with
 * "GBK" in its manual can read. Big5, Shift_JIS, EUC-JP and EUC-KR are read and written with what Windows added to
 * them: {@code UnitedCharset}.
 *
 * <h2>How bad bytes are read</h2> A byte that cannot be decoded becomes one U+FFFD and decoding begins again at the
 * very next byte. So no bad byte takes a neighbour with it, and as many U+FFFD are seen as there are bad bytes (the
 * practice of "maximal subparts" would show one for {@code F0 9F 98}, here it is three).
 *
 * <p>What the JDK does otherwise, and why its replacing decoders are used for clean input only:
 * <ul>
 *   <li>GB18030 reports a lead byte and any of 3A-3F or 7F as two bad bytes (882 pairs): {@code 81 3C} loses its
 *       {@code <}.
 *   <li>GB18030 reports a broken four-byte form whole: {@code 82 30 0A} loses its line feed.
 *   <li>GB18030 waits for a fourth byte after {@code 82 30 0A}, and UTF-8 for a third after {@code ED A0}, although
 *       neither can become a character: "underflow" does not mean that the bytes are good so far.
 *   <li>UTF-8 reports an encoded surrogate, {@code ED A0 80}, as one bad sequence of three bytes.
 *   <li>GBK, unlike GB18030, has U+2641 at A892 and private characters in up to a hundred places where GB18030 has
 *       real ones (how many depends on the release); Shift_JIS writes the yen sign as a backslash. Hence the rule for
 *       writing.
 * </ul>
 *
 * <h2>UTF-8 or GBK</h2> Every UTF-8 character of two bytes (lead C2-DF, trail 80-BF) is an assigned pair of GBK, so
 * only characters of three or more bytes speak for UTF-8. Nearly every run of high bytes is a chain of GBK pairs, so a
 * row with bytes that text never has, or with characters for private use, has no vote. A row that begins behind the
 * border of a UTF-8 character looks like GBK and is not counted as such.
 *
 * <p>Texts in GBK are made of common characters ({@code GbkCensus}). A row that has none, or that fits neither
 * encoding, is Western where its high bytes stand as accented letters and signs do ({@code WesternText}).
 *
 * <h2>How text is written</h2> An encoding has a character if its bytes read as that character again. Any other
 * character is refused with its position: a silent {@code ?} in a protocol costs an afternoon.
 *
 * <h2>Sources</h2> UTF-8: RFC 3629, section 4 (syntax of well-formed sequences). GB 18030-2005 and -2022: two-byte
 * area 81-FE, 40-7E and 80-FE; four-byte area 8130-FE39 twice, of which 81308130-8431A439 is the rest of the basic
 * plane and 90308130-E3329A35 are the planes 1 to 16 in order. General categories: Unicode Standard, section 4.5.
 */
package dev.earshot.codec;
