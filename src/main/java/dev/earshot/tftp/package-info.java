/**
 * The TFTP client, which fetches files (RFC 1350). It uses the options of RFC 2347 for the block size (RFC 2348) and
 * the size of the file (RFC 2349).
 *
 * <p>May import {@code codec}, {@code net.address} and, of {@code net}, the values and the look-up of names; never the
 * journal, the session or Swing. Each transfer has its own socket and blocks its own thread.
 *
 * <h2>Where to look</h2>
 * <ul>
 *   <li>{@link dev.earshot.tftp.FileRequest} describes the file to fetch. {@link dev.earshot.tftp.FileTransfer}
 *       fetches it: look-up, timeouts, repeats, strangers.
 *   <li>{@link dev.earshot.tftp.BlockReceiver} decides the answer to each packet. It has no socket and no clock.
 *   <li>{@link dev.earshot.tftp.TftpPacket} is a packet; {@link dev.earshot.tftp.PacketCodec} encodes and decodes it.
 *   <li>{@link dev.earshot.tftp.LocalFileName} checks the name of the saved file, {@link dev.earshot.tftp.LocalFile}
 *       is its place, {@link dev.earshot.tftp.PartFile} holds it until it is complete.
 *   <li>{@link dev.earshot.tftp.TftpNote} lists the log's notes about the outcome.
 * </ul>
 *
 * <h2>Packets are traffic</h2> Every datagram is reported as bytes in an {@link dev.earshot.net.Event}, like all
 * traffic of this program. Each address and port is a {@link dev.earshot.net.Peer}: the server's port, the port that
 * the transfer comes from, any stranger.
 *
 * <h2>Why not the client of Apache Commons Net</h2> Version 3.13.0 was tried; {@code CommonsNetTest} shows each of
 * these faults. It never sends a request or an acknowledgement again, so that one lost packet ends a transfer. It cuts
 * a block that is too long and accepts the rest. It accepts any host that answers first, and two bytes of any stranger
 * end its transfer. After a duplicate it throws away the packets that wait behind it, such as the next block, and
 * counts the duplicate as progress. The code of an error stands only in the message of an exception, CR NUL stays two
 * bytes, and there are no options, no access to the bytes of packets and no way to cancel.
 *
 * <h2>Laws</h2>
 * <ul>
 *   <li>The port of the server's address that answers first serves the transfer (RFC 1350, section 4). All others are
 *       strangers: they get error 5, a hundred times at most, and an error is never answered.
 *   <li>Only progress extends the time of a transfer. Strangers, duplicates and old blocks do not.
 *   <li>The last packet is sent again after the timeout, then after twice and four times that (RFC 1123, section
 *       4.2.3.2). A block that comes twice is acknowledged again, but not within 200 ms: that repairs a lost
 *       acknowledgement, and avoids the endless doubling of packets (the "sorcerer's apprentice" bug, RFC 1123,
 *       section 4.2.3.1).
 *   <li>Block numbers have 16 bits and continue with 0 after 65,535; a file may be longer than that.
 *   <li>No byte beyond the limit is accepted, and no block longer than the agreed size.
 *   <li>A server that refuses the options, or accepts any that were not asked for, is asked again without them. Then
 *       it may still name the standard block size and the file's size.
 *   <li>The announced size of the file is a hint: only the limit of the request ends a transfer. A file of another
 *       size is complete and gets a note.
 *   <li>Zeros that pad a packet are skipped, and a missing zero at its end is no fault.
 *   <li>The last block is on the disk before it is acknowledged. Then the socket is closed: a server that misses the
 *       last acknowledgement learns from ICMP that the port is closed, and the file is complete all the same.
 * </ul>
 */
package dev.earshot.tftp;
