package dev.earshot.reply;

import static dev.earshot.reply.Behaviours.of;
import static dev.earshot.reply.Behaviours.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.reply.UdpReplyRig.Other;
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

/** What goes by itself over UDP, and above all what does not. */
class AmplificationGuardTest {
    private static final int MOST = 1_000;

    private static Behaviour greeting(String text) {
        Greeting greeting = new Greeting.Greet(Template.text(text));
        return new Behaviour(new NoAnswer(), Framing.LINES, false, greeting, "", Set.of(), MOST);
    }

    private static Behaviour freely(Behaviour b) {
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
            Other other = rig.other();
            assertThat(other.say("no line ending").hear()).isEqualTo("[no line ending]");
            assertThat(other.say("two\nlines\n").hear()).isEqualTo("[two\nlines]");
            assertThat(other.say("").hear()).isEqualTo("[]");
            rig.responder.setBehaviour(of(new EchoAnswer()));
            assertThat(other.say("").hear()).isEmpty();
            assertThat(other.say(new byte[65_507]).hearBytes()).hasSize(65_507);
            await().untilAsserted(() -> assertThat(rig.counters.answers()).isEqualTo(5));
        }
    }

    @Test
    void whoeverIsEchoedGetsWhatItSentAndNoMore() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(of(new EchoAnswer()))) {
            Other other = rig.other();
            for (int i = 0; i < 50; i++) {
                assertThat(other.say("number " + i).hear()).isEqualTo("number " + i);
            }
            assertThat(rig.counters.withheld()).isZero();
        }
    }

    @Test
    void manySmallRequestsAreNeverAnsweredWithMoreBytesOrDatagramsThanTheyHad() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(reply("an answer of twenty-six bytes".substring(0, 26)))) {
            Other other = rig.other();
            Random random = new Random(7);
            int asked = 0;
            for (int i = 0; i < 400; i++) {
                byte[] request = new byte[1 + random.nextInt(11)];
                asked += request.length;
                other.say(request);
                if (i % 50 == 0) {
                    other.awaitTaken(asked); // or the system might have no room for all of them
                }
            }
            List<byte[]> answers = other.awaitRead(asked).hearAll();
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
            Other quiet = rig.other();
            quiet.say("x".repeat(10_000)).awaitRead(10_000).hearAll();
            Other talking = rig.other();
            for (int i = 0; i < 20; i++) {
                talking.say("y");
            }
            talking.awaitRead(20);
            assertThat(quiet.hearAll()).as("its one datagram has been answered").isEmpty();
        }
    }

    @Test
    void aGreetingComesWithTheFirstDatagramAndIsNoLongerThanThat() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(greeting("welcome"))) {
            Other brief = rig.other();
            assertThat(brief.say("hi").awaitRead(2).hearAll()).isEmpty();
            Other other = rig.other();
            assertThat(other.say("a long enough one").hear()).isEqualTo("welcome");
            assertThat(other.say("a second long one").awaitRead(34).hearAll()).isEmpty();
        }
    }

    @Test
    void whomAPersonHasCalledOrWrittenToOrChosenIsAnsweredFreely() throws Exception {
        try (UdpReplyRig rig = new UdpReplyRig(reply("a long answer"))) {
            Other called = rig.other();
            rig.responder.markContacted(
                    rig.endpoint.addPeer((InetSocketAddress) called.socket.getLocalSocketAddress()));
            assertThat(called.say("?").hear()).isEqualTo("a long answer");
            Other written = rig.other();
            written.say("?").awaitRead(1);
            rig.responder.sendTyped(written.peer(), "by hand".getBytes(UTF_8), () -> "");
            assertThat(written.hear()).isEqualTo("by hand");
            assertThat(written.say("?").hear()).isEqualTo("a long answer");
            Other chosen = rig.other();
            chosen.say("?").awaitRead(1);
            rig.responder.setBehaviour(
                    reply("a long answer").withOnlyPeers(Set.of(chosen.peer().id())));
            assertThat(chosen.say("?").hear()).isEqualTo("a long answer");
            rig.responder.setBehaviour(freely(reply("a long answer")));
            assertThat(rig.other().say("?").hear()).isEqualTo("a long answer");
            assertThat(rig.counters.withheld()).isEqualTo(2);
        }
    }

    @Test
    void whoIsCalledIsGreetedAndNotHungUpOn() throws Exception {
        Behaviour hangUp =
                new Behaviour(new EchoAnswer(), Framing.LINES, false, new Greeting.HangUp(), "", Set.of(), MOST);
        try (UdpReplyRig rig = new UdpReplyRig(greeting("I am APP"))) {
            Other device = rig.other();
            rig.responder.markContacted(
                    rig.endpoint.addPeer((InetSocketAddress) device.socket.getLocalSocketAddress()));
            assertThat(device.hear()).isEqualTo("I am APP");
            rig.responder.setBehaviour(hangUp);
            Other called = rig.other();
            rig.responder.markContacted(
                    rig.endpoint.addPeer((InetSocketAddress) called.socket.getLocalSocketAddress()));
            assertThat(called.say("still there").hear()).isEqualTo("still there");
            rig.other().say("not called");
            rig.awaitNotes(ReplyNote.VISITED, 1);
            rig.sink.await(Event.Left.class);
        }
    }

    private static Stream<InetAddress> many() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(one -> one.getInterfaceAddresses().stream())
                .map(InterfaceAddress::getBroadcast)
                .filter(Objects::nonNull);
    }

    @Test
    void nothingGoesByItselfToAGroupOrToEverybody() throws Exception {
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
            List<InetAddress> addresses = new ArrayList<>(many().toList());
            addresses.add(InetAddress.getByName("239.255.77.20"));
            addresses.add(InetAddress.getByName("255.255.255.255"));
            for (InetAddress address : addresses) {
                Peer group = rig.endpoint.addPeer(new InetSocketAddress(address, 9));
                rig.responder.markContacted(group);
                groups.add(group);
            }
            Other other = rig.other();
            assertThat(other.say("hello").hear()).isEqualTo("hello all");
            assertThat(other.hear()).isEqualTo("hello");
            assertThat(rig.sink.all(Event.Sending.class)).hasSize(2).noneMatch(sent -> groups.contains(sent.peer()));
            rig.responder.sendTyped(groups.get(0), new byte[] {1}, () -> "");
            await().untilAsserted(() ->
                    assertThat(rig.sink.all(Event.Sending.class)).anyMatch(sent -> groups.contains(sent.peer())));
        }
    }

    @Test
    void forwardingWaitsForNobodyAndCountsWhatWasLost() throws Exception {
        try (UdpReplyRig rig = new UdpReplyRig(of(RolesAnswer.DEFAULT), true)) {
            Other app = rig.other();
            Other device = rig.other();
            device.say("DEVICE").awaitRead(6);
            app.say("APP").awaitRead(3);
            app.say("on").awaitRead(5);
            assertThat(device.hear()).isEqualTo("on");
            int length = 60_000;
            int count = 60;
            try (AutoCloseable full = rig.holdUpSending()) {
                for (int i = 0; i < count; i++) {
                    app.say(new byte[length]).awaitTaken(5 + (i + 1) * length);
                }
                assertThat(rig.endpoint.conversations().waiting(device.peer())).isBetween(900_000L, 1024L * 1024);
                assertThat(rig.notes(ReplyNote.ANSWERS_WITHHELD)).hasSize(1);
                assertThat(rig.notes(ReplyNote.CUT_OFF)).isEmpty();
                assertThat(full).isNotNull();
            }
            Event.Note over = rig.awaitNotes(ReplyNote.ANSWERS_RESUMED, 1).get(0);
            assertThat(over.number(0, -1)).isEqualTo(count - 1024 * 1024 / (length + 64));
        }
    }

    @Test
    void anAnswerThatIsTooLongForADatagramIsSaid() throws IOException {
        try (UdpReplyRig rig = new UdpReplyRig(reply("${0}${0}"), true)) {
            rig.other().say(new byte[40_000]);
            Event.Note note = rig.awaitNotes(ReplyNote.ANSWER_FAILED, 1).get(0);
            assertThat(note.arguments()).containsExactly("reply", "problem.udp.long\t'80000\t'65507");
        }
    }
}
