package dev.earshot.reply.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.reply.Samples;
import dev.earshot.reply.rules.Match.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {
    @ParameterizedTest
    @CsvSource({
        "EQUALS, bye, bye, true",
        "EQUALS, bye, 'bye\n', true",
        "EQUALS, bye, 'bye\r\n', true",
        "EQUALS, bye, 'bye\n\n', false",
        "EQUALS, bye, 'bye\r', true",
        "EQUALS, bye, 'bye\r\0', true",
        "EQUALS, bye, 'bye\r\r', false",
        "EQUALS, bye, 'bye ', false",
        "EQUALS, bye, Bye, false",
        "EQUALS, '', '\r\n', true",
        "EQUALS, '', x, false",
        "CONTAINS, temp, 'a temp=1\n', true",
        "CONTAINS, temp, 'a tem\n', false",
        "CONTAINS, 度, 温度, true",
        "CONTAINS, aab, aaab, true",
        "STARTS, GET, 'GET 1\n', true",
        "STARTS, GET, GE, false",
        "STARTS, GET, ' GET', false",
        "ENDS, 说bye, 'ann说bye\r\n', true",
        "ENDS, bye, 'bye!', false",
        "ENDS, bye, ye, false",
        "EXPRESSION, '(^|说)bye$', 'bob说bye\n', true",
        "EXPRESSION, '(^|说)bye$', 'goodbye\n', false",
        "EXPRESSION, '^$', '\r\n', true",
        "ANY, '', x, true",
        "ANY, '', '', true"
    })
    void aTextIsComparedWithoutTheLineEnding(Kind kind, String pattern, String message, boolean matches)
            throws Problem {
        for (Encoding encoding : new Encoding[] {Encoding.UTF_8, Encoding.GBK}) {
            byte[] bytes = message.getBytes(encoding.writeCharset());
            assertThat(new Match(kind, pattern).compile().match(bytes, encoding) != null)
                    .as("%s", encoding)
                    .isEqualTo(matches);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EF BB BF", "UTF-16LE, FF FE", "UTF-16BE, FE FF"})
    void aByteOrderMarkIsLeftOutOfComparisons(String name, String mark) throws Problem {
        Encoding encoding = Encoding.named(name);
        byte[] text = "LOGIN 7\r\n".getBytes(encoding.writeCharset());
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(Samples.hex(mark));
        message.writeBytes(text);
        byte[] bytes = message.toByteArray();
        assertThat(new Match(Kind.EQUALS, "LOGIN 7").compile().match(bytes, encoding))
                .isNotNull();
        assertThat(new Match(Kind.EQUALS, "\\uFEFFLOGIN 7").compile().match(bytes, encoding))
                .isNotNull();
        assertThat(new Match(Kind.STARTS, "LOGIN").compile().match(bytes, encoding))
                .isNotNull();
        assertThat(new Match(Kind.EQUALS, "OGIN 7").compile().match(bytes, encoding))
                .isNull();
        MatchCaptures found =
                new Match(Kind.EXPRESSION, "^LOGIN (\\d)$").compile().match(bytes, encoding);
        assertThat(new String(found.get(0), encoding.readCharset())).isEqualTo("LOGIN 7");
        assertThat(new String(found.get(1), encoding.readCharset())).isEqualTo("7");
        String hex = HexFormat.of().formatHex(text);
        assertThat(new Match(Kind.HEX, hex).compile().match(bytes, encoding)).isNotNull();
        assertThat(new Match(Kind.HEX, mark + hex).compile().match(bytes, encoding))
                .isNotNull();
    }

    @Test
    void bytesAreComparedAndNotTheDecodedText() throws Problem {
        // Both messages are decoded as one U+FFFD.
        assertThat(test(Kind.EQUALS, "\\xFF", Samples.hex("FF"))).isTrue();
        assertThat(test(Kind.EQUALS, "\\xFF", Samples.hex("FE"))).isFalse();
        assertThat(test(Kind.EQUALS, "\uFFFD", Samples.hex("FE"))).isFalse();
        assertThat(test(Kind.STARTS, "\\x02id\\t", Samples.hex("02 69 64 09 41")))
                .isTrue();
    }

    @Test
    void aPatternThatTheEncodingLacksMatchesNothing() throws Problem {
        MessageMatcher latin = new Match(Kind.CONTAINS, "温").compile();
        assertThat(latin.match("?".getBytes(StandardCharsets.ISO_8859_1), Encoding.named("ISO-8859-1")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "01 03, 01 03, true",
        "0103, 01 03, true",
        "'0x01,0x03', 01 03, true",
        "01 03, 01 03 0A, false",
        "01 ??, 01 0A, true",
        "01 ??, 01, false",
        "01 *, 01, true",
        "01 *, 01 02 03, true",
        "01 *, 02, false",
        "*, '', true",
        "?? (03) ??, 01 03 01, true",
        "4? ?1, 4F 21, true",
        "4? ?1, 4F 22, false",
        "4??1, 40 01, true",
        "4? *, 50, false",
        "01 * 02, 01 02, true",
        "01 * 02, 01 02 03 02, true",
        "01 * 02, 01 02 03, false",
        "01 * 01, 01, false",
        "* 0D 0A, 0D 0A, true",
        "* 0D 0A, 0D 0D 0A, true",
        "01 {u8}* FF, 01 02 AA BB FF, true",
        "01 {u8}* FF, 01 00 FF, true",
        "01 {u8}* FF, 01 02 AA FF, false",
        "01 {u8}* FF, 01, false",
        "{u16}* {u16le}*, 00 01 AA 01 00 BB, true",
        "{u16}* {u16le}*, 00 01 AA 00 01 BB, false",
        "{u24}* {u24le}*, 00 00 01 AA 01 00 00 BB, true",
        "{u32} *, FF FF FF FF, false",
        "{u32}, FF FF FF FF, true",
        "30 {varint}*, 30 02 AA BB, true",
        "30 {varint} 41 *, 30 80 01 41, true",
        "30 {varint} 41 *, 30 80 41, false",
        "30 {varint}, 30 80 80 80 80 80 00, false",
        "30 {varint}* *, 30 01 AA BB CC, true",
        "01 0A, 01 0A, true",
        "01, 01 0A, false"
    })
    void hexIsComparedWithTheWholeMessage(String pattern, String message, boolean matches) throws Problem {
        assertThat(test(Kind.HEX, pattern, Samples.hex(message))).isEqualTo(matches);
    }

    @Test
    void bracketsInHexAreCaptures() throws Problem {
        Match match = new Match(Kind.HEX, "(?? ??) 00 00 00 06 (??) 03 () (*)");
        assertThat(match.compile().captures()).isEqualTo(4);
        MatchCaptures captures = match.compile().match(Samples.hex("12 34 00 00 00 06 01 03 00 64 0A"), Encoding.UTF_8);
        assertThat(captures.get(0)).as("binary ends with no line").hasSize(11);
        assertThat(captures.get(1)).isEqualTo(Samples.hex("12 34"));
        assertThat(captures.get(2)).isEqualTo(Samples.hex("01"));
        assertThat(captures.get(3)).isEmpty();
        assertThat(captures.get(4)).isEqualTo(Samples.hex("00 64 0A"));
        assertThat(captures.get(5)).isEmpty();
    }

    /** The serial of a tracker stands before the end of its frames, an identifier of MQTT behind a counted name. */
    @Test
    void capturesStandBehindPiecesOfAnyLength() throws Problem {
        MessageMatcher serial = new Match(Kind.HEX, "78 78 ?? (??) (*) (?? ??) ?? ?? 0D 0A").compile();
        MatchCaptures captures = serial.match(Samples.hex("78 78 06 22 AA 00 07 12 34 0D 0A"), Encoding.UTF_8);
        assertThat(captures.get(1)).isEqualTo(Samples.hex("22"));
        assertThat(captures.get(2)).isEqualTo(Samples.hex("AA"));
        assertThat(captures.get(3)).isEqualTo(Samples.hex("00 07"));
        MessageMatcher identifier = new Match(Kind.HEX, "32 {varint} {u16}(*) (?? ??) (*)").compile();
        captures = identifier.match(Samples.hex("32 09 00 03 61 2F 62 12 34 68 69"), Encoding.UTF_8);
        assertThat(captures.get(1)).isEqualTo(Samples.hex("61 2F 62"));
        assertThat(captures.get(2)).isEqualTo(Samples.hex("12 34"));
        assertThat(captures.get(3)).isEqualTo(Samples.hex("68 69"));
        MessageMatcher across = new Match(Kind.HEX, "01 (02 * 03) 04").compile();
        captures = across.match(Samples.hex("01 02 AA 03 04"), Encoding.UTF_8);
        assertThat(captures.get(1)).isEqualTo(Samples.hex("02 AA 03"));
    }

    @Test
    void capturesOfAnExpressionAreTheOriginalBytes() throws Problem {
        MessageMatcher matching = new Match(Kind.EXPRESSION, "^(.*)说(\\w+)(x)?(.*)$").compile();
        byte[] message = concat(Samples.gbk("小"), Samples.hex("FF"), Samples.gbk("明说bye你"), Samples.hex("80 0D 0A"));
        MatchCaptures captures = matching.match(message, Encoding.GBK);
        assertThat(captures.get(0)).isEqualTo(Arrays.copyOf(message, message.length - 2));
        assertThat(captures.get(1)).isEqualTo(concat(Samples.gbk("小"), Samples.hex("FF"), Samples.gbk("明")));
        assertThat(captures.get(2)).isEqualTo(Samples.gbk("bye"));
        assertThat(captures.get(3)).isEmpty();
        assertThat(captures.get(4)).isEqualTo(concat(Samples.gbk("你"), Samples.hex("80")));
    }

    /** 说 is CB B5 in GBK, which is a letter in UTF-8; a client that sends little else never reveals its encoding. */
    @Test
    void aMessageThatMayBeEitherEncodingIsMatchedInBoth() throws Problem {
        MessageMatcher leave = new Match(Kind.EXPRESSION, "^(.*)说bye$").compile();
        MatchCaptures captures = leave.match(Samples.gbk("bob说bye\n"), Encoding.UTF_8);
        assertThat(captures.get(1)).isEqualTo(Samples.utf8("bob"));
        assertThat(leave.match(Samples.utf8("bob说bye\n"), Encoding.UTF_8)).isNotNull();
        assertThat(new Match(Kind.ENDS, "说bye").compile().match(Samples.gbk("bob说bye"), Encoding.UTF_8))
                .isNotNull();
        assertThat(leave.match(Samples.gbk("bob说bye"), Encoding.named("ISO-8859-1")))
                .isNull();
        // A pair of bytes that is not valid UTF-8 is not ambiguous.
        assertThat(new Match(Kind.CONTAINS, "温").compile().match(Samples.gbk("温 你"), Encoding.UTF_8))
                .isNull();
    }

    @Test
    void anExpressionHasAtMostNineCaptures() throws Problem {
        MessageMatcher matching = new Match(Kind.EXPRESSION, "(.)".repeat(12)).compile();
        assertThat(matching.captures()).isEqualTo(MatchCaptures.MOST);
        assertThat(matching.match(Samples.utf8("abcdefghijkl"), Encoding.UTF_8).get(9))
                .isEqualTo(Samples.utf8("i"));
    }

    @Test
    void anExpressionThatBacktracksForEverIsGivenUp() throws Problem {
        MessageMatcher matching = new Match(Kind.EXPRESSION, "^(x+x+)+\\1y$").compile();
        assertThat(matching.match(Samples.utf8("x".repeat(200)), Encoding.UTF_8))
                .isNull();
        assertThat(matching.givenUp()).isOne();
        assertThat(matching.match(Samples.utf8("xxxxxxy"), Encoding.UTF_8)).isNotNull();
        assertThat(matching.givenUp()).isOne();
    }

    @Test
    void anExpressionThatNestsTooDeeplyIsGivenUp() throws Problem {
        MessageMatcher matching = new Match(Kind.EXPRESSION, "^(a|b)*$").compile();
        assertThat(matching.match(Samples.utf8("ab".repeat(300_000)), Encoding.UTF_8))
                .isNull();
        assertThat(matching.givenUp()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTAINS, 'a\\q', problem.escape.unknown, 1",
        "CONTAINS, '', problem.match.empty, 0",
        "EXPRESSION, 'a(b', problem.match.expression, 2",
        "EXPRESSION, '*a', problem.match.expression, 0",
        "EXPRESSION, '', problem.match.empty, 0",
        "WHERE, '', problem.match.empty, 0",
        "WHERE, 'temp >', problem.position, 5",
        "WHERE, 'a = 1 ; b', problem.position, 6",
        "HEX, '', problem.match.empty, 0",
        "HEX, '()', problem.match.empty, 0",
        "HEX, '01 0', problem.hex.odd, 3",
        "HEX, '01 xy', problem.hex.digit, 3",
        "HEX, '01 ?', problem.hex.digit, 3",
        "HEX, '01 4(8', problem.hex.odd, 3",
        "HEX, '01 (02', problem.match.bracket, 3",
        "HEX, '01 02)', problem.match.bracket, 5",
        "HEX, '((01) 02)', problem.match.bracket, 1",
        "HEX, '01 * 02 *', problem.match.star, 8",
        "HEX, '01 **', problem.match.star, 4",
        "HEX, '01 4 ?', problem.hex.odd, 3",
        "HEX, '{u16', problem.match.number, 0",
        "HEX, '01 {u20}*', problem.match.number, 3",
        "HEX, '01 {4}', problem.match.number, 3",
        "HEX, '01 * {u8}', problem.match.behind, 5",
        "HEX, '01 u8}', problem.hex.digit, 3",
        "HEX, '(1)(2)', problem.hex.odd, 1",
        "HEX, ()()()()()()()()()(01), problem.match.captures, 18"
    })
    void aWrongPatternIsReportedWithItsPosition(Kind kind, String pattern, String key, int position) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new Match(kind, pattern).check());
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "(((", "a{2", "[", "\\", "(?<n>a)\\k<m>", "*"})
    void aProblemOfAnExpressionHasAPositionInIt(String pattern) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new Match(Kind.EXPRESSION, pattern).check());
        assertThat(problem.position()).isBetween(0, pattern.length() - 1);
    }

    @ParameterizedTest
    @EnumSource
    void noPatternAndNoMessageCausesMoreThanAProblem(Kind kind) {
        Random random = new Random(20260117);
        String alphabet = "()*?0aF9 {u8}\\x$[+|你\uD83D\uDE00\n";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(10); i > 0; i--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] message = new byte[random.nextInt(8)];
            random.nextBytes(message);
            try {
                new Match(kind, typed.toString()).compile().match(message, Encoding.GBK);
            } catch (Problem problem) {
                assertThat(problem.position()).as(typed.toString()).isBetween(0, Math.max(0, typed.length() - 1));
            }
        }
    }

    private static boolean test(Kind kind, String pattern, byte[] message) throws Problem {
        return new Match(kind, pattern).compile().match(message, Encoding.UTF_8) != null;
    }

    private static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
