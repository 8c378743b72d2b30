package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.ReachablePeers;
import dev.earshot.session.ReplyTap;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/** Peers without sockets, some of which have no room for anything. */
class FakePeers implements ReachablePeers {
    final Set<Peer> there = new CopyOnWriteArraySet<>();
    final Set<Peer> deaf = ConcurrentHashMap.newKeySet();
    final Set<Peer> threadless = ConcurrentHashMap.newKeySet();
    final Map<Peer, Encoding> encodings = new ConcurrentHashMap<>();
    final List<String> typed = new CopyOnWriteArrayList<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final Map<Peer, ByteArrayOutputStream> bytes = new ConcurrentHashMap<>();
    final Set<Object> arrays = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Map<Peer, List<ReplyTap>> taps = new ConcurrentHashMap<>();
    volatile boolean open = true;
    volatile long undelivered;
    volatile int longest = Integer.MAX_VALUE;

    FakePeers(Peer... peers) {
        there.addAll(List.of(peers));
    }

    static Peer peer(int id) {
        return new Peer(id, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 50_000 + id));
    }

    /** Lets a peer send a text. */
    void answer(Peer peer, String text) {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        taps.getOrDefault(peer, List.of()).forEach(tap -> tap.receive(answer, 0, answer.length));
    }

    void leave(Peer peer) {
        there.remove(peer);
        taps.getOrDefault(peer, List.of()).forEach(ReplyTap::end);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public List<Peer> all() {
        return new ArrayList<>(there);
    }

    @Override
    public boolean has(Peer peer) {
        return there.contains(peer);
    }

    @Override
    public Encoding encoding(Peer peer) {
        return encodings.getOrDefault(peer, Encoding.UTF_8);
    }

    @Override
    public boolean send(Peer peer, byte[] message, Origin origin) {
        if (!has(peer) || deaf.contains(peer)) {
            return false;
        }
        sent.add(peer.id() + " " + origin.text() + ": " + new String(message, StandardCharsets.UTF_8));
        bytes.computeIfAbsent(peer, p -> new ByteArrayOutputStream()).writeBytes(message);
        arrays.add(message);
        return true;
    }

    @Override
    public boolean sendTyped(Peer peer, byte[] message, Supplier<String> text) {
        typed.add(text.get());
        return send(peer, message, Origin.PERSON);
    }

    @Override
    public void checkLength(Peer peer, int bytes) throws Problem {
        if (bytes > longest) {
            throw new Problem("problem.udp.long", -1);
        }
    }

    @Override
    public boolean awaitRoom(Peer peer, int count, int millis) {
        return has(peer) && !deaf.contains(peer);
    }

    @Override
    public boolean lacksThread(Peer peer) {
        return threadless.contains(peer);
    }

    @Override
    public long waiting(Peer peer) {
        return 0;
    }

    @Override
    public long undelivered(Peer peer) {
        return undelivered;
    }

    @Override
    public ReplyTap tap(Peer peer) {
        ReplyTap tap = new ReplyTap(peer, () -> {});
        taps.computeIfAbsent(peer, p -> new CopyOnWriteArrayList<>()).add(tap);
        return tap;
    }
}
