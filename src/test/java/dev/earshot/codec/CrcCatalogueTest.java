package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrcCatalogueTest {
    private static final byte[] CHECK = Samples.bytes("123456789", Encoding.UTF_8);

    /** The check value is that of the ASCII digits 1 to 9, as the catalogue gives it under the catalogue's name. */
    @ParameterizedTest
    @CsvSource({
        "CRC-3/GSM, 4",
        "CRC-3/ROHC, 6",
        "CRC-4/G-704, 7",
        "CRC-4/INTERLAKEN, B",
        "CRC-5/EPC-C1G2, 00",
        "CRC-5/G-704, 07",
        "CRC-5/USB, 19",
        "CRC-6/CDMA2000-A, 0D",
        "CRC-6/CDMA2000-B, 3B",
        "CRC-6/DARC, 26",
        "CRC-6/G-704, 06",
        "CRC-6/GSM, 13",
        "CRC-7/MMC, 75",
        "CRC-7/ROHC, 53",
        "CRC-7/UMTS, 61",
        "CRC-8/AUTOSAR, DF",
        "CRC-8/BLUETOOTH, 26",
        "CRC-8/CDMA2000, DA",
        "CRC-8/DARC, 15",
        "CRC-8/DVB-S2, BC",
        "CRC-8/GSM-A, 37",
        "CRC-8/GSM-B, 94",
        "CRC-8/HITAG, B4",
        "CRC-8/I-432-1, A1",
        "CRC-8/I-CODE, 7E",
        "CRC-8/LTE, EA",
        "CRC-8/MAXIM-DOW, A1",
        "CRC-8/MIFARE-MAD, 99",
        "CRC-8/NRSC-5, F7",
        "CRC-8/OPENSAFETY, 3E",
        "CRC-8/ROHC, D0",
        "CRC-8/SAE-J1850, 4B",
        "CRC-8/SMBUS, F4",
        "CRC-8/TECH-3250, 97",
        "CRC-8/WCDMA, 25",
        "CRC-10/ATM, 199",
        "CRC-10/CDMA2000, 233",
        "CRC-10/GSM, 12A",
        "CRC-11/FLEXRAY, 5A3",
        "CRC-11/UMTS, 061",
        "CRC-12/CDMA2000, D4D",
        "CRC-12/DECT, F5B",
        "CRC-12/GSM, B34",
        "CRC-12/UMTS, DAF",
        "CRC-13/BBC, 04FA",
        "CRC-14/DARC, 082D",
        "CRC-14/GSM, 30AE",
        "CRC-15/CAN, 059E",
        "CRC-15/MPT1327, 2566",
        "CRC-16/ARC, BB3D",
        "CRC-16/CDMA2000, 4C06",
        "CRC-16/CMS, AEE7",
        "CRC-16/DDS-110, 9ECF",
        "CRC-16/DECT-R, 007E",
        "CRC-16/DECT-X, 007F",
        "CRC-16/DNP, EA82",
        "CRC-16/EN-13757, C2B7",
        "CRC-16/GENIBUS, D64E",
        "CRC-16/GSM, CE3C",
        "CRC-16/IBM-3740, 29B1",
        "CRC-16/IBM-SDLC, 906E",
        "CRC-16/ISO-IEC-14443-3-A, BF05",
        "CRC-16/KERMIT, 2189",
        "CRC-16/LJ1200, BDF4",
        "CRC-16/M17, 772B",
        "CRC-16/MAXIM-DOW, 44C2",
        "CRC-16/MCRF4XX, 6F91",
        "CRC-16/MODBUS, 4B37",
        "CRC-16/NRSC-5, A066",
        "CRC-16/OPENSAFETY-A, 5D38",
        "CRC-16/OPENSAFETY-B, 20FE",
        "CRC-16/PROFIBUS, A819",
        "CRC-16/RIELLO, 63D0",
        "CRC-16/SPI-FUJITSU, E5CC",
        "CRC-16/T10-DIF, D0DB",
        "CRC-16/TELEDISK, 0FB3",
        "CRC-16/TMS37157, 26B1",
        "CRC-16/UMTS, FEE8",
        "CRC-16/USB, B4C8",
        "CRC-16/XMODEM, 31C3",
        "CRC-17/CAN-FD, 04F03",
        "CRC-21/CAN-FD, 0ED841",
        "CRC-24/BLE, C25A56",
        "CRC-24/FLEXRAY-A, 7979BD",
        "CRC-24/FLEXRAY-B, 1F23B8",
        "CRC-24/INTERLAKEN, B4F3E6",
        "CRC-24/LTE-A, CDE703",
        "CRC-24/LTE-B, 23EF52",
        "CRC-24/OPENPGP, 21CF02",
        "CRC-24/OS-9, 200FA5",
        "CRC-30/CDMA, 04C34ABF",
        "CRC-31/PHILIPS, 0CE9E46C",
        "CRC-32/AIXM, 3010BF7F",
        "CRC-32/AUTOSAR, 1697D06A",
        "CRC-32/BASE91-D, 87315576",
        "CRC-32/BZIP2, FC891918",
        "CRC-32/CD-ROM-EDC, 6EC2EDC4",
        "CRC-32/CKSUM, 765E7680",
        "CRC-32/ISCSI, E3069283",
        "CRC-32/ISO-HDLC, CBF43926",
        "CRC-32/JAMCRC, 340BC6D9",
        "CRC-32/MEF, D2C22F51",
        "CRC-32/MPEG-2, 0376E6E7",
        "CRC-32/XFER, BD0BE338",
        "CRC-40/GSM, D4164FC646",
        "CRC-64/ECMA-182, 6C40DF5F0B497347",
        "CRC-64/GO-ISO, B90956C775A41001",
        "CRC-64/MS, 75D4B74F024ECEEA",
        "CRC-64/NVME, AE8B14860A799888",
        "CRC-64/REDIS, E9C6D914C4B8D9CA",
        "CRC-64/WE, 62EC59E3F1A4F00A",
        "CRC-64/XZ, 995DC9BBDF1939FA"
    })
    void theCheckValueIsThatOfTheCatalogue(String name, String check) {
        Checksum checksum = Checksum.named(name).orElseThrow();
        assertThat(Long.toHexString(checksum.of(CHECK, 0, CHECK.length)))
                .isEqualToIgnoringCase(check.replaceFirst("^0+(?=.)", ""));
        assertThat(checksum.size()).isEqualTo((check.length() + 1) / 2);
    }

    @Test
    void noCheckOfTheCatalogueIsMissingOrListedTwice() {
        Set<CrcParameters> parameters = CrcCatalogue.entries().stream()
                .map(CrcCatalogue.Entry::parameters)
                .collect(Collectors.toSet());
        assertThat(CrcCatalogue.entries()).hasSize(112);
        assertThat(parameters).hasSameSizeAs(CrcCatalogue.entries());
    }

    @Test
    void theParametersOfEachCheckSayTheSameAsItsName() {
        for (CrcCatalogue.Entry entry : CrcCatalogue.entries()) {
            Checksum typed = Checksum.named(entry.parameters().toString()).orElseThrow();
            assertThat(typed.of(CHECK, 0, 9))
                    .isEqualTo(Checksum.named(entry.label()).orElseThrow().of(CHECK, 0, 9));
            assertThat(Checksum.named(typed.label())).contains(typed);
            assertThat(typed.label()).doesNotContain(" ", ",", ":");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crc16;poly=1021;init=FFFF;refin;refout;xorout=FFFF",
                "CRC-16; poly=0x1021; init=0xffff; refin; refout; xorout=0xffff",
                "xorout=ffff refout=true refin=true init=ffff poly=1021 width=16",
                "width=16 poly=0x1021 init=0xffff refin=true refout=true xorout=0xffff check=0x906e residue=0xf0b8"
                        + "  name=\"CRC-16/IBM-SDLC\""
            })
    void parametersAreReadAsTypedOrAsTheCatalogueWritesThem(String typed) {
        Checksum checksum = Checksum.named(typed).orElseThrow();
        assertThat(checksum.of(CHECK, 0, 9)).isEqualTo(0x906E);
        assertThat(checksum.label()).isEqualTo("crc16;poly=1021;init=FFFF;refin;refout;xorout=FFFF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crc16",
                "crc16;init=1",
                "crc2;poly=3",
                "crc65;poly=3",
                "crc8;poly=107",
                "crc8;poly=7;init=-1",
                "crc8;poly=7;refin=yes",
                "crc8;poly=7;poly=9",
                "crc8;poly=7;reflected",
                "crc8;poly=",
                "poly=7"
            })
    void parametersThatSayNothingClearAreRefused(String typed) {
        assertThat(Checksum.named(typed)).isEmpty();
    }

    /** Compares with the JDK over lengths that the check value does not have. */
    @Test
    void longMessagesHaveTheChecksOfTheJdk() {
        byte[] noise = Samples.noise(new Random(Samples.SEED), 100_000);
        CRC32 crc32 = new CRC32();
        CRC32C crc32c = new CRC32C();
        crc32.update(noise);
        crc32c.update(noise);
        assertThat(Checksum.named("CRC-32").orElseThrow().of(noise, 0, noise.length))
                .isEqualTo(crc32.getValue());
        assertThat(Checksum.named("CRC-32C").orElseThrow().of(noise, 0, noise.length))
                .isEqualTo(crc32c.getValue());
    }
}
