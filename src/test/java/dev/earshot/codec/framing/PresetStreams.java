package dev.earshot.codec.framing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Streams of the protocols that have presets, by name, as the rows into which they are to be cut. A row has hex digits and
 * quoted text, with the marks of {@link CutRows} before them.
 */
final class PresetStreams {
    static final Map<String, List<String>> ALL = new TreeMap<>();

    private static void of(String names, String... rows) {
        for (String name : names.split(" ")) {
            ALL.put(name, List.of(rows));
        }
    }

    static {
        of(
                "mllp hl7",
                "0B 'MSH|^~\\&|A' 0D 'PID|1' 0D 1C 0D",
                "0B 'MSH|^~\\&|B' 0D 1C 0D",
                "!0B 'MSH|^~\\&|without its end'",
                "0B 'MSH|^~\\&|C' 0D 1C 0D",
                "!'noise'",
                "0B 'MSH|^~\\&|D' 0D 1C 0D");
        of("astm", "05", "06", "02 '1H|\\^&' 0D 03 '5A' 0D0A", "!02 '2P|1'", "02 '2P|1' 0D 17 'C1' 0D0A", "!'x'", "04");
        of(
                "modbus-tcp",
                "!0D0A",
                "0001 0000 0006 01 03 0000 0002",
                "!FFFF",
                "0001 0000 0007 01 03 04 00010002",
                "~0002 0000 0006 01");
        of(
                "modbus-rtu",
                "01 03 0000 0001 840A",
                "01 10 0000 0002 04 0001 0002 23AE",
                "11 16 0004 00F2 0025 662B",
                "01 17 0003 0002 000E 0002 04 00FF 0102 A0B1",
                "01 07 41E2",
                "01 18 04DE 0347",
                "01 06 0001 0003 980B");
        of(
                "modbus-rtu-answers",
                "01 03 02 002A 3991",
                "01 83 02 C0F1",
                "01 10 0000 0002 41C8",
                "01 AB 01 D1B0",
                "01 18 0006 0002 01B8 1284 1918",
                "01 03 04 0001 0002 2A32");
        of("modbus-ascii", "':010300000001FB' 0D0A", "!':0103'", "':010600010003F5' 0D0A", "!'?'", "':01' 0D0A");
        of(
                "gt06",
                "7878 0D 01 0123456789012345 00D1 8CDD 0D0A",
                "7979 0008 94 00 00 0A 0D0A 1234 0D0A",
                "!7878 0D 01 0123456789",
                "7878 05 13 000A 1234 0D0A",
                "!2A2A",
                "7878 05 13 0D0A 1234 0D0A");
        of(
                "jt808",
                "7E 0002 0000 013800000001 0001 7D02 7E",
                "7E 0002 0000 013800000001 0002 7D01 7E",
                "!0002 0000 7E",
                "7E 0002 0000 013800000001 0003 3D 7E",
                "!AABB",
                "7E 0002 0000 013800000001 0004 3A 7E");
        of(
                "teltonika",
                "000F '356307042441013'",
                "00000000 00000004 08 01 02 03 0000C7CF",
                "!00000000 7E000001",
                "!08 01",
                "FF",
                "00000000 00000002 08 01 0000ABCD");
        of("h02", "'*HQ,1,V1#'", "'*HQ,2,V1#'", "!'*HQ,3'", "'*HQ,4,V1#'", "!0D0A", "'*HQ,5,V1#'");
        of("iec104", "68 04 07000000", "68 0E 00000000 64 01 06 00 01 00 000000 14", "!FF 00", "68 04 0B000000");
        of(
                "enip ethernet-ip",
                "6500 0400 00000000 00000000 0000000000000000 00000000 0100 0000",
                "6300 0000 00000000 00000000 0000000000000000 00000000");
        of(
                "dlms",
                "7E A007 03 21 93 0F01 7E",
                "7E A008 21 03 53 7E7E 00 7E",
                "!7E A007 03 7E",
                "7E A007 03 21 73 1234 7E");
        of("dlms-wrapper", "0001 0001 0010 0003 010203", "0001 0010 0001 0001 FF");
        of("hdlc", "7E 01 02 7E", "03 7D5E 7E", "7E 7E 04 7E", "7E 05 7D5D 7E");
        of("mbus", "10 40 FE 3E 16", "E5", "68 03 03 68 08 01 72 7B 16", "!68 FF", "68 03 03 68 08 01 72 7B 16");
        of(
                "nmea",
                "'$GPGGA,1*00' 0D0A",
                "'!AIVDM,1,1' 0D0A",
                "'\\s:r1,c:1671533231*5A\\!AIVDM,1,1' 0D0A",
                "!'$GPGGA,12'",
                "'$GPRMC,3*00' 0D0A",
                "!00",
                "'$GPVTG' 0D0A");
        of("stx-etx", "02 '12.5kg' 03", "02 '12.6kg' 03", "!02 '12'", "02 '12.7kg' 03", "!0D0A", "02 '12.8kg' 03");
        of(
                "dc-09",
                "0A 'ABCD0010\"NULL\"0000L0#1[]' 0D",
                "0A 'ABCD0010\"NULL\"0001L0#1[]' 0D",
                "!0A 'AB'",
                "0A 'ABCD0010' 0D");
        of("slip", "C0 45 DBDC 00 C0", "C0 45 DBDD C0", "46 C0", "C0 C0 47 C0");
        of("cobs", "03 11 22 02 33 00", "01 01 00", "02 44 00", "00 02 55 00");
        of("syslog", "'10 <6>a' 0A 'b c d'", "'<6>line' 0A", "'5 <6>xy'", "!'12'", "'<6>broken' 0A", "'4 <6>z'");
        of(
                "scpi",
                "'*IDN?' 0A",
                "'#205' 0A0A0A0A0A 0A",
                "'CURV #13' 0A2322 ';X' 0A",
                "!'#9999999999' 0A",
                "'#0' 0102 0A");
        of(
                "fix",
                "'8=FIX.4.4' 01 '9=5' 01 '35=0' 01 '10=161' 01",
                "'8=FIX.4.4' 01 '9=5' 01 '35=1' 01 '10=162' 01",
                "!'9=5' 01 '35=0' 01 '10=161' 01",
                "'8=FIXT.1.1' 01 '9=5' 01 '35=0' 01 '10=200' 01");
        of("stomp", "'CONNECT' 0A0A 00", "0A", "0A", "'SEND' 0D0A 'destination:/q' 0D0A0D0A 'hi' 00", "0D0A", "~'SEN'");
        of("mqtt", "10 10 0004 'MQTT' 04 02 003C 0004 'test'", "C0 00", "30 8201" + " 00".repeat(130), "~30 FF");
        of(
                "websocket",
                "'GET /chat HTTP/1.1' 0D0A 'Upgrade: websocket' 0D0A0D0A",
                "81 82 01020304 696B",
                "82 FE 0080 01020304" + " 00".repeat(128),
                "8A 80 01020304",
                "C1 05 'hello'",
                "82 7E 0080" + " 00".repeat(128),
                "82 7F 0000000000000003 010203",
                "82 FF 0000000000000001 01020304 05",
                "88 02 03E8");
        of(
                "rtsp",
                "'OPTIONS * RTSP/1.0' 0D0A 'CSeq: 1' 0D0A0D0A",
                "24 00 0004 80600001",
                "!00 0A",
                "'RTSP/1.0 200 OK' 0D0A 'Content-Length: 4' 0D0A0D0A 'v=0' 0A",
                "24 01 0000");
        of(
                "sip",
                "0D0A0D0A",
                "'ACK sip:a@b SIP/2.0' 0D0A 'l: 2' 0D0A0D0A 0D0A",
                "0D0A",
                "'SIP/2.0 200 OK' 0D0A 'Content-Length: 0' 0D0A0D0A");
        of("iso8583-ascii", "'00060800' 8220", "'0000'", "!0D0A", "'0001x'", "!'12'", "!'x'", "'00040810'", "~'001'");
        of("iso8583", "0006 '0800' 8220", "0004 '0810'", "~0004 '08'");
        of("writeutf", "0005 'hello'", "0000", "0006 E4BDA0E5A5BD");
        of(
                "proxy-v2",
                "0D0A0D0A000D0A515549540A 21 11 000C 7F000001 7F000001 1234 0050",
                "'GET / HTTP/1.1' 0D0A",
                "0D0A",
                "'body' 0A");
        of("tpkt", "0300 0007 02F080", "0300 0005 AB", "!0300 0001", "!00", "0300 0004");
        of("opc-ua", "'HELF' 0C000000 00000000", "!'MSGF' 02000000", "!00", "'ACKF' 09000000 00");
        of("hsms", "0000000A FFFF0000000100000001", "00000001 00", "!FFFFFFFF", "00000000");
        of("smpp", "00000010 00000015 00000000 00000001", "!00000003", "00000004");
        of("dns-tcp", "0003 123456", "0001 00");
        of("netstring", "'5:hello,'", "'0:,'", "!'3:abcd'", "'1:x,'", "!'zz'", "'1:y,'");
    }

    private PresetStreams() {}
}
