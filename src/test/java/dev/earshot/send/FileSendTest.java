package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileSendTest {
    private static final byte[] CONTENT = new byte[100_001];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    private Path folder;

    private final Peer one = FakePeers.peer(1);
    private final Peer two = FakePeers.peer(2);
    private final FakePeers reachable = new FakePeers(one, two);

    @Test
    void allReceiversGetEveryByteAndEquallyFarOnesShareAPiece() throws IOException {
        FileSend sending = start(1_000, 0, one, two);
        await().until(sending::isEnded);
        assertThat(sending.problem()).isEmpty();
        assertThat(reachable.bytes.get(one).toByteArray()).isEqualTo(CONTENT);
        assertThat(reachable.bytes.get(two).toByteArray()).isEqualTo(CONTENT);
        assertThat(reachable.arrays).hasSize(101);
        assertThat(sending.sentBytes()).isEqualTo(2L * CONTENT.length).isEqualTo(sending.totalBytes());
        assertThat(reachable.sent.get(0)).startsWith("1 file data.bin: ");
    }

    @Test
    void aReceiverThatDoesNotReadHoldsUpNoOther() throws IOException {
        reachable.deaf.add(one);
        FileSend sending = start(1_000, 0, one, two);
        await().until(() ->
                reachable.bytes.containsKey(two) && reachable.bytes.get(two).size() == CONTENT.length);
        assertThat(sending.isEnded()).isFalse();
        reachable.deaf.clear();
        await().until(sending::isEnded);
        assertThat(reachable.bytes.get(one).toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void cancellingEndsIt() throws IOException {
        reachable.deaf.add(one);
        FileSend sending = start(1_000, 0, one);
        sending.stop();
        await().until(sending::isEnded);
        assertThat(sending.problem()).isEmpty();
        assertThat(sending.isStopped()).isTrue();
    }

    @Test
    void cancellingEndsAPause() throws IOException {
        FileSend sending = start(1_000, FileSend.MOST_PAUSE_MILLIS, one);
        await().until(() -> !reachable.sent.isEmpty());
        sending.stop();
        await().until(sending::isEnded);
        assertThat(reachable.sent).hasSize(1);
        assertThat(sending.sentBytes()).isEqualTo(1_000);
    }

    @Test
    void aLeavingReceiverIsReportedWithItsBytesAndTheOthersGetAll() throws IOException {
        FakePeers leaving = new FakePeers(one, two) {
            @Override
            public boolean send(Peer peer, byte[] message, Origin origin) {
                boolean taken = super.send(peer, message, origin);
                if (peer.equals(one) && bytes.get(one).size() == 5_000) {
                    leave(one);
                }
                return taken;
            }
        };
        FileSend sending = new FileSend(leaving, file(), List.of(one, two), 1_000, 0);
        sending.start();
        await().until(sending::isEnded);
        assertThat(sending.problem()).isEmpty();
        assertThat(sending.departed()).isEqualTo(1);
        assertThat(sending.firstDeparture().arguments())
                .containsExactly("127.0.0.1:50001", 5_000L, (long) CONTENT.length);
        assertThat(leaving.bytes.get(two).toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void endsWhenNoReceiverIsLeft() throws IOException {
        reachable.deaf.add(one);
        FileSend sending = start(1_000, 0, one);
        reachable.leave(one);
        await().until(sending::isEnded);
        assertThat(sending.problem().orElseThrow().key()).isEqualTo("problem.send.file.left");
    }

    @Test
    void aShrinkingFileIsReportedWithItsPosition() throws IOException {
        Path file = file();
        reachable.deaf.add(one);
        FileSend sending = new FileSend(reachable, file, List.of(one), 1_000, 0);
        sending.start();
        await().until(() -> sending.totalBytes() == CONTENT.length);
        Files.write(file, new byte[2_500]);
        reachable.deaf.clear();
        await().until(sending::isEnded);
        Problem problem = sending.problem().orElseThrow();
        assertThat(problem.key()).isEqualTo("problem.send.file.shorter");
        assertThat(problem.arguments()).containsExactly(file.toString(), 2_500L, (long) CONTENT.length);
    }

    @Test
    void aFileThatCannotBeSentIsReportedBefore() throws IOException {
        assertThat(mistake(folder)).isEqualTo("problem.file.folder");
        assertThat(mistake(folder.resolve("absent"))).isEqualTo("problem.file.missing");
        assertThat(mistake(Files.createFile(folder.resolve("empty")))).isEqualTo("problem.send.file.empty");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsRefused() {
        assertThat(mistake(Path.of("/dev/zero"))).isEqualTo("problem.file.special");
    }

    @Test
    void theRateIsThatOfTheLatestSeconds() {
        SendRate pace = new SendRate();
        assertThat(pace.secondsLeft(1_000)).isEqualTo(-1);
        pace.measure(0, 0);
        pace.measure(1_000_000_000L, 100);
        assertThat(pace.perSecond()).isEqualTo(100);
        assertThat(pace.secondsLeft(1_000)).isEqualTo(9);
        for (int second = 2; second < 10; second++) {
            pace.measure(second * 1_000_000_000L, 100);
        }
        assertThat(pace.perSecond()).isZero();
        assertThat(pace.secondsLeft(1_000)).isEqualTo(-1);
    }

    private static String mistake(Path file) {
        return catchThrowableOfType(Problem.class, () -> FileSend.checkSize(file))
                .key();
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("data.bin"), CONTENT);
    }

    private FileSend start(int chunk, int pause, Peer... peers) throws IOException {
        FileSend sending = new FileSend(reachable, file(), List.of(peers), chunk, pause);
        sending.start();
        return sending;
    }
}
