package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteStuffingTest {
    @ParameterizedTest
    @CsvSource({
        "jt808, 30 7E 08 7D 55, 30 7D 02 08 7D 01 55",
        "jt809, 5B 5A 5D 5E 01, 5A 01 5A 02 5E 01 5E 02 01",
        "hdlc, 7E 7D 11 5E, 7D 5E 7D 5D 11 5E",
        "ppp, 7E 7D 11 5E, 7D 5E 7D 5D 7D 31 5E",
        "slip, C0 DB DC 01, DB DC DB DD DC 01",
        "dle, 10 02 10 03, 10 10 02 10 10 03",
        "JT808, 7E, 7D 02",
        "'7e=7d02, 7d=7d01', 7E 7D, 7D 02 7D 01",
        "cobs, '', 01",
        "cobs, 00, 01 01",
        "cobs, 00 00, 01 01 01",
        "cobs, 00 11 00, 01 02 11 01",
        "cobs, 11 22 00 33, 03 11 22 02 33",
        "cobs, 11 00 00 00, 02 11 01 01 01"
    })
    void contentsAreStuffedAndComeBack(String name, String contents, String stuffed) throws Problem {
        ByteStuffing stuffing = ByteStuffing.parse(name);
        assertThat(stuffing.stuff(Samples.bytes(contents))).isEqualTo(Samples.bytes(stuffed));
        assertThat(stuffing.unstuff(Samples.bytes(stuffed))).contains(Samples.bytes(contents));
    }

    /** The examples 7 to 11 of the article about COBS: 254 bytes that are not 00 need no further length. */
    @Test
    void aFullRunOfCobsStandsForNoZero() throws Problem {
        ByteStuffing cobs = ByteStuffing.parse("cobs");
        byte[] run = new byte[254];
        for (int i = 0; i < run.length; i++) {
            run[i] = (byte) (i + 1);
        }
        byte[] stuffed = cobs.stuff(run);
        assertThat(stuffed).hasSize(255).startsWith(0xFF, 1, 2).endsWith(0xFE);
        byte[] longer = Arrays.copyOf(run, 255);
        longer[254] = (byte) 0xFF;
        assertThat(cobs.stuff(longer)).hasSize(257).endsWith(0xFE, 2, 0xFF);
        longer[254] = 0;
        assertThat(cobs.stuff(longer)).hasSize(257).endsWith(0xFE, 1, 1);
        assertThat(cobs.unstuff(cobs.stuff(longer))).contains(longer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jt808", "jt809", "hdlc", "ppp", "slip", "dle", "cobs"})
    void everyContentsComesBackAndHoldsNoMark(String name) throws Problem {
        ByteStuffing stuffing = ByteStuffing.parse(name);
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 500; round++) {
            byte[] contents = Samples.noise(random, 1500);
            for (int i = 0; i < contents.length; i++) {
                contents[i] &= (byte) (round % 2 == 0 ? 0xFF : 0x7F);
            }
            byte[] stuffed = stuffing.stuff(contents);
            assertThat(stuffing.unstuff(stuffed)).contains(contents);
            byte mark = switch (name) {
                case "slip" -> (byte) 0xC0;
                case "jt809" -> 0x5B;
                case "cobs" -> 0;
                default -> 0x7E;
            };
            if (!name.equals("dle")) {
                assertThat(stuffed).doesNotContain(mark);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jt808, 01 7D",
        "jt808, 7D 03",
        "hdlc, 7D",
        "slip, DB 01",
        "dle, 10 03",
        "cobs, ''",
        "cobs, 00",
        "cobs, 05 01 02",
        "cobs, 03 01 00"
    })
    void whatNoContentsGivesIsNotUnstuffed(String name, String stuffed) throws Problem {
        assertThat(ByteStuffing.parse(name).unstuff(Samples.bytes(stuffed))).isEmpty();
    }

    /** RFC 1662, section 4.2: a receiver undoes whatever follows the escape. */
    @Test
    void hdlcUnderstandsEveryEscapedByte() throws Problem {
        assertThat(ByteStuffing.parse("hdlc").unstuff(Samples.bytes("7D 21 7D 5E 41")))
                .contains(Samples.bytes("01 7E 41"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jt807", "7E", "7E=7D", "7E=7D02", "7E=7D02,7D=7D02", "7E=7D02,7E=7D01", "7E=7D02;7D=7D01"})
    void pairsThatCannotBeToldApartAreRefused(String typed) {
        Problem problem = catchThrowableOfType(Problem.class, () -> ByteStuffing.parse(typed));
        assertThat(problem.key()).isEqualTo("problem.stuffing");
        assertThat((String) problem.arguments().get(1)).contains("jt808", "slip", "cobs");
    }
}
