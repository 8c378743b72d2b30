package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.send.SendResult.Reason;
import dev.earshot.send.SendResult.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutgoingMessageTest {
    private static final Origin REPEAT = new Origin(OriginKind.REPEAT);

    private final Peer one = FakePeers.peer(1);
    private final Peer two = FakePeers.peer(2);
    private final Peer three = FakePeers.peer(3);
    private final FakePeers reachable = new FakePeers(one, two, three);

    @Test
    void receiversOfOneEncodingShareOneArray() throws Problem {
        reachable.encodings.put(two, Encoding.GBK);
        OutgoingMessage message = compose(text("好"), List.of(one, two, three), Origin.PERSON);
        assertThat(message.receivers()).isEqualTo(3);
        assertThat(message.messageFor(one)).isSameAs(message.messageFor(three));
        assertThat(message.messageFor(one).bytes()).hasSize(3);
        assertThat(message.messageFor(two).bytes()).hasSize(2);
        assertThat(message.send()).isEqualTo(new SendResult(3, List.of()));
        assertThat(reachable.arrays).hasSize(2);
    }

    @Test
    void aMessageThatOneReceiverCannotGetIsSentToNobody() {
        reachable.encodings.put(two, Encoding.GBK);
        assertThat(mistake(text("😀"))).isEqualTo("problem.text.unencodable");
        reachable.longest = 5; // 6 bytes in UTF-8, 4 in GBK
        assertThat(mistake(text("好好"))).isEqualTo("problem.udp.long");
        assertThat(reachable.sent).isEmpty();
    }

    private String mistake(Draft draft) {
        return catchThrowableOfType(
                        Problem.class,
                        () -> compose(draft, List.of(two, one), REPEAT).send())
                .key();
    }

    @Test
    void aReceiverWithoutAThreadIsRefusedForThatReason() throws Exception {
        reachable.deaf.add(one);
        reachable.threadless.add(one);
        OutgoingMessage message = compose(text("a"), List.of(one, two), REPEAT);
        assertThat(message.send().refused()).containsExactly(new Refusal(one, Reason.NO_THREAD));
    }

    @Test
    void refusedReceiversAreReportedWithReasonsAndTheOthersGetIt() throws Exception {
        List<Refusal> refused = List.of(new Refusal(one, Reason.FULL), new Refusal(two, Reason.GONE));
        OutgoingMessage message = compose(text("a"), List.of(one, two, three), REPEAT);
        reachable.deaf.add(one);
        reachable.leave(two);
        SendResult result = message.send();
        assertThat(result).isEqualTo(new SendResult(3, refused));
        assertThat(result.sent()).isEqualTo(1);
        assertThat(result.isComplete()).isFalse();
        assertThat(result.refused(Reason.FULL)).containsExactly(one);
        assertThat(message.sendWaiting(1)).isEqualTo(result);
        assertThat(reachable.sent).containsExactly("3 repeat: a", "3 repeat: a");
    }

    @Test
    void aReceiverWithoutRoomForEverIsReportedGone() throws Exception {
        reachable.deaf.add(one);
        SendResult result = compose(text("a"), List.of(one), Origin.PERSON).sendWaiting(OutgoingMessage.FOR_EVER);
        assertThat(result.refused(Reason.GONE)).containsExactly(one);
    }

    @Test
    void onlyAPersonsMessageIsJudgedByItsTypedText() throws Problem {
        Nickname nickname = new Nickname("ann", "${name}: ${text}");
        Draft draft = new Draft("bye", TextForm.TEXT, Optional.empty(), LineEnding.LF, true, Envelope.NONE, nickname);
        compose(draft, List.of(one), Origin.PERSON).send();
        compose(draft, List.of(one), REPEAT).send();
        assertThat(reachable.sent).containsExactly("1 : ann: bye\n", "1 repeat: ann: bye\n");
        assertThat(reachable.typed).containsExactly("bye");
    }

    @Test
    void blanksWithoutHexDigitsAreNoMessage() throws Problem {
        Draft blanks = Draft.EMPTY.with("  ", TextForm.HEX, Optional.empty());
        assertThat(compose(blanks, List.of(one), Origin.PERSON).isEmpty()).isTrue();
        assertThat(compose(text("a"), List.of(one), Origin.PERSON).isEmpty()).isFalse();
    }

    private OutgoingMessage compose(Draft draft, List<Peer> receivers, Origin origin) throws Problem {
        return OutgoingMessage.compose(draft, receivers, origin, reachable);
    }

    private static Draft text(String text) {
        return Draft.EMPTY.with(text, TextForm.TEXT, Optional.empty());
    }
}
