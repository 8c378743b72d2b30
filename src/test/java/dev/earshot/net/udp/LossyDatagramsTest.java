package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.udp.LossyDatagrams.Rates;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each datagram that a lossy network brings is reported whole, and nothing else is. */
class LossyDatagramsTest {
    private static final int COUNT = 300;

    @ParameterizedTest
    @CsvSource({"30, 0, 0", "0, 30, 0", "0, 0, 30", "20, 20, 20"})
    void whatArrivesIsReported(int lost, int doubled, int reordered) throws Exception {
        try (UdpRig rig = new UdpRig();
                LossyDatagrams network = new LossyDatagrams(rig.address, new Rates(lost, doubled, reordered), 5)) {
            DatagramSocket other = rig.other();
            for (int i = 0; i < COUNT; i++) {
                send(other, network, i);
                awaitArrival(rig, network, i + 1);
            }
            int whole = COUNT - network.lost();
            await().untilAsserted(() -> assertThat(numbers(rig).distinct().count())
                    .isBetween(whole - 1L, (long) whole)); // the last one may be held back
            assertThat(numbers(rig).allMatch(number -> number < COUNT)).isTrue();
            assertThat(network.lost() > 0).isEqualTo(lost > 0);
            assertThat(network.doubled() > 0).isEqualTo(doubled > 0);
            assertThat(network.reordered() > 0).isEqualTo(reordered > 0);
        }
    }

    private static IntStream numbers(UdpRig rig) {
        return rig.sink.all(Event.Received.class).stream().mapToInt(read -> {
            assertThat(read.length()).isEqualTo(2);
            return (read.buffer()[0] & 0xFF) << 8 | read.buffer()[1] & 0xFF;
        });
    }

    private static void send(DatagramSocket from, LossyDatagrams network, int number) throws IOException {
        byte[] bytes = {(byte) (number >> 8), (byte) number};
        from.send(new DatagramPacket(bytes, bytes.length, network.address()));
    }

    /** Waits until all that was sent is reported, lost or, for one datagram, held back; so nothing overflows. */
    private static void awaitArrival(UdpRig rig, LossyDatagrams network, int sent) {
        await().until(() -> rig.sink.all(Event.Received.class).size() >= sent + network.doubled() - network.lost() - 1);
    }

    @Test
    void theAnswerComesBackThroughTheProxy() throws Exception {
        try (UdpRig rig = new UdpRig();
                LossyDatagrams network = new LossyDatagrams(rig.address, new Rates(0, 0, 0), 5)) {
            DatagramSocket other = rig.other();
            send(other, network, 7);
            Peer peer = rig.sink.await(Event.Joined.class).peer();
            assertThat(rig.endpoint.conversations().send(peer, new byte[] {1, 2}, Origin.PERSON))
                    .isTrue();
            assertThat(UdpRig.receive(other)).containsExactly(1, 2);
        }
    }
}
