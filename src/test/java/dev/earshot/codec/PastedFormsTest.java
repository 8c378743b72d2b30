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
                "\\x0103000ac5cd",
                "\uFEFF01 03\u200900\u202F0A C5 CD\u200B",
                "0x01, 0x03, // ad\n0x00, 0x0A, // face\n0xC5, 0xCD",
                "01H 03H 00H 0AH 0C5H 0CDH",
                "16#01 16#03 16#00 16#0A 16#C5 16#CD",
                "&H1, &H3, &H0, &HA, &HC5, &HCD",
                "{\"type\":\"Buffer\",\"data\":[1,3,0,10,197,205]}",
                "Uint8Array(6) [\n    1, 3, 0,\n    10, 197, 205\n]",
                "Uint8Array.of(1, 3, 0, 10, 197, 205)",
                "array('B', [1, 3, 0, 10, 197, 205])",
                "array([  1,   3,   0,  10, 197, 205], dtype=uint8)",
                "bytes((1, 3, 0, 10, 197, 205))",
                "[]uint8{0x1, 0x3, 0x0, 0xa, 0xc5, 0xcd}",
                "[6]byte{1, 3, 0, 10, 197, 205}",
                "let ask: [u8; 6] = [0x01, 0x03, 0x00, 0x0A, 0xC5, 0xCD];",
                "&[0x01u8, 0x03, 0x00_u8, 10u8, 0xC5, 0xCD]",
                "byteArrayOf(0x01, 0x03, 0x00, 0x0A, 0xC5.toByte(), 0xCD.toByte())",
                "ubyteArrayOf(0x01u, 0x03u, 0x00u, 0x0Au, 0xC5u, 0xCDu)",
                "Data([0x01, 0x03, 0x00, 0x0A, 0xC5, 0xCD])",
                "[byte[]](0x01, 0x03, 0x00, 0x0A, 0xC5, 0xCD)",
                "[byte[]]@(1, 3, 0, 10, 197, 205)",
                "$'\\x01\\x03\\x00\\n\\xc5\\xcd'",
                "printf '\\001\\003\\000\\n\\305\\315' | nc 10.0.0.1 502",
                "echo -ne \"\\x01\\x03\\x00\\n\\xc5\\xcd\"",
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

    /** As gdb, ncat, UltraEdit, strace, OpenSSL, Netty and hexyl print them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x7ffe1000:\t0x01\t0x41\t0xc4\n",
                "0x7ffe1000 <ask+8>:\t0x01\t0x41\t0xc4",
                "[0000]   01 41 C4                                           .A.",
                "00000000h: 01 41 C4                                        ; .A\u00C4",
                " | 00000  01 41 c4                                         .A.              |",
                "0000 - 01 41 c4                                          .A.",
                "0000| 01 41 C4 |.A.|",
                "0x0000 | 01 41 C4 | .A.",
                "         +-------------------------------------------------+\n"
                        + "         |  0  1  2  3  4  5  6  7  8  9  a  b  c  d  e  f |\n"
                        + "+--------+-------------------------------------------------+----------------+\n"
                        + "|00000000| 01 41 c4                                        |.A.             |\n"
                        + "+--------+-------------------------------------------------+----------------+",
                "┌────────┬─────────────────────────┬─────────────────────────┬────────┬────────┐\n"
                        + "│00000000│ 01 41 c4                ┊                         │•A×     ┊        │\n"
                        + "└────────┴─────────────────────────┴─────────────────────────┴────────┴────────┘"
            })
    void columnsMayBeSetApartBySigns(String dump) throws Problem {
        assertThat(PastedHex.parse(dump)).isEqualTo(Samples.bytes("0141C4"));
    }

    @Test
    void rowsOfOpensslHaveADashInTheirMiddle() throws Problem {
        assertThat(PastedHex.parse("0000 - 16 03 01 00 05 01 00 00-01 03 41 42 43 44 45 46   ..........ABCDEF\n"
                        + "0010 - 47 48                                             GH\n"))
                .isEqualTo(Samples.bytes("16030100050100000103414243444546 4748"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000 | 0103 | 0405",
                "0000 - 01 03 04 05",
                "0000 | 01 03 |",
                "0000// 01 03",
                "0000 - 01 03 - 04 05 - 06",
                "0000 | 01 03 04 | 05 06 07",
                "0000| 01 03| 04 05|"
            })
    void signsBetweenPlainDigitsMakeNoDump(String typed) throws Problem {
        assertThat(PastedHex.parse(typed)).isEqualTo(Samples.bytes(typed.replaceAll("[^0-9]", "")));
    }

    /** As NetAssist, socat, tcpdump and curl write it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2026-12-01 10:00:00.123]# RECV HEX FROM 192.168.1.1 :502>\n01 41 C4 ",
                "> 2026/12/01 14:00:00.000123  length=3 from=0 to=2\n 01 41 c4\n--",
                "12:34:56.789012 IP 10.0.0.1.502 > 10.0.0.2.50001: Flags [P.], length 3\n\t0x0000:  0141 c4   .A.\n",
                "=> Send data, 3 bytes (0x3)\n0000: 01 41 c4                                        .A."
            })
    void aLineAboveTheBytesIsLeftOut(String log) throws Problem {
        assertThat(PastedHex.parse(log)).isEqualTo(Samples.bytes("0141C4"));
    }

    @Test
    void copiesOfOursAreReadAgain() throws Problem {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        assertThat(PastedHex.parse(SourceLiteral.printf(all))).isEqualTo(all);
        assertThat(PastedHex.parse(SourceLiteral.pythonBytes(all))).isEqualTo(all);
        assertThat(PastedHex.parse(SourceLiteral.cArray("all", all))).isEqualTo(all);
        assertThat(PastedHex.parse(SourceLiteral.javaArray("all", all))).isEqualTo(all);
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
            "printf '%d\\x01'",
            "{'\\\r\n'}",
            "(1, 3)",
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
    void aLongLineLikeThatOfAFrameIsRefusedAsAnyOther() {
        Problem problem = catchThrowableOfType(Problem.class, () -> PastedHex.parse("| " + "a ".repeat(100_000) + "|"));
        assertThat(problem.key()).isEqualTo("problem.hex.odd");
    }

    @Test
    void halfAByteIsToldAtItsPlace() {
        Problem problem = catchThrowableOfType(Problem.class, () -> PastedHex.parse(" bytes.fromhex('01 0')"));
        assertThat(problem.key()).isEqualTo("problem.hex.odd");
        assertThat(problem.position()).isEqualTo(19);
    }
}
