package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybackTest {
    @TempDir
    Path folder;

    /** Collects the events of a playback in short words. */
    private static final class Heard implements Playback.Listener {
        final List<String> words = new ArrayList<>();
        long lastTime;

        @Override
        public void on(Event event, long epochNanos) {
            assertThat(epochNanos).isGreaterThanOrEqualTo(lastTime);
            lastTime = epochNanos;
            if (event instanceof Event.Received e) {
                words.add(e.peer().id() + " " + new String(e.buffer(), e.offset(), e.length(), UTF_8));
            } else if (event instanceof Event.Silent e) {
                words.add(e.peer().id() + " silent " + e.blockedNanos() / 1_000_000);
            } else {
                words.add(event.getClass().getSimpleName());
            }
        }

        @Override
        public void onGap(Peer peer, boolean inbound) {
            words.add("gap " + peer.id());
        }
    }

    @Test
    void recordedEventsAreReadAgainUpToTheMomentOfItsCreation() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer one = scene.joins(1);
            scene.receives(one, "ab");
            scene.silent(one, 1_000);
            scene.receives(one, "c\n");
            scene.leaves(one);
            Playback playback = scene.journal.playback();
            assertThat(playback.progress()).isZero();
            scene.joins(2);
            Heard heard = new Heard();
            playback.run(heard);
            assertThat(heard.words).containsExactly("Joined", "1 ab", "1 silent 1000", "1 c\n", "Left");
            assertThat(playback.progress()).isOne();
        }
    }

    @Test
    void anOldCaptureIsReadAgain() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            scene.receives(scene.joins(1), "a");
        }
        try (Journal old =
                JournalFactory.open(folder.resolve("session.pcapng"), folder, Framing.LINES, (e, time) -> {})) {
            Heard heard = new Heard();
            old.playback().run(heard);
            assertThat(heard.words).contains("Joined", "1 a");
        }
    }

    @Test
    void aCancelledPlaybackGivesNoMoreEvents() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Peer one = scene.joins(1);
            for (int i = 0; i < 200; i++) {
                scene.receives(one, new byte[50_000]);
            }
            Playback playback = scene.journal.playback();
            List<Event> events = new ArrayList<>();
            playback.run(new Playback.Listener() {
                @Override
                public void on(Event event, long epochNanos) {
                    events.add(event);
                    if (events.size() == 10) {
                        playback.cancel();
                    }
                }

                @Override
                public void onGap(Peer peer, boolean inbound) {}
            });
            assertThat(events).hasSize(10);
            assertThat(playback.isCancelled()).isTrue();
            assertThat(playback.progress()).isLessThan(1);
        }
    }

    @Test
    void anEmptyCaptureEndsAtOnce() throws IOException {
        try (Scene scene = new Scene(folder, Framing.LINES)) {
            Playback playback = scene.journal.playback();
            Heard heard = new Heard();
            playback.run(heard);
            assertThat(heard.words).isEmpty();
            assertThat(playback.progress()).isOne();
        }
    }
}
