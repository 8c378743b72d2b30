/**
 * Endpoints, peers and events; sockets and their threads.
 *
 * <p><b>May import</b> {@code codec} and SLF4J, nothing else of ours. No Swing, no file, no text: bytes go up as they
 * came.
 *
 * <p><b>The nouns.</b> An {@link dev.earshot.net.Endpoint} is our side and takes orders as calls; a
 * {@link dev.earshot.net.Peer} is the other side, a value that outlives its socket; an
 * {@link dev.earshot.net.Event} is what happened and goes up to the one {@link dev.earshot.net.EventSink}.
 *
 * <p><b>Threads</b> of a TCP server, all daemons:
 *
 * <ul>
 *   <li>{@code listen :8080}, one: accepts, tells Joined, starts the reader, tells the notes about accepting. Backs off
 *       when the system refuses and outlives every error. Never reads or writes a client.
 *   <li>{@code peer 7 read}, one a peer: reads, tells Received and FinishedSending. Waits for the outbox after
 *       the end of the stream, then for the writer, and hands over the Left. Never writes a socket.
 *   <li>{@code peer 7 write}, while there is something to write: outbox, Sending, socket. Never reads. Then it is called
 *       {@code write}, serves whoever is next, and ends when nobody is ({@link dev.earshot.net.Writers}).
 *   <li>{@code keep :8080}, one: tells Silent, STALLED, RESUMED, Left and Closed, and closes sockets whose time is up. That
 *       all of them come from one thread is what makes Left the last event of its peer without a lock.
 * </ul>
 *
 * <p><b>Laws.</b> A reader never writes a socket and never waits for one that a peer must read: two such peers would
 * stop each other. One exception: what forwards from one peer to another, and may lose nothing, lets the sender's reader wait for
 * room ({@link dev.earshot.net.Endpoint#awaitRoom}), at most 10 s for one read; then it cuts the receiver off, so that two
 * that stop each other go on after that. No lock is held over I/O or over {@code sink.on}, but for one: bytes that come while
 * a silence is being told wait until it was ({@link dev.earshot.net.SilenceWatch}). Nobody is interrupted; a thread is freed by closing
 * its socket ({@code Socket.close}, never the stream: that one waits for the blocked writer), so "socket closed" is an
 * expected exit and no error. The first reason for an end is the one that is told.
 *
 * <p><b>The hot path</b> is one blocking read without a time-out, one small Received, {@code sink.on}: no lock that
 * anybody else holds for long, no lookup, no logging. The sink slows a
 * too fast sender down by taking its time.
 *
 * <p><b>Stopping</b>, in this order: the flag; the server socket, which ends the accept loop and frees the port; all
 * client sockets, before anything is waited for; then one wait for all. Each reader ends by itself and hands over its
 * Left; Closed is told after the last of them, even if that is later than {@code close()} was willing to wait.
 *
 * <p><b>"Sent"</b> means taken by the system. The first write to a peer that is gone succeeds, only the next one fails
 * (RFC 9293, section 3.5.2: the reset is the answer to a segment); TCP tells nobody which bytes were read.
 *
 * <p><b>Addresses</b> are never given to the resolver as typed, and no peer is ever looked up by name.
 * Where the system has IPv6, Java listens on both families for either wildcard: a client of ::1 reaches 0.0.0.0.
 */
package dev.earshot.net;
