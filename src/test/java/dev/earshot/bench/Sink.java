package dev.earshot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The least that a receiver with one blocking thread a client can do: throws the bytes away, or appends them to a file.
 */
final class Sink {
    private static final AtomicLong taken = new AtomicLong();

    private Sink() {}

    /** @param args the file, if the bytes are to be kept */
    public static void main(String[] args) throws IOException {
        FileChannel file = args.length == 0
                ? null
                : FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        start("listen", () -> accept(server, file));
        System.out.println("port " + server.getLocalPort());
        Progress progress = new Progress(taken::get);
        long before = 0;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] words = line.split(" ");
            if (words[0].equals("begin")) {
                before = progress.value();
                System.out.println("begun");
            } else {
                System.out.println("taken " + progress.reached(before + Long.parseLong(words[2])));
            }
        }
        System.exit(0);
    }

    private static void accept(ServerSocket server, FileChannel file) {
        try {
            while (true) {
                Socket socket = server.accept();
                start("reader", () -> read(socket, file));
            }
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }

    private static void read(Socket socket, FileChannel file) {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = socket.getInputStream()) {
            for (int count; (count = in.read(buffer)) > 0; ) {
                if (file != null) {
                    synchronized (file) {
                        file.write(ByteBuffer.wrap(buffer, 0, count));
                    }
                }
                taken.addAndGet(count);
            }
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 256 * 1024);
        thread.setDaemon(true);
        thread.start();
    }
}
