package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts streams that lost bytes, by framings that look at the checksums of messages. */
class ChecksumFramingTest {
    private static final String DNP3 = "0564 14 C4 0100 0004 D760 C0C0013C02063C03063C04063C0106 8A51";
    private static final String DNP3_SHORT = "0564 05 C0 0100 0004 E921";
    private static final String READ = "01 03 0000 0001 840A";
    private static final String ANSWER = "01 03 02 002A 399B";

    @Test
    void aDnp3FrameThatLacksAByteOfItsHeadTakesNoOtherAlong() throws Problem {
        assertThat(cut("dnp3", DNP3_SHORT + "0564 14 C4 0100 00 D760 C0C0013C02063C03063C04063C0106 8A51" + DNP3))
                .containsExactly(
                        plain(DNP3_SHORT), "!056414C4010000D760C0", "!C0013C02063C03063C04063C01068A51", plain(DNP3));
    }

    @Test
    void aDnp3FrameThatLacksAByteOfABlockTakesNoOtherAlong() throws Problem {
        assertThat(cut("dnp3", "0564 14 C4 0100 0004 D760 C0C0013C02063C03063C04063C01 8A51" + DNP3 + DNP3_SHORT))
                .as("its last byte would be the first one of the next frame")
                .containsExactly(
                        "!056414C401000004D760C0C0013C02063C03063C04063C018A51", plain(DNP3), plain(DNP3_SHORT));
    }

