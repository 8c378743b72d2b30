package dev.earshot.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cyclic redundancy checks of the "Catalogue of parametrised CRC algorithms" by Greg Cook
 * (reveng.sourceforge.io/crc-catalogue), all of them but CRC-82/DARC.
 *
 * <p>A line holds the label, the width, polynomial, initial register, {@code refin}, {@code refout}, final exclusive
 * or, and other names. The label is the catalogue's, or the older one where people still know it by that.
 */
final class CrcCatalogue {
    private static final String LINES = """
        CRC-3/GSM 3 3 0 n n 7
        CRC-3/ROHC 3 3 7 y y 0
        CRC-4/G-704 4 3 0 y y 0 CRC-4/ITU
        CRC-4/INTERLAKEN 4 3 F n n F
        CRC-5/EPC-C1G2 5 09 09 n n 0 CRC-5/EPC
        CRC-5/G-704 5 15 0 y y 0 CRC-5/ITU
        CRC-5/USB 5 05 1F y y 1F
        CRC-6/CDMA2000-A 6 27 3F n n 0
        CRC-6/CDMA2000-B 6 07 3F n n 0
        CRC-6/DARC 6 19 0 y y 0
        CRC-6/G-704 6 03 0 y y 0 CRC-6/ITU
        CRC-6/GSM 6 2F 0 n n 3F
        CRC-7/MMC 7 09 0 n n 0 CRC-7
        CRC-7/ROHC 7 4F 7F y y 0
        CRC-7/UMTS 7 45 0 n n 0
        CRC-8 8 07 0 n n 0 CRC-8/SMBUS
        CRC-8/AUTOSAR 8 2F FF n n FF
        CRC-8/BLUETOOTH 8 A7 0 y y 0
        CRC-8/CDMA2000 8 9B FF n n 0
        CRC-8/DARC 8 39 0 y y 0
        CRC-8/DVB-S2 8 D5 0 n n 0
        CRC-8/GSM-A 8 1D 0 n n 0
        CRC-8/GSM-B 8 49 0 n n FF
        CRC-8/HITAG 8 1D FF n n 0
        CRC-8/I-432-1 8 07 0 n n 55 CRC-8/ITU
        CRC-8/I-CODE 8 1D FD n n 0
        CRC-8/LTE 8 9B 0 n n 0
        CRC-8/MAXIM-DOW 8 31 0 y y 0 CRC-8/MAXIM DOW-CRC CRC-8/DALLAS
        CRC-8/MIFARE-MAD 8 1D C7 n n 0
        CRC-8/NRSC-5 8 31 FF n n 0
        CRC-8/OPENSAFETY 8 2F 0 n n 0
        CRC-8/ROHC 8 07 FF y y 0
        CRC-8/SAE-J1850 8 1D FF n n FF CRC-8/J1850
        CRC-8/TECH-3250 8 1D FF y y 0 CRC-8/AES CRC-8/EBU
        CRC-8/WCDMA 8 9B 0 y y 0
        CRC-10/ATM 10 233 0 n n 0 CRC-10 CRC-10/I-610
        CRC-10/CDMA2000 10 3D9 3FF n n 0
        CRC-10/GSM 10 175 0 n n 3FF
        CRC-11/FLEXRAY 11 385 01A n n 0 CRC-11
        CRC-11/UMTS 11 307 0 n n 0
        CRC-12/CDMA2000 12 F13 FFF n n 0
        CRC-12/DECT 12 80F 0 n n 0 X-CRC-12
        CRC-12/GSM 12 D31 0 n n FFF
        CRC-12/UMTS 12 80F 0 n y 0 CRC-12/3GPP
        CRC-13/BBC 13 1CF5 0 n n 0
        CRC-14/DARC 14 0805 0 y y 0
        CRC-14/GSM 14 202D 0 n n 3FFF
        CRC-15/CAN 15 4599 0 n n 0 CRC-15
        CRC-15/MPT1327 15 6815 0 n n 1
        CRC-16/ARC 16 8005 0 y y 0 CRC-16/LHA CRC-16/IBM CRC-IBM
        CRC-16/CCITT-FALSE 16 1021 FFFF n n 0 CRC-16/IBM-3740 CRC-16/AUTOSAR
        CRC-16/CDMA2000 16 C867 FFFF n n 0
        CRC-16/CMS 16 8005 FFFF n n 0
        CRC-16/DDS-110 16 8005 800D n n 0
        CRC-16/DECT-R 16 0589 0 n n 1 R-CRC-16
        CRC-16/DECT-X 16 0589 0 n n 0 X-CRC-16
        CRC-16/DNP 16 3D65 0 y y FFFF CRC-16/DNP3
        CRC-16/EN-13757 16 3D65 0 n n FFFF CRC-16/WM-BUS
        CRC-16/GENIBUS 16 1021 FFFF n n FFFF CRC-16/DARC CRC-16/EPC CRC-16/EPC-C1G2 CRC-16/I-CODE
        CRC-16/GSM 16 1021 0 n n FFFF
        CRC-16/ISO-IEC-14443-3-A 16 1021 C6C6 y y 0 CRC-A
        CRC-16/KERMIT 16 1021 0 y y 0 CRC-16/CCITT-TRUE CRC-16/BLUETOOTH CRC-16/V-41-LSB
        CRC-16/LJ1200 16 6F63 0 n n 0
        CRC-16/M17 16 5935 FFFF n n 0
        CRC-16/MAXIM-DOW 16 8005 0 y y FFFF CRC-16/MAXIM CRC-16/DALLAS
        CRC-16/MCRF4XX 16 1021 FFFF y y 0
        CRC-16/MODBUS 16 8005 FFFF y y 0 MODBUS-RTU
        CRC-16/NRSC-5 16 080B FFFF y y 0
        CRC-16/OPENSAFETY-A 16 5935 0 n n 0
        CRC-16/OPENSAFETY-B 16 755B 0 n n 0
        CRC-16/PROFIBUS 16 1DCF FFFF n n FFFF CRC-16/IEC-61158-2
        CRC-16/RIELLO 16 1021 B2AA y y 0
        CRC-16/SPI-FUJITSU 16 1021 1D0F n n 0 CRC-16/AUG-CCITT
        CRC-16/T10-DIF 16 8BB7 0 n n 0
        CRC-16/TELEDISK 16 A097 0 n n 0
        CRC-16/TMS37157 16 1021 89EC y y 0
        CRC-16/UMTS 16 8005 0 n n 0 CRC-16/BUYPASS CRC-16/VERIFONE
        CRC-16/USB 16 8005 FFFF y y FFFF
        CRC-16/X-25 16 1021 FFFF y y FFFF CRC-16/IBM-SDLC CRC-16/ISO-HDLC CRC-16/ISO-IEC-14443-3-B CRC-B CRC-ITU CRC-16/HDLC CRC-16/PPP FCS-16
        CRC-16/XMODEM 16 1021 0 n n 0 CRC-16/ACORN CRC-16/LTE CRC-16/V-41-MSB ZMODEM
        CRC-17/CAN-FD 17 1685B 0 n n 0
        CRC-21/CAN-FD 21 102899 0 n n 0
        CRC-24/BLE 24 00065B 555555 y y 0
        CRC-24/FLEXRAY-A 24 5D6DCB FEDCBA n n 0
        CRC-24/FLEXRAY-B 24 5D6DCB ABCDEF n n 0
        CRC-24/INTERLAKEN 24 328B63 FFFFFF n n FFFFFF
        CRC-24/LTE-A 24 864CFB 0 n n 0
        CRC-24/LTE-B 24 800063 0 n n 0
        CRC-24/OPENPGP 24 864CFB B704CE n n 0 CRC-24
        CRC-24/OS-9 24 800063 FFFFFF n n FFFFFF
        CRC-30/CDMA 30 2030B9C7 3FFFFFFF n n 3FFFFFFF
        CRC-31/PHILIPS 31 04C11DB7 7FFFFFFF n n 7FFFFFFF
        CRC-32 32 04C11DB7 FFFFFFFF y y FFFFFFFF CRC-32/ISO-HDLC CRC-32/ADCCP CRC-32/V-42 CRC-32/XZ PKZIP
        CRC-32/AIXM 32 814141AB 0 n n 0 CRC-32Q
        CRC-32/AUTOSAR 32 F4ACFB13 FFFFFFFF y y FFFFFFFF
        CRC-32/BASE91-D 32 A833982B FFFFFFFF y y FFFFFFFF CRC-32D
        CRC-32/BZIP2 32 04C11DB7 FFFFFFFF n n FFFFFFFF CRC-32/AAL5 CRC-32/DECT-B B-CRC-32
        CRC-32/CD-ROM-EDC 32 8001801B 0 y y 0
        CRC-32/CKSUM 32 04C11DB7 0 n n FFFFFFFF CRC-32/POSIX
        CRC-32/JAMCRC 32 04C11DB7 FFFFFFFF y y 0
        CRC-32/MEF 32 741B8CD7 FFFFFFFF y y 0
        CRC-32/MPEG-2 32 04C11DB7 FFFFFFFF n n 0
        CRC-32/XFER 32 000000AF 0 n n 0
        CRC-32C 32 1EDC6F41 FFFFFFFF y y FFFFFFFF CRC-32/ISCSI CRC-32/CASTAGNOLI CRC-32/BASE91-C CRC-32/INTERLAKEN
        CRC-40/GSM 40 0004820009 0 n n FFFFFFFFFF
        CRC-64/ECMA-182 64 42F0E1EBA9EA3693 0 n n 0 CRC-64
        CRC-64/GO-ISO 64 1B FFFFFFFFFFFFFFFF y y FFFFFFFFFFFFFFFF
        CRC-64/MS 64 259C84CBA6426349 FFFFFFFFFFFFFFFF y y 0
        CRC-64/NVME 64 AD93D23594C93659 FFFFFFFFFFFFFFFF y y FFFFFFFFFFFFFFFF
        CRC-64/REDIS 64 AD93D23594C935A9 0 y y 0
        CRC-64/WE 64 42F0E1EBA9EA3693 FFFFFFFFFFFFFFFF n n FFFFFFFFFFFFFFFF
        CRC-64/XZ 64 42F0E1EBA9EA3693 FFFFFFFFFFFFFFFF y y FFFFFFFFFFFFFFFF CRC-64/GO-ECMA
        """;

    /**
     * A line of the catalogue.
     *
     * @param names all its names, the label first
     */
    record Entry(CrcParameters parameters, List<String> names) {
        String label() {
            return names.get(0);
        }
    }

    private CrcCatalogue() {}

    static List<Entry> entries() {
        return LINES.lines().map(CrcCatalogue::entry).toList();
    }

    private static Entry entry(String line) {
        String[] words = line.split(" ");
        CrcParameters parameters = new CrcParameters(
                Integer.parseInt(words[1]),
                Long.parseUnsignedLong(words[2], 16),
                Long.parseUnsignedLong(words[3], 16),
                words[4].equals("y"),
                words[5].equals("y"),
                Long.parseUnsignedLong(words[6], 16));
        List<String> names = new ArrayList<>(List.of(words[0]));
        names.addAll(Arrays.asList(words).subList(7, words.length));
        return new Entry(parameters, names);
    }
}
