package dev.earshot.session;

import dev.earshot.net.Conversations;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.RelayNote;
import dev.earshot.net.TcpNote;
import dev.earshot.net.TlsNote;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.net.udp.UdpNote;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The present and former clients of a session with their figures, collected from its events. Any thread. */
public final class Clients {
    /** The number of remembered clients that have left. The log has all of them. */
    private static final int MOST_GONE = 200;

    /** The number of connections of relays of which the client is remembered, 15 MB. */
    static final int MOST_RELAYED = 100_000;

    private final EndpointCommands endpoint;
    private final ClientNames names = new ClientNames(this);
    private final Map<Integer, Client> present = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Integer, Client> inOrder = new ConcurrentSkipListMap<>();
    private final Deque<Client> gone = new ArrayDeque<>(); // guarded by itself, latest first
    private final Map<String, Integer> atAddress = new ConcurrentHashMap<>();
    private final Set<String> shared = ConcurrentHashMap.newKeySet();
    private final ConcurrentSkipListMap<Integer, SocketAddress> relayedFor = new ConcurrentSkipListMap<>();
    private final AtomicInteger relayed = new AtomicInteger();

    /**
     * The transports that are protocols, by peer. They are never removed: the peer's old messages are shown by them.
     */
    private final Map<Integer, Transport> protocols = new ConcurrentHashMap<>();

    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger latestPeer = new AtomicInteger();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** @param endpoint carries out the commands to clients */
    Clients(EndpointCommands endpoint) {
        this.endpoint = endpoint;
    }

    /** Updates the clients by an event that was recorded at this time, in nanoseconds since 1970-01-01 UTC. */
    void on(Event event, long epochNanos) {
        long millis = epochNanos / 1_000_000;
        if (event instanceof Event.Received e) {
            bytesIn.add(e.length());
            client(e.peer(), millis).addReceived(e.length(), millis);
        } else if (event instanceof Event.Sending e) {
            bytesOut.add(e.length());
            client(e.peer(), millis).addSent(e.length());
        } else if (event instanceof Event.Joined e) {
            client(e.peer(), millis);
        } else if (event instanceof Event.FinishedSending e) {
            client(e.peer(), millis).markFinishedSending(latestPeer.get());
        } else if (event instanceof Event.Left e) {
            left(e, millis);
        } else if (event instanceof Event.Note e && e.kind() == UdpNote.DROPPED) {
            dropped.add(e.number(0, 1));
        } else if (event instanceof Event.Note e && e.peer() != null) {
            noted(e);
        }
    }

    private Client client(Peer peer, long millis) {
        Client known = present.get(peer.id());
        if (known != null) {
            return known;
        }
        Client joined = new Client(peer, millis);
        if (peer.transport().isProtocol()) {
            protocols.put(peer.id(), peer.transport());
        }
        latestPeer.accumulateAndGet(peer.id(), Math::max);
        present.put(peer.id(), joined);
        inOrder.put(peer.id(), joined);
        String address = Addresses.host(peer.remote());
        if (atAddress.merge(address, 1, Integer::sum) > 1) {
            shared.add(address);
        }
        changes.incrementAndGet();
        return joined;
    }

    private void left(Event.Left event, long millis) {
        Client client = client(event.peer(), millis);
        client.markLeft(event, millis, latestPeer.get());
        present.remove(event.peer().id());
        inOrder.remove(event.peer().id());
        synchronized (gone) {
            gone.addFirst(client);
            if (gone.size() > MOST_GONE) {
                gone.removeLast();
            }
        }
        atAddress.computeIfPresent(Addresses.host(event.peer().remote()), (a, count) -> count == 1 ? null : count - 1);
        changes.incrementAndGet();
    }

    private void noted(Event.Note note) {
        Client client = present.get(note.peer().id());
        if (client == null) {
            return;
        }
        if (note.kind() == TcpNote.FINISHED_HERE) {
            client.markFinishedHere();
        } else if (note.kind() == TlsNote.TLS_ESTABLISHED && note.isWellFormed()) {
            client.setTls(note.arguments().get(0));
        } else if (note.kind() == UdpNote.UNREACHABLE) {
            client.markUnreachable();
        } else if (note.kind() == RelayNote.RELAYED && note.isWellFormed()) {
            relayed(client, note.arguments().get(0));
        } else if (note.kind() == TcpNote.STALLED) {
            // 1 where the count in the capture is damaged: at least something was waiting.
            client.setStalledBytes(note.number(0, 1));
        } else if (note.kind() == TcpNote.RESUMED) {
            client.setStalledBytes(0);
        }
    }

