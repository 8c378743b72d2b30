package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cuts what devices in the field send, which no framing of before could cut. */
class FieldFramingTest {

    @Test
    void ethernetIpCountsWhatIsBehindItsHeader() throws Problem {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int data : new int[] {0, 26, 26, 0}) {
            stream.writeBytes(new byte[] {0x65, 0, (byte) data, 0});
            stream.writeBytes(new byte[20 + data]);
        }
        assertThat(lengths("length:2,2,le,+20", stream.toByteArray())).containsExactly(24, 50, 50, 24);
        assertThat(lengths("ethernet-ip", stream.toByteArray())).containsExactly(24, 50, 50, 24);
    }

    @Test
    void gt06EndsWhereItsLengthSaysWhateverItsSerialLooksLike() throws Problem {
        String position = "7878 1F 12 0B081D112E10 CF 027AC7EB 0C465849 00148F 01CC00287D001FB8 000A 1234 0D0A";
        String heartbeat = "7878 0A 13 40 04 04 00 01 0D0A 5678 0D0A";
        byte[] stream = bytes(position + heartbeat + position);
        assertThat(lengths("length:2,1,be,+2", stream)).containsExactly(36, 15, 36);
        assertThat(lengths("gt06", stream)).containsExactly(36, 15, 36);
    }

    @Test
    void gt06KnowsBothItsHeadsAndFindsItsFeetAgain() throws Problem {
        String shortFrame = "7878 05 13 000A 1234 0D0A";
        String longFrame = "7979 0105 94" + "00".repeat(256) + "000A 1234 0D0A";
        assertThat(CutRows.hex(Framing.parse("gt06"), bytes(shortFrame + longFrame + "00FF" + shortFrame + longFrame)))
                .containsExactly(plain(shortFrame), plain(longFrame), "!00FF", plain(shortFrame), plain(longFrame));
    }

    @Test
    void aBrokenFrameDoesNotTakeTheNextOneAlong() throws Problem {
        String frame = "7878 05 13 000A 1234 0D0A";
        assertThat(CutRows.hex(Framing.parse("gt06"), bytes(frame + "7878 09 13 000A 1234 0D0A" + frame)))
                .as("its length is four too large")
                .containsExactly(plain(frame), "!78780913000A12340D0A", plain(frame));
    }

    @Test
    void aWrongLengthThatEndsWithinTheNextHeadDoesNotTakeItAlong() throws Problem {
        String frame = "7878 05 13 000A 1234 0D0A";
        assertThat(CutRows.hex(Framing.parse("gt06"), bytes("7878 05 13 000A 1234 0D" + frame + frame)))
                .as("its LF is missing, so that its end falls between 78 and 78")
                .containsExactly("!78780513000A12340D", plain(frame), plain(frame));
    }

    @Test
    void aHeadMayCountOnlyRightBehindAWholeMessage() throws Problem {
        Framing dlms = Framing.parse("dlms");
        String first = "7E A007 03 21 93 0F01 7E";
        String sharing = "A009 03 21 13 A1A2 0F01 7E";
        assertThat(CutRows.hex(dlms, bytes(first + sharing + sharing + first)))
                .containsExactly(plain(first), plain(sharing), plain(sharing), plain(first));
        assertThat(CutRows.hex(dlms, bytes(sharing + first + "00" + sharing + first)))
                .as("A0 to AF are in all data: they are not searched for")
                .containsExactly("!" + plain(sharing), plain(first), "!00" + plain(sharing), plain(first));
        assertThat(CutRows.hex(dlms, bytes("7E A010 01 A5" + first + first)))
                .as("nor inside a broken frame")
                .containsExactly("!7EA01001A5", plain(first), plain(first));
    }

    @Test
    void aHeadThatCountsOnlyBehindAMessageIsNotWaitedFor() throws Problem {
        assertThat(CutRows.hex(Framing.parse("heads:+0203=fixed:4;02=fixed:1"), bytes("02")))
                .containsExactly("02");
    }

    @Test
    void bytesThatCannotBeginALengthAreSkippedAlikeInEveryDivision() throws Problem {
        Framing framing = Framing.parse("heads:A6=fixed:1;*=length:0,2,bcd");
        assertThat(CutRows.hex(framing, bytes("A6 FFFF A6 FF 0001 31 A6")))
                .containsExactly("A6", "!FFFFA6FF", "000131", "A6");
    }

    @Test
    void jt808FramesThatShareASegmentAreTwo() throws Problem {
        Framing jt808 = Framing.parse("jt808");
        String first = "7E 0002 0000 013800000001 7D02 7D01 33 7E";
        String second = "7E 0002 0000 013800000001 0072 7D01 7E";
        assertThat(CutRows.hex(jt808, bytes(first + second))).containsExactly(plain(first), plain(second));
        assertThat(MarksFraming.unescape(jt808, bytes(first)))
                .isEqualTo(bytes("7E 0002 0000 013800000001 7E 7D 33 7E"));
        assertThat(MarksFraming.unescape(jt808, bytes(second)))
                .isEqualTo(bytes("7E 0002 0000 013800000001 0072 7D 7E"));
        assertThat(MarksFraming.unescape(jt808, bytes("7E 7D55 7E")))
                .as("no escape of the rule")
                .isEqualTo(bytes("7E 7D55 7E"));
    }

    @Test
    void alarmPanelsSendLfBeforeAndCrBehind() throws Problem {
        assertThat(CutRows.text(Framing.parse("marks:0A..0D"), text("\nA1B20010\"NULL\"\r\nC3D40010\"SIA-DCS\"\r")))
                .containsExactly("\nA1B20010\"NULL\"\r", "\nC3D40010\"SIA-DCS\"\r");
    }

    @Test
    void syslogCountsItsOctets() throws Problem {
        String first = "<6>Nov 29 23:00:00 host app: one message ok";
        String second = "<6>Nov 29 23:00:01 host app: first line\nand a second line ok";
        byte[] stream = text("43 " + first + "60 " + second + "43 " + first);
        assertThat(first).hasSize(43);
        assertThat(second).hasSize(60);
        for (String framing : List.of("decimal:20", "syslog")) {
            assertThat(CutRows.text(Framing.parse(framing), stream))
                    .as(framing)
                    .containsExactly("43 " + first, "60 " + second, "43 " + first);
        }
    }

    @Test
    void aNumberThatIsTooLargeIsBrokenWithAllItsDigits() throws Problem {
        assertThat(CutRows.text(Framing.parse("syslog"), text("99999999999 <6>x\n5 <6>ab")))
                .containsExactly("!99999999999 ", "<6>x\n", "5 <6>ab");
        assertThat(CutRows.text(Framing.parse("decimal:20"), text("0000000000005 <6>ab5 <6>cd")))
                .containsExactly("0000000000005 <6>ab", "5 <6>cd");
    }

    @Test
    void aScpiBlockHoldsAnything() throws Problem {
        String block = "#3024" + "\n\r\"'#9".repeat(4) + "\n";
        assertThat(block).hasSize(5 + 24 + 1);
        assertThat(CutRows.text(Framing.parse("scpi"), text(block + "DISP \"unit #12\"\n" + block)))
                .containsExactly(block, "DISP \"unit #12\"\n", block);
    }

    @Test
    void theHeaderOfTheProxyProtocolIsOneRow() throws Problem {
        String header = "0D0A0D0A000D0A515549540A 21 11 000C 0A000001 0A0A0A0A 0D0A 0050";
        assertThat(CutRows.hex(Framing.parse("proxy-v2"), bytes(header + "51 0A 52 0D0A")))
                .containsExactly(plain(header), "510A", "520D0A");
    }

    @Test
    void oneMarkMayEndAFrameAndBeginTheNext() throws Problem {
        assertThat(CutRows.hex(Framing.parse("marks:7E..7E,shared"), bytes("01 7E 02 7E 03 7E 7E 04 7E 7E7E 05 7E")))
                .containsExactly("017E", "027E", "037E", "7E047E", "7E7E057E");
    }

    @Test
    void aMissingMarkCostsTheBrokenMessageOnly() throws Problem {
        assertThat(CutRows.text(Framing.parse("marks:02..03"), text("\2a\3\2b\2c\3d\3\2e\3")))
                .containsExactly("\2a\3", "!\2b", "\2c\3", "!d\3", "\2e\3");
        assertThat(CutRows.text(Framing.parse("marks:02..03,+2"), text("\2a\3\2\3\2b\3xy\2c")))
                .as("a checksum behind the end mark may look like a mark")
                .containsExactly("\2a\3\2\3", "\2b\3xy", "~\2c");
    }

    @Test
    void aBeginMarkAloneEndsTheMessageBeforeIt() throws Problem {
        Framing framing = Framing.parse("marks:AA55..");
        assertThat(CutRows.hex(framing, bytes("01 AA55 02 AA AA55 AA55 03")))
                .containsExactly("!01", "AA5502AA", "AA55", "~AA5503");
        Cutter cutter = framing.newCutter();
        cutter.cut(bytes("AA55 03"), 0, 3, new RowEnds());
        assertThat(cutter.lacksEnd())
                .as("nothing is missing when the stream ends here")
                .isFalse();
    }

    @Test
    void anEscapeMayHideAMark() throws Problem {
        assertThat(CutRows.hex(Framing.parse("marks:1002..1003,stuffing=dle"), bytes("1002 1010 03 1003 1002 10 1003")))
                .containsExactly("10021010031003", "!1002101003".replace("!", "~"));
        assertThat(CutRows.hex(
                        Framing.parse("marks:02..03,stuffing=02=1B02|03=1B03|1B=1B1B"),
                        bytes("02 1B03 1B02 03 02 1B1B 03")))
                .containsExactly("021B031B0203", "021B1B03");
    }

    @Test
    void theLongestOfSeveralDelimitersCounts() throws Problem {
        Framing framing = Framing.parse("delimiter:\\r|\\r\\n");
        assertThat(CutRows.text(framing, text("a\rb\r\nc\r\rd\r")))
                .containsExactly("a\r", "b\r\n", "c\r", "\r", "~d\r");
        Cutter cutter = framing.newCutter();
        cutter.cut(text("d\r"), 0, 2, new RowEnds());
        assertThat(cutter.isEndPending()).isTrue();
        cutter.cut(text("e"), 0, 1, new RowEnds());
        assertThat(cutter.isEndPending()).isFalse();
    }

    @Test
    void aLengthMayHaveAnySizeAndBeOnlyAPartOfItsField() throws Problem {
        assertThat(lengths("length:0,3", bytes("000001 AA 000000"))).containsExactly(4, 3);
        assertThat(lengths("length:0,8,le", bytes("0100000000000000 AA 0000000000000000")))
                .containsExactly(9, 8);
        assertThat(lengths("length:0,2,be,-2", bytes("0003 AA 0002"))).containsExactly(3, 2);
        assertThat(lengths("length:0,2,be,mask=07FF", bytes("A801 AA F000"))).containsExactly(3, 2);
    }

    @Test
    void aLengthMayBeTheUpperBitsOfItsField() throws Problem {
        assertThat(CutRows.hex(Framing.parse("length:0,2,le,mask=FFFC"), bytes("0900 AABB 0300 0500 CC")))
                .containsExactly("0900AABB", "0300", "0500CC");
    }

    @Test
    void aLengthMayHaveTwoDecimalDigitsInEachByte() throws Problem {
        assertThat(CutRows.hex(Framing.parse("length:0,2,bcd"), bytes("0012 313233343536373839303132 0000 0A 0001 31")))
                .containsExactly("0012313233343536373839303132", "0000", "!0A", "000131");
        assertThat(lengths("length:0,2,bcd", bytes("0100" + "00".repeat(100)))).containsExactly(102);
    }

    @Test
    void aLengthMayLeaveOutTheChecksumsOfBlocks() throws Problem {
        Framing framing = Framing.parse("length:0,1,be,blocks=2/4+1");
        assertThat(CutRows.hex(
                        framing, bytes("00 02 A1A2 03 A1A2 B1 EE 06 A1A2 B1B2B3B4 EE 07 A1A2 B1B2B3B4 EE B5 EE 01 A1")))
                .containsExactly("00", "02A1A2", "03A1A2B1EE", "06A1A2B1B2B3B4EE", "07A1A2B1B2B3B4EEB5EE", "01A1");
    }

    @Test
    void aLengthInDigitsMayStandBehindAHead() throws Problem {
        assertThat(CutRows.text(
                        Framing.parse("heads:2424=decimal:2C,-1,at=3,end=0D0A"),
                        text("$$A5,ab\r\n$$Bx,no\r\n$$C10,\r\n$$*xy\r\n$$D4,a\n$$E4,b\r\n")))
                .containsExactly("$$A5,ab\r\n", "!$$Bx", "!,no\r\n", "$$C10,\r\n$$*xy\r\n", "!$$D4,a\n", "$$E4,b\r\n");
    }

    @Test
    void aLengthMayBeWrittenInDigits() throws Problem {
        assertThat(CutRows.text(Framing.parse("length:0,4,decimal"), text("0005hello0000\r\n0002ab12x0001c")))
                .containsExactly("0005hello", "0000", "!\r\n", "0002ab", "!12", "!x", "0001c");
        assertThat(CutRows.text(Framing.parse("length:1,4,hex,+1"), text("\002000aABCDEFGHIJ\003\0020000\003")))
                .containsExactly("\002000aABCDEFGHIJ\003", "\0020000\003");
        assertThat(CutRows.text(
                        Framing.parse("heads:02=length:1,3,decimal,+1,end=03"), text("\002001a\003\002x\002002ab\003")))
                .containsExactly("\002001a\003", "!\002x", "\002002ab\003");
    }

    @Test
    void anAbsurdLengthCostsTheBrokenMessageOnly() throws Problem {
        assertThat(CutRows.hex(Framing.parse("length:0,8"), bytes("FFFFFFFFFFFFFFFF 0000000000000001 AA")))
                .containsExactly("!FFFFFFFFFFFFFFFF", "0000000000000001AA");
        assertThat(CutRows.hex(Framing.parse("length:0,1,be,whole"), bytes("00 02AA")))
                .containsExactly("!00", "02AA");
        assertThat(CutRows.text(Framing.parse("decimal:20"), text("3 abcx7x1 a999999999 1 b")))
                .containsExactly("3 abc", "!x", "!7", "!x", "1 a", "!999999999 ", "1 b");
    }

    private static List<Integer> lengths(String framing, byte... stream) throws Problem {
        List<CutRows.Row> rows = CutRows.cut(Framing.parse(framing), stream);
        assertThat(rows).allMatch(row -> row.mark().isEmpty());
        return rows.stream().map(row -> row.to() - row.from()).toList();
    }

    private static byte[] bytes(String hex) throws Problem {
        return Hex.parse(plain(hex));
    }

    private static String plain(String hex) {
        return hex.replace(" ", "");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
