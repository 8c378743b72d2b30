package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event.Reason;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how long a server keeps clients that have finished sending, and who is said to have closed. */
class HalfCloseTest {
    private static final Origin ANSWER = new Origin(OriginKind.ECHO);

    @Test
    void itIsClosedByUsAfterTheTimeWithoutAnAnswer() throws Exception {
        try (Rig rig = rig(1_000, 60_000)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.HALF_CLOSED, 0, "1"));
        }
    }

    @Test
    void aTypedAnswerBeginsTheTimeAnewAndAnAutomaticOneShortensIt() throws Exception {
        try (Rig rig = rig(60_000, 0)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            rig.server.conversations().send(peer, new byte[] {1}, Origin.PERSON);
            assertThat(client.getInputStream().read()).isEqualTo(1);
            assertOpen(client);
            rig.server.conversations().send(peer, new byte[] {2}, ANSWER);
            assertThat(client.getInputStream().readAllBytes()).containsExactly(2);
            assertThat(rig.sink.awaitLeft(peer).why()).isEqualTo(Reason.HALF_CLOSED);
        }
    }

    /** A greeted or forwarded message ends an exchange as an answer does; what a person sends does not. */
    @ParameterizedTest
    @EnumSource(OriginKind.class)
    void everyAutomaticReactionCountsAsAnAnswer(OriginKind kind) throws Exception {
        boolean brief = switch (kind) {
            case ECHO, REPLY, RULE, REFUSAL, CHAT, FORWARD, GREETING -> true;
            case PERSON, REPEAT, QUICK, FILE, REPLAY, RELAY, OTHER -> false;
        };
        try (Rig rig = rig(60_000, 0)) {
            Socket client = rig.connect();
            rig.server
                    .conversations()
                    .send(rig.peer(client), new byte[] {1}, new Origin(kind, kind.canHaveName() ? "x" : ""));
            client.shutdownOutput();
            assertThat(client.getInputStream().read()).isEqualTo(1);
            if (brief) {
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            } else {
                assertOpen(client);
            }
        }
    }

    @Test
    void whatComesAfterAnAnswerIsNotAnsweredYet() throws Exception {
        try (Rig rig = rig(60_000, 0)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.getOutputStream().write(1);
            rig.sink.awaitBytes(peer, 1);
            rig.server.conversations().send(peer, new byte[] {2}, ANSWER);
            assertThat(client.getInputStream().read()).isEqualTo(2);
            client.getOutputStream().write(3);
            client.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            assertOpen(client);
        }
    }

    @Test
    void itStaysOpenWhileAnAnswerWaits() throws Exception {
        CountDownLatch given = new CountDownLatch(1);
        RecordingSink recording = new RecordingSink();
        TcpServer server = new TcpServer(Rig.listen("127.0.0.1", 0), HalfClose.ofSeconds(0), () -> 1);
        server.open(new EventSink() {
            @Override
            public void on(Event event) {
                recording.on(event);
            }

            @Override
            public boolean hasPendingAnswer(Peer peer) {
                return given.getCount() > 0;
            }
        });
        try (Socket client = new Socket("127.0.0.1", server.local().getPort())) {
            client.shutdownOutput();
            Peer peer = recording.await(Event.Joined.class).peer();
            assertOpen(client);
            server.conversations().send(peer, new byte[] {1}, ANSWER);
            given.countDown();
            client.setSoTimeout(20_000);
            assertThat(client.getInputStream().readAllBytes()).containsExactly(1);
            assertThat(recording.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.HALF_CLOSED, 0, "0"));
        } finally {
            server.close();
        }
    }

    @Test
    void withoutALimitOnlyItsOwnEndOrOursEndsIt() throws Exception {
        try (Rig rig = rig(HalfClose.NEVER, HalfClose.NEVER)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            client.shutdownOutput();
            rig.sink.await(Event.FinishedSending.class);
            rig.server.conversations().send(peer, new byte[] {1}, ANSWER);
            assertThat(client.getInputStream().read()).isEqualTo(1);
            assertOpen(client);
            rig.server.conversations().disconnect(peer);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_HERE, 0, ""));
        }
    }

    @Test
    void aClientThatEndsAfterUsIsTheOneThatClosed() throws Exception {
        try (Rig rig = rig(60_000, 60_000)) {
            Socket client = rig.connect();
            Peer peer = rig.peer(client);
            rig.server.conversations().finishSending(peer);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            client.close();
            assertThat(rig.sink.awaitLeft(peer)).isEqualTo(new Event.Left(peer, Reason.CLOSED_BY_PEER, 0, ""));
        }
    }

    @Test
    void ofVeryManyTheLatestAreKeptBriefly() throws Exception {
        try (Rig rig = rig(60_000, 0)) {
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < HalfClosedConversations.MOST; i++) {
                clients.add(rig.connect());
                clients.get(i).shutdownOutput();
            }
            await().until(() -> rig.sink.all(Event.FinishedSending.class).size() == clients.size());
            assertThat(rig.sink.all(Event.Left.class)).isEmpty();
            await().until(() -> isClosedSoon(rig.connect())); // the reader counts just after it has reported
            assertOpen(clients.get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "never", "0", "1", "60", "86400"})
    void limitsSurviveTheirText(String text) throws Problem {
        assertThat(HalfClose.parse(text)).hasToString(text);
        assertThat(HalfClose.parse(" " + text + " ")).isEqualTo(HalfClose.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "86401", "1.5", "ever", "5 s"})
    void anythingElseIsRefused(String text) {
        assertThat(catchThrowableOfType(Problem.class, () -> HalfClose.parse(text))
                        .key())
                .isEqualTo("problem.half.close");
    }

    private static Rig rig(int unansweredMillis, int answeredMillis) {
        return new Rig(new TimeLimits(new HalfClose(unansweredMillis, answeredMillis), 300, 60_000, 1_000));
    }

    private static boolean isClosedSoon(Socket client) throws IOException {
        client.shutdownOutput();
        client.setSoTimeout(1_000);
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Checks that the stream to a client does not end for some time. */
    private static void assertOpen(Socket client) throws IOException {
        client.setSoTimeout(400);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        client.setSoTimeout(20_000);
    }
}
