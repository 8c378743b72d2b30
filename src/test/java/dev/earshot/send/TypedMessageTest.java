package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypedMessageTest {
    @Test
    void theDraftOfAMessageHasItsBytes() throws Problem {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte)
                        (random.nextInt(3) == 0 ? random.nextInt(256) : "ab\\x\r\n\t%".charAt(random.nextInt(8)));
            }
            for (Encoding encoding : new Encoding[] {Encoding.UTF_8, Encoding.GBK}) {
                for (LineEnding ending : LineEnding.values()) {
                    Draft like =
                            new Draft("", TextForm.TEXT, Optional.empty(), ending, random.nextBoolean(), Envelope.NONE);
                    Draft draft = TypedMessage.draft(bytes, encoding, like);
                    assertThat(draft.bytes(encoding)).as("%s", draft).isEqualTo(bytes);
                }
            }
        }
    }

    @Test
    void textIsTypedAsTextAndOtherBytesAsHex() {
        assertThat(typed("你好\r\n".getBytes(StandardCharsets.UTF_8), Encoding.UTF_8))
                .isEqualTo(new TypedMessage(TextForm.TEXT, "你好\\r\\n"));
        assertThat(typed("温度".getBytes(Charset.forName("GBK")), Encoding.GBK).text())
                .isEqualTo("温度");
        assertThat(typed(new byte[] {1, 3, 0, 0, 'a'}, Encoding.UTF_8))
                .isEqualTo(new TypedMessage(TextForm.HEX, "01 03 00 00 61"));
        assertThat(typed(new byte[] {'a', (byte) 0xFF}, Encoding.UTF_8).form()).isEqualTo(TextForm.HEX);
    }

    private static TypedMessage typed(byte[] bytes, Encoding encoding) {
        return TypedMessage.of(bytes, encoding);
    }
}
