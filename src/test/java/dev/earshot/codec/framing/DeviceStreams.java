package dev.earshot.codec.framing;

/** The streams of {@link PresetStreams} that meters, controllers, readers and machines send. */
final class DeviceStreams {
    private DeviceStreams() {}

    static void add() {
        addMeters();
        addBuildings();
        addFactory();
        addReaders();
        addPower();
        addBuses();
    }

    private static void addPower() {
        PresetStreams.of(
                "solarman",
                "A5 1700 1045 BB00 B26E3C6A 02 0000 00000000 00000000 00000000 010300030005 75C9 39 15",
                "A5 0100 1047 000C C8D2DD2A 00 05 15",
                "!A5 0100 1047 00",
                "A5 0100 1047 000D C8D2DD2A 15 1A 15");
        PresetStreams.of(
                "growatt",
                "0001 0006 0003 01 04 47 09AB",
                "0002 0002 0003 01 03 00",
                "!FF",
                "0003 0005 0004 01 16 AABB 1234");
        PresetStreams.of(
                "tuya",
                "000055AA 00000001 0000000A 0000000A 7B7D B59F2C4E 0000AA55",
                "!0000AA55",
                "000055AA 00000002 00000009 00000008 B59F2C4E 0000AA55",
                "00006699 0000 00000003 00000009 00000002 ABCD 00009966");
        PresetStreams.of(
                "jbd",
                "DD A5 03 00 FFFD 77",
                "!DD A5 03 00 FFFD",
                "DD 03 00 02 1277 FF74 77",
                "!00",
                "DD 5A E1 00 FF1F 77");
        PresetStreams.of("jk-bms", "4E57 0013 00000000 06 03 00 00 00000000 68 00000129", "!00", "4E57 0005 010203");
        PresetStreams.of("v2gtp", "01FE 8001 00000003 8000DB", "!00", "01FE 8001 00000000");
        PresetStreams.of("dwin", "5AA5 05 82 1000 0001", "!00", "5AA5 03 82 4F4B");
    }

    private static void addBuses() {
        PresetStreams.of("stx-etx-crlf", "02 '12' 03 0D0A", "02 '3' 03 '4' 03 0D0A", "!02 '5' 03", "02 '6' 03 0D0A");
        PresetStreams.of("dle-stx", "1002 93 01 1010 03 1003", "!1002 93", "1002 A0 1010 1003", "!FF", "1002 A0 1003");
        PresetStreams.of(
                "dynamixel",
                "FFFFFD00 01 0300 01 194E",
                "FFFF 01 02 01 FB",
                "!00",
                "FFFFFD00 01 0700 55 00 0604 26 65 5D");
        PresetStreams.of("mdc", "AA 11 01 01 01 14", "AA FF 01 03 41 11 01 56", "!00", "AA 00 01 00 01");
        PresetStreams.of(
                "hislip", "4853 00 00 01007A7A 0000000000000003 616263", "!00", "4853 06 00 00000000 0000000000000000");
        PresetStreams.of(
                "wits",
                "'&&' 0D0A '01083650.40' 0D0A '!!' 0D0A",
                "!'&&' 0D0A '0108'",
                "'&&' 0D0A '!!' 0D0A",
                "!0A",
                "'&&!!' 0D0A");
        PresetStreams.of("pakbus", "BD A001 BCDD BCDC BD", "4FFE BD", "BD BD 0102 BD");
        PresetStreams.of("can-13", "08 00000123 0102030405060708", "88 1812F456 0000000000000000", "~03 00");
        PresetStreams.of("socketcand", "'< hi >'", "'< open can0 >'", "!'< ok'", "'< ok >'", "!0A", "'< rawmode >'");
        PresetStreams.of("slcan", "'t1232AABB' 0D", "0D", "07", "'V1013' 0D", "~'t1'");
    }

