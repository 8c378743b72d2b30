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
    void eachMessageGoesToEverybodyAsItCame() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ann.say("ann: 你").say("好\r\nann: two\n\n");
            String said = "ann: 你好\r\nann: two\n\n";
            assertThat(bob.hear(said)).isEqualTo(said);
            assertThat(ann.hear(said)).as("the sender too").isEqualTo(said);
            bob.say("no line feed");
            assertThat(ann.hear("no line feed")).isEqualTo("no line feed");
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
            ann.say("from ann\nbye\n");
            assertThat(bob.hear("from ann\nbye\n")).isEqualTo("from ann\nbye\n");
            bob.say("from bob\n");
            assertThat(ann.hear("from bob\n")).isEqualTo("from bob\n");
        }
    }

    @Test
    void onlyTheChosenOnesTakePart() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ReplyRig.Client stranger = rig.connect();
            rig.responder.setBehaviour(
                    Behaviours.only(CHAT, ann.peer().id(), bob.peer().id()));
            stranger.say("nobody hears this\n");
            stranger.awaitRead(18);
            ann.say("hello\n");
            assertThat(bob.hear("hello\n")).isEqualTo("hello\n");
            assertThat(rig.sink.bytesTo(stranger.peer())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bye\n", "bye", "bye\r\n", "ann说bye\n", "bob说bye\n", "ann说: 他说bye\n"})
    void byeEndsOnlyTheSessionOfWhoSaidItAndIsNotRelayed(String bye) throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            byte[] bytes = bye.getBytes(UTF_8);
            for (byte b : bytes) {
                ann.say(new byte[] {b});
            }
            assertThat(ann.hearAll()).isEmpty();
            bob.say("still here\n");
            assertThat(bob.hear("still here\n")).isEqualTo("still here\n");
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
    void whatOnlyLooksLikeByeIsRelayed(String text) throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            ann.say(text).say("after\n");
            assertThat(bob.hear(text + "after\n")).isEqualTo(text + "after\n");
        }
    }

    @Test
    void anExpressionThatIsWrongOrNeverEndsKeepsNobodyFromTalking() throws Exception {
        for (String leave : new String[] {"(", "(x+x+)+y"}) {
            try (ReplyRig rig = new ReplyRig(Behaviours.of(new ChatAnswer(leave, true)))) {
                ReplyRig.Client ann = rig.connect();
                String text = "x".repeat(5_000) + "\n";
                ann.say(text);
                assertThat(ann.hear(text)).isEqualTo(text);
            }
        }
    }

    /** Names are part of what people say: the server adds nothing, so nothing of its own can be imitated. */
    @Test
    void whateverSomebodyReadsWasSaidBySomebody() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client ann = rig.connect();
            ReplyRig.Client bob = rig.connect();
            String said = "[system] bob has left\n" + "\n" + ": no name\n" + "bob: I am ann\n" + "b\u043Eb: hi\n"
                    + "x".repeat(1_000_000) + ": a long name\n";
            ann.sayBeside((said + "bye\n").getBytes(UTF_8));
            assertThat(bob.hear(said)).isEqualTo(said);
            assertThat(ann.hearAll().length()).isEqualTo(said.getBytes(UTF_8).length);
            bob.socket.shutdownOutput();
            assertThat(bob.hearAll()).as("no word about who came or left").isEmpty();
        }
    }

    @Test
    void aHundredClientsAreAllHeardByAllAndInOrder() throws Exception {
        int clients = 100;
        int messages = 20;
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            List<ReplyRig.Client> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(rig.connect());
            }
            List<CompletableFuture<Map<String, Integer>>> heard = new ArrayList<>();
            for (ReplyRig.Client client : all) {
                heard.add(beside(() -> hear(client, clients * messages)));
            }
            for (int m = 0; m < messages; m++) {
                for (int i = 0; i < clients; i++) {
                    all.get(i).say("c" + i + " " + m + "\n");
                }
            }
            for (CompletableFuture<Map<String, Integer>> one : heard) {
                Map<String, Integer> next = one.get(60, TimeUnit.SECONDS);
                assertThat(next).hasSize(clients);
                assertThat(next.values()).containsOnly(messages);
            }
            assertThat(rig.counters.withheld()).isZero();
            await().untilAsserted(
                            () -> assertThat(rig.counters.answers()).isEqualTo((long) clients * clients * messages));
        }
    }

    /** How many messages of each were heard, which are to be in order. */
    private static Map<String, Integer> hear(ReplyRig.Client client, int messages) throws IOException {
        Map<String, Integer> next = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.socket.getInputStream(), UTF_8));
        for (int i = 0; i < messages; i++) {
            String[] words = lines.readLine().split(" ");
            assertThat(Integer.parseInt(words[1])).isEqualTo(next.merge(words[0], 1, Integer::sum) - 1);
        }
        return next;
    }

    @Test
    void whoDoesNotReadMissesMessagesAndEverybodyElseHearsAll() throws Exception {
        int listeners = 90;
        String said = "0123456789\n".repeat(20);
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            List<ReplyRig.Client> deaf = new ArrayList<>();
            List<CompletableFuture<String>> heard = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                deaf.add(rig.connectDeaf());
                fill(rig, deaf.get(i));
            }
            ReplyRig.Client speaker = rig.connect();
            for (int i = 0; i < listeners; i++) {
                ReplyRig.Client listener = rig.connect();
                heard.add(beside(() -> listener.hear(said)));
            }
            speaker.say(said);
            for (CompletableFuture<String> one : heard) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(said);
            }
            assertThat(rig.notes(ReplyNote.ANSWERS_WITHHELD))
                    .as("one note each, not a row a message")
                    .hasSize(10);
            assertThat(rig.counters.withheld()).isEqualTo(200);
            deaf.get(0).close();
            Event.Note left = rig.awaitNotes(ReplyNote.ANSWERS_RESUMED, 1).get(0);
            assertThat(left)
                    .isEqualTo(ReplyNote.ANSWERS_RESUMED.about(deaf.get(0).peer(), "20"));
            List<Event> last = rig.sink.events(deaf.get(0).peer());
            assertThat(last.get(last.size() - 1)).isInstanceOf(Event.Left.class);
            beside(() -> deaf.get(1).hearAll());
            assertThat(rig.awaitNotes(ReplyNote.ANSWERS_RESUMED, 2).get(1).peer())
                    .isEqualTo(deaf.get(1).peer());
            speaker.say("now it hears\n");
            await().until(() -> new String(rig.sink.bytesTo(deaf.get(1).peer()), UTF_8).endsWith("now it hears\n"));
        }
    }

    private static void fill(ReplyRig rig, ReplyRig.Client deaf) {
        byte[] block = new byte[Endpoint.MOST_WAITING / 2];
        // The system takes some of it before it holds the writer up.
        await().during(200, TimeUnit.MILLISECONDS)
                .until(() -> !rig.server.conversations().send(deaf.peer(), block, Origin.PERSON));
        while (rig.server.conversations().send(deaf.peer(), new byte[1000], Origin.PERSON)
                || rig.server.conversations().send(deaf.peer(), new byte[1], Origin.PERSON)) {
            // until not even the shortest message fits
        }
    }

    @Test
    void oneSpeakerCannotHaveMoreThanItsShareRelayedAndEverybodyIsTold() throws Exception {
        try (ReplyRig rig = new ReplyRig(CHAT)) {
            ReplyRig.Client speaker = rig.connect();
            ReplyRig.Client other = rig.connect();
            List<CompletableFuture<String>> heard = new ArrayList<>();
            for (int i = 0; i < 18; i++) {
                ReplyRig.Client listener = rig.connect();
                heard.add(beside(listener::hearAll));
            }
            heard.add(beside(speaker::hearAll));
            String line = "x".repeat(499_999) + "\n";
            long begun = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                speaker.say(line); // 10 MB to each of 20
            }
            speaker.awaitRead(10 * line.length());
            assertThat(rig.awaitNotes(ReplyNote.RELAY_CUT, 1).get(0))
                    .isEqualTo(ReplyNote.RELAY_CUT.about(speaker.peer(), ChatReplier.MOST_BYTES_PER_SENDER));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + 2;
            assertThat(rig.counters.answers() * line.length())
                    .isLessThanOrEqualTo(seconds * ChatReplier.MOST_BYTES_PER_SENDER);
            Event.Note over = rig.awaitNotes(ReplyNote.RELAY_OVER, 1).get(0);
            assertThat(over.peer()).isEqualTo(speaker.peer());
            assertThat(over.number(0, -1)).isEqualTo(rig.counters.withheld());
            other.say("I am heard\n");
            await().until(() -> new String(rig.sink.bytesTo(speaker.peer()), UTF_8).endsWith("I am heard\n"));
        }
    }

    @Test
    void twoChatsThatAreJoinedInARingAreCut() throws Exception {
        Behaviour chat = Behaviours.most(CHAT, 50);
        try (ReplyRig one = new ReplyRig(chat);
                ReplyRig two = new ReplyRig(chat)) {
            one.join(two);
            one.connect().say("round and round\n");
            await().until(() -> !one.notes(ReplyNote.LOOP_CUT).isEmpty()
                    || !two.notes(ReplyNote.LOOP_CUT).isEmpty());
            await().until(() -> !one.notes(ReplyNote.LOOP_OVER).isEmpty()
                    || !two.notes(ReplyNote.LOOP_OVER).isEmpty());
        }
    }

    private static <T> CompletableFuture<T> beside(Callable<T> task) {
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
