package dev.earshot.net.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A UDP proxy on a free loopback port that loses, doubles and reorders datagrams in both directions. Each port that the
 * target answers from has a port of its own here, as a TFTP server needs; a datagram is never late by more than the
 * next one.
 */
public final class LossyDatagrams implements AutoCloseable {
    private static final int BUFFER = 65_536;

    private final InetSocketAddress target;
    private final Rates rates;
    private final Random random;
    private final DatagramSocket front;
    private final Map<SocketAddress, DatagramSocket> fronts = new ConcurrentHashMap<>();
    private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicInteger reordered = new AtomicInteger();

    /** How many datagrams of a hundred are lost, doubled, and held back until after the next one. */
    public record Rates(int lost, int doubled, int reordered) {}

    public LossyDatagrams(InetSocketAddress target, Rates rates, long seed) throws IOException {
        this.target = target;
        this.rates = rates;
        random = new Random(seed);
        front = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        start(() -> passToTarget(front, target));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) front.getLocalSocketAddress();
    }

    public int lost() {
        return lost.get();
    }

    public int doubled() {
        return doubled.get();
    }

    public int reordered() {
        return reordered.get();
    }

    /** Passes what comes to one of our ports on, from a port for each sender. */
    private void passToTarget(DatagramSocket at, SocketAddress to) {
        Lane lane = new Lane();
        receive(at, packet -> {
            DatagramSocket back = backs.computeIfAbsent(packet.getSocketAddress(), this::openBack);
            lane.pass(packet, back, to);
        });
    }

    private DatagramSocket openBack(SocketAddress client) {
        DatagramSocket back = open();
        start(() -> {
            Lane lane = new Lane();
            receive(back, packet -> {
                SocketAddress from = packet.getSocketAddress();
                DatagramSocket ours = from.equals(target) ? front : fronts.computeIfAbsent(from, this::openFront);
                lane.pass(packet, ours, client);
            });
        });
        return back;
    }

    private DatagramSocket openFront(SocketAddress server) {
        DatagramSocket opened = open();
        start(() -> passToTarget(opened, server));
        return opened;
    }

    /** One direction; holds at most one datagram back. */
    private final class Lane {
        private final Deque<byte[]> held = new ArrayDeque<>();

        void pass(DatagramPacket packet, DatagramSocket from, SocketAddress to) throws IOException {
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            if (hits(rates.lost)) {
                lost.incrementAndGet();
                return;
            }
            if (held.isEmpty() && hits(rates.reordered)) {
                reordered.incrementAndGet();
                held.add(bytes);
                return;
            }
            from.send(new DatagramPacket(bytes, bytes.length, to));
            if (hits(rates.doubled)) {
                doubled.incrementAndGet();
                from.send(new DatagramPacket(bytes, bytes.length, to));
            }
            if (!held.isEmpty()) {
                byte[] late = held.poll();
                from.send(new DatagramPacket(late, late.length, to));
            }
        }
    }

    private boolean hits(int percent) {
        synchronized (random) {
            return random.nextInt(100) < percent;
        }
    }

    /** Takes one datagram. */
    private interface Taker {
        void take(DatagramPacket packet) throws IOException;
    }

    private static void receive(DatagramSocket at, Taker taker) {
        try {
            while (!at.isClosed()) {
                DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
                at.receive(packet);
                taker.take(packet);
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    private static DatagramSocket open() {
        try {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setReceiveBufferSize(1 << 20);
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "lossy datagrams");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        front.close();
        fronts.values().forEach(DatagramSocket::close);
        backs.values().forEach(DatagramSocket::close);
    }
}
