package dev.earshot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Connects, sends a load to a port of this machine at the first line of its input, and stays until the input ends. One
 * thread, however many clients: real ones would be other machines and not compete for this one's processors.
 */
final class Sender {
    private static final int PAUSE_NANOS = 500_000;

    /** So many writes for one client before it is the next one's turn: waking a reader costs more than a write. */
    private static final int TURN = 32;

    private final Load load;
    private final ByteBuffer block;
    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private long start;

    /** One connection, and how far it is. */
    private final class Client {
        final SocketChannel channel;
        final SelectionKey key;
        final ByteBuffer rest = block.duplicate().limit(0);
        long messages;
        boolean blocked;

        Client(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            key = channel.register(selector, 0);
        }

        /** Makes one write if one is due and there is room; says whether. */
        boolean send() throws IOException {
            if (!rest.hasRemaining()) {
                int count = due(messages);
                rest.clear().limit(count * load.size());
                messages += count;
            }
            if (blocked || !rest.hasRemaining()) {
                return false;
            }
            channel.write(rest);
            if (rest.hasRemaining()) {
                blocked = true;
                key.interestOps(SelectionKey.OP_WRITE);
            }
            return true;
        }
    }

    private Sender(Load load) throws IOException {
        this.load = load;
        block = ByteBuffer.allocateDirect(load.size() * load.together());
        block.put(load.block());
    }

    public static void main(String[] args) throws IOException {
        Sender sender = new Sender(Load.parse(Arrays.asList(args).subList(1, args.length)));
        sender.connect(Integer.parseInt(args[0]));
        System.in.read();
        sender.send();
        while (System.in.read() >= 0) {
            // what was sent may still be on its way, and closing would be one more event
        }
        System.exit(0);
    }

    private void connect(int port) throws IOException {
        for (int i = 0; i < load.clients(); i++) {
            clients.add(new Client(port));
        }
        System.out.println("connected " + clients.size());
    }

    private void send() throws IOException {
        start = System.nanoTime();
        while (!over()) {
            boolean moved = false;
            for (Client client : clients) {
                for (int i = 0; i < TURN && client.send(); i++) {
                    moved = true;
                }
            }
            if (!moved) {
                pause();
            }
        }
        long sent = clients.stream().mapToLong(client -> client.messages).sum();
        System.out.println("sent " + sent + " " + start + " " + System.nanoTime());
    }

    private boolean over() {
        return clients.stream().allMatch(client -> !client.rest.hasRemaining() && lastWasSent(client.messages));
    }

    private void pause() throws IOException {
        if (clients.stream().allMatch(client -> client.blocked)) {
            selector.select();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
            selector.selectNow();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            key.interestOps(0);
        }
        selector.selectedKeys().clear();
        clients.forEach(client -> client.blocked = client.key.interestOps() != 0);
    }

    private double passed() {
        return (System.nanoTime() - start) / 1e9;
    }

    private boolean lastWasSent(long messages) {
        if (load.messages() > 0) {
            return messages == load.messages();
        }
        // However late: what was promised is sent.
        return passed() >= load.seconds() && messages >= load.seconds() * load.rate();
    }

    /** How many messages go into the next write; 0 = none just now. */
    private int due(long messages) {
        if (load.messages() > 0) {
            return (int) Math.min(load.together(), load.messages() - messages);
        }
        if (load.rate() > 0) {
            return messages < Math.min(passed(), load.seconds()) * load.rate() ? 1 : 0;
        }
        return passed() < load.seconds() ? load.together() : 0;
    }
}
