package dev.earshot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** The least that a receiver with one blocking thread a client can do: throws the bytes away, or appends them to a file. */
final class Sink {
    private static final AtomicLong taken = new AtomicLong();

    private Sink() {}

    /** @param args how many bytes there will be and, if they are to be kept, the file */
    public static void main(String[] args) throws IOException {
        long wanted = Long.parseLong(args[0]);
        FileChannel file = args.length < 2
                ? null
                : FileChannel.open(Path.of(args[1]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        System.out.println("port " + server.getLocalPort());
        while (true) {
            Socket socket = server.accept();
            Thread thread = new Thread(null, () -> read(socket, file, wanted), "reader", 256 * 1024);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void read(Socket socket, FileChannel file, long wanted) {
        byte[] buffer = new byte[32 * 1024];
        try (InputStream in = socket.getInputStream()) {
            for (int count; (count = in.read(buffer)) > 0; ) {
                if (file != null) {
                    synchronized (file) {
                        file.write(ByteBuffer.wrap(buffer, 0, count));
                    }
                }
                if (taken.addAndGet(count) == wanted) {
                    System.out.println("end " + System.nanoTime());
                }
            }
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }
}
