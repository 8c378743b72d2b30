package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksumTest {
    private static final byte[] CHECK = Samples.bytes("123456789", Encoding.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "sum8, DD, DD, DD",
        "XOR, 31, 31, 31",
        "CRC-8, F4, F4, F4",
        "CRC-16/MODBUS, 4B37, 4B 37, 37 4B",
        "CRC-16/CCITT-FALSE, 29B1, 29 B1, B1 29",
        "CRC-32, CBF43926, CB F4 39 26, 26 39 F4 CB"
    })
    void checkValuesAreThoseOfTheCatalogue(String name, String check, String big, String little) {
        Checksum checksum = Checksum.named(name).orElseThrow();
        long value = checksum.of(CHECK, 0, CHECK.length);
        assertThat(value).isEqualTo(Long.parseLong(check, 16));
        assertThat(checksum.label()).isEqualTo(name);
        assertThat(checksum.size()).isEqualTo(check.length() / 2);
        assertThat(checksum.bytes(value, false)).isEqualTo(Samples.bytes(big));
        assertThat(checksum.bytes(value, true)).isEqualTo(Samples.bytes(little));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheGivenRangeIsSummed(Checksum checksum) {
        byte[] among = Samples.bytes("!!!123456789!!", Encoding.UTF_8);
        assertThat(checksum.of(among, 3, 9)).isEqualTo(checksum.of(CHECK, 0, 9));
    }

    @ParameterizedTest
    @CsvSource({"SUM8, 0", "XOR, 0", "CRC_8, 0", "CRC_16_MODBUS, 65535", "CRC_16_CCITT_FALSE, 65535", "CRC_32, 0"})
    void anEmptyRangeHasAChecksum(Checksum checksum, long value) {
        assertThat(checksum.of(CHECK, 4, 0)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "crc-16/modbus, CRC_16_MODBUS",
        "modbus, CRC_16_MODBUS",
        "CRC-16/IBM-3740, CRC_16_CCITT_FALSE",
        "Crc-32/Iso-Hdlc, CRC_32",
        "crc-8/smbus, CRC_8",
        "bcc, XOR",
        "' SUM8 ', SUM8"
    })
    void namesAreReadInAnyCaseAndUnderBothNames(String name, Checksum checksum) {
        assertThat(Checksum.named(name)).contains(checksum);
    }

    @Test
    void similarNamesOfTheCatalogueAreNotGuessed() {
        assertThat(Checksum.named("CRC-16")).isEmpty();
        assertThat(Checksum.named("")).isEmpty();
    }

    /** The frame 01 03 00 64 00 02 of Modbus over serial line (Application Protocol V1.1b3) ends with its low byte. */
    @Test
    void modbusSendsTheLowByteFirst() {
        byte[] frame = Samples.bytes("01 03 00 64 00 02");
        Checksum modbus = Checksum.CRC_16_MODBUS;
        assertThat(modbus.bytes(modbus.of(frame, 0, 6), modbus.usuallyLittle())).isEqualTo(Samples.bytes("85 D4"));
    }
}
