package dev.earshot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many clients from several addresses: behaves as {@link Sender} does, and then each client awaits an answer. */
final class Crowd {
    /** From one address, a system has some 28,000 ports to connect from. */
    private static final int FROM_ONE_ADDRESS = 5_000;

    private Crowd() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        Load load = Load.parse(Arrays.asList(args).subList(1, args.length));
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = 0; i < load.clients(); i++) {
            clients.add(connect(port, i));
        }
        System.out.println("connected " + clients.size());
        System.in.read();
        long start = System.nanoTime();
        for (SocketChannel client : clients) {
            client.write(ByteBuffer.wrap(load.block()));
        }
        System.out.println("sent " + clients.size() + " " + start + " " + System.nanoTime());
        System.out.println("answered " + answered(clients) + " " + System.nanoTime());
        while (System.in.read() >= 0) {
            // closing would be one more event
        }
        System.exit(0);
    }

    private static SocketChannel connect(int port, int number) throws IOException {
        SocketChannel client = SocketChannel.open();
        if (number >= FROM_ONE_ADDRESS) {
            byte[] from = {127, 0, 0, (byte) (1 + number / FROM_ONE_ADDRESS)};
            client.bind(new InetSocketAddress(InetAddress.getByAddress(from), 0));
        }
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return client;
    }

    private static int answered(List<SocketChannel> clients) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(1024);
        int answered = 0;
        try (Selector selector = Selector.open()) {
            for (SocketChannel client : clients) {
                client.configureBlocking(false);
                client.register(selector, SelectionKey.OP_READ);
            }
            while (answered < clients.size()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    ((SocketChannel) key.channel()).read(answer.clear());
                    key.cancel();
                    answered++;
                }
                selector.selectedKeys().clear();
            }
        }
        return answered;
    }
}
