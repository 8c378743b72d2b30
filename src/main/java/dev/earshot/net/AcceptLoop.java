package dev.earshot.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections until told to stop, and goes on after each failure. Confined to the listen thread. */
final class AcceptLoop {
    private static final Logger log = LoggerFactory.getLogger(AcceptLoop.class);

    /** The first pause after a failure: without one, a full descriptor table causes 400,000 failures a second. */
    private static final long FIRST_PAUSE_MILLIS = 5;

    private static final long LAST_PAUSE_MILLIS = 1_000;

    private final ServerSocket server;
    private final TcpSockets sockets;
    private final EventSink sink;
    private final Admission admission;
    private final CountDownLatch stop;
    private long pause = FIRST_PAUSE_MILLIS;

    /**
     * @param admission decides which connections are taken
     * @param stop ends the loop, together with closing the server socket
     */
    AcceptLoop(ServerSocket server, TcpSockets sockets, EventSink sink, Admission admission, CountDownLatch stop) {
        this.server = server;
        this.sockets = sockets;
        this.sink = sink;
        this.admission = admission;
        this.stop = stop;
    }

    void run(Consumer<TcpStream> handler) {
        while (stop.getCount() > 0) {
            Socket socket = acceptNext();
            if (socket != null) {
                pause = FIRST_PAUSE_MILLIS;
                handOver(socket, handler);
            }
        }
    }

    /** Waits for the next connection; returns null after a failure and its pause. */
    private Socket acceptNext() {
        try {
            return sockets.accept(server);
        } catch (IOException | RuntimeException | Error e) {
            if (stop.getCount() > 0) {
                onFailure(e);
            }
            return null;
        }
    }

    private void handOver(Socket socket, Consumer<TcpStream> handler) {
        try {
            if (admission.admits(socket, sink)) {
                handler.accept(stream(socket));
            } else {
                SystemCalls.close(socket);
            }
        } catch (IOException | RuntimeException | Error e) {
            log.error("taking {}", socket, e);
            SystemCalls.close(socket);
        }
    }

    private TcpStream stream(Socket socket) throws IOException {
        try {
            return sockets.accepted(socket);
        } catch (IOException | RuntimeException | Error e) {
            admission.left(socket.getInetAddress());
            throw e;
        }
    }

    private void onFailure(Throwable error) {
        admission.acceptFailed(error, sink);
        try {
            if (!stop.await(pause, TimeUnit.MILLISECONDS)) {
                pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts the accept loop", e);
        }
    }
}