    private static void addMeters() {
        PresetStreams.of(
                "dnp3",
                "0564 05 C0 0100 0004 E921",
                "0564 14 C4 0100 0004 D760 C0C0013C02063C03063C04063C0106 8A51",
                "!FF",
                "0564 16 44 0004 0100 2AF1 00000000000000000000000000000000 FFFF 00 FFFF",
                "!64",
                "0564 13 44 0004 0100 A309 C1E08100001E0206000001000000 4392");
        PresetStreams.of(
                "iec101",
                "10 49 01 4A 16",
                "10 49 0100 4A 16",
                "68 09 09 68 73 01 64 01 06 01 00 00 14 F4 16",
                "E5",
                "!10 49 01",
                "10 5B 01 5C 16",
                "E5");
        PresetStreams.of(
                "gdw376",
                "68 3200 3200 68 C9 0044 0100 00 02 70 0000 0100 B1 16",
                "!68 3200 3200 68 C9 0044 0100 00 02 70 0000 0100 B1",
                "68 3600 3600 68 C9 0044 0100 00 02 70 0000 0100 16 16 16",
                "!00",
                "68 2200 2200 68 0B 0044 0100 00 00 60 50 16");
        PresetStreams.of(
                "sl651",
                "7E7E 01 0012345678 1234 2F 0008 02 0001 591011154947 03 EB3E",
                "!03 1234",
                "7E7E 0012345678 01 1234 2F 8008 02 0001 7E7E11154947 1B 4C7A");
        PresetStreams.of(
                "ydt1363",
                "'~20014A42E00201FD2F' 0D",
                "'~20014A00C000FDA4' 0D",
                "!'~2001'",
                "'~20014A00E00201FD30' 0D",
                "!0A",
                "'~20014A00C000FDA4' 0D");
        PresetStreams.of(
                "dsmr",
                "'/ISk5\\2MT382-1000' 0D0A0D0A '1-3:0.2.8(50)' 0D0A '!522B' 0D0A",
                "!'/ISk5\\2MT3'",
                "'/ISk5\\2MT382-1000' 0D0A0D0A '!' 0D0A",
                "'/KFM5KAIFA-METER' 0D0A0D0A '1-3:0.2.8(42)' 0D0A '!9B2A' 0D0A");
        PresetStreams.of(
                "sml",
                "1B1B1B1B 01010101 7605 1B1B1B1B 1B1B1B1B 00 1B1B1B1B 1A 01 70B2",
                "!1B1B1B1B",
                "1B1B1B1B 01010101 76 1B1B1B1B 1A 03 1A1A");
        PresetStreams.of(
                "iec62056-21",
                "'/?!' 0D0A",
                "'/ISk5MT174-0001' 0D0A",
                "06 '050' 0D0A",
                "02 '1.8.0(000123.4*kWh)' 0D0A '!' 0D0A 03 2F",
                "01 'B0' 03 71",
                "06",
                "01 'R1' 02 '1.8.0()' 03 5A");
        PresetStreams.of("c37-118", "AA41 0012 000F 00000000 00000000 0005 B692", "!00", "AA01 0006 51EB");
        PresetStreams.of(
                "ykc",
                "68 22 0000 00 01 55031412782305 00 02 0F 56342E312E353000 01 01010101010101010101 04 675A",
                "!FF",
                "68 0C 0000 00 02 55031412782305 00 6890");
        PresetStreams.of("surgard", "'5011 181234E60200003' 14", "'1011           @    ' 14", "~'5011 18'");
    }

    private static void addBuildings() {
        PresetStreams.of(
                "gb26875",
                "4040 0100 0101 000000010114 000000000000 060504030201 0000 03 2A 2323",
                "4040 0200 0101 000000010114 060504030201 000000000000 0300 02 2323 01 2B 2323",
                "!4000",
                "4040 0300 0101 000000010114 000000000000 060504030201 0000 03 2C 2323");
        PresetStreams.of(
                "osdp", "53 00 0800 04 60 1234", "FF 53 80 0800 04 40 5678", "!00", "53 01 0900 05 60 AA 9ABC");
        PresetStreams.of("zkteco", "5050827D 08000000 E803 17FC 0000 0000", "!00", "5050827D 00000000");
        PresetStreams.of("knx", "0610 0420 0009 04 00 00", "!FF", "0610 0421 000A 04 00 00 00");
        PresetStreams.of(
                "bacnet-mstp",
                "55FF 00 01 02 0000 3E",
                "55FF 05 FF 02 0003 4C 010203 BEEF",
                "!55",
                "55FF 01 03 02 0000 9D");
        PresetStreams.of("zwave", "01 03 00 15 E9", "06", "01 04 01 01 18 E3", "!FF", "15", "18");
        PresetStreams.of("znp", "FE 00 21 01 20", "FE 02 61 01 7907 1C", "!00", "FE 03 00 00 FEFE01 02");
        PresetStreams.of("visca", "81 0906 12 FF", "90 50 00 00 00 00 00 00 00 00 FF", "~81 01");
        PresetStreams.of("pelco-d", "FF 01 00 08 FF 20 28", "!00", "FF 01 00 00 00 00 01");
        PresetStreams.of(
                "dvrip",
                "FF010000 00000000 00000000 0000 E803 03000000 7B7D0A",
                "!00",
                "FF000000 00000000 01000000 0000 EE03 00000000");
    }

