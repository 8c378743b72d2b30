package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.FramingKinds;
import dev.earshot.codec.framing.FramingPresets;
import dev.earshot.codec.framing.MessageSplitter;
import dev.earshot.codec.framing.RowEnds;
import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random inputs end in a result or in a {@link Problem}, and never in anything else. */
class CodecFuzzTest {
    private static final List<String> FRAMING_PIECES = List.of(
            "lines",
            "delimiter",
            "fixed",
            "length",
            "silence",
            "marks",
            "heads",
            "varint",
            "decimal",
            "block",
            "received",
            ":",
            ":",
            ",",
            ",",
            "0",
            "1",
            "2",
            "4",
            "-1",
            "+2",
            "99999999999",
            "67108864",
            "be",
            "le",
            "whole",
            "0D0A",
            "7E",
            "?",
            "..",
            "=",
            "escape=7D",
            "stuffing",
            "slip",
            "hdlc",
            "cobs",
            " wait:",
            "never",
            "1500",
            " ",
            "\t",
            "*",
            "|");
    private static final List<String> HEX_PIECES = List.of(
            "00",
            "0D",
            "0x",
            "0x41,",
            " ",
            "\n",
            ":",
            "-",
            ",",
            "{",
            "}",
            "b'",
            "\\x00",
            "'",
            "\"",
            "|",
            "0000",
            "00000010",
            "00000000: ",
            "  61 62 63  |abc|",
            "0000   61 62",
            "*\n",
            "byte[] b = {",
            "};",
            "0b1",
            "u8",
            "5z",
            "(byte)0xFF");

    @Test
    void streamsAreSplitWithoutLossHoweverTheyAreRead() throws Problem {
        List<Framing> framings = new ArrayList<>();
        FramingKinds.ALL.forEach(kind -> framings.add(kind.defaultFraming()));
        FramingPresets.builtIn().all().forEach(preset -> framings.add(preset.framing()));
        framings.add(Framing.parse("lines wait:never"));
        Fuzz.run(6_000, random -> split(framings.get(random.nextInt(framings.size())), random));
    }

    private static void split(Framing framing, Random random) {
        byte[] stream = RandomInput.bytes(random, 600);
        MessageSplitter splitter = new MessageSplitter(
                framing, open -> open % 7 == 0, () -> Encoding.all().get(0));
        RowEnds ends = new RowEnds();
        long begun = 0;
        for (int at = 0; at < stream.length; ) {
            int length = Math.min(1 + random.nextInt(random.nextBoolean() ? 3 : 300), stream.length - at);
            if (random.nextInt(20) == 0) {
                splitter.endBySilence(ends);
                begun = rising(framing, ends, begun, at, 0);
            }
            if (random.nextBoolean()) {
                splitter.read(stream, at, length, random.nextInt(3_000), ends);
            } else {
                splitter.send(stream, at, length, random.nextInt(4) == 0, random.nextBoolean(), ends);
            }
            begun = rising(framing, ends, begun, at, length);
            at += length;
            assertThat(splitter.openLength()).as("%s at %d", framing, at).isEqualTo((int) (at - begun));
            assertThat(splitter.silenceMillis()).isNotNegative();
        }
        splitter.end(ends);
        assertThat(splitter.openLength()).isZero();
    }

    private static long rising(Framing framing, RowEnds ends, long begun, int at, int length) {
        long last = begun;
        for (int i = 0; i < ends.count(); i++) {
            long end = at + ends.get(i);
            assertThat(end).as("%s at %d", framing, at).isGreaterThan(last).isLessThanOrEqualTo(at + length);
            last = end;
        }
        return last;
    }

    @Test
    void framingsAreReadOrRefused() {
        Fuzz.run(20_000, random -> {
            String typed = RandomInput.text(random, FRAMING_PIECES, 8);
            try {
                Framing framing = FramingPresets.builtIn().parse(typed);
                assertThat(Framing.parse(framing.toString())).as(typed).isEqualTo(framing);
                split(framing, random);
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.");
            }
        });
    }

