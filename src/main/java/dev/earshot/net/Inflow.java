package dev.earshot.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Reads one socket to the end of its stream and tells each read and each silence. Confined to its peer's reader. */
final class Inflow {
    /** Enough for what devices say, and 10,000 of them hold 40 MB; the JDK keeps a direct buffer of the same size a thread. */
    private static final int SMALL = 4 * 1024;

    /** After so long without a byte a grown buffer is given back. */
    static final int IDLE_MILLIS = 10_000;

    private final Peer peer;
    private final Socket socket;
    private final EventSink sink;
    private final BooleanSupplier muted;
    private final int idleMillis;
    private byte[] buffer = new byte[SMALL];
    private int timeout;
    private long blocked;

    /** @param muted whether what comes in is thrown away from now on: read, so that the peer's FIN is seen, but not told */
    Inflow(Peer peer, Socket socket, EventSink sink, BooleanSupplier muted, int idleMillis) {
        this.peer = peer;
        this.socket = socket;
        this.sink = sink;
        this.muted = muted;
        this.idleMillis = idleMillis;
    }

    /** Returns at the end of the stream (FIN). */
    void run() throws IOException {
        InputStream in = socket.getInputStream();
        for (int count = next(in); count >= 0; count = next(in)) {
            if (count > 0) {
                tell(count);
            }
        }
    }

    /** One read: the number of bytes, 0 if the peer was silent, -1 at the end of the stream. */
    private int next(InputStream in) throws IOException {
        int silence = sink.silenceMillis(peer);
        timeout(silence > 0 ? silence : buffer.length > SMALL ? idleMillis : 0);
        long since = System.nanoTime();
        try {
            int count = in.read(buffer);
            blocked += System.nanoTime() - since;
            return count;
        } catch (SocketTimeoutException e) {
            blocked += System.nanoTime() - since;
            silent(silence);
            return 0;
        }
    }

    private void tell(int count) {
        if (!muted.getAsBoolean()) {
            sink.on(new Event.Received(peer, buffer, 0, count, blocked));
        }
        blocked = 0;
        if (count == buffer.length && count < Endpoint.MAX_PIECE) {
            buffer = new byte[Math.min(count * 2, Endpoint.MAX_PIECE)];
        }
    }

    private void silent(int silence) {
        if (silence > 0 && !muted.getAsBoolean()) {
            sink.on(new Event.Silent(peer, blocked));
        }
        if (buffer.length > SMALL && blocked >= TimeUnit.MILLISECONDS.toNanos(idleMillis)) {
            buffer = new byte[SMALL];
        }
    }

    /** 0 waits for ever; a changed time-out costs a lock in the JDK, an unchanged one nothing. */
    private void timeout(int millis) throws SocketException {
        if (millis != timeout) {
            socket.setSoTimeout(millis);
            timeout = millis;
        }
    }
}
