package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatReplierTest {
    private static final Behaviour CHAT = Behaviours.of(ChatAnswer.DEFAULT);

    @Test
    void eachMessageIsRelayedToAllUnchanged() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ann.send("ann: 你").send("好\r\nann: two\n\n");
            String said = "ann: 你好\r\nann: two\n\n";
            assertThat(bob.receive(said)).isEqualTo(said);
            assertThat(ann.receive(said)).as("the sender too").isEqualTo(said);
            bob.send("no line feed");
            assertThat(ann.receive("no line feed")).isEqualTo("no line feed");
            assertThat(rig.sink.all(Event.Sending.class))
                    .extracting(piece -> piece.origin().text())
                    .containsOnly("chat");
            await().untilAsserted(() -> assertThat(rig.counters.answers()).isEqualTo(8));
        }
    }

    @Test
    void theSenderCanBeLeftOut() throws Exception {
        try (ReplyRig rig = new ReplyRig(Behaviours.of(new ChatAnswer("", false)))) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ann.send("from ann\nbye\n");
            assertThat(bob.receive("from ann\nbye\n")).isEqualTo("from ann\nbye\n");
            bob.send("from bob\n");
            assertThat(ann.receive("from bob\n")).isEqualTo("from bob\n");
        }
    }

    @Test
    void onlySelectedPeersTakePart() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ReplyRig.Client stranger = rig.connect();
            rig.responder.setBehaviour(
                    Behaviours.onlyFor(CHAT, ann.peer().id(), bob.peer().id()));
            stranger.send("nobody hears this\n");
            stranger.awaitRead(18);
            ann.send("hello\n");
            assertThat(bob.receive("hello\n")).isEqualTo("hello\n");
            assertThat(rig.sink.bytesTo(stranger.peer())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bye\n", "bye\r\n", "ann说bye\n", "bob说bye\n", "ann说: 他说bye\n"})
    void byeEndsOnlyTheConversationOfItsSenderAndIsNotRelayed(String bye) throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            byte[] bytes = bye.getBytes(UTF_8);
            for (byte b : bytes) {
                ann.send(new byte[] {b});
            }
            assertThat(ann.receiveAll()).isEmpty();
            bob.send("still here\n");
            assertThat(bob.receive("still here\n")).isEqualTo("still here\n");
        }
    }

    @Test
    void byeWithoutALineEndIsEnoughIfItComesAtOnce() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ann.send("bye"); // byte by byte it would be a line that is being typed
            assertThat(ann.receiveAll()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bye\n",
                "BYE\n",
                " bye\n",
                "bye \n",
                "bye!\n",
                "goodbye\n",
                "say bye to bob\n",
                "bob: bye\n",
                "b ye\n"
            })
    void aMessageSimilarToByeIsRelayed(String text) throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ann.send(text).send("after\n");
            assertThat(bob.receive(text + "after\n")).isEqualTo(text + "after\n");
        }
    }

    @Test
    void aWrongOrEndlessExpressionDoesNotStopTheChat() throws Exception {
        for (String leave : new String[] {"(", "(x+x+)+y"}) {
            try (ReplyRig rig = new ReplyRig(Behaviours.of(new ChatAnswer(leave, true)))) {
                ReplyRig.Client ann = rig.connect();
                String text = "x".repeat(5_000) + "\n";
                ann.send(text);
                assertThat(ann.receive(text)).isEqualTo(text);
            }
        }
    }

    /** The server adds nothing to messages, so nobody can imitate a message of the server. */
    @Test
    void nothingIsReceivedThatNobodySent() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            String said = "[system] bob has left\n" + "\n" + ": no name\n" + "bob: I am ann\n" + "b\u043Eb: hi\n"
                    + "x".repeat(1_000_000) + ": a long name\n";
            ann.sendInBackground((said + "bye\n").getBytes(UTF_8));
            assertThat(bob.receive(said)).isEqualTo(said);
            assertThat(ann.receiveAll().length()).isEqualTo(said.getBytes(UTF_8).length);
            bob.socket.shutdownOutput();
            assertThat(bob.receiveAll()).as("no word about who came or left").isEmpty();
        }
    }

    @Test
    void aHundredClientsReceiveAllMessagesInOrder() throws Exception {
        int clients = 100;
        int messages = 20;
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            List<ReplyRig.Client> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(rig.connect());
            }
            List<CompletableFuture<Map<String, Integer>>> received = new ArrayList<>();
            for (ReplyRig.Client client : all) {
                received.add(inBackground(() -> countInOrder(client, clients * messages)));
            }
            for (int m = 0; m < messages; m++) {
                for (int i = 0; i < clients; i++) {
                    all.get(i).send("c" + i + " " + m + "\n");
                }
            }
            for (CompletableFuture<Map<String, Integer>> one : received) {
                Map<String, Integer> next = one.get(60, TimeUnit.SECONDS);
                assertThat(next).hasSize(clients);
                assertThat(next.values()).containsOnly(messages);
            }
            assertThat(rig.counters.withheld()).isZero();
            await().untilAsserted(
                            () -> assertThat(rig.counters.answers()).isEqualTo((long) clients * clients * messages));
        }
    }

    /** Receives messages and counts those of each sender, which must be in order. */
    private static Map<String, Integer> countInOrder(ReplyRig.Client client, int messages) throws IOException {
        Map<String, Integer> next = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.socket.getInputStream(), UTF_8));
        for (int i = 0; i < messages; i++) {
            String[] words = lines.readLine().split(" ");
            assertThat(Integer.parseInt(words[1])).isEqualTo(next.merge(words[0], 1, Integer::sum) - 1);
        }
        return next;
    }

    @Test
    void aPeerThatDoesNotReadMissesMessagesAndAllOthersReceiveThem() throws Exception {
        int listeners = 90;
        String said = "0123456789\n".repeat(20);
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            List<ReplyRig.Client> nonReaders = new ArrayList<>();
            List<CompletableFuture<String>> received = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                nonReaders.add(rig.connectNonReader());
                fill(rig, nonReaders.get(i));
            }
            ReplyRig.Client sender = rig.connect();
            for (int i = 0; i < listeners; i++) {
                ReplyRig.Client listener = rig.connect();
                received.add(inBackground(() -> listener.receive(said)));
            }
            sender.send(said);
            for (CompletableFuture<String> one : received) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(said);
            }
            assertThat(rig.notes(ReplyNote.ANSWERS_WITHHELD))
                    .as("one note each, not a row a message")
                    .hasSize(10);
            assertThat(rig.counters.withheld()).isEqualTo(200);
            nonReaders.get(0).close();
            Event.Note left = rig.awaitNotes(ReplyNote.ANSWERS_RESUMED, 1).get(0);
            assertThat(left)
                    .isEqualTo(ReplyNote.ANSWERS_RESUMED.about(nonReaders.get(0).peer(), "20"));
            List<Event> last = rig.sink.events(nonReaders.get(0).peer());
            assertThat(last.get(last.size() - 1)).isInstanceOf(Event.Left.class);
            inBackground(() -> nonReaders.get(1).receiveAll());
            assertThat(rig.awaitNotes(ReplyNote.ANSWERS_RESUMED, 2).get(1).peer())
                    .isEqualTo(nonReaders.get(1).peer());
            sender.send("now it hears\n");
            await().until(() ->
                    new String(rig.sink.bytesTo(nonReaders.get(1).peer()), UTF_8).endsWith("now it hears\n"));
        }
    }

    private static void fill(ReplyRig rig, ReplyRig.Client nonReader) {
        byte[] block = new byte[Endpoint.MOST_WAITING / 2];
        // The system buffers some of it before the writer blocks.
        await().during(200, TimeUnit.MILLISECONDS)
                .until(() -> !rig.server.conversations().send(nonReader.peer(), block, Origin.PERSON));
        while (rig.server.conversations().send(nonReader.peer(), new byte[1000], Origin.PERSON)
                || rig.server.conversations().send(nonReader.peer(), new byte[1], Origin.PERSON)) {
            // until not even the shortest message fits
        }
    }

    @Test
    void oneSenderCannotExceedItsShareOfTheRelayLimit() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client sender = rig.connect();
            ReplyRig.Client other = rig.connect();
            List<CompletableFuture<String>> received = new ArrayList<>();
            for (int i = 0; i < 18; i++) {
                ReplyRig.Client listener = rig.connect();
                received.add(inBackground(listener::receiveAll));
            }
            received.add(inBackground(sender::receiveAll));
            String line = "x".repeat(499_999) + "\n";
            long begun = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                sender.send(line); // 10 MB to each of 20
            }
            sender.awaitRead(10 * line.length());
            assertThat(rig.awaitNotes(ReplyNote.RELAY_CUT, 1).get(0))
                    .isEqualTo(ReplyNote.RELAY_CUT.about(sender.peer(), ChatReplier.MOST_BYTES_PER_SENDER));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + 2;
            assertThat(rig.counters.answers() * line.length())
                    .isLessThanOrEqualTo(seconds * ChatReplier.MOST_BYTES_PER_SENDER);
            Event.Note over = rig.awaitNotes(ReplyNote.RELAY_OVER, 1).get(0);
            assertThat(over.peer()).isEqualTo(sender.peer());
            assertThat(over.number(0, -1)).isEqualTo(rig.counters.withheld());
            other.send("I am heard\n");
            await().until(() -> new String(rig.sink.bytesTo(sender.peer()), UTF_8).endsWith("I am heard\n"));
        }
    }

    @Test
    void aLoopOfTwoChatsIsStopped() throws Exception {
        Behaviour chat = Behaviours.limited(CHAT, 50);
        try (ReplyRig one = new ReplyRig(chat);
                ReplyRig two = new ReplyRig(chat)) {
            one.connectTo(two);
            one.connect().send("round and round\n");
            await().until(() -> !one.notes(ReplyNote.LOOP_CUT).isEmpty()
                    || !two.notes(ReplyNote.LOOP_CUT).isEmpty());
            await().until(() -> !one.notes(ReplyNote.LOOP_OVER).isEmpty()
                    || !two.notes(ReplyNote.LOOP_OVER).isEmpty());
        }
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }
}
