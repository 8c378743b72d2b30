package dev.earshot.net.udp;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an endpoint's datagrams off its sockets as soon as they come, and puts them into a queue. The system drops what
 * waits in a socket for too long, so this thread does nothing else. Confined to it, but for {@link #stop} and {@link
 * #pause}.
 */
final class UdpIntake {
    private static final Logger log = LoggerFactory.getLogger(UdpIntake.class);

    /** The number of datagrams that are taken from one socket before the next socket gets its turn. */
    private static final int BATCH = 64;

    /** The pause after an error, which would otherwise come again at once. */
    private static final long PAUSE_NANOS = 5_000_000;

    /**
     * The rest after datagrams that came in quick succession, so that several are taken at a time: to wake up for each
     * costs more than to take it. Much shorter than what fits into the buffer of a system that gives 208 KB, as Linux
     * does.
     */
    private static final long REST_NANOS = 500_000;

    /** The time between two selections that counts as quick succession. */
    private static final long QUICK_NANOS = 200_000;

    private static final int LARGEST = 65_536;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final UdpSockets sockets;
    private final DatagramQueue queue;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);

    /**
     * Held while datagrams are on their way from the sockets to the queue; never while waiting for room or datagrams.
     */
    private final ReentrantLock moving = new ReentrantLock(true);

    private boolean failing;
    private boolean drained;
    private long restedAt = System.nanoTime();
    private volatile boolean stopped;

    UdpIntake(UdpSockets sockets, DatagramQueue queue) {
        this.sockets = sockets;
        this.queue = queue;
    }

    /** Makes {@link #run} return; any thread. */
    void stop() {
        stopped = true;
        queue.close();
        sockets.selector().wakeup();
    }

    /** Takes datagrams until it is stopped, and ends the queue then; leaves the sockets open. */
    void run() {
        while (!stopped) {
            try {
                queue.awaitRoom();
                drained = true;
                sockets.selector().select(this::take);
                restIfBusy();
            } catch (InterruptedException e) {
                log.error("nobody interrupts this thread", e);
            } catch (IOException | RuntimeException | Error e) {
                log.error("receiving", e);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        queue.end();
    }

    private void restIfBusy() {
        if (drained && System.nanoTime() - restedAt < QUICK_NANOS) {
            LockSupport.parkNanos(REST_NANOS);
        }
        restedAt = System.nanoTime();
    }

    /** Runs a task while nothing is taken off the sockets; all that was taken before is in the queue then. */
    void pause(Runnable task) {
        moving.lock();
        try {
            task.run();
        } finally {
            moving.unlock();
        }
    }

    /** Takes what has come from one peer to its own socket; within {@link #pause}. */
    void takeFrom(UdpPeer peer) {
        DatagramChannel errorChannel = peer.errorChannel;
        if (errorChannel != null) {
            take(errorChannel, peer);
        }
    }

    private void take(SelectionKey key) {
        moving.lock();
        try {
            take((DatagramChannel) key.channel(), (UdpPeer) key.attachment());
        } finally {
            moving.unlock();
        }
    }

    /** @param peer whose own socket this is, or null */
    private void take(DatagramChannel channel, UdpPeer peer) {
        try {
            int count = 0;
            while (count < BATCH && !stopped && takeOne(channel)) {
                count++;
            }
            drained &= count < BATCH;
            failing = false;
        } catch (PortUnreachableException e) {
            if (peer != null) {
                queue.put(peer, NOTHING);
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Takes one datagram; returns false if there is none. */
    private boolean takeOne(DatagramChannel channel) throws IOException {
        datagram.clear();
        SocketAddress from = channel.receive(datagram);
        if (from == null) {
            return false;
        }
        queue.put(from, datagram.flip());
        return true;
    }

    private void fail(IOException error) {
        if (!failing && !stopped) {
            failing = true;
            log.warn("receiving fails", error);
            queue.put(error, NOTHING);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }
}
