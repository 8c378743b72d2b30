package dev.earshot.net.udp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A bounded queue of received datagrams in memory, and of the errors that the system reported between them. It lets
 * datagrams be taken off the socket while the sink is slow, as it is in a cold program or on a busy disk. One thread
 * fills it, another one empties it.
 */
final class DatagramQueue {
    /** The bytes that may wait before nothing more is taken off the socket: 1.4 s of 100,000 datagrams of 200 bytes. */
    static final int CAPACITY = 32 << 20;

    /** The bytes that each datagram counts in addition, so that the number of empty ones is bounded too. */
    private static final int OVERHEAD = 32;

    private static final int BLOCK_BYTES = 128 * 1024;

    private final Deque<Block> blocks = new ArrayDeque<>();
    private Block spare;
    private long waiting;
    private boolean awaited;
    private boolean woken;
    private boolean closing;
    private boolean ended;

    /** Several datagrams in the order in which they came. Confined to one thread at a time. */
    static final class Block {
        final byte[] bytes = new byte[BLOCK_BYTES];
        private Object[] senders = new Object[64];
        private int[] ends = new int[64];
        private int count;

        private boolean hasRoomFor(int length) {
            return bytes.length - end(count) >= length;
        }

        private void add(Object sender, ByteBuffer datagram) {
            if (count == senders.length) {
                senders = Arrays.copyOf(senders, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            int start = end(count);
            int length = datagram.remaining();
            datagram.get(bytes, start, length);
            senders[count] = sender;
            ends[count++] = start + length;
        }

        private int end(int items) {
            return items == 0 ? 0 : ends[items - 1];
        }

        int count() {
            return count;
        }

        /** Returns from where the {@code i}th datagram came, or what else was put in its place. */
        Object sender(int i) {
            return senders[i];
        }

        int offset(int i) {
            return end(i);
        }

        int length(int i) {
            return ends[i] - end(i);
        }

        private long cost() {
            return end(count) + (long) OVERHEAD * count;
        }

        private void clear() {
            Arrays.fill(senders, 0, count, null);
            count = 0;
        }
    }

    /**
     * Puts a datagram; never waits.
     *
     * @param sender its address, or with an empty datagram anything else that happened between two datagrams
     */
    synchronized void put(Object sender, ByteBuffer datagram) {
        int length = datagram.remaining();
        Block last = blocks.peekLast();
        if (last == null || !last.hasRoomFor(length)) {
            last = spare == null ? new Block() : spare;
            spare = null;
            blocks.add(last);
        }
        last.add(sender, datagram);
        waiting += length + OVERHEAD;
        wakeTaker();
    }

    /** Waits until less than the capacity is waiting, or until the queue is closed. */
    synchronized void awaitRoom() throws InterruptedException {
        while (waiting >= CAPACITY && !closing) {
            wait();
        }
    }

    /**
     * Takes the oldest block, which must be given back to {@link #release}.
     *
     * @param millis the time to wait for one at most; 0 to return at once
     * @return null if there is none after that time, after {@link #wake}, or at the end
     */
    synchronized Block take(int millis) throws InterruptedException {
        if (blocks.isEmpty() && !ended && !woken && millis > 0) {
            awaited = true;
            wait(millis);
            awaited = false;
        }
        woken &= millis == 0;
        return blocks.poll();
    }

    /** Takes back a block whose datagrams have been reported. */
    synchronized void release(Block block) {
        waiting -= block.cost();
        block.clear();
        spare = block;
        notifyAll();
    }

    /** Lets the present or next {@link #take} return at once; any thread. */
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    private void wakeTaker() {
        if (awaited) {
            awaited = false;
            notifyAll();
        }
    }

    /** Lets nothing wait for room from now on; any thread. */
    synchronized void close() {
        closing = true;
        notifyAll();
    }

    /** Ends the queue: nothing more will be put, and what is in it can still be taken. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whether the queue has ended and all of it was taken. */
    synchronized boolean isExhausted() {
        return ended && blocks.isEmpty();
    }
}
