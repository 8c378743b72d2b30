/**
 * The network: endpoints, peers and events, and the sockets and threads behind them. A newcomer to the program starts
 * on this page.
 *
 * <p><b>May import</b> {@code net.tls}, {@code net.address}, {@code codec} and SLF4J, nothing else of ours. It knows
 * neither Swing nor text, and no files but those of keys and certificates: it hands on bytes unchanged.
 *
 * <p><b>The vocabulary</b> of the whole program, from the socket upward:
 *
 * <ul>
 *   <li>An <i>endpoint</i> ({@link dev.earshot.net.Endpoint}) is our side of the network, such as a TCP server. It is
 *       opened once and closed once. Its <i>conversations</i> ({@link dev.earshot.net.Conversations}) send bytes to a
 *       peer or end the conversation with it.
 *   <li>A <i>peer</i> ({@link dev.earshot.net.Peer}) is the other side of one conversation; the window calls it a
 *       client. It is a value and remains valid after its socket is closed. Its address is an IP address and a port,
 *       or a name ({@link dev.earshot.net.address.NamedAddress}); {@link dev.earshot.net.address.Addresses} alone
 *       tells them apart.
 *   <li>An <i>event</i> ({@link dev.earshot.net.Event}) is something that happened at an endpoint: it opened, a peer
 *       joined, bytes were received.
 *   <li>A <i>note</i> ({@link dev.earshot.net.Event.Note}) is an event that the user should know, such as a peer that
 *       does not read; each package has an enum of its own kinds of notes ({@link dev.earshot.net.NoteKind}).
 *   <li>A <i>sink</i> ({@link dev.earshot.net.EventSink}) receives the events of an endpoint, on the endpoint's
 *       threads.
 *   <li>An <i>origin</i> ({@link dev.earshot.net.Origin}) says who or what sends a message: a person, a rule, a file.
 *   <li>The <i>journal</i> ({@code journal.Journal}) records every event in a Wireshark capture file.
 *   <li>A <i>framing</i> ({@code codec.framing.Framing}) is the rule by which the bytes of one direction are cut into
 *       messages. A <i>preset</i> is a framing with the name of a protocol. A <i>wait</i> is the silence that ends an
 *       unfinished message.
 *   <li>A <i>message</i> is a part of the bytes of one direction that a framing cuts out: a line, a frame, a datagram.
 *   <li>A <i>row</i> ({@code journal.Row}) is one message or one event, as the log shows it. Its <i>completeness</i>
 *       ({@code codec.framing.Completeness}) says whether it is a whole message, a part of a long one, an unfinished
 *       or a broken one.
 *   <li>A <i>lens</i> ({@code session.Lens}) is the encoding and the framing by which the bytes of a row are shown; it
 *       changes no byte.
 *   <li>A <i>session</i> ({@code session.Session}) is the model of one tab: an endpoint, its journal and its lens.
 * </ul>
 *
 * <p><b>The endpoints</b> share parts and no base class. All TCP endpoints keep their conversations in {@link
 * dev.earshot.net.Connections}; each is a {@link dev.earshot.net.TcpConnection} with its {@link
 * dev.earshot.net.ConversationEnd}. {@link dev.earshot.net.TcpServer} adds an {@link dev.earshot.net.AcceptLoop},
 * which asks {@link dev.earshot.net.Admission} about each connection before anything is read or allocated for it;
 * {@link dev.earshot.net.TcpClient} adds a {@link dev.earshot.net.Dialer}; {@link dev.earshot.net.Relay} is a {@code
 * TcpServer} that connects to its target for each client and forwards the bytes. The endpoint of UDP is in {@code
 * net.udp}, which this package must not see. Every TCP socket comes from {@link dev.earshot.net.TcpSockets}, a part of
 * the {@link dev.earshot.net.SystemCalls} that tests replace. A change to all connections is a {@link
 * dev.earshot.net.SocketLayer}, which decorates those ({@link dev.earshot.net.ForwardingCalls}) and no endpoint; an
 * endpoint gets all of its {@link dev.earshot.net.TcpLayers}. TLS is layered over them as well, by {@link
 * dev.earshot.net.TlsCalls}: a conversation has a {@link dev.earshot.net.TcpStream}, plain or encrypted, and its
 * events have the plain bytes. Keys and certificates are matters of {@code net.tls}. {@link dev.earshot.net.StartTls}
 * encrypts a conversation that has begun plain. As nothing but bytes ends the read in which the reader waits, the
 * writer makes that handshake, behind what was queued before, and the reader hands its first bytes of TLS over ({@link
 * dev.earshot.net.UpgradableStream}).
 *
 * <p><b>Threads</b> of TCP, all daemons; {@link dev.earshot.net.Background} makes the threads of every package:
 *
 * <ul>
 *   <li>{@code listen :8080}, one for each server: accepts, reports Joined, starts the reader, reports the notes about
 *       accepting. Pauses when the system refuses, and continues after every error. Never reads or writes a client.
 *   <li>{@code peer 7 read}, one for each peer: makes the handshake of TLS ({@link dev.earshot.net.Handshake}), reads,
 *       reports Received and FinishedSending. After the end of the stream it waits for the outbox, for answers within
 *       the times of {@link dev.earshot.net.HalfClose} ({@link dev.earshot.net.HalfClosedConversations}), and for the
 *       writer, and hands over the Left. Apart from the handshake it never writes to a socket. A busy reader pauses
 *       after small reads ({@link dev.earshot.net.ReadModerator}).
 *   <li>{@code peer 7 write}, only while there is something to write: takes bytes from the outbox, reports Sending,
 *       writes to the socket. Never reads, but for the handshake of a change to TLS. When it is idle its name is
 *       {@code write}; it serves the next peer that needs a writer, and ends if there is none for some time ({@link
 *       dev.earshot.net.WriterThreads}).
 *   <li>{@code keep :8080}, one for each endpoint ({@link dev.earshot.net.Housekeeper}): reports Silent, STALLED,
 *       RESUMED, Left and Closed, and closes sockets after their deadline. Because one thread reports all of these,
 *       Left is the last event of its peer without a lock.
 * </ul>
 *
 * <p>{@code connect HOST:80} of a client makes each connection, waits for its end and for the time of the next
 * attempt; {@code look up HOST} asks the name service for {@link dev.earshot.net.HostLookup} and is left behind if
 * that does not answer; {@code handshake HOST:443} closes a connection that we make if its handshake takes too long;
 * {@code relay 7} of a relay connects to the target for one client, and {@code relay 7 >} and {@code <} forward
 * delayed bytes, if there is a delay.
 *
 * <p><b>Laws.</b>
 *
 * <ul>
 *   <li>A reader never writes to a socket, and never waits for a socket that a peer must read: two such peers would
 *       block each other. One exception: forwarding from one peer to another must not lose bytes, so the sender's
 *       reader waits for room ({@link dev.earshot.net.Conversations#awaitRoom}), and the receiver is cut off if
 *       nothing moves for 10 s. A relay waits without a limit: its two ends would block each other without it, too,
 *       and it delays nobody else. With TLS the reader writes its handshake and the word of the end, within the time
 *       limits of both; while the writer changes a plain conversation to TLS, the reader waits for it.
 *   <li>No lock is held over I/O or over {@code sink.on}, with two exceptions. Bytes that arrive while a silence is
 *       being reported wait for the end of that report ({@link dev.earshot.net.SilenceWatch}). A thread that needs a
 *       UDP peer that is just joining waits until its Joined has been reported ({@link dev.earshot.net.udp.UdpPeers}).
 *   <li>No thread is interrupted. To free a blocked thread, its socket is closed ({@code Socket.close}; closing the
 *       stream would wait for a blocked writer). So "socket closed" is an expected exit and no error.
 *   <li>If a conversation ends for several reasons, the first one is reported.
 * </ul>
 *
 * <p><b>The hot path</b> is one blocking read without a timeout, one small Received and {@code sink.on}: no lock that
 * another thread holds for long, no look-up, no logging. A sink that takes its time slows down a sender that is too
 * fast.
 *
 * <p><b>Stopping</b> has this order: set the flag; close the server socket, which ends the accept loop and frees the
 * port; close all client sockets; then wait once for all. Each reader ends by itself and hands over its Left. Closed
 * is reported after the last of them, even if {@code close()} has already returned.
 *
 * <p><b>"Sent"</b> means taken by the system. The first write to a peer that has gone succeeds, only the next one
 * fails (RFC 9293, section 3.5.2: the reset is the answer to a segment). TCP does not report which bytes were read.
 *
 * <p><b>Addresses</b> and their text are matters of {@code net.address}. They are never given to the name service as
 * typed, and no peer is ever looked up by name, but only the host that an endpoint connects or sends to. Where the
 * system has IPv6, Java listens on both families for either wildcard: a client of ::1 reaches 0.0.0.0.
 */
package dev.earshot.net;
