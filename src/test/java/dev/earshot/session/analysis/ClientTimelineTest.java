package dev.earshot.session.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.analysis.ClientLane.MarkKind;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timeline has a lane for each client, with what it sent and how it left. */
class ClientTimelineTest {
    @TempDir
    private Path folder;

    @Test
    void eachClientHasALane() throws Exception {
        try (AnalysedSession live = new AnalysedSession(folder);
                ClientTimeline timeline = ClientTimeline.start(live.session)) {
            Socket first = live.connect();
            Socket second = live.connect();
            live.say(first, "hello\n");
            live.say(second, "one\ntwo\n");
            await().until(() -> timeline.size() == 3 && timeline.lane(2).received() == 8);
            assertThat(timeline.lane(0).peer()).isNull();
            assertThat(timeline.lane(0).marks())
                    .extracting(ClientLane.Mark::kind)
                    .containsExactly(MarkKind.OPENED);
            ClientLane lane = timeline.lane(1);
            assertThat(Addresses.port(lane.peer().remote())).isEqualTo(first.getLocalPort());
            assertThat(lane.received()).isEqualTo(6);
            assertThat(lane.hasLeft()).isFalse();
            assertThat(Arrays.stream(lane.activity().steps().bytes()).sum()).isEqualTo(6);

            second.setSoLinger(true, 0); // closing resets the connection
            second.close();
            first.close();
            await().until(() -> lane.hasLeft() && timeline.lane(2).hasLeft());
            assertThat(lane.marks()).isEmpty();
            assertThat(timeline.lane(2).marks())
                    .extracting(ClientLane.Mark::kind)
                    .containsExactly(MarkKind.RESET);
            assertThat(lane.left()).isGreaterThan(lane.joined());
        }
    }

    @Test
    void anotherFramingReadsEverythingAgain() throws Exception {
        try (AnalysedSession live = new AnalysedSession(folder);
                ClientTimeline timeline = ClientTimeline.start(live.session)) {
            Socket first = live.connect();
            live.say(first, "one\ntwo\nthree\n");
            await().until(() -> timeline.size() == 2 && timeline.lane(1).received() == 14);
            ClientLane before = timeline.lane(1);
            live.session.log().framing().reframe(Framing.RECEIVED, problem -> {});
            await().until(() -> timeline.size() == 2
                    && timeline.lane(1) != before
                    && timeline.lane(1).received() == 14);
        }
    }

    @Test
    void theStepsKeepAllBytesHoweverLongTheyBecome() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            LaneActivity activity = new LaneActivity(1_000);
            long time = 1_000;
            long all = 0;
            long longest = 1L << (20 + random.nextInt(20));
            for (int i = 0; i < 2_000; i++) {
                time += (long) (random.nextDouble() * longest);
                int count = 1 + random.nextInt(100);
                activity.add(time, count, i);
                all += count;
            }
            LaneActivity.Steps steps = activity.steps();
            assertThat(Arrays.stream(steps.bytes()).sum()).isEqualTo(all);
            assertThat(steps.bytes().length).isLessThanOrEqualTo(512);
            assertThat(steps.start() + steps.step() * steps.bytes().length).isGreaterThan(time);
            assertThat(steps.bytes()[steps.bytes().length - 1]).isPositive();
            long rowBefore = -1;
            for (int i = 0; i < steps.bytes().length; i++) {
                if (steps.bytes()[i] > 0) {
                    assertThat(steps.rows()[i]).isGreaterThan(rowBefore);
                    rowBefore = steps.rows()[i];
                }
            }
        }
    }
}
