package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final Peer PEER = new Peer(1, new InetSocketAddress(0), new InetSocketAddress(0));

    /** Not started: the tests call the watches themselves. */
    private final Housekeeper housekeeper = new Housekeeper();

    private final List<Event> reported = new ArrayList<>();
    private int wanted = 1;
    private boolean arrived;

    @BeforeEach
    void stop() {
        housekeeper.end();
    }

    @Test
    void bytesThatComeDuringTheReportOfASilenceWaitForItsEnd() {
        AtomicReference<SilenceWatch> watch = new AtomicReference<>();
        AtomicReference<Thread> reader = new AtomicReference<>();
        watch.set(watch(new Interested() {
            @Override
            public void on(Event event) {
                Thread arrival = new Thread(() -> {
                    watch.get().endWait();
                    reported.add(new Event.FinishedSending(PEER));
                });
                reader.set(arrival);
                arrival.start();
                while (arrival.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                reported.add(event);
            }
        }));
        watch.get().beginWait();
        reportUntilSilent(watch.get());
        join(reader.get());
        assertThat(reported).hasSize(2);
        assertThat(reported.get(0)).isInstanceOf(Event.Silent.class);
    }

    @Test
    void whileTheReaderIsBusyNothingIsReportedAndTheWatchGoesOn() {
        SilenceWatch watch = watch(new Interested());
        watch.beginWait();
        watch.endWait();
        assertThat(watch.report()).isTrue();
        assertThat(reported).isEmpty();
    }

    @Test
    void aWatchWithoutASilenceToReportEnds() {
        SilenceWatch watch = watch(new Interested());
        watch.beginWait();
        wanted = 0;
        assertThat(watch.report()).isFalse();
        wanted = 1;
        watch.close();
        assertThat(watch.report()).isFalse();
        assertThat(reported).isEmpty();
    }

    @Test
    void bytesThatWaitForTheirReaderAreNoSilence() throws Exception {
        SilenceWatch watch = watch(new Interested());
        arrived = true;
        watch.beginWait();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 5_000_000) {
            assertThat(watch.report()).isTrue();
        }
        assertThat(reported).isEmpty();
        arrived = false;
        reportUntilSilent(watch);
    }

    private void reportUntilSilent(SilenceWatch watch) {
        while (reported.isEmpty()) {
            assertThat(watch.report()).isTrue();
        }
    }

    private SilenceWatch watch(EventSink sink) {
        return new SilenceWatch(PEER, sink, () -> false, () -> arrived, housekeeper);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private class Interested implements EventSink {
        @Override
        public void on(Event event) {
            reported.add(event);
        }

        @Override
        public int silenceMillis(Peer peer) {
            return wanted;
        }
    }
}
