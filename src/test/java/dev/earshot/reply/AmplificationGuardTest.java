package dev.earshot.reply;

import static dev.earshot.reply.Behaviours.of;
import static dev.earshot.reply.Behaviours.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.reply.UdpReplyRig.RemoteSocket;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the automatic messages over UDP and their limits. */
class AmplificationGuardTest {
    private static final int MOST = 1_000;

    private static Behaviour greeting(String text) {
        Greeting greeting = new Greeting.Greet(Template.text(text));
        return new Behaviour(new NoAnswer(), Framing.LINES, false, greeting, "", Set.of(), MOST);
    }

    private static Behaviour unlimited(Behaviour b) {
        return new Behaviour(
                b.answer(),
                b.framing(),
                b.endsAfterAnswer(),
                b.greeting(),
                b.endOn(),
                b.onlyPeers(),
                b.mostPerSecond(),
                true);
    }

    @Test
    void eachDatagramIsAMessageWhateverTheFraming() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(reply("[${0}]"), true)) {
            RemoteSocket other = rig.openSocket();
            assertThat(other.send("no line ending").receive()).isEqualTo("[no line ending]");
            assertThat(other.send("two\nlines\n").receive()).isEqualTo("[two\nlines]");
            assertThat(other.send("").receive()).isEqualTo("[]");
            rig.responder.setBehaviour(of(new EchoAnswer()));
            assertThat(other.send("").receive()).isEmpty();
            assertThat(other.send(new byte[65_507]).receiveBytes()).hasSize(65_507);
            await().untilAsserted(() -> assertThat(rig.counters.answers()).isEqualTo(5));
        }
    }

    @Test
    void aDatagramIsAnsweredAsItCameThoughTheFramingEscapes() throws IOException, Problem {
        Behaviour slip = reply("${0}").with(Framing.parse("slip"));
        try (UdpReplyRig rig = new UdpReplyRig(slip, true)) {
            byte[] bytes = {(byte) 0xC0, 1, (byte) 0xDB, (byte) 0xDC, (byte) 0xC0};
            assertThat(rig.openSocket().send(bytes).receiveBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void anEchoSendsBackNoMoreThanCame() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(of(new EchoAnswer()))) {
            RemoteSocket other = rig.openSocket();
            for (int i = 0; i < 50; i++) {
                assertThat(other.send("number " + i).receive()).isEqualTo("number " + i);
            }
            assertThat(rig.counters.withheld()).isZero();
        }
    }

    @Test
    void manySmallRequestsGetNoMoreBytesOrDatagramsThanTheyHad() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(reply("an answer of twenty-six bytes".substring(0, 26)))) {
            RemoteSocket other = rig.openSocket();
            Random random = new Random(7);
            int asked = 0;
            for (int i = 0; i < 400; i++) {
                byte[] request = new byte[1 + random.nextInt(11)];
                asked += request.length;
                other.send(request);
                if (i % 50 == 0) {
                    other.awaitHandled(asked); // or the receive buffer might overflow
                }
            }
            List<byte[]> answers = other.awaitAnswered(asked).receiveAll();
            int got = answers.stream().mapToInt(answer -> answer.length).sum();
            assertThat(got).isPositive().isLessThanOrEqualTo(asked);
            assertThat(answers).hasSize(asked / 26);
            assertThat(rig.notes(ReplyNote.UNASKED_WITHHELD)).hasSize(1);
            Event.Note over = rig.awaitNotes(ReplyNote.UNASKED_OVER, 1).get(0);
            assertThat(over.number(0, -1)).isEqualTo(400 - answers.size());
            assertThat(rig.counters.withheld()).isEqualTo(400L - answers.size());
        }
    }

    @Test
    void oneBigRequestIsNotAnsweredWithManySmallDatagrams() throws Exception {
        try (UdpReplyRig rig = new UdpReplyRig(of(new ChatAnswer("", true)))) {
            RemoteSocket quiet = rig.openSocket();
            quiet.send("x".repeat(10_000)).awaitAnswered(10_000).receiveAll();
            RemoteSocket talking = rig.openSocket();
            for (int i = 0; i < 20; i++) {
                talking.send("y");
            }
            talking.awaitAnswered(20);
            assertThat(quiet.receiveAll())
                    .as("its one datagram has been answered")
                    .isEmpty();
        }
    }

    @Test
    void aGreetingFollowsTheFirstDatagramAndIsNoLongerThanIt() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(greeting("welcome"))) {
            RemoteSocket brief = rig.openSocket();
            assertThat(brief.send("hi").awaitAnswered(2).receiveAll()).isEmpty();
            RemoteSocket other = rig.openSocket();
            assertThat(other.send("a long enough one").receive()).isEqualTo("welcome");
            assertThat(other.send("a second long one").awaitAnswered(34).receiveAll())
                    .isEmpty();
        }
    }

    @Test
    void aPeerThatTheUserHasContactedOrSelectedIsAnsweredWithoutLimit() throws Exception {
        try (UdpReplyRig rig = new UdpReplyRig(reply("a long answer"))) {
            RemoteSocket called = rig.openSocket();
            rig.responder.markContacted(
                    rig.endpoint.addPeer((InetSocketAddress) called.socket.getLocalSocketAddress()));
            assertThat(called.send("?").receive()).isEqualTo("a long answer");
            RemoteSocket written = rig.openSocket();
            written.send("?").awaitAnswered(1);
            rig.endpoint.conversations().send(written.peer(), "by hand".getBytes(UTF_8), Origin.PERSON);
            rig.responder.handleTyped(written.peer(), () -> "");
            assertThat(written.receive()).isEqualTo("by hand");
            assertThat(written.send("?").receive()).isEqualTo("a long answer");
            RemoteSocket chosen = rig.openSocket();
            chosen.send("?").awaitAnswered(1);
            rig.responder.setBehaviour(
                    reply("a long answer").withOnlyPeers(Set.of(chosen.peer().id())));
            assertThat(chosen.send("?").receive()).isEqualTo("a long answer");
            rig.responder.setBehaviour(unlimited(reply("a long answer")));
            assertThat(rig.openSocket().send("?").receive()).isEqualTo("a long answer");
            assertThat(rig.counters.withheld()).isEqualTo(2);
        }
    }

    @Test
    void aContactedPeerIsGreetedAndNotDisconnected() throws Exception {
        Behaviour hangUp =
                new Behaviour(new EchoAnswer(), Framing.LINES, false, new Greeting.HangUp(), "", Set.of(), MOST);
        try (UdpReplyRig rig = new UdpReplyRig(greeting("I am APP"))) {
            RemoteSocket device = rig.openSocket();
            rig.responder.markContacted(
                    rig.endpoint.addPeer((InetSocketAddress) device.socket.getLocalSocketAddress()));
            assertThat(device.receive()).isEqualTo("I am APP");
            rig.responder.setBehaviour(hangUp);
            RemoteSocket called = rig.openSocket();
            rig.responder.markContacted(
                    rig.endpoint.addPeer((InetSocketAddress) called.socket.getLocalSocketAddress()));
            assertThat(called.send("still there").receive()).isEqualTo("still there");
            rig.openSocket().send("not called");
            rig.awaitNotes(ReplyNote.VISITED, 1);
            rig.sink.await(Event.Left.class);
        }
    }

    private static Stream<InetAddress> broadcastAddresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(one -> one.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getBroadcast)
                .filter(Objects::nonNull);
    }

    @Test
    void groupAndBroadcastAddressesGetNothingAutomatically() throws Exception {
        Behaviour chat = new Behaviour(
                new ChatAnswer("", true),
                Framing.LINES,
                false,
                new Greeting.Greet(Template.text("hello all")),
                "",
                Set.of(),
                MOST,
                true);
        try (UdpReplyRig rig = new UdpReplyRig(chat, true)) {
            List<Peer> groups = new ArrayList<>();
            List<InetAddress> addresses = new ArrayList<>(broadcastAddresses().toList());
            addresses.add(InetAddress.getByName("239.255.77.20"));
            addresses.add(InetAddress.getByName("255.255.255.255"));
            for (InetAddress address : addresses) {
                Peer group = rig.endpoint.addPeer(new InetSocketAddress(address, 9));
                rig.responder.markContacted(group);
                groups.add(group);
            }
            RemoteSocket other = rig.openSocket();
            assertThat(other.send("hello").receive()).isEqualTo("hello all");
            assertThat(other.receive()).isEqualTo("hello");
            assertThat(rig.sink.all(Event.Sending.class)).hasSize(2).noneMatch(sent -> groups.contains(sent.peer()));
            rig.endpoint.conversations().send(groups.get(0), new byte[] {1}, Origin.PERSON);
            await().untilAsserted(() ->
                    assertThat(rig.sink.all(Event.Sending.class)).anyMatch(sent -> groups.contains(sent.peer())));
        }
    }

    @Test
    void forwardingNeverWaitsAndCountsLostDatagrams() throws Exception {
        try (UdpReplyRig rig = new UdpReplyRig(of(RolesAnswer.DEFAULT), true)) {
            RemoteSocket app = rig.openSocket();
            RemoteSocket device = rig.openSocket();
            device.send("DEVICE").awaitAnswered(6);
            app.send("APP").awaitAnswered(3);
            app.send("on").awaitAnswered(5);
            assertThat(device.receive()).isEqualTo("on");
            int length = 60_000;
            int count = 60;
            try (AutoCloseable full = rig.holdUpSending()) {
                for (int i = 0; i < count; i++) {
                    app.send(new byte[length]).awaitHandled(5 + (i + 1) * length);
                }
                assertThat(rig.endpoint.conversations().waitingBytes(device.peer()))
                        .isBetween(900_000L, 1024L * 1024);
                assertThat(rig.notes(ReplyNote.ANSWERS_WITHHELD)).hasSize(1);
                assertThat(rig.notes(ReplyNote.CUT_OFF)).isEmpty();
                assertThat(full).isNotNull();
            }
            Event.Note over = rig.awaitNotes(ReplyNote.ANSWERS_RESUMED, 1).get(0);
            assertThat(over.number(0, -1)).isEqualTo(count - 1024 * 1024 / (length + 64));
        }
    }

    @Test
    void anAnswerTooLongForADatagramIsNoted() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(reply("${0}${0}"), true)) {
            rig.openSocket().send(new byte[40_000]);
            Event.Note note = rig.awaitNotes(ReplyNote.ANSWER_FAILED, 1).get(0);
            assertThat(note.arguments()).containsExactly("reply", "problem.udp.long\t'80000\t'65507");
        }
    }
}
