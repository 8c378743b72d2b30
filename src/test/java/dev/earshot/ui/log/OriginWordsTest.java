package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextForm;
import dev.earshot.journal.Row;
import dev.earshot.session.Lens;
import dev.earshot.session.Words;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OriginWordsTest {
    private static final Words WORDS = new Words(Locale.ENGLISH);

    @Test
    void everyOriginIsSaidAndAnyOtherIsShownAsItIs() {
        assertThat(OriginWords.of("echo", WORDS)).isEqualTo("sent by Echo");
        assertThat(OriginWords.of("rule 2 Boiler", WORDS)).isEqualTo("sent by rule 2 Boiler");
        assertThat(OriginWords.of("rule 3", WORDS)).isEqualTo("sent by rule 3");
        assertThat(OriginWords.of("forward DEVICE 7", WORDS)).isEqualTo("forwarded, DEVICE 7");
        assertThat(OriginWords.of("rule", WORDS)).isEqualTo("sent by rule");
        assertThat(OriginWords.of("<html>\u202E", WORDS)).isEqualTo("sent by <html>\\u202E");
    }

    @Test
    void whatWasSentByItselfHasAPillBesideItsOtherOne() {
        assertThat(tags("好", "echo")).containsExactly("auto", "UTF-8");
        assertThat(tags("OK", "rule 1")).containsExactly("auto");
        assertThat(tags("OK", "")).isEmpty();
    }

    private static java.util.List<String> tags(String text, String origin) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Row row = new Row(
                0, Row.Kind.SENT, 0, 1, new InetSocketAddress("127.0.0.1", 1), null, 0, bytes.length, bytes, origin);
        return MessageText.of(row, new Lens(null, peer -> Encoding.UTF_8), TextForm.TEXT, WORDS)
                .tags();
    }
}