    @Test
    void noRequestOfModbusIsLostBesideADamagedOne() throws Problem {
        String damaged = "01 03 0000 01 840A";
        assertThat(cut("modbus-rtu", READ + damaged + READ + READ + "00"))
                .containsExactly(plain(READ), "!" + plain(damaged), plain(READ), plain(READ), "~00");
        assertThat(cut("modbus-rtu", READ + "55" + READ + READ))
                .as("a byte of noise")
                .containsExactly(plain(READ), "!55", plain(READ), plain(READ));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "04"})
    void aDnp3LengthThatCannotBeEndsBehindItsHead(String length) throws Problem {
        byte[] head = Hex.parse("0564" + length + "C0 0100 0004");
        Checksum checksum = Checksum.named("CRC-16/DNP").orElseThrow();
        String sum = plain(Hex.print(checksum.bytes(checksum.of(head, 0, head.length), true), 0, 2));
        String frame = "0564" + length + "C001000004" + sum;
        assertThat(cut("dnp3", frame)).containsExactly("!" + frame);
        assertThat(cut("dnp3", frame + DNP3)).containsExactly("!" + frame, plain(DNP3));
    }

    @Test
    void theChecksumOfAMessageOfMoreThan64KibIsNotLookedAt() throws Problem {
        int length = 65_537;
        byte[] stream = new byte[2 * length - 1];
        for (int start : new int[] {0, length}) {
            System.arraycopy(Hex.parse(start == 0 ? "AA00FFFD" : "AA00FFFC"), 0, stream, start, 4);
        }
        Framing framing = Framing.parse("heads:AA=length:1,3,be,checksum=XOR");
        assertThat(CutRows.cut(framing, stream))
                .containsExactly(
                        new CutRows.Row(0, length, ""), new CutRows.Row(length, stream.length, CutRows.BROKEN));
    }

    @Test
    void aDamagedAnswerOfModbusEndsWhereTheNextOneBegins() throws Problem {
        assertThat(cut("modbus-rtu-answers", ANSWER + "01 03 02 00 399B" + ANSWER + ANSWER))
                .containsExactly(plain(ANSWER), "!01030200399B", plain(ANSWER), plain(ANSWER));
    }

    @Test
    void aLongMessageIsCheckedToo() throws Problem {
        String registers = "01 03 C8" + "0001".repeat(100);
        String right = registers + "A2E5";
        assertThat(cut("modbus-rtu-answers", right + registers + "0000" + right))
                .containsExactly(plain(right), "!" + plain(registers) + "0000", plain(right));
    }

    @Test
    void aMessageWithAWrongChecksumIsBrokenByTheSilenceBehindIt() throws Problem {
        MessageSplitter splitter =
                new MessageSplitter(Framing.parse("modbus-rtu"), open -> false, () -> Encoding.UTF_8);
        RowEnds ends = new RowEnds();
        byte[] wrong = Hex.parse("01 03 0000 0001 0A84");
        splitter.read(wrong, 0, wrong.length, 0, ends);
        assertThat(ends.count()).as("a message may begin in it").isZero();
        assertThat(splitter.endBySilence(ends)).isEqualTo(Completeness.BROKEN);
        byte[] right = Hex.parse(READ);
        splitter.read(right, 0, right.length, 500, ends);
        assertThat(ends.get(0)).isEqualTo(right.length);
        assertThat(ends.completeness(0)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 90})
    void aMessageWhoseChecksumIsNotKnownToBeRightIsNotWholeWhenTheStreamEnds(int length) throws Problem {
        Framing framing = Framing.parse("heads:24=marks:24..,checksum=XOR;5B=json,checksum=XOR:over=1..-2");
        for (byte first : new byte[] {0x24, 0x5B}) {
            byte[] open = new byte[length];
            open[0] = first;
            MessageSplitter splitter = new MessageSplitter(framing, inside -> false, () -> Encoding.UTF_8);
            splitter.read(open, 0, length, 0, new RowEnds());
            assertThat(splitter.end(new RowEnds())).isEqualTo(Completeness.INCOMPLETE);
        }
    }

    @Test
    void aChecksumStandsBehindTheBytesThatItCovers() throws Problem {
        assertThat(cut(
                        "mbus",
                        "68 03 03 68 08 01 72 7B 16 68 03 03 68 08 01 72 7C 16 10 40 01 41 16 10 40 01 42 16 E5"))
                .containsExactly("680303680801727B16", "!680303680801727C16", "1040014116", "!1040014216", "E5");
        assertThat(cut("heads:AA=fixed:5,checksum=CRC-16/XMODEM:le:over=1..-2", "AA 01 02 7313 AA 01 02 1373"))
                .containsExactly("AA01027313", "!AA01021373");
    }

    /** A damaged length, which no checksum of its own protects, takes as many bytes along as it says, up to 260. */
    @ParameterizedTest
    @CsvSource({"dnp3, '" + DNP3 + "', 60", "modbus-rtu, '" + READ + "', 20", "modbus-rtu-answers, '" + ANSWER + "', 12"
    })
    void noDamageReachesFurtherThanItsFrame(String framing, String frame, int found) throws Problem {
        byte[] one = Hex.parse(frame);
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = Arrays.copyOf(one, one.length - 1 - random.nextInt(one.length - 1));
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            stream.writeBytes(damaged);
            for (int i = 0; i < 60; i++) {
                stream.writeBytes(one);
            }
            assertThat(CutRows.hex(Framing.parse(framing), stream.toByteArray()))
                    .as("seed %d, round %d", seed, round)
                    .endsWith(Collections.nCopies(found, plain(frame)).toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads:01=fixed:8,checksum=CRC-16/MODBUS",
                "heads:01=fixed:8,checksum=CRC-16/MODBUS:be;silence=500",
                "heads:68=length:1,1,be,+4,end=16,checksum=sum8:over=4..-2",
                "heads:0564=length:2,1,be,+2,blocks=5/16+2,checksum=CRC-16/DNP:le",
                "heads:01=fixed:8,checksum=crc16 poly=1021 init=FFFF refin refout"
            })
    void isPrintedAsItIsTyped(String text) throws Problem {
        assertThat(Framing.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads:01=fixed:8,checksum=CRC-16",
                "heads:01=fixed:8,checksum=",
                "heads:01=fixed:8,checksum=LRC:high",
                "heads:01=fixed:8,checksum=CRC-16/MODBUS:over=1..-1",
                "heads:01=fixed:8,checksum=LRC:over=256..-1",
                "heads:01=fixed:8,checksum=LRC,checksum=XOR",
                "heads:0564=length:2,1,be,+2,blocks=5/16+2,checksum=LRC",
                "heads:0564=length:2,1,be,+2,blocks=5/99+2,checksum=CRC-16/DNP",
                "heads:0564=length:2,1,be,+2,blocks=5/16+2,end=16,checksum=CRC-16/DNP",
                "fixed:8,checksum=LRC"
            })
    void isRefused(String text) {
        assertThatThrownBy(() -> Framing.parse(text)).isInstanceOf(Problem.class);
    }

    private static List<String> cut(String framing, String stream) throws Problem {
        return CutRows.hex(Framing.parse(framing), Hex.parse(plain(stream)));
    }

    private static String plain(String digits) {
        return digits.replace(" ", "");
    }
}
