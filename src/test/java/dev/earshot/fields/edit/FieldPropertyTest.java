package dev.earshot.fields.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldInput;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type in the cells of a field. */
class FieldPropertyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLACE|3|{\"at\":3}",
                "PLACE|-1|{\"at\":-1}",
                "PLACE|+2|{\"skip\":2}",
                "PLACE|(1)|{\"group\":1}",
                "PLACE|(t)|{\"group\":\"t\"}",
                "LENGTH|4|{\"length\":4}",
                "LENGTH|count * 2|{\"length\":\"count * 2\"}",
                "LENGTH|until 0D0A|{\"until\":\"0D0A\"}",
                "LENGTH|prefix u8|{\"prefix\":\"u8\"}",
                "LENGTH|without 2|{\"without\":2}",
                "WORDS|1=on, 2=off|{\"words\":{\"1\":\"on\",\"2\":\"off\"}}",
                "CHECKSUM|sum8|{\"checksum\":\"sum8\"}",
                "CHECKSUM|CRC-16/MODBUS 1..-2|{\"checksum\":\"CRC-16/MODBUS\",\"over\":\"1..-2\"}",
                "ENCODING|GBK|{\"encoding\":\"GBK\"}",
                "ENCODING|+08:00|{\"zone\":\"+08:00\"}",
                "BITS|0=alarm, 1..2=mode|{\"bits\":[{\"name\":\"alarm\",\"low\":0},"
                        + "{\"name\":\"mode\",\"low\":1,\"count\":2}]}",
                "SCALE|0.1|{\"scale\":\"0.1\"}",
                "WHEN|kind = 1|{\"when\":\"kind = 1\"}"
            })
    void eachPartIsOneText(FieldProperty part, String typed, String json) throws Problem {
        EditedField empty = new EditedField(new com.google.gson.JsonObject());
        EditedField field = part.put(empty, typed);
        assertThat(field.json()).hasToString(json);
        assertThat(part.of(field)).isEqualTo(typed);
        assertThat(part.put(field, "")).isEqualTo(empty);
    }

    @Test
    void aPartLeavesAllOthersAlone() throws Problem {
        Random random = new Random(3);
        EditedField field = EditedField.of("x", "u8").with("at", 3).with("offset", "5");
        List<FieldProperty> parts = List.of(FieldProperty.values());
        for (int i = 0; i < 300; i++) {
            FieldProperty part = parts.get(random.nextInt(parts.size()));
            EditedField changed = part.put(field, "b" + random.nextInt(9));
            for (FieldProperty other : parts) {
                if (other != part) {
                    assertThat(other.of(changed)).isEqualTo(other.of(field));
                }
            }
            assertThat(changed.get("offset")).isEqualTo("5");
            field = changed;
        }
    }

    @Test
    void partsThatATableCannotShowAreNotTyped() throws Problem {
        LayoutDocument document = LayoutDocument.read(
                "{\"format\": \"earshot fields 1\", \"layouts\": [{\"name\": \"x\", \"fields\": [{\"name\": \"g\","
                        + " \"fields\": []}, {\"name\": \"a\", \"type\": \"u8\", \"words\": {\"1\": \"a, b\"}}]}]}",
                "");
        List<EditedField> fields = document.named("x").fields();
        assertThat(FieldProperty.NAME.canPut(fields.get(0))).isFalse();
        assertThat(FieldProperty.NAME.canPut(fields.get(1))).isTrue();
        assertThat(FieldProperty.WORDS.canPut(fields.get(1))).isFalse();
    }

    @Test
    void bitsAreTypedInSeveralWays() throws Problem {
        EditedField field = EditedField.of("x", "u8");
        assertThat(field.withBits("alarm，low battery; 4-6 = mode").bits())
                .isEqualTo("0=alarm, 1=low battery, 4..6=mode");
        for (String wrong : List.of("7", "2..1=x", "64=x", "3=", "a=b", "1=2=x")) {
            assertThatThrownBy(() -> field.withBits(wrong))
                    .isInstanceOf(Problem.class)
                    .extracting(problem -> ((Problem) problem).arguments())
                    .isEqualTo(List.of(wrong));
        }
    }

    @Test
    void bitsWithMoreThanNamesAreNotTyped() throws Problem {
        LayoutDocument document = LayoutDocument.read(
                "{\"format\": \"earshot fields 1\", \"layouts\": [{\"name\": \"x\", \"fields\": [{\"name\": \"a\","
                        + " \"type\": \"u8\", \"bits\": [{\"name\": \"on\", \"count\": 1}]}, {\"name\": \"b\", \"type\": \"u8\","
                        + " \"bits\": [{\"name\": \"on\", \"words\": {\"1\": \"yes\"}}]}]}]}",
                "");
        List<EditedField> fields = document.named("x").fields();
        assertThat(FieldProperty.BITS.canPut(fields.get(0))).isTrue();
        assertThat(FieldProperty.BITS.of(fields.get(0))).isEqualTo("0=on");
        assertThat(FieldProperty.BITS.canPut(fields.get(1))).isFalse();
        assertThat(FieldProperty.BITS.of(fields.get(1))).isEqualTo("0=on");
    }

    @Test
    void everyPartHasItsValueInAMessage() throws Problem {
        LayoutDocument document = LayoutDocument.EMPTY.with(EditedLayout.named("x")
                .withFields(List.of(
                        EditedField.of("n", "u8"),
                        EditedField.of("a", "u8").with("when", "n = 9"),
                        EditedField.of("n", "i8").with("unit", "V"),
                        EditedField.of("sum", "u8").with("checksum", "sum8"),
                        EditedField.of("more", "u16"))));
        FieldInput message = FieldInput.of(Hex.parse("01FF05"), Encoding.UTF_8, true);
        assertThat(PartValue.of(document, "x", message))
                .containsExactly(
                        new PartValue("1", false, "", 0),
                        PartValue.NONE,
                        new PartValue("-1 V", false, "", 0),
                        new PartValue("5", true, "0", 0),
                        new PartValue("", true, "", 2));
    }
}
