package dev.earshot.codec.framing;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a stream is divided into reads, every framing that does not depend on reads finds the same messages. */
class DivisionTest {

    static Stream<String> framings() {
        Stream<String> presets = FramingPresets.builtIn().all().stream()
                .map(preset -> preset.framing().toString());
        return Stream.concat(
                        presets,
                        Stream.of(
                                "delimiter:0A",
                                "delimiter:0101020101",
                                "delimiter:0102|010203|02",
                                "delimiter:01??02",
                                "fixed:1",
                                "fixed:7",
                                "length:0,1,be,whole",
                                "length:1,1",
                                "length:0,2,le,whole",
                                "length:60,1,le",
                                "length:255,2,be,+1,end=01",
                                "length:0,3,be,mask=000003",
                                "length:0,1,be,+2,end=0102",
                                "length:1,1,be,+1,blocks=2/3+2",
                                "length:0,2,bcd",
                                "heads:01=decimal:02,+1,at=2,end=03;04=decimal:02,at=1",
                                "decimal:20",
                                "decimal:2020,-1,end=20",
                                "varint:0",
                                "varint:200",
                                "marks:01..02,+3",
                                "marks:0101..0102|02",
                                "marks:01..01",
                                "marks:0102..0102",
                                "marks:01..01,shared",
                                "marks:0102..",
                                "marks:1002..1003,stuffing=dle",
                                "marks:01..02,stuffing=02=0302|03=0303",
                                "json",
                                "heads:7B|5B=json;*=delimiter:0A",
                                "blocks:0A|0D0A",
                                "heads:01=length:1,1,be,+2,end=02;0202=fixed:3;03=marks:03..04",
                                "heads:0102=length:2,1,be,end=03;+01|03=length:0,1,be;+0203=marks:02..03",
                                "heads:0102=length:2,1,be;0103=varint:2;*=delimiter:02",
                                "heads:01=length:1,1,be,+2,checksum=sum8;0202=fixed:3,checksum=XOR;*=fixed:2",
                                "heads:01=length:1,1,be,+2;02=fixed:3,checksum=XOR;*=length:0,1,be,+2,checksum=sum8",
                                "heads:01=varint:1,checksum=sum8:over=1..-2;*=marks:02..03,+1,checksum=XOR",
                                "heads:02=length:1,1,be,+1,blocks=2/3+1,checksum=XOR;01=fixed:2",
                                "heads:*=length:0,1,be,+60,checksum=sum8"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("framings")
    void anyDivisionGivesTheSameMessages(String text) throws Problem {
        Framing framing = Framing.parse(text);
        byte[] alphabet = alphabet(text);
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            byte[] stream = new byte[random.nextInt(400)];
            int variety = 2 + random.nextInt(alphabet.length - 1);
            for (int i = 0; i < stream.length; i++) {
                stream[i] = alphabet[random.nextInt(variety)];
            }
            CutRows.cut(framing, stream);
        }
    }

    /** Returns the bytes that mean something in a framing, and a few small lengths and digits. */
    private static byte[] alphabet(String framing) throws Problem {
        List<Byte> bytes = new ArrayList<>();
        for (String run : framing.replaceAll("[^0-9A-F]+", " ").strip().split(" ")) {
            if (run.length() % 2 == 0) {
                for (byte b : Hex.parse(run)) {
                    bytes.add(b);
                }
            }
        }
        for (char c : new char[] {0, 1, 2, '2', 3, 4, '#', 'A', 0x16, '0', '\'', 0x0A, 0xA0, 0xFF}) {
            bytes.add((byte) c);
        }
        byte[] all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return all;
    }
}
