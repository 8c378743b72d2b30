package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Envelope.Header;
import dev.earshot.codec.Envelope.Trailer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final byte[] NINE = "123456789".getBytes(StandardCharsets.US_ASCII);
    private static final String NINE_HEX = "31 32 33 34 35 36 37 38 39";

    @ParameterizedTest
    @CsvSource({
        "sum8, DD",
        "XOR, 31",
        "CRC-8, F4",
        "CRC-16/MODBUS, 37 4B",
        "CRC-16/CCITT-FALSE, 29 B1",
        "CRC-16/X-25, 90 6E",
        "CRC-32, CB F4 39 26",
        "CRC-64/XZ, 99 5D C9 BB DF 19 39 FA",
        "crc16;poly=8005;refin;refout, BB 3D"
    })
    void theChecksumFollowsTheMessageInItsUsualOrder(String name, String hex) throws Problem {
        Checksum checksum = Checksum.named(name).orElseThrow();
        Envelope envelope = new Envelope(Header.NONE, Trailer.usual(checksum));
        assertThat(hex(envelope, NINE, LineEnding.NONE)).isEqualTo(NINE_HEX + " " + hex);
    }

    @Test
    void eitherByteOfAChecksumMayGoFirst() throws Problem {
        Trailer high = new Trailer(Checksum.named("CRC-16/MODBUS").orElseThrow(), false, false, false);
        assertThat(hex(new Envelope(Header.NONE, high), NINE, LineEnding.NONE)).endsWith("39 4B 37");
        Trailer low = new Trailer(Checksum.named("CRC-32").orElseThrow(), true, false, false);
        assertThat(hex(new Envelope(Header.NONE, low), NINE, LineEnding.NONE)).endsWith("39 26 39 F4 CB");
    }

    @Test
    void theChecksumStandsBeforeOrAfterTheLineEndingAndCoversAllBytesBeforeIt() throws Problem {
        byte[] message = {1, 2};
        Trailer before = new Trailer(Checksum.named("sum8").orElseThrow(), false, false, false);
        assertThat(hex(new Envelope(Header.NONE, before), message, LineEnding.CRLF))
                .isEqualTo("01 02 03 0D 0A");
        Trailer last = new Trailer(Checksum.named("sum8").orElseThrow(), false, false, true);
        assertThat(hex(new Envelope(Header.NONE, last), message, LineEnding.CRLF))
                .isEqualTo("01 02 0D 0A 1A");
    }

    @Test
    void aChecksumMayBeSentAsHexDigits() throws Problem {
        Trailer digits = new Trailer(Checksum.named("CRC-16/CCITT-FALSE").orElseThrow(), false, true, false);
        byte[] bytes = new Envelope(Header.NONE, digits)
                .wrap(NINE, LineEnding.LF.bytes())
                .bytes();
        assertThat(bytes).asString().isEqualTo("12345678929B1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, false, 04 01 02 0D 0A",
        "1, false, true, 05 01 02 0D 0A",
        "2, false, false, 00 04 01 02 0D 0A",
        "2, true, true, 06 00 01 02 0D 0A",
        "4, false, true, 00 00 00 08 01 02 0D 0A",
        "4, true, false, 04 00 00 00 01 02 0D 0A"
    })
    void theLengthCountsTheRestOrTheWholeMessage(int size, boolean little, boolean whole, String hex) throws Problem {
        Envelope envelope = new Envelope(new Header(size, little, whole), Trailer.NONE);
        assertThat(hex(envelope, new byte[] {1, 2}, LineEnding.CRLF)).isEqualTo(hex);
    }

    @Test
    void theLengthCountsTheChecksumAndTheChecksumCoversTheLength() throws Problem {
        Envelope envelope = new Envelope(
                new Header(2, false, false), Trailer.usual(Checksum.named("XOR").orElseThrow()));
        Envelope.Wrapped wrapped = envelope.wrap(new byte[] {0x10}, new byte[0]);
        assertThat(wrapped.bytes()).containsExactly(0, 2, 0x10, 0x12);
        assertThat(wrapped.headerSize()).isEqualTo(2);
        assertThat(wrapped.checksumAt()).isEqualTo(3);
        assertThat(wrapped.checksumSize()).isEqualTo(1);
    }

    @Test
    void aLengthThatDoesNotFitIsRefused() throws Problem {
        Envelope envelope = new Envelope(new Header(1, false, true), Trailer.NONE);
        assertThat(envelope.wrap(new byte[254], new byte[0]).bytes()).startsWith(0xFF);
        Problem problem = catchThrowableOfType(Problem.class, () -> envelope.wrap(new byte[255], new byte[0]));
        assertThat(problem.key()).isEqualTo("problem.send.length");
        assertThat(problem.arguments()).containsExactly(256L, 1, 255L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "length1",
                "length2,le CRC-16/MODBUS,le",
                "length4,le,whole CRC-32,le,digits,last",
                "XOR,digits",
                "CRC-64/XZ,le",
                "length1 crc16;poly=1021;init=FFFF;refin;refout;xorout=FFFF,le,digits,last"
            })
    void thePrintedEnvelopeIsParsedAgain(String words) throws Problem {
        assertThat(Envelope.parse(words)).hasToString(words);
        assertThat(Envelope.parse(words)).isEqualTo(Envelope.parse(words));
    }

    @Test
    void unknownWordsAreRefused() {
        assertThat(catchThrowableOfType(Problem.class, () -> Envelope.parse("length3")))
                .isNotNull();
    }

    private static String hex(Envelope envelope, byte[] message, LineEnding ending) throws Problem {
        byte[] bytes = envelope.wrap(message, ending.bytes()).bytes();
        return Hex.print(bytes, 0, bytes.length);
    }
}
