package dev.earshot.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The least that a receiver of datagrams can do: one blocking thread that counts them. */
final class UdpSink {
    /** What the window asks for as well. */
    private static final int RECEIVE_BUFFER = 8 << 20;

    private static final int QUIET_MILLIS = 1_500;

    private UdpSink() {}

    /** Takes datagrams until there have been none for a while. */
    public static void main(String[] args) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            System.out.println("port " + socket.getLocalPort());
            DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
            socket.receive(packet);
            long taken = 1;
            socket.setSoTimeout(QUIET_MILLIS);
            try {
                while (true) {
                    socket.receive(packet);
                    taken++;
                }
            } catch (SocketTimeoutException e) {
                System.out.println("counted " + taken + " " + dropped(socket.getLocalPort()));
            }
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
