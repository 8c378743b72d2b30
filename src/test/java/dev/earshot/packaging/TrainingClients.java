package dev.earshot.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Clients of a window that echoes: some lines in two encodings, then a small flood, until all of it has come back. */
final class TrainingClients {
    private static final int CLIENTS = 20;
    private static final int ROUNDS = 40;
    private static final int LINES = 25;
    private static final int ANSWER_MILLIS = 30_000;
    private static final long OPEN_SECONDS = 120;
    private static final long ROUND_MILLIS = 50;

    private final int port;
    private final BooleanSupplier running;

    /**
     * @param running whether the program still runs; it is not waited for otherwise
     */
    TrainingClients(int port, BooleanSupplier running) {
        this.port = port;
        this.running = running;
    }

    void run() throws IOException, InterruptedException {
        List<Socket> clients = new ArrayList<>();
        try {
            clients.add(first());
            exchange(clients.get(0), "PING 1\r\n".getBytes(StandardCharsets.US_ASCII));
            exchange(clients.get(0), "温度 21.5\n".getBytes(StandardCharsets.UTF_8));
            while (clients.size() < CLIENTS) {
                clients.add(connect());
            }
            exchange(clients.get(1), "设备 1 就绪\n".getBytes(Charset.forName("GBK")));
            exchange(clients.get(2), new byte[] {0x00, 0x01, 0x7F, (byte) 0xFF, '\n'});
            for (int round = 0; round < ROUNDS; round++) {
                for (Socket client : clients) {
                    exchange(client, lines(round));
                }
                TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS); // the window refreshes between the rounds
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static byte[] lines(int round) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("device ").append(round).append(" reading ").append(i).append(" value 0123456789 abcdefghij\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Connects as soon as the window listens. */
    private Socket first() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OPEN_SECONDS);
        while (true) {
            try {
                return connect();
            } catch (ConnectException e) {
                if (!running.getAsBoolean()) {
                    throw new PackageException("The program ended before it listened.");
                } else if (System.nanoTime() > end) {
                    throw new PackageException("The window did not listen within " + OPEN_SECONDS + " s.");
                }
                TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(ANSWER_MILLIS);
        return socket;
    }

    /** Sends bytes and waits until as many have come back. */
    private static void exchange(Socket client, byte[] bytes) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(bytes);
        InputStream in = client.getInputStream();
        if (in.readNBytes(bytes.length).length < bytes.length) {
            throw new PackageException("The window closed a connection before it had answered.");
        }
    }
}
