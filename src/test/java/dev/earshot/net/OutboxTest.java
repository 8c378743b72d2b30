package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox(() -> true);

    @Test
    void bytesCountUntilTheSystemHasTakenThem() throws Exception {
        assertThat(outbox.offer(of(new byte[Outbox.CAPACITY - 1]))).isTrue();
        assertThat(outbox.offer(of(new byte[2]))).isFalse();
        assertThat(outbox.offer(of(new byte[1]))).isTrue();
        assertThat(outbox.waitingBytes()).isEqualTo(Outbox.CAPACITY);
        assertThat(outbox.take().bytes()).hasSize(Outbox.CAPACITY - 1);
        assertThat(outbox.offer(of(new byte[1]))).isFalse();
        outbox.taken(1000);
        assertThat(outbox.offer(of(new byte[1000]))).isTrue();
    }

    @Test
    void anEmptyOutboxTakesALargePasteWhole() {
        assertThat(outbox.offer(of(new byte[3 * Outbox.CAPACITY]))).isTrue();
        assertThat(outbox.offer(of(new byte[1]))).isFalse();
        assertThat(outbox.offer(of(new byte[0]))).isFalse();
    }

    @Test
    void finishRefusesNewBytesAndStillGivesOutWaitingOnes() throws Exception {
        outbox.offer(of(new byte[1]));
        outbox.offer(of(new byte[2]));
        outbox.finish();
        assertThat(outbox.offer(of(new byte[1]))).isFalse();
        assertThat(outbox.take().bytes()).hasSize(1);
        assertThat(outbox.take().bytes()).hasSize(2);
        assertThat(outbox.take()).isNull();
    }

    @Test
    void onlyTheLastWriterReachesTheEndEvenIfAnEarlierOneAsksLate() {
        outbox.offer(of(new byte[1]));
        outbox.take();
        outbox.taken(1);
        assertThat(outbox.take()).as("the first writer ends").isNull();
        outbox.offer(of(new byte[2]));
        assertThat(outbox.finish()).as("there is another one").isTrue();
        assertThat(outbox.isFinished()).as("its bytes are still to go").isFalse();
        assertThat(outbox.take().bytes()).hasSize(2);
        assertThat(outbox.isFinished()).isFalse();
        outbox.taken(2);
        assertThat(outbox.take()).isNull();
        assertThat(outbox.isFinished()).isTrue();
    }

    @Test
    void closeGivesNothingOutAndCountsTheRest() throws Exception {
        outbox.offer(of(new byte[5]));
        outbox.close();
        outbox.finish();
        assertThat(outbox.take()).isNull();
        assertThat(outbox.waitingBytes()).isEqualTo(5);
    }

    @Test
    void aWriterIsStartedForTheFirstBytesAndAgainAfterTheQueueWasEmpty() {
        AtomicInteger calls = new AtomicInteger();
        Outbox outbox = new Outbox(() -> calls.incrementAndGet() > 0);
        outbox.offer(of(new byte[0]));
        assertThat(calls).hasValue(0);
        outbox.offer(of(new byte[1]));
        outbox.offer(of(new byte[2]));
        assertThat(outbox.take().bytes()).hasSize(1);
        outbox.offer(of(new byte[3]));
        assertThat(calls).hasValue(1);
        assertThat(outbox.take().bytes()).hasSize(2);
        assertThat(outbox.take().bytes()).hasSize(3);
        assertThat(outbox.take()).isNull();
        outbox.offer(of(new byte[4]));
        assertThat(calls).hasValue(2);
        assertThat(outbox.take().bytes()).hasSize(4);
    }

    @Test
    void withoutAWriterNothingIsAccepted() {
        AtomicBoolean any = new AtomicBoolean();
        Outbox outbox = new Outbox(any::get);
        assertThat(outbox.offer(of(new byte[5]))).isFalse();
        assertThat(outbox.waitingBytes()).isZero();
        assertThat(outbox.finish()).isFalse();
        any.set(true);
        assertThat(outbox.offer(of(new byte[5]))).isFalse();
    }

    @Test
    void finishReturnsWhetherAWriterIsActive() {
        outbox.offer(of(new byte[1]));
        assertThat(outbox.finish()).isTrue();
        assertThat(outbox.take().bytes()).hasSize(1);
        assertThat(outbox.finish()).isTrue();
        assertThat(outbox.take()).isNull();
        assertThat(outbox.isFinished()).isTrue();
        assertThat(outbox.finish()).isFalse();
        outbox.close();
        assertThat(outbox.isFinished()).isFalse();
    }

    @Test
    void awaitWriterWaitsUntilTheWriterEnds() throws Exception {
        outbox.awaitWriter();
        outbox.offer(of(new byte[1]));
        outbox.close();
        CompletableFuture<Void> taken = awaiting(outbox);
        assertThat(taken).isNotDone();
        assertThat(outbox.take()).isNull();
        taken.get(20, TimeUnit.SECONDS);
        Outbox failing = new Outbox(() -> true);
        failing.offer(of(new byte[1]));
        CompletableFuture<Void> ended = awaiting(failing);
        assertThat(ended).isNotDone();
        failing.endWriter();
        ended.get(20, TimeUnit.SECONDS);
    }

    @Test
    void closesOnlyAfterTheQuietTimeThatFollowsTheLastBytes() throws Exception {
        outbox.offer(of(new byte[5]));
        CompletableFuture<Void> quiet = closing(200);
        outbox.take();
        long before = System.nanoTime();
        outbox.taken(5);
        quiet.get(20, TimeUnit.SECONDS);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(outbox.offer(of(new byte[1]))).isFalse();
    }

    @Test
    void finishingOrClosingEndsTheQuietAtOnce() throws Exception {
        CompletableFuture<Void> quiet = closing(Integer.MAX_VALUE);
        outbox.finish();
        quiet.get(20, TimeUnit.SECONDS);
        Outbox full = new Outbox(() -> true);
        full.offer(of(new byte[1]));
        full.close();
        assertThat(full.closeWhenQuiet(() -> HalfClose.NEVER, () -> false)).isEqualTo(-1);
    }

    private static CompletableFuture<Void> awaiting(Outbox outbox) {
        return CompletableFuture.runAsync(() -> {
            try {
                outbox.awaitWriter();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private CompletableFuture<Void> closing(int quietMillis) {
        return CompletableFuture.runAsync(() -> {
            try {
                outbox.closeWhenQuiet(() -> quietMillis, () -> false);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void waitingForRoomEndsAsSoonAsThereIsSome() throws Exception {
        outbox.offer(of(new byte[Outbox.CAPACITY]));
        assertThat(outbox.awaitRoom(1, 1)).as("full").isFalse();
        FutureTask<Boolean> waits = new FutureTask<>(() -> outbox.awaitRoom(1000, 60_000));
        Thread thread = new Thread(waits);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        outbox.take();
        outbox.taken(999);
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        outbox.taken(1);
        assertThat(waits.get()).isTrue();
        outbox.offer(of(new byte[2000]));
        outbox.close();
        assertThat(outbox.awaitRoom(1000, 60_000)).as("closed").isFalse();
    }

    @Test
    void shortSendsAreBoundedByTheirNumber() {
        for (int i = 0; i < Outbox.MOST_SENDS; i++) {
            assertThat(outbox.offer(of(new byte[1]))).isTrue();
        }
        assertThat(outbox.offer(of(new byte[1]))).isFalse();
        outbox.take();
        outbox.taken(1);
        assertThat(outbox.offer(of(new byte[1]))).isTrue();
    }

    private static OutgoingPiece of(byte[] bytes) {
        return new OutgoingPiece(bytes, Origin.PERSON);
    }
}
