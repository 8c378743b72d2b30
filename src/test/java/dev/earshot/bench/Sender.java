package dev.earshot.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Connects, sends a load to a port of this machine at the first line of its input, and stays until the input ends. */
final class Sender {
    private static final AtomicLong sent = new AtomicLong();
    private static final AtomicLong end = new AtomicLong(Long.MIN_VALUE);

    private Sender() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        Load load = Load.parse(Arrays.asList(args).subList(1, args.length));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < load.clients(); i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            threads.add(new Thread(() -> send(socket, load)));
        }
        System.out.println("connected " + threads.size());
        System.in.read();
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("sent " + sent + " " + start + " " + end);
        while (System.in.read() >= 0) {
            // what was sent may still be on its way, and closing would be one more event
        }
        System.exit(0);
    }

    private static void send(Socket socket, Load load) {
        byte[] block = load.block();
        long messages = 0;
        long start = System.nanoTime();
        try {
            OutputStream out = socket.getOutputStream();
            for (int count; (count = due(load, messages, start)) != 0; ) {
                if (count < 0) {
                    LockSupport.parkNanos(1_000_000);
                } else {
                    out.write(block, 0, count * load.size());
                    messages += count;
                }
            }
        } catch (IOException e) {
            System.err.println("sender: " + e);
        }
        sent.addAndGet(messages);
        end.accumulateAndGet(System.nanoTime(), Math::max);
    }

    /** How many messages go into the next write; 0 = that was all, -1 = none just now. */
    private static int due(Load load, long messages, long start) {
        if (load.messages() > 0) {
            return (int) Math.min(load.together(), load.messages() - messages);
        }
        double passed = (System.nanoTime() - start) / 1e9;
        if (load.rate() > 0 && messages < Math.min(passed, load.seconds()) * load.rate()) {
            return 1; // however late: what was promised is sent
        }
        return passed >= load.seconds() ? 0 : load.rate() > 0 ? -1 : load.together();
    }
}
