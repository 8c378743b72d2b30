package dev.earshot.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Peer;
import dev.earshot.session.KeptConversation;
import dev.earshot.session.Session;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReplayTest {
    private static final byte[] BINARY = new byte[200_000];

    static {
        new Random(2).nextBytes(BINARY);
    }

    @TempDir
    private Path folder;

    private final Peer receiver = FakePeers.peer(7);
    private final FakePeers reachable = new FakePeers(receiver);
    private KeptConversation kept;
    private Session source;

    @BeforeEach
    void record() throws Exception {
        kept = KeptConversation.record(folder, "one\ntwo\n".getBytes(UTF_8), BINARY, "\nlast".getBytes(UTF_8));
        source = kept.open(Framing.LINES);
    }

    @AfterEach
    void close() {
        source.close();
    }

    private Replay start(boolean fromClient, ReplaySpeed speed) {
        Peer peer = source.clients().all().get(0).peer();
        Replay replay = new Replay(reachable, receiver, new KeptMessages(source, peer, fromClient), speed);
        replay.start();
        return replay;
    }

    private static void releaseAll(Replay replay) {
        for (long i = replay.sent(); i < replay.total(); i++) {
            replay.releaseNext();
        }
    }

    private byte[] sent() {
        return reachable
                .bytes
                .getOrDefault(receiver, new ByteArrayOutputStream())
                .toByteArray();
    }

    @Test
    void everyByteOfTheClientIsSentAgainWithTheAddressThatItCameFrom() throws InterruptedException {
        Replay replay = start(true, ReplaySpeed.FULL);
        replay.awaitEnd();
        assertThat(replay.problem()).isEmpty();
        assertThat(sent())
                .startsWith("one\ntwo\n".getBytes(UTF_8))
                .endsWith("\nlast".getBytes(UTF_8))
                .hasSize(BINARY.length + 13)
                .containsSequence(BINARY);
        assertThat(replay.sent()).isEqualTo(replay.total()).isGreaterThan(3);
        assertThat(replay.sentBytes()).isEqualTo(BINARY.length + 13);
        assertThat(reachable.sent.get(0)).isEqualTo("7 replay " + kept.client() + ": one\n");
    }

    @Test
    void theOtherSideIsWhatWasSentToTheClient() throws InterruptedException {
        start(false, ReplaySpeed.FULL).awaitEnd();
        assertThat(new String(sent(), UTF_8)).isEqualTo("one\ntwo\n");
    }

    @Test
    void eachMessageWaitsForAPersonIfThatIsWanted() {
        Replay replay = start(true, ReplaySpeed.BY_HAND);
        await().until(() -> replay.total() > 0);
        assertThat(replay.sent()).isZero();
        replay.releaseNext();
        await().until(() -> replay.sent() == 1);
        replay.releaseNext();
        await().until(() -> replay.sent() == 2);
        assertThat(new String(sent(), UTF_8)).isEqualTo("one\ntwo\n");
        replay.stop();
        await().until(replay::isEnded);
        assertThat(replay.problem()).isEmpty();
        assertThat(replay.sent()).isEqualTo(2);
    }

    @Test
    void aPausedReplaySendsNothingUntilItGoesOn() throws InterruptedException {
        reachable.deaf.add(receiver);
        Replay replay = start(true, ReplaySpeed.FULL);
        await().until(replay::isWaitingForRoom);
        replay.pause(true);
        reachable.deaf.clear();
        await().until(() -> replay.sent() == 1); // it was on its way
        assertThat(replay.isPaused()).isTrue();
        assertThat(replay.isEnded()).isFalse();
        replay.pause(false);
        replay.awaitEnd();
        assertThat(replay.sent()).isEqualTo(replay.total());
    }

    @Test
    void aReceiverThatDoesNotReadIsWaitedForAndNothingIsLost() throws InterruptedException {
        reachable.deaf.add(receiver);
        Replay replay = start(true, ReplaySpeed.FULL);
        await().until(replay::isWaitingForRoom);
        assertThat(replay.sent()).isZero();
        reachable.deaf.clear();
        replay.awaitEnd();
        assertThat(sent()).hasSize(BINARY.length + 13);
        assertThat(replay.isWaitingForRoom()).isFalse();
    }

    @Test
    void aReceiverThatLeavesEndsItAndIsNamed() throws InterruptedException {
        Replay replay = start(true, ReplaySpeed.BY_HAND);
        replay.releaseNext();
        await().until(() -> replay.sent() == 1);
        reachable.leave(receiver);
        replay.awaitEnd();
        assertThat(replay.problem().map(Problem::key)).contains("problem.replay.left");
    }

    @Test
    void bytesThatTheReceiverDidNotTakeAreAFailure() throws InterruptedException {
        reachable.undelivered = 12;
        Replay replay = start(true, ReplaySpeed.FULL);
        replay.awaitEnd();
        assertThat(replay.problem().map(Problem::key)).contains("problem.replay.lost");
    }

    @Test
    void anotherFramingOfTheKeptMessagesEndsItInWords() throws InterruptedException {
        Replay replay = start(true, ReplaySpeed.BY_HAND);
        replay.releaseNext();
        await().until(() -> replay.sent() == 1);
        int generation = source.log().generation();
        source.log().framing().reframe(Framing.RECEIVED, why -> {});
        await().until(() -> source.log().generation() > generation);
        releaseAll(replay);
        replay.awaitEnd();
        assertThat(replay.problem().map(Problem::key)).contains("problem.replay.framing");
    }

    @Test
    void aCaptureThatWasClosedEndsItInWords() throws InterruptedException {
        Replay replay = start(true, ReplaySpeed.BY_HAND);
        replay.releaseNext();
        await().until(() -> replay.sent() == 1);
        source.close();
        releaseAll(replay);
        replay.awaitEnd();
        assertThat(replay.problem().map(Problem::key)).contains("problem.replay.capture");
    }

    @Test
    void oneThatSaidNothingCannotBeSentAgain() throws Exception {
        Peer silent = FakePeers.peer(99);
        Replay replay = new Replay(reachable, receiver, new KeptMessages(source, silent, true), ReplaySpeed.FULL);
        replay.start();
        replay.awaitEnd();
        assertThat(replay.problem().map(Problem::key)).contains("problem.replay.none");
    }
}
