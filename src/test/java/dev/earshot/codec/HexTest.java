package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "48 65 6C",
                "0x48,0x65,0x6c",
                "0X48, 0X65, 0X6C",
                "48656C",
                "48656c",
                "4865 6C",
                "0x48656C",
                "48:65:6C",
                "48-65-6C",
                "48;65;6C;",
                " \t48\r\n65\n6C ",
                "48\u00A065\u30006C"
            })
    void commonNotationsOfBytesAreParsed(String typed) throws Problem {
        assertThat(Hex.parse(typed)).containsExactly(0x48, 0x65, 0x6C);
    }

    @Test
    void anEmptyTextHasNoBytes() throws Problem {
        assertThat(Hex.parse("")).isEmpty();
        assertThat(Hex.parse(" ,\n")).isEmpty();
        assertThat(Hex.print(new byte[0], 0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5, problem.hex.odd, 0, 5",
        "48 6, problem.hex.odd, 3, 6",
        "'486 5C', problem.hex.odd, 2, 6",
        "48656, problem.hex.odd, 4, 6",
        "GG, problem.hex.digit, 0, G",
        "48 4G, problem.hex.digit, 4, G",
        "48h, problem.hex.digit, 2, h",
        "'48 0x4', problem.hex.odd, 5, 4",
        "'0x 01', problem.hex.prefix, 0, 0x",
        "'48,0X', problem.hex.prefix, 3, 0X",
        "0x480x65, problem.hex.digit, 5, x",
        "48😀, problem.hex.digit, 2, 😀",
        "'48 \u202E', problem.hex.digit, 3, \\u202E",
        "4\u0664, problem.hex.digit, 1, \u0664",
        "48 ４８, problem.hex.fullwidth, 3, ４",
        "4８, problem.hex.fullwidth, 1, ８",
        "ＦＦ, problem.hex.fullwidth, 0, Ｆ"
    })
    void aMistakeIsReportedWithPositionAndCharacter(String typed, String key, int position, String shown) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Hex.parse(typed));
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.arguments()).extracting(Object::toString).startsWith("" + (position + 1), shown);
    }

    @Test
    void aFullWidthCharacterIsAnsweredWithItsNarrowOne() {
        Problem problem = catchThrowableOfType(Problem.class, () -> Hex.parse("48Ｆ"));
        assertThat(problem.arguments()).extracting(Object::toString).containsExactly("3", "Ｆ", "F");
    }

    @Test
    void printedBytesAreParsedAgain() throws Problem {
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 2_000; round++) {
            byte[] b = Samples.noise(random, 100);
            String printed = Hex.print(b, 0, b.length);
            assertThat(Hex.parse(printed)).as(printed).isEqualTo(b);
            assertThat(Hex.parse(printed.toLowerCase(Locale.ROOT).replace(" ", "")))
                    .isEqualTo(b);
        }
    }

    @Test
    void aRangeIsPrinted() {
        assertThat(Hex.print(Samples.bytes("0048656CFF"), 1, 3)).isEqualTo("48 65 6C");
    }

    @Test
    void tenMebibytesAreParsed() throws Problem {
        byte[] b = new byte[10 << 20];
        new Random(Samples.SEED).nextBytes(b);
        assertThat(Arrays.equals(Hex.parse(Hex.print(b, 0, b.length)), b)).isTrue();
    }
}
