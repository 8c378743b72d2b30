/**
 * Reads packet captures of other programs, such as tcpdump and Wireshark, and gives the conversations in them as
 * events.
 *
 * <p>May import {@code net}'s values and, of {@code journal} and {@code journal.storage}, what an {@code EventSource}
 * needs; never a socket, never Swing.
 *
 * <p><b>The way of a packet.</b> {@link dev.earshot.packets.PacketSource} reads the files of a capture one after the
 * other. {@link dev.earshot.packets.CaptureInput} decompresses, {@link dev.earshot.packets.PcapReader} or {@link
 * dev.earshot.packets.PcapngReader} finds the packet, {@link dev.earshot.packets.LinkLayer} the IP header in it, {@link
 * dev.earshot.packets.IpPacket} the payload, which {@link dev.earshot.packets.FragmentAssembler} puts together if it
 * came in fragments; {@link dev.earshot.packets.Tunnel} finds another IP header in it. {@link
 * dev.earshot.packets.TcpConversations} and {@link dev.earshot.packets.UdpConversations} know which conversation it
 * belongs to. The journal records the events in a temporary capture of ours, so that the log, its lenses, the search
 * and the exports read one format only.
 *
 * <p><b>Client and server.</b> Neither side is ours. Who sends the SYN is the client, which is the peer of the events:
 * what it sends is received, and what the server sends is sent. Where the beginning is missing, {@link
 * dev.earshot.packets.ServerPort} guesses by the ports; with UDP too, but there who speaks first is the client if the
 * ports do not tell.
 *
 * <p><b>TCP</b> is put in order by {@link dev.earshot.packets.TcpSegmentAssembler}. Bytes that come again are left
 * out, and the first ones count. A segment that comes too early gets the time of the packet with which it could be
 * read, as a program would have read it; so the times of the rows never go back. Bytes that the other side has
 * acknowledged and the capture lacks are a gap, of which a note tells. Checksums are not verified: the cards of many
 * computers compute them after the capture.
 *
 * <p><b>Limits.</b> Memory is bounded whatever the file says: 256 KiB for a packet, 4 MiB of waiting segments in a
 * direction and 32 MiB in all, 256 unfinished packets of fragments, 10,000 open conversations of each protocol, 10,000
 * interfaces in a section. What a file claims to be longer is skipped in small steps, or is damage, of which a note
 * tells; what came before it stays.
 *
 * <p><b>What names a packet</b> is its number in the capture, counted from 1 over all files, as Wireshark counts
 * frames. The temporary capture has it in the comment of each record with data.
 */
package dev.earshot.packets;
