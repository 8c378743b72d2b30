/**
 * Splits the streams of bytes of TCP into messages.
 *
 * <p>It imports {@code codec}, which must not import it, and nothing else of ours. It holds no thread and does no
 * input or output.
 *
 * <p><b>The vocabulary.</b> A <i>framing</i> is the rule by which the bytes of one direction are cut into messages. A
 * <i>cutter</i> follows one stream by that rule, and a <i>scanner</i> finds the ends of messages in contiguous bytes.
 * A <i>mark</i> is a run of bytes that begins or ends a message. A <i>preset</i> is a framing with the name of a
 * protocol. A <i>wait</i> is the silence that ends an unfinished message.
 *
 * <h2>Where to look</h2>
 * <ul>
 *   <li>{@link dev.earshot.codec.framing.Framing}: the rule, and its form as text. {@link
 *       dev.earshot.codec.framing.FramingKinds}: lists the kinds of framings. A new one is a record like {@link
 *       dev.earshot.codec.framing.SilenceFraming} and a line in that list.
 *   <li>{@link dev.earshot.codec.framing.FramingPresets}: names framings by protocols, from {@code framings.json}.
 *   <li>{@link dev.earshot.codec.framing.Cutter}: finds the ends of messages in the reads of one stream, as {@link
 *       dev.earshot.codec.framing.RowEnds}. Most framings have a {@code MessageScanner} for that, which {@code
 *       ScanningCutter} gives contiguous bytes whatever the reads were. Those with a length have a {@code
 *       LengthReader}, which {@code LengthScanner} asks where a message ends.
 *   <li>{@link dev.earshot.codec.framing.MessageSplitter}: splits a stream, by the framing's cutter, by silence and by
 *       the limits. The log and the replies both split with it. {@link dev.earshot.codec.framing.CutPreview} does so
 *       with bytes that a person looks at while choosing a framing.
 *   <li>{@link dev.earshot.codec.framing.Completeness}: whether a row is a whole message, a part of a long one, an
 *       unfinished or a broken one.
 *   <li>{@code MarkSet}: the marks of a framing, of which any may stand in the stream.
 * </ul>
 *
 * <p>Lines are cut at raw line feeds, whose bytes depend on the encoding ({@link dev.earshot.codec.LineUnit}). A
 * message that is longer than the limit is cut between two characters of its encoding.
 */
package dev.earshot.codec.framing;
