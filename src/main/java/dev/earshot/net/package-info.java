/**
 * Endpoints, peers and events; sockets and their threads. A newcomer to the program starts on this page.
 *
 * <p><b>May import</b> {@code codec} and SLF4J, nothing else of ours. No Swing, no file, no text: bytes go up as they
 * came.
 *
 * <p><b>The vocabulary</b> of the whole program, from the socket upward:
 *
 * <ul>
 *   <li>An <i>endpoint</i> ({@link dev.earshot.net.Endpoint}) is our side of the conversations, such as a TCP server: it is
 *       opened once and closed once, and hands out its <i>conversations</i> ({@link dev.earshot.net.Conversations}), which
 *       take orders about one peer as method calls: send, finish, disconnect.
 *   <li>A <i>peer</i> ({@link dev.earshot.net.Peer}) is the other side of one conversation, as a value that outlives its
 *       socket; the window calls it a client.
 *   <li>An <i>event</i> ({@link dev.earshot.net.Event}) is something that happened at an endpoint: it opened, a peer
 *       joined, bytes were received.
 *   <li>A <i>note</i> ({@link dev.earshot.net.Event.Note}) is an event that the user should know of, such as a peer that
 *       does not read; each package has an enum of its own kinds of notes ({@link dev.earshot.net.NoteKind}).
 *   <li>A <i>sink</i> ({@link dev.earshot.net.EventSink}) receives the events of an endpoint, on the endpoint's threads.
 *   <li>An <i>origin</i> ({@link dev.earshot.net.Origin}) says who or what sends a message: a person, a rule, a file.
 *   <li>The <i>journal</i> ({@code journal.Journal}) records every event in a Wireshark capture file.
 *   <li>A <i>message</i> is what a framing cuts out of the bytes of one direction: a line, a frame, a datagram.
 *   <li>A <i>row</i> ({@code journal.Row}) is one message or one event, as the log shows it.
 *   <li>A <i>lens</i> ({@code session.Lens}) says in which encoding the bytes of a row are read; it changes no byte.
 *   <li>A <i>session</i> ({@code session.Session}) is what stands behind one tab: an endpoint, its journal and its lens.
 * </ul>
 *
 * <p><b>The endpoints</b> share parts and no base class. {@link dev.earshot.net.TcpServer} is an accept loop and
 * {@link dev.earshot.net.Connections}, which carry out the orders of every TCP endpoint; {@link dev.earshot.net.TcpClient} is a {@link dev.earshot.net.Dialer} and
 * {@code Connections}; {@link dev.earshot.net.Relay} is a {@code TcpServer} into whose {@code Connections} it puts one
 * more for each client, and a sink that hands on what comes. {@link dev.earshot.net.UdpEndpoint} has sockets, peers,
 * a receiver, an outbox, a sender and {@link dev.earshot.net.UdpConversations} of its own kind.
 * Every TCP socket comes from {@link dev.earshot.net.TcpSockets}, a part of the {@link dev.earshot.net.SystemCalls} that
 * tests replace: what changes all connections decorates those and none of the endpoints.
 *
 * <p><b>Threads</b> of TCP, all daemons; {@link dev.earshot.net.Background} makes the threads of every package:
 *
 * <ul>
 *   <li>{@code listen :8080}, one: accepts, tells Joined, starts the reader, tells the notes about accepting. Backs off
 *       when the system refuses and outlives every error. Never reads or writes a client.
 *   <li>{@code peer 7 read}, one a peer: reads, tells Received and FinishedSending. Waits for the outbox after
 *       the end of the stream, then for the writer, and hands over the Left. Never writes a socket.
 *   <li>{@code peer 7 write}, while there is something to write: outbox, Sending, socket. Never reads. Then it is called
 *       {@code write}, serves whoever is next, and ends when nobody is ({@link dev.earshot.net.WriterThreads}).
 *   <li>{@code keep :8080}, one: tells Silent, STALLED, RESUMED, Left and Closed, and closes sockets whose time is up. That
 *       all of them come from one thread is what makes Left the last event of its peer without a lock.
 * </ul>
 *
 * <p>{@code connect HOST:80} of a client adopts each connection, waits for its end and for the time of the next attempt;
 * {@code look up HOST} asks the name service for {@link dev.earshot.net.HostLookup}, whoever wants to know, and is left
 * behind if that does not answer; {@code relay 7} of a relay
 * connects for one client, and {@code relay 7 >} and {@code <}, only where a delay was asked for, pass on what is due.
 *
 * <p>UDP has two: {@code udp :9000 read} receives, tells Joined and Received, and lets peers go; {@code udp :9000 write}
 * tells Sending, sends, and tells Left and Closed, which stand in the outbox behind the last datagram. The receiver lets a
 * peer go between two datagrams, so nothing of it is told after that.
 *
 * <p><b>Laws.</b>
 *
 * <ul>
 *   <li>A reader never writes a socket, and never waits for one that a peer must read: two such peers would stop each
 *       other. One exception: what forwards from one peer to another may lose nothing, so it lets the sender's reader wait
 *       for room ({@link dev.earshot.net.Conversations#awaitRoom}). When nothing has moved there for 10 s, it cuts the receiver
 *       off. A relay waits for as long as it takes: its two ends would stop each other without it, too, and it holds up
 *       nobody else.
 *   <li>No lock is held over I/O or over {@code sink.on}, with two exceptions: bytes that come while a silence is being
 *       told wait until it was told ({@link dev.earshot.net.SilenceWatch}), and a thread that asks for the address of a UDP
 *       peer that is just joining waits until that was told ({@link dev.earshot.net.UdpPeers}).
 *   <li>No thread is interrupted. To free one, its socket is closed ({@code Socket.close}, never the stream: that one waits
 *       for the blocked writer). So "socket closed" is an expected exit and no error.
 *   <li>If a conversation ends for several reasons, the first one is told.
 * </ul>
 *
 * <p><b>The hot path</b> is one blocking read without a time-out, one small Received and {@code sink.on}: no lock that
 * another thread holds for long, no look-up, no logging. The sink slows down a sender that is too fast by taking its time.
 *
 * <p><b>Stopping</b>, in this order: the flag; the server socket, which ends the accept loop and frees the port; all
 * client sockets, before anything is waited for; then one wait for all. Each reader ends by itself and hands over its
 * Left; Closed is told after the last of them, even if that is later than {@code close()} was willing to wait.
 *
 * <p><b>What UDP does not tell.</b> No datagram says to which of our addresses it came: a peer's local address is the one
 * from which an answer would go. Errors are told only of peers that were called: such a one has a connected socket beside
 * the main one, on the same port ({@link dev.earshot.net.UdpSockets}); what comes from anybody in the microseconds between
 * its bind and its connect is lost. What the system drops is counted where it says so, on Linux.
 *
 * <p><b>"Sent"</b> means taken by the system. The first write to a peer that is gone succeeds, only the next one fails
 * (RFC 9293, section 3.5.2: the reset is the answer to a segment); TCP tells nobody which bytes were read.
 *
 * <p><b>Addresses</b> are never given to the resolver as typed, and no peer is ever looked up by name;
 * only the host that a client connects to is.
 * Where the system has IPv6, Java listens on both families for either wildcard: a client of ::1 reaches 0.0.0.0.
 */
package dev.earshot.net;
