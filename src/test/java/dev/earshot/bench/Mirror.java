package dev.earshot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends one client's bytes back: the least that a round trip can be. */
final class Mirror {
    private Mirror() {}

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.out.println("port " + server.getLocalPort());
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                byte[] buffer = new byte[4096];
                for (int count; (count = socket.getInputStream().read(buffer)) > 0; ) {
                    socket.getOutputStream().write(buffer, 0, count);
                }
            }
        }
    }
}
