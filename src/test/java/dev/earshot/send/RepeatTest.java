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
    private final Peer one = FakeOutlet.peer(1);
    private final Peer two = FakeOutlet.peer(2);
    private final FakeOutlet outlet = new FakeOutlet(one, two);

    @Test
    void aTickThatComesLateIsNotFollowedByABurst() {
        FixedRate ticks = new FixedRate(1_000, 100);
        ticks.done(1_010);
        assertThat(ticks.due()).isEqualTo(1_100);
        ticks.done(1_199);
        assertThat(ticks.due()).isEqualTo(1_200);
        ticks.done(1_200); // as long as a whole period
        assertThat(ticks.due()).isEqualTo(1_300);
        ticks.done(5_555);
        assertThat(ticks.due()).isEqualTo(5_600);
    }

    @Test
    void everybodyIsWhoIsThereAtThatMoment() throws Problem {
        Repeat repeat = repeat(Receivers.EVERYBODY);
        repeat.tick();
        outlet.leave(one);
        outlet.there.add(FakeOutlet.peer(3));
        repeat.tick();
        assertThat(outlet.sent).containsExactly("1 repeat: ping", "2 repeat: ping", "2 repeat: ping", "3 repeat: ping");
        assertThat(repeat.times()).isEqualTo(2);
    }

    @Test
    void withNobodyThereEverybodyIsWaitedFor() throws Problem {
        Repeat repeat = repeat(Receivers.EVERYBODY);
        outlet.there.clear();
        repeat.tick();
        assertThat(repeat.times()).isZero();
        outlet.there.add(two);
        repeat.tick();
        assertThat(outlet.sent).containsExactly("2 repeat: ping");
    }

    @Test
    void itEndsWhenTheChosenOnesAreGone() throws Problem {
        Repeat repeat = repeat(new Receivers(List.of(one, two)));
        outlet.leave(one);
        repeat.tick();
        assertThat(outlet.sent).containsExactly("2 repeat: ping");
        outlet.leave(two);
        Problem problem = catchThrowableOfType(Problem.class, repeat::tick);
        assertThat(problem.key()).isEqualTo("problem.send.repeat.gone");
    }

    @Test
    void itEndsWithTheEndpoint() {
        outlet.open = false;
        Problem problem = catchThrowableOfType(
                Problem.class, () -> repeat(Receivers.EVERYBODY).tick());
        assertThat(problem.key()).isEqualTo("problem.send.closed");
    }

    @Test
    void whoDoesNotTakeItIsLeftOutAndCounted() throws Problem {
        Repeat repeat = repeat(Receivers.EVERYBODY);
        outlet.deaf.add(one);
        repeat.tick();
        repeat.tick();
        assertThat(outlet.sent).containsExactly("2 repeat: ping", "2 repeat: ping");
        assertThat(repeat.times()).isEqualTo(2);
        assertThat(repeat.refused()).isEqualTo(2);
    }

    @Test
    void aMessageThatCannotBeWrittenInAClientsEncodingEndsIt() {
        Draft draft = Draft.EMPTY.with("😀", TextForm.TEXT, Optional.of(Encoding.GBK));
        Problem problem =
                catchThrowableOfType(Problem.class, () -> new Repeat(outlet, draft, Receivers.EVERYBODY, 1).tick());
        assertThat(problem.key()).isEqualTo("problem.text.unencodable");
        assertThat(outlet.sent).isEmpty();
    }

    @Test
    void itRunsUntilItIsStopped() {
        Repeat repeat = repeat(new Receivers(List.of(one)));
        repeat.start();
        await().until(() -> repeat.times() >= 3);
        assertThat(repeat.ended()).isFalse();
        repeat.stop();
        await().until(repeat::ended);
        assertThat(repeat.problem()).isEmpty();
        assertThat(outlet.sent).hasSize((int) repeat.times());
    }

    private Repeat repeat(Receivers receivers) {
        return new Repeat(outlet, Draft.EMPTY.with("ping", TextForm.TEXT, Optional.empty()), receivers, 1);
    }
}
