package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.codec.framing.DelimiterFraming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedHexTest {
    private static final String HELLO = "48 65 6C 6C 6F";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "48h 65h 6Ch 6ch 6Fh",
                "$48 $65 $6C $6c $6F",
                "48 65 6C $6C $6F",
                "&H48 &H65, &H6C &H6C &H6F",
                "%48%65%6C%6c%6F",
                "x48 x65 x6C x6C x6F",
                "(byte) 0x48, 0x65, (byte)0x6C, 0x6C, 0x6F",
                "[48][65][6C][6C][6F]",
                "<48><65><6C><6C><6F>\n",
                "bytes.fromhex('48 65 6C6C6F')",
                "new Uint8Array([72, 101, 108, 108, 111])",
                "00000000: 4865 6c6c 6f                             Hello",
                "00000000: 4865 6c6c 6f                             Hello\n",
                "00000000: 4865 6c6c 6f",
                "0000000: 4865 6c6c 6f                                Hello",
                "00000010: 4865 6c6c 6f                             Hello",
                "\u00A000000000:\u00A04865 6c6c 6f\u00A0\u00A0\u00A0Hello",
                "00000000  48 65 6c 6c 6f                                    |Hello|\n00000005\n",
                "00000000  48 65 6c 6c 6f                                    |Hello|\r\n00000005\r\n",
                "00000000  48 65 6c 6c 6f  |Hello|",
                "0000   48 65 6c 6c 6f                                    Hello",
                "0000   48 65 6c 6c 6f",
                "0000  48 65 6c 6c 6f                                    Hello\n\n",
                "\n\n  0000  48 65 6c 6c 6f   Hello",
                "\t0x0000:  4865 6c6c 6f                             Hello",
                "0000000 48 65 6c 6c 6f\n0000005\n",
                "000000 48 65 6c 6c 6f                                   >Hello<\n000005",
                "\\x48\\x65\\x6c\\x6c\\x6f",
                "\\x48 \\x65, \\154\\154\\157\n",
                "\"\\x48ello\"",
                "'Hell\\x6f'",
                "b'Hello'",
                "b\"Hel\" b'lo'",
                "data = (b'He'\n        b'llo')",
                "const char *s = \"\\x48\\145\"\n  \"llo\";",
                "\"\\x48\\x65\" \\\n\"\\x6c\\x6c\\x6f\"",
                "bytearray(b'Hello')",
                "{0x48, 0x65, 0x6c, 0x6C, 0x6f}",
                "{ 0x48,0x65,0x6c,0x6c,0x6f, };",
                "[0x48, 0x65, 'l', 'l', 0x6f]",
                "{72, 101, 108, 108, 111}",
                "bytes([72, 101, 108, 108, 111])",
                "{48, 65, 6C, 6C, 6F}",
                "{48 65 6C 6C 6F}",
                "new byte[] {(byte) 0x48, 0x65, 0x6c, 0x6c, 0x6f};",
                "[]byte{0x48, 0x65, 0x6c, 0x6c, 0x6f}",
                "uint8_t x[5] = { /* one */ 0x48, // two\n 0x65, 0x6c, 0x6c, 0x6f };",
                "48:65:6c:6c:6f",
                "48-65-6C-6C-6F",
                "0x48 0x65 0x6c 0x6c 0x6f"
            })
    void eachFormIsRecognized(String typed) throws Problem {
        assertThat(print(PastedHex.parse(typed))).isEqualTo(HELLO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000 1234",
                "0000 0001 0002",
                "00000000 48656C6C 6F",
                "0000  12 34",
                "0000 11\n0001 22",
                "0000 12 34\n0002 56 78",
                "0001   12 34",
                "1234: 48 65",
                "12345678: 90",
                "00:00: 12",
                "0000 41 42 AB",
                "00000000\n48 65",
                "00000000",
                "4865 6c6c\n4865 6c6c",
                "DEADBEEF  00 01\nDEADBEEF  00 02",
                "0x0000 0x0001",
                "0000  12  34"
            })
    void plainHexStaysPlainUnlessItIsCertainlyADump(String typed) throws Problem {
        assertThat(PastedHex.find(typed)).isEmpty();
        assertThat(PastedHex.parse(typed)).isEqualTo(Hex.parse(typed));
    }

    @Test
    void whatIsPrintedInEachFormIsReadAgain() throws Problem {
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 600; round++) {
            byte[] b = bytes(random, 1 + random.nextInt(round < 500 ? 70 : 3000));
            for (Map.Entry<String, Function<byte[], String>> form :
                    HexDumps.all().entrySet()) {
                String printed = form.getValue().apply(b);
                assertThat(print(PastedHex.parse(printed)))
                        .as("%s, seed %d round %d:%n%s", form.getKey(), Samples.SEED, round, printed)
                        .isEqualTo(print(b));
            }
        }
    }

    @Test
    void theRowsOfADumpThatComeOneByOneGiveTheSameBytes() throws Problem {
        Random random = new Random(Samples.SEED + 1);
        for (int round = 0; round < 300; round++) {
            byte[] b = bytes(random, 1 + random.nextInt(120));
            for (Map.Entry<String, Function<byte[], String>> form :
                    HexDumps.all().entrySet()) {
                String printed = form.getValue().apply(b);
                if (!printed.contains("\n")
                        || !Character.isDigit(printed.strip().charAt(0))) {
                    continue;
                }
                HexLines lines = new HexLines();
                StringBuilder all = new StringBuilder();
                for (String line : printed.split("\n")) {
                    all.append(' ').append(print(lines.next(line)));
                }
                lines.end();
                boolean certain =
                        !form.getKey().startsWith("od -t") && !form.getKey().endsWith("hex");
                if (certain || b.length > 15) {
                    assertThat(all.toString().strip().replaceAll(" +", " "))
                            .as("%s, round %d:%n%s", form.getKey(), round, printed)
                            .isEqualTo(print(b));
                }
            }
        }
    }

    /** Makes bytes that look like offsets, digits and columns more often than noise does. */
    private static byte[] bytes(Random random, int count) {
        byte[] b = new byte[count];
        String columns = "0123456789abcdef 41 42  00 |*:><.\\'\"";
        int kind = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            b[i] = switch (kind) {
                case 0 -> (byte) random.nextInt(256);
                case 1 -> (byte) columns.charAt(random.nextInt(columns.length()));
                case 2 -> (byte) (i / 50);
                case 3 -> (byte) ' ';
                default -> (byte) (random.nextBoolean() ? ' ' + random.nextInt(95) : random.nextInt(256));
            };
        }
        return b;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xxd",
                "xxd -u -c 7 -g 1",
                "xxd -g 4",
                "xxd -a",
                "xxd -i",
                "xxd -p",
                "hexdump -C",
                "hexdump -v -C",
                "od -A x -t x1z",
                "od -t x1"
            })
    void theOutputOfTheRealProgramIsRead(String command, @TempDir Path folder) throws Exception {
        Random random = new Random(Samples.SEED + 2);
        for (int count : new int[] {1, 5, 8, 9, 16, 17, 40, 300}) {
            byte[] b = bytes(random, count);
            String printed = output(folder, command, b);
            assertThat(print(PastedHex.parse(printed)))
                    .as("%s of %d:%n%s", command, count, printed)
                    .isEqualTo(print(b));
        }
        String zeros = output(folder, command, new byte[100]);
        assertThat(PastedHex.parse(zeros)).as(zeros).isEqualTo(new byte[100]);
    }

    private static String output(Path folder, String command, byte[] b) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("data"), b);
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.add(file.toString());
        Process process;
        try {
            process = new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, words.get(0) + " is not installed");
            return "";
        }
        String printed = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    @Test
    void repeatedRowsAreExpandedAndDumpsBehindEachOtherAreJoined() throws Problem {
        String rows = "00000000  01 02 03 04 05 06 07 08  09 0a 0b 0c 0d 0e 0f 10  |................|\n";
        byte[] row = Hex.parse("01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10");
        assertThat(PastedHex.parse(rows + "*\n00000030\n"))
                .hasSize(48)
                .startsWith(row)
                .endsWith(row);
        assertThat(PastedHex.parse(rows + "*\n00000020  ff  |.|\n00000021\n"))
                .hasSize(33)
                .endsWith(0xFF);
        assertThat(PastedHex.parse(rows + "00000010\n" + rows + "00000010\n")).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({
        "'00000000  41 42  |AB|\n*', problem.hex.dump.repeat, 22",
        "'00000000  41 42  |AB|\n*\n00000003', problem.hex.dump.repeat, 22",
        "'00000000  41 42  |AB|\n*\n0fffffff0', problem.hex.dump.large, 22",
        "'00000000  41 42  |AB|\n00000010  41  |A|', problem.hex.dump.offset, 22",
        "'00000000: 4142  AB\nhello', problem.hex.dump.row, 19",
        "'00000000: 4142  AB\n41 42', problem.hex.dump.row, 19",
        "'00000000: 6c6c6548 206f206f  Hello o', problem.hex.dump.words, 0",
        "'0000000 6548 6c6c 006f\n0000005', problem.hex.dump.words, 0",
        "'00000000: 4142  41 43', problem.hex.dump.text, 0",
        "'b''a\u00E9', problem.hex.literal.character, 3",
        "'b''a', problem.hex.literal.open, 1",
        "'b''a\n''', problem.hex.literal.open, 1",
        "'(b''a''', problem.hex.literal.open, 0",
        "'{0x41', problem.hex.literal.open, 0",
        "'\\x41B', problem.hex.literal.bare, 4",
        "'{0x41} 42', problem.hex.literal.after, 7",
        "'b''\\q''', problem.hex.literal.escape, 2",
        "'b''\\x4''', problem.escape.digits, 2",
        "'\\', problem.escape.unfinished, 0",
        "'b''\\400''', problem.hex.literal.large, 2",
        "'{0x41, x}', problem.hex.literal.number, 7",
        "'{0x41, 0x142}', problem.hex.literal.large, 7",
        "'{1, 256}', problem.hex.literal.large, 4",
        "'{10, 20}', problem.hex.literal.base, 1",
        "'[48 65]', problem.hex.literal.base, 1",
        "'{0x41, 10}', problem.hex.literal.base, 7",
        "'{100, 010}', problem.hex.literal.base, 1"
    })
    void aMistakeIsReportedWithItsPosition(String typed, String key, int position) {
        Problem problem = catchThrowableOfType(Problem.class, () -> PastedHex.parse(typed));
        assertThat(problem).as(typed).isNotNull();
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"4865\"", "'Hello'", "rb'\\x00'", "hello", "48 GG", "${counter}", "(48) 65", "5", "=48"})
    void everythingElseIsReadAsPlainHex(String typed) throws Problem {
        assertThat(PastedHex.find(typed)).isEmpty();
    }

    @Test
    void randomInputCausesNothingButProblemsInTheText() {
        Random random = new Random(Samples.SEED + 3);
        String alphabet = "0000 41 42  ::||**\n\n\t\\\\xb''\"\"{}[](),0x;=/*é<>.ABab";
        for (int round = 0; round < 100_000; round++) {
            StringBuilder typed = new StringBuilder(random.nextBoolean() ? "0000  41 42  AB\n" : "");
            for (int i = random.nextInt(20); i > 0; i--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                PastedHex.parse(typed.toString());
            } catch (Problem problem) {
                assertThat(problem.position()).as(typed.toString()).isBetween(0, typed.length() - 1);
            }
        }
    }

    @Test
    void longTextsOfAnyFormAreReadOrRefusedWithoutOverflow() {
        int size = 1 << 20;
        for (String start : new String[] {"", "0000 ", "00000000: ", "{", "b'", "\\x00", "{/*", "data = ", "("}) {
            for (String rest : new String[] {"0", "00 ", " ", "\n", "0x00,", "\\x00", "a", "/*", "(byte)", "\"\" "}) {
                String typed = start + rest.repeat(size / rest.length());
                assertThatCode(() -> {
                            try {
                                PastedHex.parse(typed);
                            } catch (Problem problem) {
                                assertThat(problem.position()).isBetween(0, typed.length() - 1);
                            }
                        })
                        .as(start + " and " + rest)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aDelimiterIsReadInTheSameForms() throws Problem {
        for (String typed : new String[] {"0D0A", "\\r\\n", "{0x0D, 0x0A}", "0000   0d 0a   .."}) {
            assertThat(DelimiterFraming.parse(typed)).isEqualTo(new DelimiterFraming("0D0A"));
        }
    }

    private static String print(byte[] b) {
        return Hex.print(b, 0, b.length);
    }
}
