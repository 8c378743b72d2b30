/**
 * The journal: everything that happened, kept as a Wireshark capture file, and the rows that a framing cuts out of it.
 *
 * <p>May import {@code net}'s values and {@code codec}; never Swing, never a socket.
 *
 * <p><b>The way of an event.</b> {@link dev.earshot.journal.Journal#on} runs on the endpoint's threads. Under one lock it
 * takes the time, lets {@link dev.earshot.journal.CaptureWriter} append one record with one write, and lets
 * {@link dev.earshot.journal.Indexer} note which rows end in that record. There is no queue: writing is what slows a too
 * fast sender down, and what {@code on} has returned from survives {@code kill -9}.
 *
 * <p><b>The capture</b> is pcapng (draft-ietf-opsawg-pcapng). Interface 0 has link type RAW: a client that joins is a SYN
 * and a SYN/ACK, a read or a piece sent is a segment, leaving is FIN or RST, with true addresses and ports and running
 * sequence numbers. What TCP has no flag for stands in the packet's comment, beginning with {@code earshot}. Interface 1
 * has link type USER0 and holds what concerns no client. PSH on an outbound segment means "end of one send". How long a
 * peer kept us waiting is TCP option 253 (RFC 4727, RFC 6994). Silence that
 * ended a row, or could under another framing, and notes about a peer, are segments without data.
 *
 * <p><b>The index</b> is disposable: {@link dev.earshot.journal.RowIndex} holds 32 bytes a record and 2 bytes a row in
 * files without a name. Each entry knows the entry before it of the same stream, so that a row that spans reads is put
 * together backwards; the capture itself needs no links. The same {@code Indexer} builds it live, when an old capture is
 * opened and when the framing changes, from the same {@link dev.earshot.net.Event}s.
 *
 * <p><b>Filtering</b> goes through index and capture once, from the first byte to the last and then live, on a thread of
 * its own: {@link dev.earshot.journal.FilteredRows} keeps the numbers of the rows that pass, 8 bytes each, in another such
 * file; where it lets through only a span of time, it begins and ends at rows found by halving. Bytes are
 * looked for in whole payloads, and only a hit is mapped to its row.
 *
 * <p><b>Reading</b> takes no lock: {@link dev.earshot.journal.RowReader} sees the rows that were published when it asked
 * for their count. No thread here is ever interrupted, because that would close a file for everybody.
 */
package dev.earshot.journal;
