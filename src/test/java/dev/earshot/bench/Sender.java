package dev.earshot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends a load to a port of this machine as fast as the receiver takes it, and stays until its input ends. */
final class Sender {
    private Sender() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        Load load = Load.parse(Arrays.asList(args).subList(1, args.length));
        List<Socket> sockets = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < load.clients(); i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            threads.add(new Thread(() -> send(socket, load)));
        }
        System.out.println("start " + System.nanoTime());
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        while (System.in.read() >= 0) {
            // what was sent may still be on its way, and closing would be one more event
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void send(Socket socket, Load load) {
        byte[] block = load.block();
        try {
            for (int sent = 0; sent < load.messages(); sent += load.together()) {
                int count = Math.min(load.together(), load.messages() - sent);
                socket.getOutputStream().write(block, 0, count * load.size());
            }
        } catch (IOException e) {
            System.err.println("sender: " + e);
        }
    }
}
