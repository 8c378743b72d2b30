package dev.earshot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefreshTest {
    private static final int PAUSE_MILLIS = 20;

    @Test
    void manyRequestsBecomeFewRunsAndTheLastChangeIsSeen() throws InterruptedException {
        AtomicLong value = new AtomicLong();
        AtomicLong seen = new AtomicLong();
        AtomicInteger runs = new AtomicInteger();
        Refresh refresh = new Refresh(PAUSE_MILLIS, () -> {
            runs.incrementAndGet();
            seen.set(value.get());
        });
        long begin = System.nanoTime();
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 50_000; k++) {
                    value.incrementAndGet();
                    refresh.request();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        await().untilAsserted(() -> assertThat(seen).hasValue(200_000));
        // A timer of whole milliseconds may be one early.
        long pauses = (System.nanoTime() - begin) / ((PAUSE_MILLIS - 1) * 1_000_000L);
        assertThat(runs.get()).isLessThanOrEqualTo((int) pauses + 2);
    }

    @Test
    void aRequestDuringTheRunLeadsToAnother() {
        AtomicInteger runs = new AtomicInteger();
        Refresh[] refresh = new Refresh[1];
        refresh[0] = new Refresh(5, () -> {
            if (runs.incrementAndGet() == 1) {
                refresh[0].request();
            }
        });
        refresh[0].request();
        await().untilAsserted(() -> assertThat(runs).hasValue(2));
    }

    @Test
    void afterALongRunThePauseIsLonger() {
        List<Long> begun = new CopyOnWriteArrayList<>();
        Refresh refresh = new Refresh(5, () -> {
            begun.add(System.nanoTime());
            while (System.nanoTime() - begun.get(begun.size() - 1) < 20_000_000) {
                Thread.onSpinWait();
            }
        });
        refresh.request();
        await().untilAsserted(() -> assertThat(begun).hasSize(1));
        TestWindow.run(() -> {}); // until it is known how long it took
        refresh.request();
        await().untilAsserted(() -> assertThat(begun).hasSize(2));
        assertThat(begun.get(1) - begun.get(0)).isGreaterThan(80_000_000L);
    }
}
