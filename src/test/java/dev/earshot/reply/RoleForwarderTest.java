package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.net.Event;
import dev.earshot.net.HalfClose;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoleForwarderTest {
    private static final Behaviour ROLES = Behaviours.of(RolesAnswer.DEFAULT);
    private static final Behaviour REPLACE =
            Behaviours.of(new RolesAnswer("APP", "DEVICE", true, Template.text("no\\n")));

    /** Connects a client that requests a role, and waits until it has it. */
    private static ReplyRig.Client connect(ReplyRig rig, String request) throws IOException {
        return requestRole(rig, rig.connect(), request);
    }

    private static ReplyRig.Client requestRole(ReplyRig rig, ReplyRig.Client client, String request)
            throws IOException {
        client.send(request + "\n");
        await().until(() -> rig.responder.roleAssigner().roleOf(client.peer()) != null);
        assertThat(rig.responder.roleAssigner().roleOf(client.peer())).hasToString(request);
        return client;
    }

    @Test
    void bytesAreForwardedBetweenTheSidesOfAPairUnchanged() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app = connect(rig, "APP 7");
            ReplyRig.Client device = rig.connect().send("DEVICE 7\nfirst");
            assertThat(app.receive("first")).as("bytes after the request").isEqualTo("first");
            app.send("half a line");
            assertThat(device.receive("half a line")).isEqualTo("half a line");
            device.send("DEVICE 8\nAPP 7\n");
            assertThat(app.receive("DEVICE 8\nAPP 7\n"))
                    .as("a role is not changed")
                    .isEqualTo("DEVICE 8\nAPP 7\n");
            assertThat(rig.sink.all(Event.Sending.class))
                    .extracting(piece -> piece.origin().text())
                    .containsOnly("forward DEVICE 7", "forward APP 7");
        }
    }

    @Test
    void eachPairGetsOnlyItsOwnBytes() throws Exception {
        int pairs = 8;
        int bytes = 2_000_000;
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            List<ReplyRig.Client> apps = new ArrayList<>();
            List<byte[]> sent = new ArrayList<>();
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < pairs; i++) {
                apps.add(connect(rig, "APP " + i));
                byte[] stream = new byte[bytes];
                new Random(i).nextBytes(stream);
                sent.add(stream);
                senders.add(connect(rig, "DEVICE " + i).sendInBackground(stream));
            }
            for (int i = 0; i < pairs; i++) {
                assertThat(apps.get(i).receive(bytes)).isEqualTo(sent.get(i));
            }
            for (Thread sender : senders) {
                sender.join();
            }
            for (ReplyRig.Client app : apps) {
                assertThat(rig.sink.bytesTo(app.peer())).hasSize(bytes);
            }
        }
    }

    @Test
    void withoutAnIdAllOfOneSideSendToAllOfTheOther() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app1 = connect(rig, "APP");
            ReplyRig.Client app2 = connect(rig, "APP");
            ReplyRig.Client paired = connect(rig, "APP 7");
            ReplyRig.Client device1 = connect(rig, "DEVICE");
            ReplyRig.Client device2 = connect(rig, "DEVICE");
            device1.send("a");
            assertThat(app1.receive("a") + app2.receive("a")).isEqualTo("aa");
            app2.send("b");
            assertThat(device1.receive("b") + device2.receive("b")).isEqualTo("bb");
            assertThat(rig.sink.bytesTo(paired.peer())).isEmpty();
            assertThat(rig.sink.bytesTo(app1.peer())).hasSize(1);
        }
    }

    @Test
    void nothingIsForwardedWithoutARoleAndARefusedPeerMayTryAgain() throws Exception {
        try (ReplyRig rig = new ReplyRig(REPLACE)) {
            ReplyRig.Client app = connect(rig, "APP");
            ReplyRig.Client device = rig.connect();
            String[] wrong = {"\n", "device\n", "DEVICE \n", "ＤＥＶＩＣＥ\n", "x".repeat(10_000) + "\n", "DEVICE\tx\n"};
            for (String request : wrong) {
                device.send(request);
                assertThat(device.receive("no\n")).isEqualTo("no\n");
            }
            device.send("DEVICE\r\nhello");
            assertThat(app.receive("hello")).isEqualTo("hello");
            assertThat(rig.sink.bytesTo(app.peer())).isEqualTo("hello".getBytes(UTF_8));
        }
    }

    @Test
    void aRoleRequestWithoutALineFeedEndsWithSilence() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app = rig.connect().send("APP 7");
            await().until(() -> rig.responder.roleAssigner().roleOf(app.peer()) != null);
            assertThat(rig.responder.roleAssigner().roleOf(app.peer())).isEqualTo(new Role("APP", "7"));
        }
    }

    @Test
    void aRoleInUseIsKeptAndBothPeersAreNoted() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app = connect(rig, "APP 7");
            ReplyRig.Client device = connect(rig, "DEVICE 7");
            ReplyRig.Client thief = rig.connect();
            for (int i = 0; i < 20; i++) {
                thief.send("DEVICE 7\n");
                assertThat(thief.receive("REFUSED DEVICE 7\r\n")).isEqualTo("REFUSED DEVICE 7\r\n");
            }
            assertThat(rig.notes(ReplyNote.ROLE_REFUSED))
                    .hasSize(8)
                    .allMatch(note -> note.peer().equals(thief.peer()));
            assertThat(rig.notes(ReplyNote.ROLE_KEPT))
                    .hasSize(8)
                    .allMatch(note -> note.peer().equals(device.peer()));
            assertThat(rig.notes(ReplyNote.ROLE_KEPT).get(0).arguments())
                    .containsExactly("127.0.0.1:" + thief.socket.getLocalPort(), "DEVICE 7");
            app.send("to the device");
            assertThat(device.receive("to the device")).isEqualTo("to the device");
            device.close();
            requestRole(rig, thief, "DEVICE 7");
        }
    }

    @Test
    void withReplaceTheHolderLosesItsRoleAndIsDisconnected() throws Exception {
        try (ReplyRig rig = new ReplyRig(REPLACE)) {
            ReplyRig.Client app = connect(rig, "APP 7");
            ReplyRig.Client old = connect(rig, "DEVICE 7");
            ReplyRig.Client fresh = connect(rig, "DEVICE 7");
            assertThat(old.receiveAll()).isEmpty();
            assertThat(rig.awaitNotes(ReplyNote.ROLE_LOST, 1).get(0).peer()).isEqualTo(old.peer());
            app.send("hello");
            assertThat(fresh.receive("hello")).isEqualTo("hello");
            assertThat(rig.sink.bytesTo(old.peer())).isEmpty();
        }
    }

    @Test
    void theRoleOfAPeerThatHasFinishedSendingGoesToTheNextThatAsks() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES, RoleForwarder.PATIENCE_MILLIS, HalfClose.UNLIMITED)) {
            ReplyRig.Client app = connect(rig, "APP 7");
            ReplyRig.Client old = connect(rig, "DEVICE 7");
            old.socket.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            app.send("still there");
            assertThat(old.receive("still there")).isEqualTo("still there");
            ReplyRig.Client fresh = connect(rig, "DEVICE 7");
            assertThat(old.receiveAll()).isEmpty();
            assertThat(rig.awaitNotes(ReplyNote.ROLE_LOST, 1).get(0).peer()).isEqualTo(old.peer());
            app.send("hello");
            assertThat(fresh.receive("hello")).isEqualTo("hello");
        }
    }

    @Test
    void theUserGivesAndTakesRoles() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app = rig.connect();
            ReplyRig.Client device = rig.connect();
            ReplyRig.Client other = rig.connect();
            rig.responder.roleAssigner().assign(app.peer(), new Role("APP", "7"));
            rig.responder.roleAssigner().assign(device.peer(), new Role("DEVICE", "7"));
            assertThatThrownBy(() -> rig.responder.roleAssigner().assign(other.peer(), new Role("APP", "7")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.role.used"));
            assertThatThrownBy(() -> rig.responder.roleAssigner().assign(other.peer(), new Role("", "7")))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> rig.responder.roleAssigner().assign(other.peer(), new Role("APP", "a\nb")))
                    .isInstanceOf(Problem.class);
            device.send("before it has said what it is");
            assertThat(app.receive("before it has said what it is")).isEqualTo("before it has said what it is");
            rig.responder.roleAssigner().assign(device.peer(), null);
            rig.responder.roleAssigner().assign(other.peer(), new Role("DEVICE", "7"));
            device.send("who am I?\n");
            assertThat(device.receive("REFUSED who am I?\r\n")).isEqualTo("REFUSED who am I?\r\n");
            other.send("me\n");
            assertThat(app.receive("me\n")).isEqualTo("me\n");
            assertThat(rig.notes(ReplyNote.ROLE_TAKEN)).hasSize(1);
            assertThat(rig.notes(ReplyNote.ROLE_GIVEN)).hasSize(3);
        }
    }

    @Test
    void aHalfRequestBeforeTheUserGivesARoleIsNotForwarded() throws Exception {
        try (ReplyRig rig = new ReplyRig(new Behaviour(
                ROLES.answer(), new SilenceFraming(60_000), false, ROLES.greeting(), "", ROLES.onlyPeers(), 0))) {
            ReplyRig.Client app = rig.connect();
            ReplyRig.Client device = rig.connect().send("DEV");
            device.awaitRead(3);
            rig.responder.roleAssigner().assign(app.peer(), new Role("APP", ""));
            rig.responder.roleAssigner().assign(device.peer(), new Role("DEVICE", ""));
            device.send("data");
            assertThat(app.receive("data")).isEqualTo("data");
            rig.responder.roleAssigner().assign(device.peer(), null);
            device.send("ICE");
            device.socket.shutdownOutput();
            assertThat(device.receiveAll()).isEqualTo("REFUSED ICE\r\n");
        }
    }

    @Test
    void bytesWithoutAPartnerAreCounted() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client device = connect(rig, "DEVICE 7");
            for (int i = 1; i <= 10; i++) {
                device.send("lost");
                device.awaitRead(9 + 4 * i);
            }
            ReplyRig.Client app = connect(rig, "APP 7");
            device.send("found");
            assertThat(app.receive("found")).isEqualTo("found");
            assertThat(rig.notes(ReplyNote.NOBODY_THERE)).hasSize(1);
            assertThat(rig.awaitNotes(ReplyNote.NOT_FORWARDED, 1).get(0).number(0, 0))
                    .isEqualTo(40);
            app.close();
            device.send("lost again");
            rig.awaitNotes(ReplyNote.NOBODY_THERE, 2);
            device.close();
            List<Event> about = rig.sink.events(device.peer());
            assertThat(about.get(about.size() - 2)).isEqualTo(ReplyNote.NOT_FORWARDED.about(device.peer(), "10"));
        }
    }

    @Test
    void bytesOfALostRoleReachNoOtherPeer() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app = rig.connectNonReader();
            requestRole(rig, app, "APP 7");
            ReplyRig.Client device = connect(rig, "DEVICE 7");
            byte[] stream = new byte[16 << 20];
            new Random(3).nextBytes(stream);
            Thread sender = device.sendInBackground(stream);
            await().until(() -> rig.server.conversations().waitingBytes(app.peer()) > 900_000);
            ReplyRig.Client next = rig.connect();
            rig.responder.roleAssigner().assign(app.peer(), null);
            rig.responder.roleAssigner().assign(next.peer(), new Role("APP", "7"));
            rig.responder.roleAssigner().assign(device.peer(), null);
            rig.server.conversations().disconnect(device.peer());
            rig.sink.awaitLeft(device.peer());
            sender.join();
            rig.server.conversations().disconnect(app.peer());
            byte[] got = app.receiveAll().getBytes(ISO_8859_1);
            assertThat(got).isNotEmpty();
            assertThat(Arrays.equals(got, 0, got.length, stream, 0, got.length))
                    .as("what the app has is the beginning of it")
                    .isTrue();
            byte[] other = rig.sink.bytesTo(next.peer());
            int at = got.length;
            assertThat(other.length == 0 || indexOf(stream, other) >= at)
                    .as("and who came after it has only what came after that")
                    .isTrue();
        }
    }

    private static int indexOf(byte[] stream, byte[] piece) {
        for (int i = 0; i + piece.length <= stream.length; i++) {
            if (Arrays.equals(stream, i, i + piece.length, piece, 0, piece.length)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void aReceiverThatReadsLateGetsEveryByteInOrder() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client app = rig.connectNonReader();
            requestRole(rig, app, "APP");
            byte[] stream = new byte[24 << 20];
            new Random(5).nextBytes(stream);
            Thread sender = connect(rig, "DEVICE").sendInBackground(stream);
            await().until(() -> rig.server.conversations().waitingBytes(app.peer()) > 900_000);
            assertThat(app.receive(stream.length)).isEqualTo(stream);
            sender.join();
            assertThat(rig.notes(ReplyNote.CUT_OFF)).isEmpty();
            assertThat(rig.counters.withheld()).isZero();
        }
    }

    @Test
    void aReceiverThatDoesNotReadIsCutOffAndTheOthersGetEveryByte() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES, 1_000)) {
            ReplyRig.Client nonReader = rig.connectNonReader();
            requestRole(rig, nonReader, "APP");
            ReplyRig.Client app = connect(rig, "APP");
            byte[] stream = new byte[24 << 20];
            new Random(6).nextBytes(stream);
            Thread sender = connect(rig, "DEVICE").sendInBackground(stream);
            assertThat(app.receive(stream.length)).isEqualTo(stream);
            sender.join();
            assertThat(rig.awaitNotes(ReplyNote.CUT_OFF, 1))
                    .containsExactly(ReplyNote.CUT_OFF.about(nonReader.peer(), "1"));
            assertThat(rig.sink.awaitLeft(nonReader.peer()).why()).isEqualTo(Event.Reason.RESET_HERE);
        }
    }

    @Test
    void twoPeersThatWaitForEachOtherAreFreedByTheDeadline() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES, 1_000)) {
            ReplyRig.Client app = rig.connectNonReader();
            requestRole(rig, app, "APP");
            ReplyRig.Client device = rig.connectNonReader();
            requestRole(rig, device, "DEVICE");
            Thread one = app.sendInBackground(new byte[32 << 20]);
            Thread two = device.sendInBackground(new byte[32 << 20]);
            rig.awaitNotes(ReplyNote.CUT_OFF, 1);
            rig.server.close();
            one.join();
            two.join();
        }
    }

    @Test
    void closingDoesNotWaitForAFullReceiver() throws Exception {
        try (ReplyRig rig = new ReplyRig(ROLES)) {
            ReplyRig.Client nonReader = rig.connectNonReader();
            requestRole(rig, nonReader, "APP");
            Thread sender = connect(rig, "DEVICE").sendInBackground(new byte[32 << 20]);
            await().until(() -> rig.server.conversations().waitingBytes(nonReader.peer()) > 900_000);
            rig.server.close();
            sender.join();
            assertThat(rig.notes(ReplyNote.CUT_OFF)).isEmpty();
            assertThat(rig.sink.all(Event.Left.class)).hasSize(2);
        }
    }
}
