/**
 * Fetching a file by TFTP: RFC 1350, with the options of RFC 2347 for the block size (RFC 2348) and the size of the file
 * (RFC 2349).
 *
 * <p>May import {@code net}'s values and {@code codec}; never the journal, the session or Swing. It has a socket of
 * its own, because a transfer is one socket, and writes a file, because that is what comes of it.
 *
 * <h2>Where to look</h2>
 * <ul>
 *   <li>{@link dev.earshot.tftp.FileRequest}: what is asked for. {@link dev.earshot.tftp.FileTransfer}: one transfer, from
 *       the name of the server to the last byte; time, repeating, strangers.
 *   <li>{@link dev.earshot.tftp.BlockReceiver}: what each packet means. Has no socket and no clock.
 *   <li>{@link dev.earshot.tftp.TftpPacket} and {@link dev.earshot.tftp.PacketBytes}: packets as values and as bytes.
 *   <li>{@link dev.earshot.tftp.LocalFileName}, {@link dev.earshot.tftp.LocalFile}, {@link dev.earshot.tftp.PartFile}: under which
 *       name a file may be kept, and how it gets there only when it is whole.
 *   <li>{@link dev.earshot.tftp.TftpNote}: what the log says about the outcome.
 * </ul>
 *
 * <h2>Packets are traffic</h2>
 * Every datagram is told as {@link dev.earshot.net.Event}s of {@link dev.earshot.net.Peer}s, as bytes, like all traffic of
 * this program; each address and port is a peer: the server's port, the port that the transfer comes from, any stranger.
 *
 * <h2>Why not the client of Apache Commons Net</h2>
 * Version 3.13.0 was tried; {@code CommonsNetTest} shows each of these. It never sends a request or an acknowledgement again,
 * so that one lost packet ends a transfer. It cuts a block that is too long and takes it for whole. It believes whichever
 * host answers first, and two bytes of any stranger end its transfer. After a duplicate it throws away what waits behind,
 * which may be the next block, and counts the duplicate as progress. The code of an error is only to be had out of a sentence,
 * CR NUL stays two bytes, and there are neither options nor a way to see the bytes of a packet or to end the waiting.
 *
 * <h2>Laws</h2>
 * <ul>
 *   <li>The port that answers first is the transfer (RFC 1350, section 4), if it is the same computer's. Everybody else gets
 *       error 5, a hundred times at most, and an error is never answered.
 *   <li>Only what brings the file on keeps a transfer alive. Strangers, duplicates and old blocks do not.
 *   <li>What has been sent last is sent again after the timeout, then after twice and four times that (RFC 1123, section
 *       4.2.3.2). A block that comes twice is acknowledged again only 200 ms after the first time: the loss of an
 *       acknowledgement is mended, and a server that answers each duplicate with another one (the "sorcerer's
 *       apprentice", RFC 1123, section 4.2.3.1) has nobody to do it with.
 *   <li>Block numbers have 16 bits and go on with 0 after 65,535; a file has no end there.
 *   <li>A byte beyond the limit is never taken, and no block is taken that is longer than was agreed on.
 *   <li>A server that refuses the options is asked again without them; what it agrees to must have been asked for.
 *   <li>The last block is on the disk before it is acknowledged. Then the socket is closed: a server that misses the
 *       acknowledgement learns from the system that nobody is there any more, and the file is whole all the same.
 * </ul>
 */
package dev.earshot.tftp;
