package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event.Reason;
import dev.earshot.net.FaultyProxy.Fault;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server reports and sends is the same behind a bad network (matrix row B17); an end is told as what it is. */
class FaultyProxyTest {
    private static final Fault NONE = FaultyProxy.NONE;

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("latency of 2 s", FaultyProxy.latency(2_000), 5_000),
                Arguments.of("1 KB/s", FaultyProxy.bandwidth(1_024), 1_500),
                Arguments.of("slices of 1 byte", FaultyProxy.slicer(1, 0), 20_000),
                Arguments.of("slices of 7 bytes with pauses", FaultyProxy.slicer(7, 200), 5_000),
                Arguments.of("slow close", FaultyProxy.slowClose(500), 100_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void theBytesAreTheSameInBothDirections(String name, Fault fault, int size) throws Exception {
        byte[] question = bytes(size);
        byte[] answer = bytes(size + 1);
        try (Rig rig = new Rig();
                FaultyProxy proxy = new FaultyProxy(rig.address, fault, fault);
                Socket client = connect(proxy)) {
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            client.getOutputStream().write(question);
            assertThat(rig.sink.awaitBytes(peer, size)).isEqualTo(question);
            assertThat(rig.server.conversations().send(peer, answer, Origin.PERSON))
                    .isTrue();
            assertThat(client.getInputStream().readNBytes(answer.length)).isEqualTo(answer);
            client.shutdownOutput();
            assertThat(rig.sink.await(Event.FinishedSending.class).peer()).isEqualTo(peer);
        }
    }

    @Test
    void allBytesBeforeALimitAreReportedAndThenAnOrderlyEnd() throws Exception {
        byte[] bytes = bytes(50_000);
        try (Rig rig = new Rig();
                FaultyProxy proxy = new FaultyProxy(rig.address, FaultyProxy.limitData(12_345), NONE);
                Socket client = connect(proxy)) {
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            write(client, bytes);
            assertThat(rig.sink.awaitLeft(peer).why()).isNotEqualTo(Reason.RESET_BY_PEER);
            assertThat(rig.sink.bytesFrom(peer)).isEqualTo(Arrays.copyOf(bytes, 12_345));
        }
    }

    @Test
    void aResetInTheMiddleIsToldAsAReset() throws Exception {
        byte[] bytes = bytes(50_000);
        try (Rig rig = new Rig();
                FaultyProxy proxy = new FaultyProxy(rig.address, FaultyProxy.resetPeer(9_999), NONE);
                Socket client = connect(proxy)) {
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            write(client, bytes);
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Reason.RESET_BY_PEER);
            byte[] reported = rig.sink.bytesFrom(peer);
            assertThat(reported).isEqualTo(Arrays.copyOf(bytes, reported.length));
        }
    }

    @Test
    void aConnectionThatPassesNothingEndsWithNothing() throws Exception {
        try (Rig rig = new Rig();
                FaultyProxy proxy = new FaultyProxy(rig.address, FaultyProxy.timeout(300), NONE);
                Socket client = connect(proxy)) {
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            write(client, bytes(100));
            rig.sink.awaitLeft(peer);
            assertThat(rig.sink.bytesFrom(peer)).isEmpty();
        }
    }

    @Test
    void aSlowReaderBehindTheProxyHoldsUpNobodyElse() throws Exception {
        byte[] answer = bytes(3_000);
        try (Rig rig = new Rig();
                FaultyProxy slow = new FaultyProxy(rig.address, NONE, FaultyProxy.bandwidth(1_024));
                Socket behind = connect(slow)) {
            Peer slowPeer = rig.sink.await(Event.Joined.class).peer();
            Socket direct = rig.connect();
            Peer quickPeer = rig.peer(direct);
            for (Peer peer : new Peer[] {slowPeer, quickPeer}) {
                assertThat(rig.server.conversations().send(peer, answer, Origin.PERSON))
                        .isTrue();
            }
            assertThat(direct.getInputStream().readNBytes(answer.length)).isEqualTo(answer);
            assertThat(behind.getInputStream().readNBytes(answer.length)).isEqualTo(answer);
        }
    }

    private static Socket connect(FaultyProxy proxy) throws Exception {
        Socket client = new Socket(proxy.address().getAddress(), proxy.address().getPort());
        client.setSoTimeout(30_000);
        return client;
    }

    /** Writes until the proxy ends the connection, or all. */
    private static void write(Socket client, byte[] bytes) {
        try {
            OutputStream out = client.getOutputStream();
            for (int at = 0; at < bytes.length; at += 1_000) {
                out.write(bytes, at, Math.min(1_000, bytes.length - at));
            }
        } catch (java.io.IOException e) {
            // the proxy was quicker
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(17).nextBytes(bytes);
        return bytes;
    }
}
