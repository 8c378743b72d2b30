package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as programs print them, of which each has its own form. */
class PastedFormsTest {
    private static final byte[] EXPECTED = Samples.bytes("0103000AC5CD");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01.03.00.0A.C5.CD",
                "01|03|00|0A|C5|CD",
                "01_03_00_0A_C5_CD",
                "01/03/00/0A/C5/CD",
                "01，03，00，0A，C5，CD",
                "01、03；00：0A, C5; CD",
                "0x1 0x3 0x0 0xA 0xC5 0xCD",
                "0x1,0x3,0x0,0xa,0xc5,0xcd",
                "<0103000a c5cd>",
                "<Buffer 01 03 00 0a c5 cd>",
                "{length = 6, bytes = 0x0103000ac5cd}",
                "X'0103000AC5CD'",
                "h'0103000ac5cd'",
                "<<1,3,0,10,197,205>>",
                "<<0x01,0x03,0x00,0x0A,0xC5,0xCD>>",
                "vec![0x01, 0x03, 0x00, 0x0a, 0xc5, 0xcd];",
                "Buffer.from(\"0103000ac5cd\", \"hex\")",
                "binascii.unhexlify('0103000ac5cd')",
                "hex!(\"01 03 00 0a c5 cd\")",
                "HexFormat.of().parseHex(\"0103000ac5cd\");",
                "bytes.fromhex('01 03 00 0a c5 cd')",
                "\\\\x01\\\\x03\\\\x00\\\\x0a\\\\xc5\\\\xcd",
                "b\"\\u0001\\u0003\\u0000\\n\\xC5\\xCD\"",
                "/* Frame (6 bytes) */\nstatic const unsigned char pkt1[6] = {\n0x01, 0x03, /* .. */\n0x00, 0x0a, 0xc5, 0xcd\n};"
            })
    void eachFormIsRead(String typed) throws Problem {
        assertThat(PastedHex.parse(typed)).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "           00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\r\n\r\n"
                        + "00000000   48 65 6C 6C 6F 20 77 6F 72 6C 64 2C 20 79 6F 75  Hello world, you\r\n"
                        + "00000010   0D 0A                                            ..\r\n",
                "   Label: String (System.String) <0DB13E9A>\n\n"
                        + "          Offset Bytes                                           Ascii\n"
                        + "                 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\n"
                        + "          ------ ----------------------------------------------- -----\n"
                        + "0000000000000000 48 65 6C 6C 6F 20 77 6F 72 6C 64 2C 20 79 6F 75 Hello world, you\n"
                        + "0000000000000010 0D 0A                                           \uFFFD\uFFFD\n",
                "Offset(h) 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\n\n"
                        + "00000040  48 65 6C 6C 6F 20 77 6F 72 6C 64 2C 20 79 6F 75  Hello world, you\n"
                        + "00000050  0D 0A                                            ..\n"
            })
    void aDumpMayHaveItsColumnsNumbered(String dump) throws Problem {
        assertThat(PastedHex.parse(dump)).isEqualTo(Samples.bytes("48656C6C6F20776F726C642C20796F75 0D0A"));
    }

    @Test
    void whatMayBeSomethingElseStaysRefused() throws Problem {
        for (String typed : new String[] {
            "{length = 99, bytes = 0x01030000 ... 0ac5cd}",
            "\"\\u00E9\"",
            "'01 03'",
            "<12>",
            "<<1, 256>>",
            "<<1, 2",
            "0x"
        }) {
            assertThat(catchThrowableOfType(Problem.class, () -> PastedHex.parse(typed)))
                    .as(typed)
                    .isNotNull();
        }
        assertThat(PastedHex.parse("00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F\n00 01"))
                .as("no dump follows")
                .hasSize(18);
    }

    @Test
    void halfAByteIsToldAtItsPlace() {
        Problem problem = catchThrowableOfType(Problem.class, () -> PastedHex.parse(" bytes.fromhex('01 0')"));
        assertThat(problem.key()).isEqualTo("problem.hex.odd");
        assertThat(problem.position()).isEqualTo(19);
    }
}
