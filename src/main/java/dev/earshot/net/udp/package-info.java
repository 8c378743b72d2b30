/**
 * The endpoint of UDP: its sockets, the peers that have sent to it or were contacted, and its groups of multicast.
 *
 * <p><b>May import</b> {@code net}, whose vocabulary it speaks, {@code net.address} and {@code codec}. {@code net} and
 * its other packages must not import it.
 *
 * <p><b>The vocabulary.</b> A <i>peer</i> is an address and port; it joins with its first datagram or when it is
 * contacted, and stays until somebody ends the conversation, or it is silent for long or displaced by others ({@link
 * dev.earshot.net.udp.UdpLimits}). A <i>group</i> ({@link dev.earshot.net.udp.MulticastGroup}) is a multicast address
 * whose datagrams the endpoint receives as well, from some interface of this computer. The <i>intake</i> is what the
 * socket has received and the sink has not taken yet.
 *
 * <p><b>The parts.</b> {@link dev.earshot.net.udp.UdpEndpoint} opens and closes them: {@link
 * dev.earshot.net.udp.UdpSockets}, {@link dev.earshot.net.udp.UdpPeers}, a {@link dev.earshot.net.udp.UdpReceiver}
 * with its {@link dev.earshot.net.udp.UdpIntake}, a {@link dev.earshot.net.udp.UdpOutbox}, a {@link
 * dev.earshot.net.udp.UdpSender}, {@link dev.earshot.net.udp.UdpGroups} and {@link
 * dev.earshot.net.udp.UdpConversations}.
 *
 * <p><b>Threads.</b> There are three, all daemons. {@code udp :9000 read} takes datagrams off the sockets and puts
 * them into a bounded {@link dev.earshot.net.udp.DatagramQueue}: what the sink cannot take in time waits there and not
 * in the system, which drops what it has no room for. {@code udp :9000 report} reports Joined and Received, and
 * removes peers. {@code udp :9000 write} reports Sending, sends, and reports Left and Closed, which wait in the outbox
 * behind the last datagram. To remove a peer, the receiver holds up the first thread and reports what is in the queue,
 * so it reports nothing of the peer after that.
 *
 * <p><b>The limits of UDP.</b> No datagram says to which of our addresses it came: a peer's local address is the one
 * from which an answer would go. Errors are reported only for peers that we have contacted: each has a connected
 * socket beside the main one, on the same port ({@link dev.earshot.net.udp.UdpSockets}). Datagrams of other peers that
 * arrive in the microseconds between its bind and its connect are lost. Datagrams that the system drops are counted
 * only on Linux.
 */
package dev.earshot.net.udp;
