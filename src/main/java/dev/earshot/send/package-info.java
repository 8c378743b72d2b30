/**
 * What a person composes and has sent: the draft in the send box, the messages sent before, quick sends, and what goes out
 * by itself once it was started: a message again and again, quick sends one after the other, a file.
 *
 * <p>May import {@code session} and below; never Swing, never a socket.
 *
 * <p>Everything goes out through an {@link dev.earshot.send.MessageSender}, which a test can be too. Nothing here waits on the
 * EDT: {@link dev.earshot.send.Repeat} has a thread {@code repeat}, {@link dev.earshot.send.Sequence} one
 * {@code sequence 7} for each receiver, {@link dev.earshot.send.FileSending} one {@code file} for all receivers. Each ends
 * when it is done, stopped, or has nobody left to send to, and says why as a {@link dev.earshot.codec.Problem}; what it has
 * done so far is a snapshot that can be asked for at any time. {@link dev.earshot.send.SendMemory} writes its files on
 * {@code remember}.
 */
package dev.earshot.send;
