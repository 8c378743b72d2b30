/**
 * Composes and sends messages: the draft in the send box, quick sends, repeated messages, sequences and files.
 *
 * <p>May import {@code session} and below; never Swing, never a socket.
 *
 * <p><b>One way out.</b> A {@link dev.earshot.send.MessageSender} takes a {@link dev.earshot.send.Draft}, its receivers and
 * an {@link dev.earshot.net.Origin}. It composes the draft in every receiver's encoding and checks all lengths, and only
 * then there is an {@link dev.earshot.send.OutgoingMessage} to be sent: what cannot be sent to one is sent to nobody. The
 * {@link dev.earshot.send.SendResult} says who was refused, and whether for want of room or because it is gone; window,
 * terminal, repeat and sequence each say or count that in their own way. Only what a person sends can end a conversation,
 * judged by what was typed. A file is no message: {@link dev.earshot.send.FileSending} gives its pieces to the peers itself,
 * as fast as each of them reads.
 *
 * <p><b>What goes on by itself.</b> Nothing here waits on the EDT: {@link dev.earshot.send.Repeat} has a thread
 * {@code repeat}, {@link dev.earshot.send.Sequence} one {@code sequence 7} for each receiver,
 * {@link dev.earshot.send.FileSending} one {@code file} for all receivers. Each ends when it is done, stopped, or has nobody
 * left to send to, and says why as a {@link dev.earshot.codec.Problem}; what it has done so far is a snapshot that can be
 * asked for at any time.
 *
 * <p><b>What is remembered.</b> {@link dev.earshot.send.SendMemory} writes the draft, the messages sent before and the quick
 * sends to files, on the thread {@code remember}.
 */
package dev.earshot.send;
