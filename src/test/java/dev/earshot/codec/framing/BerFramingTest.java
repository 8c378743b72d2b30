package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cuts messages with lengths of ASN.1. */
class BerFramingTest {
    @Test
    void lengthsHaveOneByteOrSayHowMany() throws Problem {
        String none = "3000";
        String shortest = "30037F8081";
        String longest = "307F" + "00".repeat(127);
        String one = "308180" + "11".repeat(128);
        String two = "30820100" + "22".repeat(256);
        String four = "308400000003333333";
        String padded = "3082000344" + "4444";
        assertThat(cut("ber:1", none + shortest + longest + one + two + four + padded + "3082"))
                .containsExactly(none, shortest, longest, one, two, four, padded, "~3082");
        assertThat(cut("ber:0", "02AABB00")).containsExactly("02AABB", "00");
    }

    @Test
    void lengthsThatNobodyCanKnowAreBroken() throws Problem {
        assertThat(cut("ber:1", "3080" + "300101")).containsExactly("!3080", "300101");
        assertThat(cut("ber:1", "3085" + "300101")).containsExactly("!3085", "300101");
        assertThat(cut("ber:1", "3084FFFFFFFF" + "300101")).containsExactly("!3084FFFFFFFF", "300101");
    }

    private static List<String> cut(String framing, String hex) throws Problem {
        return CutRows.hex(Framing.parse(framing), Hex.parse(hex));
    }
}