    @Test
    void framingsOfAFileAreReadOrRefused() throws IOException {
        String good;
        try (InputStream in = FramingPresets.class.getResourceAsStream("framings.json")) {
            good = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Fuzz.run(400, random -> {
            try {
                assertThat(FramingPresets.builtIn()
                                .with(RandomInput.damaged(random, good), "f.json")
                                .all())
                        .isNotEmpty();
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.");
            }
        });
    }

    @Test
    void hexIsReadOrRefusedAtAPlace() {
        Fuzz.run(20_000, random -> {
            String typed = random.nextInt(3) == 0
                    ? RandomInput.damaged(random, HexDump.print(RandomInput.bytes(random, 80)))
                    : RandomInput.text(random, HEX_PIECES, 12);
            for (Reading reading : List.<Reading>of(Hex::parse, PastedHex::parse, CodecFuzzTest::byLines)) {
                try {
                    reading.read(typed);
                } catch (Problem e) {
                    assertThat(e.position()).as(typed).isBetween(-1, typed.length());
                }
            }
        });
    }

    /** Reads hex digits. */
    private interface Reading {
        byte[] read(String typed) throws Problem;
    }

    private static byte[] byLines(String typed) throws Problem {
        HexLines lines = new HexLines();
        for (String line : typed.split("\n", -1)) {
            lines.next(line);
        }
        lines.end();
        return new byte[0];
    }

    @Test
    void typedTextIsEncodedOrRefusedAtAPlace() {
        Fuzz.run(10_000, random -> {
            String typed = RandomInput.text(
                    random, List.of("\\r", "\\x", "\\x0", "\\xFF", "\\u", "\\u4F60", "\\", "a", "你"), 12);
            Encoding encoding = any(random);
            LineEnding ending = LineEnding.values()[random.nextInt(LineEnding.values().length)];
            try {
                Payload.text(typed, encoding, random.nextInt(4) > 0, ending);
            } catch (Problem e) {
                assertThat(e.position()).as(typed).isBetween(-1, typed.length());
            }
        });
    }

    private static Encoding any(Random random) {
        return Encoding.all().get(random.nextInt(Encoding.all().size()));
    }

    @Test
    void anyBytesAreTextInEveryEncoding() {
        Fuzz.run(20_000, random -> {
            Encoding encoding = any(random);
            byte[] bytes = RandomInput.bytes(random, 120);
            String text = TextDecoder.decode(encoding, bytes, 0, bytes.length);
            int[] pairs = random.ints(6, 0, bytes.length + 1).sorted().toArray();
            int[] places = TextDecoder.placesInText(text, encoding, bytes, pairs);
            for (int i = 1; i < places.length; i++) {
                assertThat(places[i]).isBetween(places[i - 1], text.length());
            }
            TextDecoder.endsInsideCharacter(encoding, bytes, 0, bytes.length);
            assertThat(VisibleText.of(text))
                    .doesNotContainPattern("[\\x00-\\x1F\\x7F-\\x9F\u202A-\u202E\u2066-\u2069]");
        });
    }

    @Test
    void theEncodingIsGuessedFromAnyBytes() {
        Fuzz.run(10_000, random -> {
            EncodingEvidence evidence = new EncodingEvidence();
            for (int rows = random.nextInt(6); rows > 0; rows--) {
                byte[] row = RandomInput.bytes(random, 100);
                evidence.vote(row, 0, row.length);
                evidence.voteBeginning(row, row.length / 2, row.length - row.length / 2);
            }
            assertThat(evidence.verdict()).isNotNull();
        });
    }

    /** The beginnings of streams, of which the protocols are recognised. */
    private static final List<byte[]> BEGINNINGS = Stream.of(
                    "GET /a HTTP/1.1\r\nHost: x\r\n\r\n",
                    "SSH-2.0-OpenSSH_9.6\r\n",
                    "PROXY TCP4 1.2.3.4 5.6.7.8 9 10\r\n",
                    "\r\n\r\n\0\r\nQUIT\n\u0021\u0011\0\u000c",
                    "\u0010\u0016\0\u0004MQTT\u0004\u0002\0<\0\ncafe",
                    "\u0016\u0003\u0001\0\u00c0\u0001\0\0\u00bc\u0003\u0003" + "r".repeat(32)
                            + "\u0000\0\u0002\u0013\u0001\u0001\0" + "\0\u0016\0\0\0\u0012\0\u0010\0\0\rexample.local")
            .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
            .toList();

    @Test
    void theProtocolIsRecognisedInAnyBytesHoweverTheyAreRead() {
        Fuzz.run(20_000, random -> {
            byte[] stream = RandomInput.damaged(random, BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            ProtocolDetector whole = new ProtocolDetector(random.nextBoolean());
            whole.read(stream, 0, stream.length);
            assertThat(whole.detail()).doesNotContain("\n", "\r", "\0", "\u001B");
        });
        Fuzz.run(5_000, random -> {
            byte[] stream = RandomInput.damaged(random, BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            ProtocolDetector whole = new ProtocolDetector(true);
            ProtocolDetector single = new ProtocolDetector(true);
            whole.read(stream, 0, stream.length);
            for (int i = 0; i < stream.length; i++) {
                single.read(stream, i, 1);
            }
            assertThat(single.protocol()).isEqualTo(whole.protocol());
            assertThat(single.detail()).isEqualTo(whole.detail());
        });
    }

    @Test
    void jsonOfAnyKindIsReadOrRefused() {
        Fuzz.run(5_000, random -> {
            String deep = "[".repeat(random.nextInt(3) == 0 ? 100_000 : 3);
            String text = RandomInput.text(
                    random,
                    List.of("{", "}", "[", "]", "\"a\"", ":", ",", "1", "1e9", "null", "true", "\"", "\\u12", deep),
                    20);
            try {
                JsonFields fields = JsonFields.parse("{\"a\":" + text, "x.json");
                fields.text("a");
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.json");
            }
        });
    }

    @Test
    void expressionsAreCompiledOrRefused() {
        List<String> pieces = List.of(
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "?",
                "*",
                "+",
                "|",
                "\\",
                "\\p{",
                "\\N{",
                "\\x{",
                "\\k<",
                "(?<",
                "(?",
                "a",
                "1",
                "^",
                "&&",
                "\\Q",
                "\\E",
                "\\c",
                "\\0",
                "\\u",
                "-",
                ",",
                "99999999",
                "$",
                "(?x)",
                "#",
                "(?<=",
                "é");
        Fuzz.run(20_000, random -> {
            String typed = RandomInput.text(random, pieces, 14);
            try {
                RegularExpression.matcher(RegularExpression.compile(typed, "problem.x"), "aaa1aaa", 10_000)
                        .find();
            } catch (RegularExpression.TooLongException | StackOverflowError e) {
                assertThat(e).isNotNull(); // declared
            } catch (Problem e) {
                assertThat(e.position()).as(typed).isBetween(0, typed.length());
            }
        });
    }

    /** Found by the test above: an empty expression is repeated without reading a character. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{99999999,}", "(){2147483647}", "((){9999}){9999}", "a|(?:^){00999999999}", "x{9999999999999}"})
    void manyRepetitionsAreRefusedAtTheirPlace(String typed) {
        assertThatThrownBy(() -> RegularExpression.compile(typed, "problem.x"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.position()).isBetween(0, typed.length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{1000}b{1000}", "([0-9A-F]{1,4}:){7}[0-9A-F]{1,4}", "\\d{0,65535}$"})
    void usualRepetitionsAreCompiled(String typed) throws Problem {
        assertThat(RegularExpression.compile(typed, "problem.x").pattern()).isEqualTo(typed);
    }
}
