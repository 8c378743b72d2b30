package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Envelope.Header;
import dev.earshot.codec.Envelope.Trailer;
import dev.earshot.codec.Form;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Envelope SUM = new Envelope(Header.NONE, Trailer.usual(Checksum.SUM8));

    @Test
    void aMessageToAllIsOneArrayForEachEncodingHoweverManyTheyAre() throws Problem {
        Peer one = FakeOutlet.peer(1);
        Peer two = FakeOutlet.peer(2);
        Peer three = FakeOutlet.peer(3);
        Draft draft = Draft.EMPTY.with("好", Form.TEXT, Optional.empty());
        Map<Peer, byte[]> messages =
                draft.forEach(List.of(one, two, three), peer -> peer == two ? Encoding.GBK : Encoding.UTF_8);
        assertThat(messages.get(one)).hasSize(3).isSameAs(messages.get(three));
        assertThat(messages.get(two)).hasSize(2);
    }

    @Test
    void theChecksumIsThatOfTheBytesInTheReceiversEncoding() throws Problem {
        Draft draft = new Draft("好", Form.TEXT, Optional.empty(), LineEnding.LF, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly(0xE5, 0xA5, 0xBD, 0x47, '\n');
        assertThat(draft.bytes(Encoding.GBK)).containsExactly(0xBA, 0xC3, 0x7D, '\n');
    }

    @Test
    void linesWithinATextEndAsTheTextDoes() throws Problem {
        Draft draft = new Draft("a\nb", Form.TEXT, Optional.empty(), LineEnding.CRLF, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly('a', 0x0D, 0x0A, 'b', 0xDA, 0x0D, 0x0A);
    }

    @Test
    void hexHasNoLineEnding() throws Problem {
        Draft draft = new Draft("01 02", Form.HEX, Optional.empty(), LineEnding.CRLF, true, SUM);
        assertThat(draft.bytes(Encoding.UTF_8)).containsExactly(1, 2, 3);
    }
}
