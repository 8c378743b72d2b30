package dev.earshot.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections until told to stop, whatever the system says meanwhile. Confined to the listen thread. */
final class AcceptLoop {
    private static final Logger log = LoggerFactory.getLogger(AcceptLoop.class);

    /** The first pause after a failure: without one, a full descriptor table causes 400,000 failures a second. */
    private static final long FIRST_PAUSE_MILLIS = 5;

    private static final long LAST_PAUSE_MILLIS = 1_000;

    private final ServerSocket server;
    private final TcpSockets sockets;
    private final EventSink sink;
    private final CountDownLatch stop;
    private long failures;
    private long pause = FIRST_PAUSE_MILLIS;

    /** @param stop ends the loop, together with closing the server socket */
    AcceptLoop(ServerSocket server, TcpSockets sockets, EventSink sink, CountDownLatch stop) {
        this.server = server;
        this.sockets = sockets;
        this.sink = sink;
        this.stop = stop;
    }

    void run(Consumer<TcpStream> handler) {
        while (stop.getCount() > 0) {
            Socket socket = acceptNext();
            if (socket != null) {
                onSuccess();
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
            handler.accept(sockets.accepted(socket));
        } catch (IOException | RuntimeException | Error e) {
            log.error("taking {}", socket, e);
            SystemCalls.close(socket);
        }
    }

    private void onFailure(Throwable error) {
        if (failures++ == 0) {
            log.warn("accept fails", error);
            sink.on(TcpNote.ACCEPT_FAILING.note(CloseReason.describe(error)));
        }
        try {
            if (!stop.await(pause, TimeUnit.MILLISECONDS)) {
                pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts the accept loop", e);
        }
    }

    private void onSuccess() {
        if (failures > 0) {
            sink.on(TcpNote.ACCEPT_RECOVERED.note(failures));
            failures = 0;
            pause = FIRST_PAUSE_MILLIS;
        }
    }
}
