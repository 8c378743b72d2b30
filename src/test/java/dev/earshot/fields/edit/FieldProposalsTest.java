package dev.earshot.fields.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bytes of a message may be. */
class FieldProposalsTest {

    private static FieldInput message(String hex) throws Problem {
        return FieldInput.of(Hex.parse(hex), Encoding.UTF_8, true);
    }

    private static List<String> types(String hex, int from, int to) throws Problem {
        return FieldProposals.types(message(hex), from, to).stream()
                .map(one -> one.type() + " " + one.value())
                .toList();
    }

    @Test
    void proposesOnlyTypesOfTheSameLength() throws Problem {
        assertThat(types("A55A01EB00", 3, 5))
                .contains("u16 60160", "i16 -5376", "hex EB 00")
                .noneMatch(one -> one.startsWith("u8 ") || one.startsWith("u32 ") || one.startsWith("f32 "));
        assertThat(types("41BC0000", 0, 4)).contains("f32 23.5", "u32 1102839808", "ip4 65.188.0.0");
        assertThat(types("32332E35", 0, 4)).contains("text 23.5", "number 23.5");
    }

    @Test
    void showsWhatOrderScaleAndUnitMake() throws Problem {
        EditedField field = EditedField.of("temp", "i16")
                .with("order", "little")
                .with("scale", "0.1")
                .with("unit", "°C");
        FieldInput message = message("A55A01EB00");
        assertThat(FieldProposals.read(field, message, 3, 5).value()).isEqualTo("23.5 °C");
        assertThat(FieldProposals.read(field.with("type", "u32"), message, 3, 5))
                .isNull();
        assertThat(FieldProposals.read(field.with("scale", "a"), message, 3, 5)).isNull();
    }

    @Test
    void findsTheChecksumAtTheEnd() throws Problem {
        List<FieldProposals.Proposal> found = FieldProposals.checksums(message("A55A01EB00EB"), 5, 6);
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).field().json())
                .hasToString("{\"name\":\"checksum\",\"type\":\"u8\",\"at\":-1,\"checksum\":\"sum8\"}")
                .hasToString(found.get(0).field().json().toString());
    }

    @Test
    void findsACrcOfLittleOrderBehindASkippedByte() throws Problem {
        // 02, then a request of Modbus RTU with its CRC
        List<FieldProposals.Proposal> found = FieldProposals.checksums(message("02010300000002C40B"), 7, 9);
        assertThat(found)
                .anySatisfy(one -> assertThat(one.field().json())
                        .hasToString("{\"name\":\"checksum\",\"type\":\"u16\",\"at\":-2,\"order\":\"little\","
                                + "\"checksum\":\"CRC-16/MODBUS\",\"over\":\"1..\"}"));
    }
}
