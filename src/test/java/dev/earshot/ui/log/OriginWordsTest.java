package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.session.Lens;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowText;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.detail.OriginWords;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OriginWordsTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @Test
    void everyOriginHasWordsAndAnUnknownOneIsShownAsItIs() {
        assertThat(words("echo")).isEqualTo("sent by Echo");
        assertThat(words("rule 2 Boiler")).isEqualTo("sent by rule 2 Boiler");
        assertThat(words("rule 3")).isEqualTo("sent by rule 3");
        assertThat(words("forward DEVICE 7")).isEqualTo("forwarded, DEVICE 7");
        assertThat(words("relay")).isEqualTo("relayed");
        assertThat(words("refusal")).isEqualTo("sent because a claim was refused");
        assertThat(words("quick Reset")).isEqualTo("sent by quick send Reset");
        assertThat(words("quick")).isEqualTo("sent by a quick send");
        assertThat(words("rule")).isEqualTo("sent by rule");
        assertThat(words("<html>\u202E")).isEqualTo("sent by <html>\\u202E");
    }

    private static String words(String origin) {
        return OriginWords.of(Origin.parse(origin), WORDS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
    void everyKindHasWordsOfItsOwnInBothLanguages(OriginKind kind) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Words words = new Words(language);
            if (kind.canHaveName()) {
                assertThat(OriginWords.of(new Origin(kind, "Boiler <1>"), words))
                        .contains("Boiler <1>");
            }
            if (kind.canLackName()) {
                assertThat(OriginWords.of(new Origin(kind), words))
                        .isNotBlank()
                        .doesNotContain("{", "  ")
                        .isNotEqualTo(words.of("ui.origin.other", kind.id()));
            }
        }
    }

    @Test
    void automaticMessagesHaveATagBesideTheirOtherTags() {
        assertThat(tags("好", "echo")).containsExactly("auto", "UTF-8");
        assertThat(tags("OK", "rule 1")).containsExactly("auto");
        assertThat(tags("OK", "")).isEmpty();
    }

    private static List<String> tags(String text, String origin) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Row row = new Row(
                0,
                Row.Kind.SENT,
                0,
                1,
                new InetSocketAddress("127.0.0.1", 1),
                null,
                0,
                bytes.length,
                bytes,
                Origin.parse(origin));
        Lens lens = new Lens(null, peer -> Encoding.UTF_8);
        RowText shown = new RowFormatter(lens, MessageViews.AUTOMATIC, WORDS).format(row);
        return LogRow.of(shown, "", WORDS).tags();
    }
}