    private void relayed(Client server, String address) {
        for (Client client : present.values()) {
            if (client != server && Addresses.text(client.peer().remote()).equals(address)) {
                client.setRelayPartner(server);
                if (relayedFor.put(server.peer().id(), client.peer().remote()) == null
                        && relayed.incrementAndGet() > MOST_RELAYED) {
                    relayedFor.pollFirstEntry();
                }
            }
        }
    }

    /**
     * Returns the client for which a relay has opened the connection to this peer; null for any other peer, and for one
     * of long ago.
     */
    SocketAddress relayedFor(int peerId) {
        return relayedFor.get(peerId);
    }

    /** The number of connections that relays have opened for clients so far. */
    int relayedCount() {
        return relayed.get();
    }

    /** Marks all clients as left, at the end of a capture which does not say how they left. */
    void markAllLeft() {
        for (Client client : present()) {
            left(new Event.Left(client.peer(), Event.Reason.END_NOT_CAPTURED, 0, ""), client.lastHeardAt());
        }
    }

    /** Returns the client, or null if it has left. */
    public Client find(Peer peer) {
        return present.get(peer.id());
    }

    /** A number that changes whenever a client joins or leaves. */
    public int version() {
        return changes.get();
    }

    /** Whether two or more clients were ever at this address at the same time. */
    boolean isShared(String address) {
        return shared.contains(address);
    }

    /** The number of addresses at which there were two or more clients at the same time. */
    int sharedAddressCount() {
        return shared.size();
    }

    /** Returns the transport of a peer; null for one that has left, unless its transport is a protocol. */
    Transport transport(int peerId) {
        Integer id = peerId;
        Client client = present.get(id);
        return client == null ? protocols.get(id) : client.peer().transport();
    }

    /** The number of present clients. */
    public int presentCount() {
        return present.size();
    }

    /** The present clients in the order in which they joined, then the latest 200 that have left, latest first. */
    public List<Client> all() {
        List<Client> all = new ArrayList<>(inOrder.values());
        synchronized (gone) {
            all.addAll(gone);
        }
        return all;
    }

    /** Removes clients that have left from {@link #all}. Their rows stay in the log. */
    public void remove(Collection<Client> left) {
        synchronized (gone) {
            gone.removeAll(Set.copyOf(left));
        }
        changes.incrementAndGet();
    }

    /** The present clients, in the order in which they joined. */
    public List<Client> present() {
        return new ArrayList<>(inOrder.values());
    }

    /**
     * Returns the present client with which one whose stream has ended has come back, if that is certain.
     *
     * @param latestPeer what {@link #latestPeer} returned when that one was chosen: older clients were there to be
     *     chosen
     */
    public Optional<Client> returned(Client ended, int latestPeer) {
        if (!ended.hasEnded()) {
            return Optional.empty(); // as nearly always, and this is asked with every refresh
        }
        return new ReturnedClient(ended, present(), names)
                .find()
                .filter(client -> client.peer().id() > latestPeer);
    }

    /** Returns the highest id of a peer that has joined so far. */
    public int latestPeer() {
        return latestPeer.get();
    }

    /** The names of the clients. */
    public ClientNames names() {
        return names;
    }

    /** Bytes received since the session began. */
    public long bytesIn() {
        return bytesIn.sum();
    }

    /** Bytes sent since the session began. */
    public long bytesOut() {
        return bytesOut.sum();
    }

    /** Datagrams that the system has dropped. */
    long dropped() {
        return dropped.sum();
    }

    /** Sends what is still waiting for these peers, then ends their conversations (FIN). */
    public void disconnect(Collection<Peer> peers) {
        endpoint.forEach(peers, Conversations::disconnect);
    }

    /** Sends what is still waiting for these peers, then ends our direction (FIN) and goes on receiving. */
    public void finishSending(Collection<Peer> peers) {
        endpoint.forEach(peers, Conversations::finishSending);
    }

    /**
     * Encrypts the conversations with these peers behind what is waiting for them; see {@link Conversations#startTls}.
     * Reads files: not for the EDT.
     */
    public void startTls(Collection<Peer> peers) {
        peers.forEach(peer -> endpoint.conversations().startTls(peer));
    }

    /** Ends the conversations with these peers at once (RST). */
    public void abort(Collection<Peer> peers) {
        endpoint.forEach(peers, Conversations::abort);
    }
}
