package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadModeratorTest {
    private static final Peer PEER = new Peer(1, new InetSocketAddress(0), new InetSocketAddress(0));
    private static final long MILLI = 1_000_000;
    private static final long FAST = 20_000;

    private final AtomicInteger busyReaders = new AtomicInteger();
    private final List<Long> pauses = new ArrayList<>();
    private final ReadModerator moderator =
            new ReadModerator(PEER, new Sink(), busyReaders, () -> this.now, this::sleep);
    private long now;
    private int silenceMillis;

    private final class Sink implements EventSink {
        @Override
        public void on(Event event) {
            throw new AssertionError("a moderator reports nothing");
        }

        @Override
        public int silenceMillis(Peer peer) {
            return silenceMillis;
        }
    }

    private void sleep(long nanos) {
        pauses.add(nanos);
        now += nanos;
    }

    /** Reads so often, each time after waiting so long. */
    private void read(int times, int count, long blocked) {
        for (int i = 0; i < times; i++) {
            now += blocked;
            moderator.afterRead(count, blocked);
        }
    }

    @Test
    void manySmallReadsInARowArePaused() {
        read(ReadModerator.BUSY_READS - 1, 64, FAST);
        assertThat(pauses).isEmpty();
        read(3, 64, FAST);
        assertThat(pauses).containsExactly(MILLI, MILLI, MILLI);
        assertThat(busyReaders).hasValue(1);
    }

    @Test
    void fewSmallReadsInAMomentAreNot() {
        read(1_000, 64, 900_000); // 11 in each window
        assertThat(pauses).isEmpty();
    }

    @Test
    void largeReadsAreNot() {
        read(1_000, ReadModerator.SMALL_READ + 1, 0);
        assertThat(pauses).isEmpty();
    }

    @Test
    void thePauseEndsWhenThePeerIsQuiet() {
        read(ReadModerator.BUSY_READS, 64, FAST);
        pauses.clear();
        read(1, 64, ReadModerator.QUIET_NANOS);
        assertThat(pauses).isEmpty();
        assertThat(busyReaders).hasValue(0);
        read(ReadModerator.BUSY_READS - 1, 64, FAST);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aPeerThatWaitsForAnswersIsReadAtOnceHoweverFastItAsks() {
        for (int i = 0; i < 10_000; i++) {
            moderator.sent();
            read(1, 64, FAST);
        }
        assertThat(pauses).isEmpty();
        assertThat(busyReaders).hasValue(0);
    }

    @Test
    void theMoreReadersAreBusyTheLongerEachPauses() {
        busyReaders.set(24);
        read(ReadModerator.BUSY_READS, 64, FAST);
        assertThat(pauses).containsExactly(25 * ReadModerator.PAUSE_NANOS_PER_READER);
        busyReaders.set(10_000);
        pauses.clear();
        read(1, 64, FAST);
        assertThat(pauses).containsExactly(ReadModerator.LONGEST_PAUSE_NANOS);
    }

    @Test
    void aPauseIsShortBesideASilenceThatEndsMessages() {
        busyReaders.set(1_000);
        silenceMillis = 8;
        read(ReadModerator.BUSY_READS, 64, FAST);
        assertThat(pauses).containsExactly(2 * MILLI);
    }

    @Test
    void aReaderThatHasEndedIsNotBusy() {
        read(ReadModerator.BUSY_READS, 64, FAST);
        moderator.close();
        moderator.close();
        assertThat(busyReaders).hasValue(0);
    }
}
