package dev.earshot.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP proxy on a free loopback port that does harm to what passes in one direction, or in both, with the seven faults
 * of Toxiproxy. A {@link Fault} may be given to several connections at once.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Fault toTarget;
    private final Fault toClient;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Passes the pieces that are read from one side to the other. */
    public interface Fault {
        /**
         * Passes one piece on.
         *
         * @return false to end the connection
         */
        boolean pass(byte[] bytes, int length, OutputStream out, Passage passage)
                throws IOException, InterruptedException;

        /** Runs when the reading side has ended, before the end is passed on. */
        default void end(Passage passage) throws InterruptedException {}
    }

    /** One direction of one connection. */
    public static final class Passage {
        private final Socket from;
        private final Socket to;
        private long passed;

        Passage(Socket from, Socket to) {
            this.from = from;
            this.to = to;
        }
    }

    /** Passes everything on at once. */
    public static final Fault NONE = (bytes, length, out, passage) -> {
        out.write(bytes, 0, length);
        return true;
    };

    /** Holds each piece back for a time. */
    public static Fault latency(int millis) {
        return (bytes, length, out, passage) -> {
            TimeUnit.MILLISECONDS.sleep(millis);
            return NONE.pass(bytes, length, out, passage);
        };
    }

    /** Passes a hundred times a second so many bytes that it is this number in a second. */
    public static Fault bandwidth(int bytesPerSecond) {
        int slice = Math.max(1, bytesPerSecond / 100);
        return slicer(slice, (int) Math.max(1, 1_000_000L * slice / bytesPerSecond));
    }

    /** Passes on the end of the stream only after a time. */
    public static Fault slowClose(int millis) {
        return new Fault() {
            @Override
            public boolean pass(byte[] bytes, int length, OutputStream out, Passage passage) throws IOException {
                out.write(bytes, 0, length);
                return true;
            }

            @Override
            public void end(Passage passage) throws InterruptedException {
                TimeUnit.MILLISECONDS.sleep(millis);
            }
        };
    }

    /** Passes nothing on and ends the connection after a time, counted from the first piece. */
    public static Fault timeout(int millis) {
        return (bytes, length, out, passage) -> {
            TimeUnit.MILLISECONDS.sleep(millis);
            return false;
        };
    }

    /** Resets both sides once this number of bytes has passed. */
    public static Fault resetPeer(int afterBytes) {
        return (bytes, length, out, passage) -> {
            int room = (int) Math.min(length, afterBytes - passage.passed);
            out.write(bytes, 0, room);
            passage.passed += room;
            if (passage.passed < afterBytes) {
                return true;
            }
            passage.from.setSoLinger(true, 0);
            passage.to.setSoLinger(true, 0);
            return false;
        };
    }

    /** Passes small pieces on, with a pause after each. */
    public static Fault slicer(int slice, int pauseMicros) {
        return (bytes, length, out, passage) -> {
            for (int at = 0; at < length; at += slice) {
                out.write(bytes, at, Math.min(slice, length - at));
                LockSupport.parkNanos(pauseMicros * 1_000L);
            }
            return true;
        };
    }

    /** Ends the connection in order once this number of bytes has passed. */
    public static Fault limitData(int most) {
        return (bytes, length, out, passage) -> {
            int room = (int) Math.min(length, most - passage.passed);
            out.write(bytes, 0, room);
            passage.passed += room;
            return passage.passed < most;
        };
    }

    public FaultyProxy(InetSocketAddress target, Fault toTarget, Fault toClient) throws IOException {
        this.target = target;
        this.toTarget = toTarget;
        this.toClient = toClient;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket client = open(listener.accept());
                Socket server = open(new Socket(target.getAddress(), target.getPort()));
                start(() -> copy(new Passage(client, server), toTarget));
                start(() -> copy(new Passage(server, client), toClient));
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    private Socket open(Socket socket) throws IOException {
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void copy(Passage passage, Fault fault) {
        byte[] bytes = new byte[BUFFER];
        try {
            InputStream in = passage.from.getInputStream();
            OutputStream out = passage.to.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                if (!fault.pass(bytes, length, out, passage)) {
                    passage.to.close();
                    passage.from.close();
                    return;
                }
            }
            fault.end(passage);
            passage.to.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            closeQuietly(passage.from);
            closeQuietly(passage.to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "faulty proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(FaultyProxy::closeQuietly);
    }
}
