package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DatagramQueueTest {
    private static final int LARGEST = 65_536;

    private final DatagramQueue queue = new DatagramQueue();

    @Test
    void datagramsOfEveryLengthComeOutInTheirOrder() throws Exception {
        Random random = new Random(3);
        List<byte[]> put = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int length = i % 4 == 0 ? 0 : i % 50 == 1 ? LARGEST : random.nextInt(300);
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            put.add(bytes);
            queue.put(i, ByteBuffer.wrap(bytes));
            if (i % 70 == 0) {
                takeAll(put); // a block is given back and used again
            }
        }
        takeAll(put);
        assertThat(queue.take(0)).isNull();
    }

    private int next;

    private void takeAll(List<byte[]> put) throws InterruptedException {
        for (DatagramQueue.Block block = queue.take(0); block != null; block = queue.take(0)) {
            for (int i = 0; i < block.count(); i++, next++) {
                assertThat(block.sender(i)).isEqualTo(next);
                assertThat(ByteBuffer.wrap(block.bytes, block.offset(i), block.length(i)))
                        .isEqualTo(ByteBuffer.wrap(put.get(next)));
            }
            queue.release(block);
        }
        assertThat(next).isEqualTo(put.size());
    }

    @Test
    void aFullQueueWaitsUntilSomethingWasReported() throws Exception {
        fill();
        Thread waiting = start();
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        queue.release(queue.take(0));
        waiting.join(20_000);
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void emptyDatagramsFillTheQueueAsWell() {
        for (int i = 0; i < DatagramQueue.CAPACITY / 32; i++) {
            queue.put(1, ByteBuffer.allocate(0));
        }
        Thread waiting = start();
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        queue.close();
        await().until(() -> !waiting.isAlive());
    }

    @Test
    void whatIsInTheQueueAtItsEndCanBeTaken() throws Exception {
        queue.put("last", ByteBuffer.wrap(new byte[] {7}));
        queue.end();
        assertThat(queue.isExhausted()).isFalse();
        assertThat(queue.take(20_000).sender(0)).isEqualTo("last");
        assertThat(queue.isExhausted()).isTrue();
        assertThat(queue.take(20_000)).isNull();
    }

    @Test
    void aWakeBeforeTheWaitIsNotLost() throws Exception {
        queue.wake();
        queue.put(1, ByteBuffer.allocate(0));
        assertThat(queue.take(0)).isNotNull();
        long begun = System.nanoTime();
        assertThat(queue.take(60_000)).isNull();
        assertThat(System.nanoTime() - begun).isLessThan(30_000_000_000L);
    }

    private void fill() {
        for (int i = 0; i * (long) LARGEST < DatagramQueue.CAPACITY; i++) {
            queue.put(i, ByteBuffer.allocate(LARGEST));
        }
    }

    private Thread start() {
        Thread waiting = new Thread(() -> {
            try {
                queue.awaitRoom();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        waiting.start();
        return waiting;
    }
}
