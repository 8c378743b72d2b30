package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksumTest {
    private static final byte[] CHECK = Samples.bytes("123456789", Encoding.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "sum8, DD, DD, DD",
        "sum16, 01DD, 01 DD, DD 01",
        "sum8/inverted, 22, 22, 22",
        "LRC, 23, 23, 23",
        "XOR, 31, 31, 31",
        "Internet, F62A, F6 2A, 2A F6",
        "Fletcher-16, 1EDE, 1E DE, DE 1E",
        "Fletcher-32, DF09D509, DF 09 D5 09, 09 D5 09 DF",
        "Adler-32, 091E01DE, 09 1E 01 DE, DE 01 1E 09",
        "CRC-8, F4, F4, F4",
        "CRC-16/MODBUS, 4B37, 4B 37, 37 4B",
        "CRC-16/CCITT-FALSE, 29B1, 29 B1, B1 29",
        "CRC-32, CBF43926, CB F4 39 26, 26 39 F4 CB",
        "CRC-40/GSM, D4164FC646, D4 16 4F C6 46, 46 C6 4F 16 D4"
    })
    void aChecksumIsSentWithEitherByteFirst(String name, String check, String big, String little) {
        Checksum checksum = Checksum.named(name).orElseThrow();
        long value = checksum.of(CHECK, 0, CHECK.length);
        assertThat(value).isEqualTo(Long.parseLong(check, 16));
        assertThat(checksum.label()).isEqualTo(name);
        assertThat(checksum.size()).isEqualTo(check.length() / 2);
        assertThat(checksum.bytes(value, false)).isEqualTo(Samples.bytes(big));
        assertThat(checksum.bytes(value, true)).isEqualTo(Samples.bytes(little));
    }

    /** The examples of the articles about Fletcher's checksum and Adler-32 that people compare theirs with. */
    @ParameterizedTest
    @CsvSource({
        "Fletcher-16, abcde, C8F0",
        "Fletcher-16, abcdef, 2057",
        "Fletcher-16, abcdefgh, 0627",
        "Fletcher-32, abcde, F04FC729",
        "Fletcher-32, abcdef, 56502D2A",
        "Fletcher-32, abcdefgh, EBE19591",
        "Adler-32, Wikipedia, 11E60398"
    })
    void sumsAreThoseOfTheLiterature(String name, String text, String value) {
        byte[] bytes = Samples.bytes(text, Encoding.UTF_8);
        assertThat(Checksum.named(name).orElseThrow().of(bytes, 0, bytes.length))
                .isEqualTo(Long.parseLong(value, 16));
    }

    /** RFC 1071, section 3: the words 0001 F203 F4F5 F6F7 have the sum DDF2 before it is complemented. */
    @Test
    void theInternetChecksumIsThatOfItsRfc() {
        byte[] bytes = Samples.bytes("00 01 F2 03 F4 F5 F6 F7");
        assertThat(Checksum.named("internet").orElseThrow().of(bytes, 0, 8)).isEqualTo(~0xDDF2 & 0xFFFF);
    }

    /** The Modbus ASCII request 01 03 00 00 00 0A ends with F2, the XBee frame data 08 52 4E 4A with 0D. */
    @Test
    void sumsAreComplementedAsTheirProtocolsDo() {
        assertThat(Checksum.named("LRC").orElseThrow().of(Samples.bytes("01 03 00 00 00 0A"), 0, 6))
                .isEqualTo(0xF2);
        assertThat(Checksum.named("xbee").orElseThrow().of(Samples.bytes("08 52 4E 4A"), 0, 4))
                .isEqualTo(0x0D);
    }

    static Iterable<Checksum> all() {
        return Checksum.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlyTheGivenRangeIsSummed(Checksum checksum) {
        byte[] among = Samples.bytes("!!!123456789!!", Encoding.UTF_8);
        assertThat(checksum.of(among, 3, 9)).isEqualTo(checksum.of(CHECK, 0, 9));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aChecksumFitsIntoItsBytes(Checksum checksum) {
        byte[] noise = Samples.noise(new Random(Samples.SEED), 1000);
        long value = checksum.of(noise, 0, noise.length);
        assertThat(checksum.size()).isBetween(1, 8);
        assertThat(checksum.size() == 8 ? 0 : value >>> 8 * checksum.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sum8, 0", "XOR, 0", "CRC-8, 0", "CRC-16/MODBUS, 65535", "CRC-16/CCITT-FALSE, 65535", "CRC-32, 0"})
    void anEmptyRangeHasAChecksum(String name, long value) {
        assertThat(Checksum.named(name).orElseThrow().of(CHECK, 4, 0)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "crc-16/modbus, CRC-16/MODBUS",
        "modbus, CRC-16/MODBUS",
        "CRC16_MODBUS, CRC-16/MODBUS",
        "CRC-16/IBM-3740, CRC-16/CCITT-FALSE",
        "ccitt-false, CRC-16/CCITT-FALSE",
        "Crc-32/Iso-Hdlc, CRC-32",
        "crc32c, CRC-32C",
        "CRC-32/ISCSI, CRC-32C",
        "crc-8/smbus, CRC-8",
        "x25, CRC-16/X-25",
        "CRC-16/IBM-SDLC, CRC-16/X-25",
        "CRC-ITU, CRC-16/X-25",
        "XMODEM, CRC-16/XMODEM",
        "kermit, CRC-16/KERMIT",
        "ARC, CRC-16/ARC",
        "crc16/ibm, CRC-16/ARC",
        "crc64xz, CRC-64/XZ",
        "CRC-16 (Modbus), CRC-16/MODBUS",
        "MODBUS RTU, CRC-16/MODBUS",
        "DNP3, CRC-16/DNP",
        "CRC8-Dallas, CRC-8/MAXIM-DOW",
        "crc16_dallas, CRC-16/MAXIM-DOW",
        "J1850, CRC-8/SAE-J1850",
        "wM-Bus, CRC-16/EN-13757",
        "FCS16, CRC-16/X-25",
        "checksum8, sum8",
        "XOR8, XOR",
        "bcc, XOR",
        "fletcher16, Fletcher-16",
        "' SUM8 ', sum8"
    })
    void namesAreReadInAnyCaseAndUnderAllTheirForms(String name, String label) {
        assertThat(Checksum.named(name)).map(Checksum::label).contains(label);
    }

    @Test
    void similarNamesOfTheCatalogueAreNotGuessed() {
        assertThat(Checksum.named("CRC-16")).isEmpty();
        assertThat(Checksum.named("CRC-16/CCITT"))
                .as("four different ones are called so")
                .isEmpty();
        assertThat(Checksum.named("CCITT")).isEmpty();
        assertThat(Checksum.named("Dallas")).as("of 8 or of 16 bits").isEmpty();
        assertThat(Checksum.named("USB")).as("of 5 or of 16 bits").isEmpty();
        assertThat(Checksum.named("")).isEmpty();
    }

    @Test
    void anUnknownNameIsAnsweredWithSimilarOnesOrWithTheCommonOnes() {
        assertThat(Checksum.suggestions("CRC-16/CC").split(", "))
                .containsExactly("CRC-16/CCITT-FALSE", "CRC-16/KERMIT");
        assertThat(Checksum.suggestions("CRC-17/")).isEqualTo("CRC-17/CAN-FD");
        assertThat(Checksum.suggestions("no such")).contains("sum8", "CRC-16/MODBUS", "CRC-32");
        for (String name : Checksum.suggestions("").split(", ")) {
            assertThat(Checksum.named(name)).map(Checksum::label).contains(name);
        }
    }

    /** The frame 01 03 00 64 00 02 of Modbus over serial line (Application Protocol V1.1b3) ends with its low byte. */
    @Test
    void modbusSendsTheLowByteFirst() {
        byte[] frame = Samples.bytes("01 03 00 64 00 02");
        Checksum modbus = Checksum.named("CRC-16/MODBUS").orElseThrow();
        assertThat(modbus.bytes(modbus.of(frame, 0, 6), modbus.usuallyLittle())).isEqualTo(Samples.bytes("85 D4"));
    }
}
