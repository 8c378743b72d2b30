package dev.earshot.net;

import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds a port on which nothing listens, by opening it for a moment. */
final class FreePort {
    private static final int MOST_TRIED = 100;
    private static final int HIGHEST = 65_535;

    private FreePort() {}

    /** Returns the next higher port of this address that is free for TCP and UDP; empty if there is none nearby. */
    static String after(ListenAddress taken) {
        int last = Math.min(HIGHEST, taken.port() + MOST_TRIED);
        for (int port = taken.port() + 1; port <= last; port++) {
            if (isFree(new InetSocketAddress(taken.address().getAddress(), port))) {
                return Integer.toString(port);
            }
        }
        return "";
    }

    private static boolean isFree(InetSocketAddress address) {
        try (ServerSocket tcp = SystemCalls.REAL.serverSocket();
                DatagramSocket udp = new DatagramSocket(null)) {
            tcp.bind(address);
            udp.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
