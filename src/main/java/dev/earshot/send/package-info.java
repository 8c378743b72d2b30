/**
 * Composes and sends messages: the draft in the send box, quick sends, repeated messages, sequences and files.
 *
 * <p>May import {@code session} and below; never Swing, never a socket.
 *
 * <p><b>One way to send.</b> An {@link dev.earshot.send.OutgoingMessage} is made of a {@link dev.earshot.send.Draft},
 * its receivers and an {@link dev.earshot.net.Origin}. Making it composes the draft in every receiver's encoding and
 * checks all lengths, so a message that cannot be sent to one receiver is sent to nobody. The {@link
 * dev.earshot.send.SendResult} tells which receivers were refused, and whether they had no room or were gone; window,
 * terminal, repeat and sequence each report or count that in their own way. Only a message from a person can end a
 * conversation, judged by the typed text. A file is no message: {@link dev.earshot.send.FileSend} gives its pieces
 * to the peers itself, as fast as each of them reads. So does {@link dev.earshot.send.Replay} with the messages of a
 * kept conversation, which it reads from the capture one by one.
 *
 * <p><b>Threads.</b> Nothing here waits on the EDT: {@link dev.earshot.send.Repeat} has a thread {@code repeat},
 * {@link dev.earshot.send.Sequence} one {@code sequence 7} for each receiver, {@link dev.earshot.send.FileSend} one
 * {@code file} for all receivers, {@link dev.earshot.send.Replay} one {@code replay 7}. Each ends when it is done,
 * stopped, or has no receiver left, and tells why it failed as a {@link dev.earshot.codec.Problem}; its progress can
 * be asked for at any time on any thread.
 *
 * <p><b>Files.</b> {@link dev.earshot.send.SendMemory} writes the draft, the sent messages and the quick sends to
 * files, on the thread {@code remember}. {@link dev.earshot.send.ProfileFile} is the form in which the set-up of a tab
 * is handed over; its settings are those that {@code EndpointKind.keys} and {@code TabKeys} list.
 */
package dev.earshot.send;
