package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {
    @Test
    void eachProblemReadsWellInBothLanguages() {
        reads(
                () -> Encoding.named("utf8x"),
                "There is no encoding 'utf8x'. Use UTF-8, GBK, GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR,"
                        + " UTF-16LE, UTF-16BE, EBCDIC, or an ISO-8859 or windows-125x one.",
                "没有名为“utf8x”的编码。可用 UTF-8, GBK, GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR, UTF-16LE, UTF-16BE、EBCDIC，或"
                        + " ISO-8859、windows-125x 系列。");
        reads(
                () -> LineEnding.named("nl"),
                "There is no line ending 'nl'. Use none, lf, crlf or cr.",
                "没有名为“nl”的换行方式。可用 none、lf、crlf、cr。");
        reads(
                () -> Hex.parse("48 GG"),
                "'G' at position 4 is not a hex digit. Use 0-9 and A-F.",
                "第 4 个字符“G”不是十六进制数字，只能用 0-9 和 A-F。");
        reads(
                () -> Hex.parse("４"),
                "'４' at position 1 is a full-width character. Use 4 instead.",
                "第 1 个字符“４”是全角字符，请改用半角的 4。");
        reads(
                () -> Hex.parse("5"),
                "The digit 5 at position 1 is only half a byte. Add a 0 before it.",
                "第 1 个字符“5”只有半个字节，请在前面补 0。");
        reads(
                () -> Hex.parse("0x 01"),
                "0x at position 1 needs two hex digits right after it.",
                "第 1 个字符处的 0x 后面要紧跟两位十六进制数字。");
    }

    @Test
    void eachProblemOfTextReadsWellInBothLanguages() {
        reads(
                () -> text("a\\q"),
                "\\q at position 2 is not an escape. Use \\r \\n \\t \\0 \\xNN \\uNNNN, or \\\\ for a backslash.",
                "第 2 个字符处的 \\q 不是转义符。可用 \\r \\n \\t \\0 \\xNN \\uNNNN，反斜杠本身写作 \\\\。");
        reads(
                () -> text("\\"),
                "The backslash at position 1 begins an escape that does not end. Use \\\\ for a backslash.",
                "第 1 个字符处的反斜杠后面缺少内容。反斜杠本身写作 \\\\。");
        reads(() -> text("\\u12"), "\\u at position 1 needs 4 hex digits after it.", "第 1 个字符处的 \\u 后面需要 4 位十六进制数字。");
        reads(
                () -> text("a😀"),
                "1 character cannot be written in GBK (first: 😀 at position 2).",
                "有 1 个字符无法用 GBK 编码（第一个是第 2 个字符“😀”）。");
        reads(
                () -> text("😀".repeat(1_234)),
                "1,234 characters cannot be written in GBK (first: 😀 at position 1).",
                "有 1,234 个字符无法用 GBK 编码（第一个是第 1 个字符“😀”）。");
    }

    private static void text(String typed) throws Problem {
        Payload.text(typed, Encoding.GBK, true, LineEnding.NONE);
    }

    private static void reads(ThrowingCallable mistake, String english, String chinese) {
        Problem problem = catchThrowableOfType(Problem.class, mistake);
        assertThat(words(problem, Locale.ENGLISH)).isEqualTo(english).hasSizeLessThanOrEqualTo(200);
        assertThat(words(problem, Locale.CHINESE)).isEqualTo(chinese);
    }

    private static String words(Problem problem, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "dev.earshot.session.Words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(problem.key()), locale)
                .format(problem.arguments().toArray());
    }
}
