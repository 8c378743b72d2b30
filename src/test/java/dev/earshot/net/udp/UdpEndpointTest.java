package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.net.Bundles;
import dev.earshot.net.Event;
import dev.earshot.net.Event.Reason;
import dev.earshot.net.ListenFailure;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.Rig;
import dev.earshot.net.Transport;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdpEndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", "::"})
    void aSenderJoinsIsAnsweredAndLeavesWhenTheEndpointCloses(String host) throws Exception {
        UdpRig rig = new UdpRig(host, UdpLimits.STANDARD, new RecordingSink());
        DatagramSocket other = rig.other();
        rig.send(other, "你好".getBytes("GB2312"));
        Peer peer = rig.peer(other);
        assertThat(rig.sink.awaitBytes(peer, 4)).isEqualTo("你好".getBytes("GB2312"));
        assertThat(peer.transport()).isEqualTo(Transport.UDP);
        assertThat(peer.local()).isEqualTo(new InetSocketAddress(other.getLocalAddress(), rig.address.getPort()));
        assertThat(rig.endpoint.conversations().send(peer, new byte[] {1, 2}, Origin.PERSON))
                .isTrue();
        assertThat(UdpRig.receive(other)).containsExactly(1, 2);
        rig.close();
        List<Event> events = rig.sink.events();
        assertThat(events.get(0)).isEqualTo(new Event.Opened(rig.address, UdpEndpoint.KIND, ""));
        assertThat(events.get(events.size() - 2)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
        assertThat(events.get(events.size() - 1)).isEqualTo(new Event.Closed(rig.address, UdpEndpoint.KIND, ""));
        assertThat(rig.endpoint.conversations().send(peer, new byte[1], Origin.PERSON))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 65507", "::1, 65527"})
    void datagramsOfEveryLengthAreCompleteInBothDirections(String host, int most) throws Exception {
        Random random = new Random(7);
        try (UdpRig rig = new UdpRig(host, UdpLimits.STANDARD, new RecordingSink())) {
            DatagramSocket other = rig.other();
            List<byte[]> all = new ArrayList<>();
            for (int length : new int[] {0, 1, 512, 1472, 1473, 9000, 65_452, most - 1, most, 0}) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                all.add(bytes);
                rig.send(other, bytes);
                Peer peer = rig.peer(other);
                assertThat(rig.endpoint.conversations().send(peer, bytes, Origin.PERSON))
                        .isTrue();
                assertThat(UdpRig.receive(other)).isEqualTo(bytes);
                int count = all.size();
                rig.sink.await(event -> rig.sink.all(Event.Received.class).size() == count);
            }
            for (int i = 0; i < all.size(); i++) {
                assertThat(Arrays.equals(
                                rig.sink.all(Event.Received.class).get(i).buffer(), all.get(i)))
                        .isTrue();
                assertThat(Arrays.equals(
                                rig.sink.all(Event.Sending.class).get(i).buffer(), all.get(i)))
                        .isTrue();
            }
            assertThat(rig.sink.all(Event.Sending.class)).allMatch(Event.Sending::last);
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 65507", "::1, 65527"})
    void aDatagramThatIsTooLongIsRefusedAndNeverCut(String host, int most) throws Exception {
        try (UdpRig rig = new UdpRig(host, UdpLimits.STANDARD, new RecordingSink())) {
            DatagramSocket other = rig.other();
            rig.send(other, new byte[1]);
            Peer peer = rig.peer(other);
            rig.endpoint.conversations().checkLength(peer, most);
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> rig.endpoint.conversations().checkLength(peer, most + 1));
            assertThat(problem.arguments()).containsExactly(String.valueOf(most + 1), String.valueOf(most));
            assertThat(Bundles.english(problem)).contains("A datagram holds at most " + most);
            assertThat(rig.endpoint.conversations().send(peer, new byte[most + 1], Origin.PERSON))
                    .isFalse();
            assertThat(rig.sink.awaitNote(UdpNote.TOO_LONG)).isEqualTo(UdpNote.TOO_LONG.about(peer, most + 1, most));
            assertThat(rig.endpoint.conversations().send(peer, new byte[] {5}, Origin.PERSON))
                    .isTrue();
            assertThat(UdpRig.receive(other)).containsExactly(5);
        }
    }

    @Test
    void anAddedPeerJoinsAndReceives() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            DatagramSocket other = rig.other();
            InetSocketAddress there = (InetSocketAddress) other.getLocalSocketAddress();
            Peer peer = rig.endpoint.addPeer(there);
            assertThat(rig.sink.all(Event.Joined.class)).containsExactly(new Event.Joined(peer));
            assertThat(rig.endpoint.addPeer(there)).isEqualTo(peer);
            assertThat(rig.endpoint.conversations().send(peer, new byte[] {1}, Origin.PERSON))
                    .isTrue();
            assertThat(UdpRig.receive(other)).containsExactly(1);
            rig.send(other, new byte[] {2});
            assertThat(rig.sink.awaitBytes(peer, 1)).containsExactly(2);
            // Its connected socket receives nothing from others.
            DatagramSocket third = rig.other();
            rig.send(third, new byte[] {3});
            assertThat(rig.sink.awaitBytes(rig.peer(third), 1)).containsExactly(3);
            assertThat(rig.sink.all(Event.Joined.class)).hasSize(2);
        }
    }

    @Test
    void aClosedPortIsReportedOnceAndReceivingGoesOn() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            DatagramSocket gone = rig.other();
            InetSocketAddress there = (InetSocketAddress) gone.getLocalSocketAddress();
            gone.close();
            Peer peer = rig.endpoint.addPeer(there);
            rig.endpoint.conversations().send(peer, new byte[] {1}, Origin.PERSON);
            Event.Note note = rig.sink.awaitNote(UdpNote.UNREACHABLE);
            assertThat(note.peer()).isEqualTo(peer);
            for (int i = 0; i < 5; i++) {
                rig.endpoint.conversations().send(peer, new byte[] {1}, Origin.PERSON);
            }
            DatagramSocket other = rig.other();
            rig.send(other, new byte[] {7});
            assertThat(rig.sink.awaitBytes(rig.peer(other), 1)).containsExactly(7);
            try (DatagramSocket back = new DatagramSocket(there)) {
                rig.send(back, new byte[] {8});
                assertThat(rig.sink.awaitBytes(peer, 1)).containsExactly(8);
            }
            assertThat(rig.sink.all(Event.Note.class)).hasSize(1);
        }
    }

    @Test
    void thePortIsNotSharedAlthoughErrorChannelsUseIt() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", 9));
            ListenAddress same = Rig.listen("127.0.0.1", rig.address.getPort());
            RecordingSink second = new RecordingSink();
            IOException refused =
                    catchThrowableOfType(IOException.class, () -> new UdpEndpoint(same, false, () -> 1).open(second));
            assertThat(Bundles.english(ListenFailure.problem(same, refused)))
                    .isEqualTo("Port " + rig.address.getPort() + " is already in use on 127.0.0.1.");
            assertThat(second.events()).isEmpty();
        }
    }

    @Test
    void thePortIsFreeWhenItIsClosed() throws Exception {
        UdpRig rig = new UdpRig();
        rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", 9));
        rig.close();
        new DatagramSocket(rig.address).close();
        Problem problem =
                catchThrowableOfType(Problem.class, () -> rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", 9)));
        assertThat(problem.key()).isEqualTo("problem.udp.closed");
    }

    @Test
    void addressesOfAnotherFamilyAreRefused() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            Problem problem =
                    catchThrowableOfType(Problem.class, () -> rig.endpoint.addPeer(new InetSocketAddress("::1", 9)));
            assertThat(Bundles.english(problem))
                    .isEqualTo("[::1]:9 cannot be sent to from 127.0.0.1:" + rig.address.getPort()
                            + ": one is IPv4, the other IPv6; receive on :: for both.");
        }
        try (UdpRig rig = new UdpRig("::1", UdpLimits.STANDARD, new RecordingSink())) {
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", 9)));
            assertThat(problem.key()).isEqualTo("problem.udp.family");
            assertThat(rig.sink.all(Event.Joined.class)).isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyDatagramIsReceivedOrCountedAsDropped() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Received) {
                join(busy);
            }
        });
        try (UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink)) {
            DatagramSocket other = rig.other();
            int sent = 1_000;
            for (int i = 0; i < sent; i++) {
                rig.send(other, new byte[60_000]);
            }
            busy.countDown();
            sink.await(Event.Note.class, note -> note.kind() == UdpNote.DROPPED);
            await().until(() -> dropped(sink) + sink.all(Event.Received.class).size() == sent);
            assertThat(dropped(sink)).isPositive();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aBurstThatTheSystemHasNoRoomForWaitsUntilTheSinkGoesOn() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = blockedAtReceived(busy);
        try (UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink)) {
            DatagramSocket other = rig.other();
            int sent = 260; // 15.6 MB
            for (int i = 0; i < sent; i++) {
                byte[] bytes = new byte[60_000];
                bytes[0] = (byte) i;
                rig.send(other, bytes);
                await().until(() -> waitingInSystem(rig) == 0);
            }
            busy.countDown();
            await().until(() -> sink.all(Event.Received.class).size() == sent);
            for (int i = 0; i < sent; i++) {
                assertThat(sink.all(Event.Received.class).get(i).buffer()[0]).isEqualTo((byte) i);
            }
            assertThat(dropped(sink)).isZero();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatWasTakenBeforeTheEndIsReportedBeforeTheEnd() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = blockedAtReceived(busy);
        UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink);
        DatagramSocket other = rig.other();
        for (int i = 0; i < 500; i++) {
            rig.send(other, new byte[] {(byte) i});
        }
        await().until(() -> waitingInSystem(rig) == 0);
        Thread closing = new Thread(rig.endpoint::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        busy.countDown();
        closing.join();
        sink.await(Event.Closed.class);
        assertThat(sink.all(Event.Received.class)).hasSize(500);
        assertThat(sink.events().get(sink.events().size() - 2)).isInstanceOf(Event.Left.class);
        rig.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCameFromADisconnectedPeerIsReportedBeforeItLeaves() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = blockedAtReceived(busy);
        try (UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink)) {
            DatagramSocket other = rig.other();
            Peer peer = rig.endpoint.addPeer((InetSocketAddress) other.getLocalSocketAddress());
            for (int i = 0; i < 300; i++) {
                rig.send(other, new byte[] {(byte) i});
            }
            await().until(() -> waitingInSystem(rig) == 0);
            rig.endpoint.conversations().disconnect(peer);
            busy.countDown();
            sink.awaitLeft(peer);
            assertThat(sink.bytesFrom(peer)).hasSize(300);
            assertThat(sink.all(Event.Joined.class)).hasSize(1);
        }
    }

    @Test
    void theSizeOfTheReceiveBufferIsKnownWhileItIsOpen() throws Exception {
        UdpRig rig = new UdpRig();
        assertThat(rig.endpoint.receiveBuffer()).isPositive();
        rig.close();
        assertThat(rig.endpoint.receiveBuffer()).isZero();
    }

    private static RecordingSink blockedAtReceived(CountDownLatch busy) {
        return new RecordingSink(event -> {
            if (event instanceof Event.Received) {
                join(busy);
            }
        });
    }

    /** Returns the bytes that wait in the endpoint's sockets, from the fifth column of their lines (proc(5)). */
    private static long waitingInSystem(UdpRig rig) throws IOException {
        String port = String.format(":%04X", rig.address.getPort());
        return Files.readAllLines(Path.of("/proc/net/udp")).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(socket -> socket[1].endsWith(port))
                .mapToLong(socket -> Long.parseLong(socket[4].substring(socket[4].indexOf(':') + 1), 16))
                .sum();
    }

    private static long dropped(RecordingSink sink) {
        return sink.all(Event.Note.class).stream()
                .filter(note -> note.kind() == UdpNote.DROPPED)
                .mapToLong(note -> note.number(0, 0))
                .sum();
    }

    @Test
    void anIdlePeerLeavesAndComesBackAsANewPeer() throws Exception {
        try (UdpRig rig = new UdpRig("127.0.0.1", new UdpLimits(10, 1), new RecordingSink())) {
            DatagramSocket other = rig.other();
            rig.send(other, new byte[1]);
            Peer peer = rig.peer(other);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.IDLE, 0, ""));
            rig.send(other, new byte[1]);
            rig.sink.await(Event.Joined.class, joined -> joined.peer().id() == peer.id() + 1);
        }
    }

    @Test
    void thePeersThatWereIdleLongestMakeRoomForNewOnes() throws Exception {
        try (UdpRig rig = new UdpRig("127.0.0.1", new UdpLimits(4, 600_000), new RecordingSink())) {
            List<DatagramSocket> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                others.add(rig.other());
                rig.send(others.get(i), new byte[1]);
                rig.peer(others.get(i));
            }
            Peer first = rig.peer(others.get(0));
            // Datagrams to a peer count as much as datagrams from it.
            assertThat(rig.endpoint.conversations().send(first, new byte[1], Origin.PERSON))
                    .isTrue();
            UdpRig.receive(others.get(0));
            DatagramSocket fifth = rig.other();
            rig.send(fifth, new byte[1]);
            Peer second = rig.peer(others.get(1));
            assertThat(rig.sink.awaitLeft(second).why()).isEqualTo(Reason.DISPLACED);
            assertThat(rig.endpoint.conversations().send(second, new byte[1], Origin.PERSON))
                    .isFalse();
            assertThat(rig.endpoint.conversations().send(first, new byte[1], Origin.PERSON))
                    .isTrue();
            assertThat(rig.sink.all(Event.Left.class)).hasSize(1);
        }
    }

    @Test
    void aDisconnectedPeerGetsWaitingDatagramsAndIsForgotten() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            DatagramSocket other = rig.other();
            rig.send(other, new byte[1]);
            Peer peer = rig.peer(other);
            for (int i = 0; i < 10; i++) {
                assertThat(rig.endpoint.conversations().send(peer, new byte[] {(byte) i}, Origin.PERSON))
                        .isTrue();
            }
            rig.endpoint.conversations().disconnect(peer);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
            assertThat(rig.sink.bytesTo(peer)).hasSize(10);
            assertThat(rig.endpoint.conversations().send(peer, new byte[1], Origin.PERSON))
                    .isFalse();
            assertThat(rig.endpoint.conversations().waitingBytes(peer)).isZero();
        }
    }

    @Test
    void theOutboxIsBoundedAndHasRoomAgainWhenTheWriterGoesOn() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Sending) {
                join(busy);
            }
        });
        try (UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink)) {
            DatagramSocket other = rig.other();
            rig.send(other, new byte[1]);
            Peer peer = rig.peer(other);
            int accepted = 0;
            while (rig.endpoint.conversations().send(peer, new byte[1000], Origin.PERSON)) {
                accepted++;
            }
            assertThat(accepted).isBetween(900, 1048);
            assertThat(rig.endpoint.conversations().waitingBytes(peer)).isPositive();
            assertThat(rig.endpoint.conversations().awaitRoom(peer, 1000, 1)).isFalse();
            // Meanwhile other peers have room, and their datagrams are received.
            DatagramSocket third = rig.other();
            rig.send(third, new byte[1]);
            assertThat(rig.endpoint.conversations().send(rig.peer(third), new byte[1], Origin.PERSON))
                    .isTrue();
            busy.countDown();
            assertThat(rig.endpoint.conversations().awaitRoom(peer, 1000, 20_000))
                    .isTrue();
            int all = accepted;
            await().until(() -> sink.bytesTo(peer).length == all * 1000);
            await().until(() -> rig.endpoint.conversations().waitingBytes(peer) == 0);
        }
    }

    @Test
    void closingReportsUnsentBytes() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Sending) {
                join(busy);
            }
        });
        UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink);
        Peer peer = rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", 9));
        for (int i = 0; i < 3; i++) {
            rig.endpoint.conversations().send(peer, new byte[100], Origin.PERSON);
        }
        sink.await(Event.Sending.class);
        Thread closing = new Thread(rig::close);
        closing.start();
        await().until(() -> rig.endpoint.conversations().waitingBytes(peer) < 200);
        busy.countDown();
        closing.join();
        assertThat(sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 200, ""));
        assertThat(sink.events()).last().isInstanceOf(Event.Closed.class);
    }

    @Test
    void aPeerThatJoinsDuringCloseJoinsBeforeItLeaves() throws Exception {
        CountDownLatch joining = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        RecordingSink reported = new RecordingSink();
        UdpEndpoint endpoint = new UdpEndpoint(Rig.listen("127.0.0.1", 0), false, () -> 1);
        endpoint.open(event -> {
            if (event instanceof Event.Joined) {
                joining.countDown();
                join(go); // like a thread that waits for a lock
            }
            reported.on(event);
        });
        Thread calling = new Thread(() ->
                catchThrowableOfType(Problem.class, () -> endpoint.addPeer(new InetSocketAddress("127.0.0.1", 9))));
        calling.start();
        joining.await();
        Thread closing = new Thread(endpoint::close);
        closing.start();
        String reader = "udp :" + endpoint.local().getPort() + " report";
        await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                .noneMatch(one ->
                        one.getKey().getName().equals(reader) && one.getKey().getState() != Thread.State.BLOCKED));
        go.countDown();
        calling.join();
        closing.join();
        assertThat(reported.await(Event.Closed.class)).isNotNull();
        assertThat(reported.events())
                .extracting(Event::getClass)
                .containsExactly(Event.Opened.class, Event.Joined.class, Event.Left.class, Event.Closed.class);
    }

    @Test
    void closingReturnsEvenIfTheSinkBlocksAndTheRestIsReportedLater() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Received) {
                join(busy);
            }
        });
        UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink);
        DatagramSocket other = rig.other();
        rig.send(other, new byte[1]);
        sink.await(Event.Received.class);
        Thread closing = new Thread(rig.endpoint::close);
        closing.start();
        closing.join(20_000);
        assertThat(closing.isAlive()).isFalse();
        assertThat(sink.all(Event.Closed.class)).isEmpty();
        busy.countDown();
        sink.await(Event.Closed.class);
        assertThat(sink.all(Event.Left.class)).hasSize(1);
        new DatagramSocket(rig.address).close();
        rig.close();
    }

    @Test
    void aDatagramThatTheSystemRefusesIsReported() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            // There is no such port (RFC 768).
            Peer peer = rig.endpoint.addPeer(new InetSocketAddress("127.0.0.1", 0));
            rig.endpoint.conversations().send(peer, new byte[12], Origin.PERSON);
            Event.Note note = rig.sink.awaitNote(UdpNote.NOT_SENT);
            assertThat(note.peer()).isEqualTo(peer);
            assertThat(note.arguments().get(0)).isEqualTo("12");
            assertThat(note.arguments().get(1)).isNotBlank();
        }
    }

    @Test
    void theDatagramsOfManyPeersAreNotMixed() throws Exception {
        try (UdpRig rig = new UdpRig()) {
            List<DatagramSocket> others = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                others.add(rig.other());
            }
            for (int round = 0; round < 20; round++) {
                for (int i = 0; i < 50; i++) {
                    rig.send(others.get(i), new byte[] {(byte) i, (byte) round});
                }
                // Only a few at a time, so that none is dropped however late the reader gets a processor.
                rig.sink.awaitBytes(rig.peer(others.get(49)), 2 * round + 2);
            }
            for (int i = 0; i < 50; i++) {
                byte[] all = rig.sink.awaitBytes(rig.peer(others.get(i)), 40);
                for (int round = 0; round < 20; round++) {
                    assertThat(all[2 * round]).isEqualTo((byte) i);
                    assertThat(all[2 * round + 1]).isEqualTo((byte) round);
                }
            }
        }
    }

    @Test
    void aSinkThatThrowsStillGetsLeftAndClosed() throws Exception {
        RecordingSink sink = new RecordingSink(event -> {
            if (event instanceof Event.Received || event instanceof Event.Sending || event instanceof Event.Left) {
                throw new IllegalStateException("a mistake");
            }
        });
        UdpRig rig = new UdpRig("127.0.0.1", UdpLimits.STANDARD, sink);
        DatagramSocket other = rig.other();
        rig.send(other, new byte[1]);
        rig.send(other, new byte[1]);
        Peer peer = rig.peer(other);
        sink.awaitBytes(peer, 2);
        rig.endpoint.conversations().send(peer, new byte[1], Origin.PERSON);
        sink.awaitNote(UdpNote.NOT_SENT);
        rig.close();
        assertThat(sink.all(Event.Left.class)).hasSize(1);
        assertThat(sink.all(Event.Closed.class)).hasSize(1);
    }

    @Test
    void aClosedEndpointLeavesNoThreadBehind() throws Exception {
        UdpRig rig = new UdpRig();
        rig.close();
        String name = "udp :" + rig.address.getPort();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith(name)));
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
