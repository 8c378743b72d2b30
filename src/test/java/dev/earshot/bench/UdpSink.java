package dev.earshot.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The least that a receiver of datagrams can do: one blocking thread that counts them. */
final class UdpSink {
    /** What the window asks for as well. */
    private static final int RECEIVE_BUFFER = 8 << 20;

    private static final int QUIET_MILLIS = 1_500;

    private static volatile long taken; // written by one thread

    private UdpSink() {}

    /** Says how many it has taken once it is asked and there have been none for a while. */
    public static void main(String[] args) throws Exception {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        new Thread(() -> take(socket), "take").start();
        System.out.println("port " + socket.getLocalPort());
        System.in.read();
        for (long before = -1; before != taken; ) {
            before = taken;
            Thread.sleep(QUIET_MILLIS);
        }
        System.out.println("counted " + taken + " " + dropped(socket.getLocalPort()));
        System.exit(0);
    }

    private static void take(DatagramSocket socket) {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            for (long count = 1; ; count++) {
                socket.receive(packet);
                taken = count;
            }
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }

    /** As Linux tells it, in the last column of a socket's line; elsewhere 0. */
    private static long dropped(int port) throws IOException {
        Path table = Path.of("/proc/net/udp");
        String here = String.format(Locale.ROOT, ":%04X", port);
        List<String> lines = Files.exists(table) ? Files.readAllLines(table) : List.of();
        return lines.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 12 && words[1].endsWith(here))
                .mapToLong(words -> Long.parseLong(words[12]))
                .sum();
    }
}