    private static void addFactory() {
        PresetStreams.of(
                "mc-ascii",
                "'500000FF03FF000018001004010000D*0001000003'",
                "'D00000FF03FF0000100000123412340000'",
                "!0D0A",
                "'54001234000000FF03FF000018001004010000D*0001000003'",
                "'D4001234000000FF03FF000004C059'");
        PresetStreams.of(
                "hostlink", "'@00RD0000001057*' 0D", "!'@00RD00'", "'@00RD0000017B' 0D", "!0A", "'@00RD00004F*' 0D");
        PresetStreams.of(
                "mewtocol", "'%01#RCSX00001D' 0D", "!'%01'", "'%01$RC120' 0D", "!0A", "'<01#RDD00001000105**' 0D");
        PresetStreams.of("focas", "A0A0A0A0 0001 0101 0002 0002", "!00", "A0A0A0A0 0002 0102 0000");
        PresetStreams.of(
                "srtp", "0200 0100 0300" + " 00".repeat(50) + " AABBCC", "0300 0100 0000" + " 00".repeat(50), "~0200");
        PresetStreams.of(
                "xgt",
                "'LSIS-XGT' 0000 0000 A0 33 0100 0400 00 5A 54001400",
                "!00",
                "'LGIS-GLOFA' 0000 A0 11 0100 0000 00 5A");
        PresetStreams.of(
                "df1",
                "1002 11 00 0F 00 0100 A2 1010 1003 1234",
                "1006",
                "!1002 11",
                "1002 11 00 1003 1003",
                "1005",
                "!FF",
                "1015");
        PresetStreams.of(
                "open-protocol",
                "'00200001003         ' 00",
                "'00210005001         0' 00",
                "!'x'",
                "'00209999001         ' 00");
        PresetStreams.of("ur-rtde", "0005 56 0002", "0004 56 01", "~0007 55");
        PresetStreams.of("cola-b", "02020202 0000000F 'sRN DeviceIdent' 25", "!00", "02020202 00000000 00");
        PresetStreams.of("hart-ip", "01 00 00 00 0001 000D 01 0000EA60", "!00", "01 01 00 00 0001 0008");
        PresetStreams.of("lsv2", "00000008 'A_LG' 'INSPECT' 00", "00000000 'T_OK'");
    }

    private static void addReaders() {
        PresetStreams.of(
                "caen-rfid", "8001 0001 00005358 0014 0000 0008 0001 0013 0000", "!FF", "0001 0001 00005358 000A");
        PresetStreams.of(
                "ecr17",
                "02 '123456780P' 03 4B",
                "06 03 7A",
                "01 'CONNECTING...       ' 04",
                "!02 '12'",
                "02 '0' 03 06",
                "15 03 69");
        PresetStreams.of("llrp", "043E 0000000A 00000001", "!00", "0448 0000000A 00000001", "!07FF 00000001");
        PresetStreams.of("uhf-a0", "A0 03 01 74 E8", "!00", "A0 04 01 74 01 E6");
        PresetStreams.of(
                "uhf-bb",
                "BB 00 22 0000 22 7E",
                "!BB 00 22 0000 22",
                "BB 02 22 0011 BF 3000 E28011607E00BB054CC2096F 3C4A 12 7E",
                "!00",
                "BB 01 FF 0001 15 16 7E");
        PresetStreams.of(
                "toledo",
                "02 '*0    1234     0' 0D 61",
                "!'0' 0D 61",
                "02 '*0    1235     0' 0D 02",
                "02 '*0    1236     0' 0D 5F");
        PresetStreams.of(
                "toledo-no-check", "02 '*0    1234     0' 0D", "!'0' 0D", "02 '*0    1235     0' 0D", "~02 '*0'");
        PresetStreams.of(
                "stx-etx-lrc", "05", "06", "02 '0100' 03 01", "!02 '01'", "02 '0100' 03 02", "15", "!0D0A", "04");
        PresetStreams.of(
                "ecr-bcd",
                "05",
                "02 0012 '600000000010' 03 1F",
                "06",
                "!02 0012 '60'",
                "02 0003 020303 03 02",
                "15",
                "!0D",
                "04",
                "02 0000 03 03");
        PresetStreams.of("iso8583-bcd", "0012 '0800' 8220000000000000", "0004 '0810'", "!AA", "~0010 '08'");
        PresetStreams.of("zvt", "0600 06 000000 0978 03", "80 00 00", "040F FF 0300 270019", "06 D1 02 0041");
        PresetStreams.of(
                "zpl",
                "'^XA^FO50,50^FDHello^FS^XZ' 0D0A",
                "'~HS' 0D0A",
                "'^XA' 0A '^FD1^FS^XZ' 0A",
                "'^XA^XZ'",
                "'^XA^FDx^XZ' 0A");
    }
}
