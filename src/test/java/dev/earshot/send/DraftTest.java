package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Envelope.Header;
import dev.earshot.codec.Envelope.Trailer;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Nickname;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Envelope SUM =
            new Envelope(Header.NONE, Trailer.usual(Checksum.named("sum8").orElseThrow()));

    @Test
    void theChecksumIsOfTheBytesInTheReceiversEncoding() throws Problem {
        Draft draft = new Draft("好", TextForm.TEXT, Optional.empty(), LineEnding.LF, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly(0xE5, 0xA5, 0xBD, 0x47, '\n');
        assertThat(draft.bytes(Encoding.GBK)).containsExactly(0xBA, 0xC3, 0x7D, '\n');
    }

    @Test
    void innerLinesEndLikeTheText() throws Problem {
        Draft draft = new Draft("a\nb", TextForm.TEXT, Optional.empty(), LineEnding.CRLF, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly('a', 0x0D, 0x0A, 'b', 0xDA, 0x0D, 0x0A);
    }

    @Test
    void hexHasNoLineEnding() throws Problem {
        Draft draft = new Draft("01 02", TextForm.HEX, Optional.empty(), LineEnding.CRLF, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly(1, 2, 3);
    }

    @Test
    void aDumpIsSentWithoutItsOffsetsAndText() throws Problem {
        String pasted = "00000000  01 02  |..|\n00000002";
        Draft draft = new Draft(pasted, TextForm.HEX, Optional.empty(), LineEnding.CR, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly(1, 2, 3);
    }

    @Test
    void aNicknameIsWithinTheEnvelopeAndNotPartOfTheTypedText() throws Problem {
        Envelope envelope = new Envelope(
                new Header(2, false, false),
                Trailer.usual(Checksum.named("sum8").orElseThrow()));
        Nickname nickname = new Nickname("王", "<${name}:${text}>");
        Draft draft = new Draft("bye\\x21", TextForm.TEXT, Optional.empty(), LineEnding.LF, true, envelope, nickname);
        ComposedMessage message = draft.compose(Encoding.GBK);
        assertThat(message.bytes()).startsWith(0, 11, '<', 0xCD, 0xF5, ':', 'b', 'y', 'e', '!', '>');
        assertThat(message.typedAt()).isEqualTo(6);
        assertThat(message.typedEnd()).isEqualTo(10);
        assertThat(message.nickEnd()).isEqualTo(11).isEqualTo(message.wrapped().checksumAt());
        assertThat(message.typedText()).isEqualTo("bye!");
        assertThat(draft.with("62", TextForm.HEX, Optional.empty()).bytes(Encoding.GBK))
                .as("hex digits say every byte themselves")
                .startsWith(0, 2, 0x62)
                .hasSize(4);
    }

    @Test
    void aChecksumAfterTheLineEndingDoesNotMoveTheNickname() throws Problem {
        Envelope last =
                new Envelope(Header.NONE, new Trailer(Checksum.named("sum8").orElseThrow(), false, false, true));
        Nickname nickname = new Nickname("a", "${text}${name}");
        ComposedMessage message = new Draft(
                        "x\r\n", TextForm.TEXT, Optional.empty(), LineEnding.LF, true, last, nickname)
                .compose(Encoding.UTF_8);
        assertThat(message.typedEnd()).isEqualTo(message.nickEnd() - 1);
        assertThat(message.wrapped().checksumAt()).isEqualTo(message.nickEnd() + 1);
        assertThat(message.typedText()).as("without its line ending").isEqualTo("x");
    }
}
