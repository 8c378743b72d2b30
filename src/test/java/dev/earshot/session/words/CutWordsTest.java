package dev.earshot.session.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.CutPreview;
import dev.earshot.codec.framing.Framing;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CutWordsTest {
    private final Words english = new Words(Locale.ENGLISH);

    @Test
    void lengthsOfTheMessagesAreNamed() throws Problem {
        assertThat(cut("length:2,2,le,+2", "65000000 0000 65000100 0000 AA 65000000 0000"))
                .isEqualTo("3 messages: 6, 7, 6 bytes");
        assertThat(cut("fixed:1", "00 00 00 00 00 00")).isEqualTo("6 messages: 1, 1, 1, 1, 1, ... bytes");
        assertThat(cut("lines", "61 0D0A")).isEqualTo("1 message: 3 bytes");
    }

    @Test
    void whatIsBrokenOrUnfinishedIsSaid() throws Problem {
        assertThat(cut("marks:02..03", "FF 02 61 03 02"))
                .isEqualTo("2 messages: 1, 3 bytes; 1 broken; 1 byte unfinished");
        assertThat(cut("length:0,2,be", "0009 00")).isEqualTo("No message; 3 bytes unfinished");
        assertThat(cut("length:0,2,be wait:500", "0001 00 00")).isEqualTo("1 message: 3 bytes; 1 byte unfinished");
        assertThat(new Words(Locale.SIMPLIFIED_CHINESE).of("row.cut.unfinished", 3))
                .isEqualTo("另有 3 字节未完");
    }

    @Test
    void whatOnlySilenceOrTheNextByteEndsIsAMessage() throws Problem {
        assertThat(cut("silence:50", "01 02 03")).isEqualTo("1 message: 3 bytes");
        assertThat(cut("received", "0A 0A 03")).isEqualTo("1 message: 3 bytes");
        assertThat(cut("delimiter:0D|0D0A", "61 0D")).isEqualTo("1 message: 2 bytes");
        assertThat(cut("marks:AA..", "AA 01 AA 02")).isEqualTo("2 messages: 2, 2 bytes");
    }

    private String cut(String framing, String hex) throws Problem {
        return CutWords.of(CutPreview.of(Framing.parse(framing), Hex.parse(hex)), english);
    }
}
