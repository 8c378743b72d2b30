package dev.earshot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that talk at a steady pace and note how long each message takes to reach each of them. Beside them, one
 * client of a {@link Mirror} notes its round trips, first while nobody talks and then while they do.
 */
final class Talkers {
    /** A message: when it was sent, and the rest of a line. */
    private static final int SIZE = 64;

    private static final long SECOND = 1_000_000_000L;
    private static final int ROUND_TRIPS_A_SECOND = 100;

    private final List<SocketChannel> clients = new ArrayList<>();
    private final Times heard;
    private final int perSecond;

    private Talkers(int port, int count, int rate, int seconds) throws IOException {
        perSecond = rate * count;
        heard = new Times(perSecond * seconds * count);
        for (int i = 0; i < count; i++) {
            clients.add(SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        }
    }

    /**
     * @param args the chat's port, the mirror's, how many clients, messages a second of each, and for how many seconds
     */
    public static void main(String[] args) throws Exception {
        int seconds = Integer.parseInt(args[4]);
        Talkers talkers =
                new Talkers(Integer.parseInt(args[0]), Integer.parseInt(args[2]), Integer.parseInt(args[3]), seconds);
        try (Socket mirror = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]))) {
            mirror.setTcpNoDelay(true);
            System.out.println("idle " + roundTrips(mirror, seconds));
            talkers.run(1); // one second that warms everything up
            talkers.heard.clear();
            String[] busy = new String[1];
            Thread beside = start(() -> busy[0] = roundTrips(mirror, seconds));
            talkers.run(seconds);
            beside.join();
            System.out.println("busy " + busy[0]);
            System.out.println("heard " + talkers.heard.words());
        }
        System.in.read();
        System.exit(0);
    }

    /** Talks and listens until everything has been heard, or nothing has been for some seconds. */
    private void run(int seconds) throws IOException, InterruptedException {
        int said = perSecond * seconds;
        try (Selector selector = Selector.open()) {
            for (SocketChannel client : clients) {
                client.configureBlocking(false);
                client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(SIZE * 1024));
            }
            Thread talk = start(() -> talk(said));
            long wanted = (long) said * clients.size();
            long before = heard.count();
            while (heard.count() - before < wanted && selector.select(5_000) > 0) {
                for (SelectionKey key : selector.selectedKeys()) {
                    hear((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
                }
                selector.selectedKeys().clear();
            }
            talk.join();
        }
    }

    private void talk(int said) {
        try {
            long begun = System.nanoTime();
            for (int i = 0; i < said; i++) {
                for (long due = begun + i * SECOND / perSecond; System.nanoTime() < due; ) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                ByteBuffer line = ByteBuffer.allocate(SIZE);
                line.put(String.format("%019d", System.nanoTime()).getBytes(StandardCharsets.US_ASCII));
                while (line.remaining() > 1) {
                    line.put((byte) '.');
                }
                line.put((byte) '\n').flip();
                SocketChannel client = clients.get(i % clients.size());
                while (line.hasRemaining()) {
                    client.write(line);
                }
            }
        } catch (IOException e) {
            System.err.println("talkers: " + e);
        }
    }

    private void hear(SocketChannel client, ByteBuffer buffer) throws IOException {
        client.read(buffer);
        long now = System.nanoTime();
        byte[] bytes = buffer.array();
        int at = 0;
        for (; at + SIZE <= buffer.position(); at += SIZE) {
            long sent = 0;
            for (int i = 0; i < 19; i++) {
                sent = sent * 10 + bytes[at + i] - '0';
            }
            heard.add(now - sent);
        }
        buffer.limit(buffer.position()).position(at);
        buffer.compact();
    }

    private static String roundTrips(Socket mirror, int seconds) {
        Times times = new Times(seconds * ROUND_TRIPS_A_SECOND);
        byte[] message = new byte[SIZE];
        try {
            long begun = System.nanoTime();
            for (int i = 0; i < seconds * ROUND_TRIPS_A_SECOND; i++) {
                for (long due = begun + i * SECOND / ROUND_TRIPS_A_SECOND; System.nanoTime() < due; ) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long sent = System.nanoTime();
                mirror.getOutputStream().write(message);
                mirror.getInputStream().readNBytes(message, 0, SIZE);
                times.add(System.nanoTime() - sent);
            }
        } catch (IOException e) {
            System.err.println("mirror: " + e);
        }
        return times.words();
    }

    private static Thread start(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }
}
