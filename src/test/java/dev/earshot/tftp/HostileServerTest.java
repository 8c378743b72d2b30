package dev.earshot.tftp;

import static dev.earshot.tftp.FakeServer.data;
import static dev.earshot.tftp.FakeServer.error;
import static dev.earshot.tftp.FakeServer.optionAck;
import static dev.earshot.tftp.FakeServer.part;
import static dev.earshot.tftp.Fetch.NEVER;
import static dev.earshot.tftp.Fetch.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.earshot.tftp.TftpPacket.Ack;
import dev.earshot.tftp.TftpPacket.Failure;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests strangers, duplicates and servers that break the rules: no wrong byte is written, and each end has a reason.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileServerTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void aStrangerGetsErrorFiveAndTheTransferGoesOn(String address) throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket(address)) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(data(1, part(bytes(600), 1)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            for (byte[] packet : new byte[][] {data(2, bytes(7)), {0}, {}, {0, 9, 1, 1}, optionAck("tsize", "7")}) {
                server.send(stranger, packet);
                assertThat(server.nextPacket(stranger)).isEqualTo(new Failure(5, "unknown transfer"));
            }
            server.send(data(2, part(bytes(600), 2)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(600));
        }
    }

    @Test
    void anotherHostThatAnswersFirstIsAStrangerToo() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.2")) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(stranger, data(1, bytes(7)));
            assertThat(server.nextPacket(stranger)).isEqualTo(new Failure(5, "unknown transfer"));
            server.send(data(1, bytes(8)));
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(8));
        }
    }

    @Test
    void theProblemNamesTheOtherHostIfOnlyThatAnswers() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.2")) {
            Fetch fetch = new Fetch(new FileRequest(server.address(), "x", TransferMode.OCTET, 1_000, 0, 9, 512, true));
            server.nextRequest();
            server.send(stranger, data(1, bytes(7)));
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.elsewhere");
            assertThat(fetch.problem().arguments()).contains("127.0.0.2:" + stranger.getLocalPort());
        }
    }

    @Test
    void anErrorOfAStrangerEndsNothingAndIsNotAnswered() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.1")) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(data(1, part(bytes(513), 1)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(stranger, error(0, "go away"));
            server.send(data(2, part(bytes(513), 2)));
            assertThat(fetch.whole()).isTrue();
            stranger.setSoTimeout(50);
            assertThat(answered(server, stranger)).isFalse();
        }
    }

    private static boolean answered(FakeServer server, DatagramSocket socket) throws Exception {
        try {
            server.nextPacket(socket);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void aFloodOfStrangersIsAnsweredAHundredTimesAndDoesNotExtendTheTime() throws Exception {
        try (FakeServer server = new FakeServer();
                DatagramSocket stranger = FakeServer.socket("127.0.0.1")) {
            Fetch fetch =
                    new Fetch(new FileRequest(server.address(), "x", TransferMode.OCTET, 500, 1, 1_000, 512, true));
            server.nextRequest();
            server.send(data(1, bytes(512)));
            server.nextPacket();
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                while (!enough.get()) {
                    server.sendUnchecked(stranger, data(2, new byte[9]));
                }
            });
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.stopped");
            assertThat(fetch.packets().stream().filter(line -> line.equals("> Failure[code=5, text=unknown transfer]")))
                    .hasSize(FileTransfer.MOST_STRANGERS);
            enough.set(true);
            flood.join();
        }
    }

    @Test
    void aDuplicateIsWrittenOnceAndDoesNotDoubleTheAcknowledgements() throws Exception {
        byte[] file = bytes(512 * 40 + 3);
        try (FakeServer server = new FakeServer()) {
            long begun = System.nanoTime();
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            int acks = 0;
            server.send(data(1, part(file, 1)));
            for (int last = 0; last < 41; acks++) {
                // Every acknowledgement, also of an old block, is answered with the next block, and each goes twice.
                last = ((Ack) server.nextPacket()).block();
                for (int i = 0; last < 41 && i < 2; i++) {
                    server.send(data(last + 1, part(file, last + 1)));
                }
            }
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
            long pauses = (System.nanoTime() - begun) / BlockReceiver.REPEAT_NANOS;
            assertThat(acks).isBetween(41, 41 + (int) pauses);
        }
    }

    @Test
    void endlessDuplicatesDoNotExtendTheTime() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch =
                    new Fetch(new FileRequest(server.address(), "x", TransferMode.OCTET, 500, 1, 1_000, 512, true));
            server.nextRequest();
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                while (!enough.get()) {
                    server.sendUnchecked(server.transferSocket, data(1, bytes(512)));
                }
            });
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.stopped");
            enough.set(true);
            flood.join();
        }
    }

    @Test
    void anOldBlockThatComesLateIsIgnored() throws Exception {
        byte[] file = bytes(512 * 3);
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            for (int block = 1; block <= 4; block++) {
                for (int old = 1; old < block; old++) {
                    server.send(data(old, bytes(5)));
                }
                server.send(data(block, part(file, block)));
                server.nextPacket();
            }
            assertThat(fetch.whole()).isTrue();
            assertThat(fetch.file.toByteArray()).isEqualTo(file);
        }
    }

    static Stream<Arguments> rulesBroken() {
        return Stream.of(
                arguments("block 0", data(0, bytes(512)), "problem.tftp.block", 4),
                arguments("a skipped block", data(3, bytes(512)), "problem.tftp.block", 4),
                arguments("a block far ahead", data(32_000, bytes(512)), "problem.tftp.block", 4),
                arguments("a block from before the first", data(65_535, bytes(512)), "problem.tftp.block", 4),
                arguments("too long a block", data(2, bytes(513)), "problem.tftp.block.length", 4),
                arguments("the longest block", data(2, bytes(65_000)), "problem.tftp.block.length", 4),
                arguments("an acknowledgement", new byte[] {0, 4, 0, 1}, "problem.tftp.packet", 4),
                arguments("a request", new byte[] {0, 1, 'a', 0, 'b', 0}, "problem.tftp.packet", 4),
                arguments("an empty packet", new byte[0], "problem.tftp.packet", 4),
                arguments("half a block number", new byte[] {0, 3, 0}, "problem.tftp.packet", 4),
                arguments("an unknown opcode", new byte[] {0, 7, 0, 0}, "problem.tftp.packet", 4),
                arguments("an opcode of two bytes", new byte[] {1, 3, 0, 2, 'x'}, "problem.tftp.packet", 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesBroken")
    void aPacketAgainstTheRulesGetsAnErrorAndIsNotWritten(String what, byte[] packet, String key, int code)
            throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(data(1, bytes(512)));
            assertThat(server.nextPacket()).isEqualTo(new Ack(1));
            server.send(packet);
            assertThat(((Failure) server.nextPacket()).code()).isEqualTo(code);
            assertThat(fetch.problem().key()).isEqualTo(key);
            assertThat(fetch.file.toByteArray()).isEqualTo(bytes(512));
        }
    }

    static Stream<Arguments> optionsBroken() {
        return Stream.of(
                arguments("another option", optionAck("windowsize", "64"), "problem.tftp.option.unasked"),
                arguments("another block size", optionAck("blksize", "1024"), "problem.tftp.option.unasked"),
                arguments("two file sizes", optionAck("tsize", "1", "TSIZE", "2"), "problem.tftp.packet"),
                arguments("an option without a value", optionAck("tsize"), "problem.tftp.packet"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionsBroken")
    void optionsThatNobodyAskedForEndTheTransferIfTheyChangeIt(String what, byte[] packet, String key)
            throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1 << 20, 512, false));
            assertThat(server.nextRequest().options()).isEmpty();
            server.send(packet);
            assertThat(server.nextPacket()).isInstanceOf(Failure.class);
            assertThat(fetch.problem().key()).isEqualTo(key);
        }
    }

    @Test
    void anEndlessFileStopsAtTheLimitAndNoByteBeyondItIsWritten() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1_200, 512, true));
            server.nextRequest();
            for (int block = 1; block <= 2; block++) {
                server.send(data(block, bytes(512)));
                assertThat(server.nextPacket()).isEqualTo(new Ack(block));
            }
            server.send(data(3, bytes(512)));
            assertThat(((Failure) server.nextPacket()).code()).isEqualTo(3);
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.large");
            assertThat(fetch.file.size()).isEqualTo(1_024);
        }
    }

    @Test
    void aFileAnnouncedAsTooLargeIsNotFetched() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(Fetch.request(server, NEVER, 1_200, 512, true));
            server.nextRequest();
            server.send(optionAck("tsize", "1201"));
            assertThat(((Failure) server.nextPacket()).code()).isEqualTo(3);
            assertThat(fetch.problem().key()).isEqualTo("problem.tftp.large.said");
        }
    }

    @Test
    void anAnnouncedSizeOfZeroMeansUnknown() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Fetch fetch = new Fetch(server, NEVER);
            server.nextRequest();
            server.send(optionAck("tsize", "0"));
            server.nextPacket();
            server.send(data(1, bytes(20)));
            assertThat(fetch.whole()).isTrue();
        }
    }
}
