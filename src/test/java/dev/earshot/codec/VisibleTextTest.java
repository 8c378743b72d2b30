package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.VisibleText.Run;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void textWithNothingToMarkIsTheSameInstance() {
        for (String s :
                new String[] {"", "plain ~", Samples.MIXED.replaceAll("[\r\n]", ""), "e\u0301 ไม้ \uFFFD <html>"}) {
            assertThat(VisibleText.of(s)).isSameAs(s);
        }
    }

    @Test
    void controlsAreShownAsTheEscapesThatTheSendBoxAccepts() {
        assertThat(VisibleText.of("a\tb\r\nc\0\u001B[2J\u007F")).isEqualTo("a\\tb\\r\\nc\\x00\\x1B[2J\\x7F");
        assertThat(VisibleText.of("\u0080\u0085\u009F")).isEqualTo("\\u0080\\u0085\\u009F");
        assertThat(VisibleText.of("\u2028\u2029")).isEqualTo("\\u2028\\u2029");
    }

    @Test
    void hiddenAndReorderingCharactersAreMarked() {
        int[][] ranges = {
            {0x00, 0x1F},
            {0x7F, 0x9F},
            {0x061C, 0x061C},
            {0x200B, 0x200F},
            {0x2028, 0x202E},
            {0x2060, 0x2064},
            {0x2066, 0x2069},
            {0xFEFF, 0xFEFF},
            {0xFFF9, 0xFFFB},
            {0xD800, 0xDFFF},
            {0xE0001, 0xE0001}
        };
        for (int[] range : ranges) {
            for (int c = range[0]; c <= range[1]; c++) {
                String s = "a" + Character.toString(c) + "b";
                assertThat(VisibleText.of(s))
                        .as("%04X", c)
                        .matches("a(\\\\[trn]|\\\\x[0-9A-F]{2}|(\\\\u[0-9A-F]{4})+)b");
            }
        }
    }

    @Test
    void anEscapedTextTypedBackIsTheTextAgain() throws Problem {
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 5_000; round++) {
            String text = hostileText(random).replace("\\", "/").replaceAll("\\p{Cs}", "");
            assertThat(Payload.text(VisibleText.of(text), Encoding.UTF_8, true, LineEnding.NONE))
                    .as("seed %d round %d", Samples.SEED, round)
                    .isEqualTo(Samples.bytes(text, Encoding.UTF_8));
        }
    }

    @Test
    void runsAlternateAndMakeUpTheText() {
        assertThat(VisibleText.runs("")).isEmpty();
        assertThat(VisibleText.runs("abc")).containsExactly(new Run("abc", false));
        assertThat(VisibleText.runs("ab\r\nc\u202E"))
                .containsExactly(
                        new Run("ab", false), new Run("\\r\\n", true), new Run("c", false), new Run("\\u202E", true));
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 5_000; round++) {
            String text = hostileText(random);
            List<Run> runs = VisibleText.runs(text);
            assertThat(runs.stream().map(Run::text).collect(Collectors.joining()))
                    .as("seed %d round %d", Samples.SEED, round)
                    .isEqualTo(VisibleText.of(text));
            for (int i = 0; i < runs.size(); i++) {
                assertThat(runs.get(i).text()).isNotEmpty();
                assertThat(i > 0 && runs.get(i).isEscape() == runs.get(i - 1).isEscape())
                        .isFalse();
            }
            assertThat(VisibleText.of(VisibleText.of(text))).isEqualTo(VisibleText.of(text));
        }
    }

    @Test
    void aReceivedBackslashIsNotEscaped() {
        assertThat(VisibleText.runs("\\n\n")).containsExactly(new Run("\\n", false), new Run("\\n", true));
    }

    @Test
    void theNinthCombiningMarkOnABaseIsMarked() {
        String eight = "a" + "\u0301".repeat(8);
        assertThat(VisibleText.of(eight + "b\u0301")).isEqualTo(eight + "b\u0301");
        assertThat(VisibleText.of(eight + "\u0302\u0303b")).isEqualTo(eight + "\\u0302\\u0303b");
        assertThat(VisibleText.of("a" + "\u0489".repeat(5_000))).hasSize(9 + 6 * 4_992);
    }

    @Test
    void briefTextIsMarkedAndAtMostFortyCharacters() {
        assertThat(VisibleText.brief("a\n")).isEqualTo("a\\n");
        assertThat(VisibleText.brief("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(VisibleText.brief("x".repeat(41))).isEqualTo("x".repeat(39) + "…");
        assertThat(VisibleText.brief("\u202E".repeat(10_000))).hasSize(40).endsWith("…");
        assertThat(VisibleText.brief("x".repeat(38) + "😀😀")).isEqualTo("x".repeat(38) + "…");
    }

    private static String hostileText(Random random) {
        String alphabet = "ab 你\\\t\r\n\0\u001B\u0085\u200B\u202E\u2028\u0301\uFEFF\uD83D\uDE00";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
