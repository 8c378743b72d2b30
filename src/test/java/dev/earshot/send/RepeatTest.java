package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private final Peer one = FakePeers.peer(1);
    private final Peer two = FakePeers.peer(2);
    private final FakePeers reachable = new FakePeers(one, two);

    @Test
    void aLateTickIsNotFollowedByABurst() {
        FixedRate ticks = new FixedRate(1_000, 100);
        ticks.finishTick(1_010);
        assertThat(ticks.due()).isEqualTo(1_100);
        ticks.finishTick(1_199);
        assertThat(ticks.due()).isEqualTo(1_200);
        ticks.finishTick(1_200); // as long as a whole period
        assertThat(ticks.due()).isEqualTo(1_300);
        ticks.finishTick(5_555);
        assertThat(ticks.due()).isEqualTo(5_600);
    }

    @Test
    void everybodyMeansThePeersOfThatMoment() throws Problem {
        Repeat repeat = repeat(Receivers.EVERYBODY);
        repeat.tick();
        reachable.leave(one);
        reachable.there.add(FakePeers.peer(3));
        repeat.tick();
        assertThat(reachable.sent)
                .containsExactly("1 repeat: ping", "2 repeat: ping", "2 repeat: ping", "3 repeat: ping");
        assertThat(repeat.sentCount()).isEqualTo(2);
    }

    @Test
    void everybodyWaitsForTheFirstPeer() throws Problem {
        Repeat repeat = repeat(Receivers.EVERYBODY);
        reachable.there.clear();
        repeat.tick();
        assertThat(repeat.sentCount()).isZero();
        reachable.there.add(two);
        repeat.tick();
        assertThat(reachable.sent).containsExactly("2 repeat: ping");
    }

    @Test
    void endsWhenTheChosenReceiversAreGone() throws Problem {
        Repeat repeat = repeat(new Receivers(List.of(one, two)));
        reachable.leave(one);
        repeat.tick();
        assertThat(reachable.sent).containsExactly("2 repeat: ping");
        reachable.leave(two);
        Problem problem = catchThrowableOfType(Problem.class, repeat::tick);
        assertThat(problem.key()).isEqualTo("problem.send.repeat.gone");
    }

    @Test
    void endsWithTheEndpoint() {
        reachable.open = false;
        Problem problem = catchThrowableOfType(
                Problem.class, () -> repeat(Receivers.EVERYBODY).tick());
        assertThat(problem.key()).isEqualTo("problem.send.closed");
    }

    @Test
    void aReceiverWithoutRoomIsSkippedAndCounted() throws Problem {
        Repeat repeat = repeat(Receivers.EVERYBODY);
        reachable.deaf.add(one);
        repeat.tick();
        repeat.tick();
        assertThat(reachable.sent).containsExactly("2 repeat: ping", "2 repeat: ping");
        assertThat(repeat.sentCount()).isEqualTo(2);
        assertThat(repeat.refused()).isEqualTo(2);
    }

    @Test
    void aMessageThatCannotBeWrittenInAClientsEncodingEndsIt() {
        Draft draft = Draft.EMPTY.with("😀", TextForm.TEXT, Optional.of(Encoding.GBK));
        Problem problem =
                catchThrowableOfType(Problem.class, () -> new Repeat(reachable, draft, Receivers.EVERYBODY, 1).tick());
        assertThat(problem.key()).isEqualTo("problem.text.unencodable");
        assertThat(reachable.sent).isEmpty();
    }

    @Test
    void runsUntilItIsStopped() {
        Repeat repeat = repeat(new Receivers(List.of(one)));
        repeat.start();
        await().until(() -> repeat.sentCount() >= 3);
        assertThat(repeat.isEnded()).isFalse();
        repeat.stop();
        await().until(repeat::isEnded);
        assertThat(repeat.problem()).isEmpty();
        assertThat(reachable.sent).hasSize((int) repeat.sentCount());
    }

    private Repeat repeat(Receivers receivers) {
        return new Repeat(reachable, Draft.EMPTY.with("ping", TextForm.TEXT, Optional.empty()), receivers, 1);
    }
}
