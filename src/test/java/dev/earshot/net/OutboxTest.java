package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox();

    @Test
    void takesUpToItsCapacityAndCountsUntilTheSystemHasTaken() throws Exception {
        assertThat(outbox.offer(new byte[Outbox.CAPACITY - 1])).isTrue();
        assertThat(outbox.offer(new byte[2])).isFalse();
        assertThat(outbox.offer(new byte[1])).isTrue();
        assertThat(outbox.waiting()).isEqualTo(Outbox.CAPACITY);
        assertThat(outbox.take()).hasSize(Outbox.CAPACITY - 1);
        assertThat(outbox.offer(new byte[1])).isFalse();
        outbox.taken(1000);
        assertThat(outbox.offer(new byte[1000])).isTrue();
    }

    @Test
    void anEmptyOutboxTakesALargePasteWhole() {
        assertThat(outbox.offer(new byte[3 * Outbox.CAPACITY])).isTrue();
        assertThat(outbox.offer(new byte[1])).isFalse();
        assertThat(outbox.offer(new byte[0])).isFalse();
    }

    @Test
    void nothingComesInAfterFinishButEverythingGoesOut() throws Exception {
        outbox.offer(new byte[1]);
        outbox.offer(new byte[2]);
        outbox.finish();
        assertThat(outbox.offer(new byte[1])).isFalse();
        assertThat(outbox.take()).hasSize(1);
        assertThat(outbox.take()).hasSize(2);
        assertThat(outbox.take()).isNull();
    }

    @Test
    void nothingGoesOutAfterCloseAndTheRestIsCounted() throws Exception {
        outbox.offer(new byte[5]);
        outbox.close();
        outbox.finish();
        assertThat(outbox.take()).isNull();
        assertThat(outbox.waiting()).isEqualTo(5);
    }

    @Test
    void closesOnlyAfterTheTimeOfQuietThatFollowsTheDrain() throws Exception {
        outbox.offer(new byte[5]);
        CompletableFuture<Void> quiet = closing(200);
        outbox.take();
        long before = System.nanoTime();
        outbox.taken(5);
        quiet.get(20, TimeUnit.SECONDS);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
        assertThat(outbox.offer(new byte[1])).isFalse();
    }

    @Test
    void finishingOrClosingEndsTheQuietAtOnce() throws Exception {
        CompletableFuture<Void> quiet = closing(Integer.MAX_VALUE);
        outbox.finish();
        quiet.get(20, TimeUnit.SECONDS);
        Outbox full = new Outbox();
        full.offer(new byte[1]);
        full.close();
        full.closeWhenQuiet(Integer.MAX_VALUE);
    }

    private CompletableFuture<Void> closing(int quietMillis) {
        return CompletableFuture.runAsync(() -> {
            try {
                outbox.closeWhenQuiet(quietMillis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }
}
