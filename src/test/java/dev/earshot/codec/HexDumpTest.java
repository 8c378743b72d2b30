package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.HexDump.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HexDumpTest {
    private static final byte[] GREETING = "Hello, world. Bye\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void sixteenBytesStandInTwoGroups() {
        assertThat(HexDump.lines(GREETING, 16))
                .containsExactly(
                        new Line(0, "48 65 6C 6C 6F 2C 20 77  6F 72 6C 64 2E 20 42 79", "Hello, world. By"),
                        new Line(16, "65 0D 0A" + " ".repeat(40), "e··"));
    }

    @Test
    void eightBytesStandInOneGroup() {
        assertThat(HexDump.lines(GREETING, 8).get(1)).isEqualTo(new Line(8, "6F 72 6C 64 2E 20 42 79", "orld. By"));
    }

    @Test
    void allLinesAlignWhateverTheLength() {
        for (int columns : new int[] {8, 16}) {
            for (int length = 1; length < 50; length++) {
                List<Line> lines = HexDump.lines(new byte[length], columns);
                assertThat(lines).hasSize((length + columns - 1) / columns);
                assertThat(lines).extracting(line -> line.hex().length()).containsOnly(columns == 8 ? 23 : 48);
            }
        }
        assertThat(HexDump.lines(new byte[0], 16)).isEmpty();
    }

    @Test
    void unprintableBytesAreMiddleDotsAndDotsStay() {
        byte[] b = Samples.bytes("00 1F 20 2E 7E 7F 80 FF B7");
        assertThat(HexDump.lines(b, 16).get(0).ascii()).isEqualTo("·· .~····");
    }

    @Test
    void thePrintedDumpHasOffsetsOfEqualLength() {
        assertThat(HexDump.print(GREETING))
                .isEqualTo("0000  48 65 6C 6C 6F 2C 20 77  6F 72 6C 64 2E 20 42 79  Hello, world. By\n"
                        + "0010  65 0D 0A" + " ".repeat(40) + "  e··");
        assertThat(HexDump.print(new byte[0])).isEmpty();
        assertThat(HexDump.print(new byte[0x10000])).startsWith("0000  ").contains("\nFFF0  ");
        assertThat(HexDump.print(new byte[0x10001])).startsWith("00000  ").contains("\n10000  ");
    }
}
