/**
 * Records everything that happens as a Wireshark capture, and splits it into the rows of the log by a framing.
 *
 * <p>May import {@code journal.storage}, the values of {@code net}, {@code net.address} and {@code net.udp}, {@code
 * files}, {@code codec} and {@code codec.framing}; never Swing, never a socket.
 *
 * <p><b>The way of an event.</b> {@link dev.earshot.journal.Journal#on} runs on the endpoint's threads. Under one lock
 * it takes the time, lets {@link dev.earshot.journal.CaptureWriter} append one record with one write, and lets {@link
 * dev.earshot.journal.Indexer} note which rows end in that record; a {@link dev.earshot.codec.framing.MessageSplitter}
 * for each direction of each peer finds the ends. There is no queue: writing slows down a sender that is too fast, and
 * an event from which {@code on} has returned survives {@code kill -9}.
 *
 * <p><b>The capture</b> is pcapng (draft-ietf-opsawg-pcapng) with two interfaces. Interface 0 has link type RAW and
 * holds the packets of the peers, with true addresses and ports and running sequence numbers:
 *
 * <ul>
 *   <li>A client that joins is a SYN and a SYN/ACK. Where we connected to the peer, the SYN is ours, and the IPv4
 *       identification or IPv6 flow label of every packet is 1, so that each packet shows the direction by itself.
 *   <li>A read, or a piece that is sent, is a segment. PSH on an outbound segment means "end of one send".
 *   <li>Leaving is FIN or RST.
 *   <li>The time for which the reader waited for a peer is TCP option 253 (RFC 4727, RFC 6994).
 *   <li>A note about a peer, and a silence that ended a row or could under another framing, is a segment without data.
 *   <li>A UDP datagram is a UDP datagram, and a row of its own whatever the framing, even an empty one. Its checksum
 *       is computed where IPv6 demands one.
 * </ul>
 *
 * <p>A peer without an IP address ({@link dev.earshot.journal.NamedEnds}), such as a serial line, has packets of IPv6
 * between 100:: and 100:: with its number (RFC 6666), each with a comment that has the true addresses ({@code earshot
 * between /dev/ttyUSB0 /dev/ttyUSB0}). It is written and read as any other one.
 *
 * <p>Interface 1 has link type USER0 and holds events that have no packet, as text: those of the endpoint, and the
 * joining, leaving and notes of a UDP peer, with its number and addresses ({@code earshot udp 7 127.0.0.1:8080
 * 127.0.0.1:50001 joined}; {@code tftp} in place of {@code udp} where the peer speaks that).
 *
 * <p><b>Comments</b> ({@link dev.earshot.journal.CaptureComment}) hold the events for which TCP has no flag. They are
 * texts that begin with {@code earshot}, in a packet's comment or on interface 1. A note is written as its id and its
 * arguments, with quotes where they are needed ({@code earshot note not.sent 12 "Message too long"}). The journal knows
 * no kinds of notes but its own and those of {@code net} and {@code net.udp}; {@link
 * dev.earshot.journal.JournalListener#noteKinds} tells it the others, so that a note has the same kind when it is read.
 * The first captures named a note by its constant, with unquoted arguments; they are read as well. A note of an unknown
 * kind stays a note.
 *
 * <p><b>Notes of people</b> on rows ({@link dev.earshot.journal.RowNotes}) are appended as such notes of the kind
 * {@link dev.earshot.journal.CaptureNote#ROW_NOTE}, which make no row; a version that does not know the kind shows
 * them as they stand. {@link dev.earshot.journal.RowPlace} names the row by the byte that it begins with, so that the
 * note stays there under every framing; {@link dev.earshot.journal.RowLocator} finds it, and {@link
 * dev.earshot.journal.NotedRows} has the rows of one index. The last note for a row wins. A comment of another program
 * on a packet is such a note as well. An opened capture is never changed: its notes go to a {@link
 * dev.earshot.journal.RowNotes.Store}.
 *
 * <p><b>Aligned records.</b> The largest reads fill 64 KiB each with their headers, and begin at a page of the file,
 * if need be behind a block for local use that every reader skips: whole pages are written in two thirds of the time.
 *
 * <p><b>The files</b> of a capture are matters of {@code journal.storage}: records are written to and read from one
 * long run of bytes, of which the oldest go at the size limit, and some are lost if nothing can be written for long.
 * Each file begins with a section header and a TCP segment without data for every peer that is there ("goes on"),
 * which makes no row. So each can be read by itself, and all of them one after the other are a capture as well: that
 * is what saving a copy does. {@link dev.earshot.journal.CaptureKeeper} looks once a second whether there is room
 * again, and whether the files are where they were made: a file that was deleted can be read as long as it is open, so
 * it is copied back. A reader of what is gone gets a {@code RecordGoneException}, and the log shows an event in place
 * of such a row.
 *
 * <p><b>The index</b> is disposable: {@link dev.earshot.journal.RowIndex} holds 32 bytes a record and 2 bytes a row in
 * chains of files without a name, of which the oldest go with the oldest segments. Each entry knows the entry before
 * it of the same stream, so that a row that spans reads is put together backwards; the capture itself needs no links.
 * Rows that are no whole message are in {@link dev.earshot.journal.RowMarks}, and {@link
 * dev.earshot.journal.RowCheckpoints} shorten the way back through one of many thousand reads; both are empty as a
 * rule. The same {@code Indexer} builds it live, when an old capture is opened and when the framing changes, from the
 * same {@link dev.earshot.net.Event}s.
 *
 * <p><b>Another framing</b> is asked for by {@link dev.earshot.journal.ReframeRequests}: a {@link
 * dev.earshot.journal.ReframeJob} builds a second index while reception goes on, and the journal takes it over.
 *
 * <p><b>Searching</b> is done by {@code journal.search}, which this package must not see: it goes through {@link
 * dev.earshot.journal.JournalContents}, with {@link dev.earshot.journal.EntryCursor} and {@link
 * dev.earshot.journal.CaptureWindow} instead of row by row.
 *
 * <p><b>Copying.</b> The whole capture is copied byte for byte; chosen rows are written by {@code journal.export},
 * which this package must not see. {@link dev.earshot.journal.PeerMessages} reads one side of a conversation, for a
 * replay. Both report to a {@link dev.earshot.journal.TaskProgress}, which can cancel them.
 *
 * <p><b>Captures of other programs</b> come as the events of an {@link dev.earshot.journal.EventSource}. {@link
 * dev.earshot.journal.CaptureImport} records them, with their own times, in a temporary capture of ours, so that
 * nothing else here knows another format. Their peers have the transport {@code TCP_CAPTURED}, of which both
 * directions are split alike, by the times of the records; sequence numbers leap where the other capture has a gap.
 *
 * <p><b>Reading</b> takes no lock: {@link dev.earshot.journal.RowReader} sees the rows that were published when it
 * asked for their count. No thread here is ever interrupted, because that would close a file for everybody.
 */
package dev.earshot.journal;
