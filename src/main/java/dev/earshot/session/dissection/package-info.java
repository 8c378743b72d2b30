/**
 * Has tshark, the terminal program of Wireshark, say what the messages of the log are.
 *
 * <p>A {@link dev.earshot.session.dissection.Dissector} writes the message and earlier ones of its conversation as a
 * capture to a temporary folder, runs {@link dev.earshot.session.dissection.Tshark} on it without a shell, and reads
 * what it prints about the last packet, in the form PDML, into a {@link dev.earshot.session.dissection.Dissection}.
 * The protocol can be chosen, as by "Decode as" in Wireshark. A run has limits of time and size, and can be cancelled.
 *
 * <p>May import {@code session}, {@code session.view} and the packages below; {@code session} itself must not import
 * this package. It has no threads of its own: a run blocks for a second or so.
 */
package dev.earshot.session.dissection;
