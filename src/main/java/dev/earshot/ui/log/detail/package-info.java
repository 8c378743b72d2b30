/**
 * Shows the selected message of the log in full: as text, as fields, as Wireshark dissects it, and as a hex dump. It
 * may import {@code ui.parts}, {@code ui.plain}, {@code session} and the packages below. {@code ui.log} imports it; it
 * must not import {@code ui.log}. Everything is confined to the EDT, except what the thread {@code detail} reads and
 * formats and the thread {@code wireshark} has dissected.
 *
 * <p>{@link dev.earshot.ui.log.detail.DetailPane} is all of it. A {@link dev.earshot.ui.log.detail.DetailText} is the
 * message as it was read, with the places that a search has found. {@link dev.earshot.ui.log.detail.DetailParts} shows
 * one {@link dev.earshot.ui.log.detail.DetailPart} of it beside the hex dump, and the text beside that where there is
 * room; {@link dev.earshot.ui.log.detail.DetailHeader} says what the message is and chooses the part. {@link
 * dev.earshot.ui.log.detail.FieldTable} has the {@link dev.earshot.ui.log.detail.FieldRows} of a tree of fields.
 *
 * <p><b>Marks.</b> A <i>mark</i> is what is chosen of the message: a field marks its bytes in the {@link
 * dev.earshot.ui.log.detail.HexArea}, and bytes that are chosen there choose their field. What other parts of the
 * window do with a marked part is behind {@link dev.earshot.ui.log.detail.MarkActions}.
 *
 * <p>A long line is broken before it is shown ({@link dev.earshot.ui.log.detail.BrokenText}), because Swing is slow
 * with one. {@link dev.earshot.ui.log.detail.OriginWords} names what has sent an automatic message, for the log as
 * well.
 */
package dev.earshot.ui.log.detail;
