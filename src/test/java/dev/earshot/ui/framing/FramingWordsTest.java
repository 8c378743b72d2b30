package dev.earshot.ui.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.FixedLengthFraming;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKind;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.SilenceFraming;
import dev.earshot.session.words.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FramingWordsTest {
    private final Words english = new Words(Locale.ENGLISH);

    @Test
    void everyKindHasWordsInEveryLanguage() {
        for (Words words : List.of(english, new Words(Locale.CHINESE))) {
            for (FramingKind kind : FramingKinds.ALL) {
                String key = "ui.framing." + kind.id();
                assertThat(FramingWords.brief(words, kind.defaultFraming()))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain(key);
                assertThat(FramingWords.inFull(words, kind.defaultFraming()))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain(key);
            }
        }
    }

    @Test
    void onlyAKindWithParametersHasAnEditor() {
        for (FramingKind kind : FramingKinds.ALL) {
            assertThat(FramingEditors.find(kind) != null).as(kind.id()).isEqualTo(kind.hasParameters());
        }
    }

    @Test
    void parametersAreNamed() {
        assertThat(inFull(new DelimiterFraming("0D0A"))).isEqualTo("Delimiter 0D 0A");
        assertThat(inFull(new FixedLengthFraming(16))).isEqualTo("Fixed 16");
        assertThat(inFull(new SilenceFraming(50))).isEqualTo("Silence 50 ms");
        Framing field = new LengthFieldFraming(4, 2, true, 0);
        assertThat(FramingWords.brief(english, field)).isEqualTo("Length field");
        assertThat(inFull(field)).isEqualTo("Length field (offset 4, size 2); Little endian; What follows it");
    }

    @Test
    void aFramingThatOnlyOneProtocolHasIsNamedAfterIt() throws Problem {
        for (String typed : List.of("gt06", "mllp", "modbus-tcp")) {
            assertThat(FramingWords.named(english, Framing.parse(typed))).isEqualTo(typed);
        }
        assertThat(FramingWords.named(english, Framing.parse("mllp wait:500"))).isEqualTo("mllp");
        assertThat(FramingWords.named(english, Framing.parse("writeutf"))).isEqualTo("Length field");
        assertThat(FramingWords.named(english, Framing.LINES)).isEqualTo("Lines");
    }

    @Test
    void parametersWithoutWordsOfTheirOwnAreNamedAsText() throws Problem {
        assertThat(inFull(Framing.parse("length:2,2,le,+20"))).isEqualTo("Length field 2,2,le,+20");
        assertThat(inFull(Framing.parse("delimiter:0D0A|0D"))).isEqualTo("Delimiter 0D 0A|0D");
        assertThat(inFull(Framing.parse("marks:02..03,+1"))).isEqualTo("Begin and end 02..03,+1");
    }

    private String inFull(Framing framing) {
        return FramingWords.inFull(english, framing);
    }
}
