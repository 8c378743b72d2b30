package dev.earshot.fields.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.earshot.codec.Problem;
import dev.earshot.fields.LayoutFile;
import dev.earshot.fields.LayoutPresets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Changes of files of layouts. */
class LayoutDocumentTest {
    private static final String FILE = """
        {
          "format": "earshot fields 1",
          "shared": {"position": [{"name": "lat", "type": "i32", "scale": "1/10000000"}]},
          "layouts": [
            {"name": "meter", "title": "A meter", "framings": "fixed:12", "summary": "{kind} {temp}", "fields": [
              {"name": "kind", "type": "u8", "words": {"1": "reading", "0x02": "alarm, loud"}},
              {"name": "temp", "type": "i16", "order": "little", "scale": 0.10},
              {"name": "values", "repeat": "kind", "fields": [{"name": "value", "type": "u8"}]},
              {"switch": "kind", "cases": {"1": [{"name": "a", "type": "u8"}], "2": [{"use": "position"}]}}
            ]},
            {"name": "lines", "expression": "T=(-?[0-9.]+)", "fields": [
              {"name": "temp", "type": "number", "group": 1, "unit": "°C"}
            ]}
          ]
        }
        """;

    private static LayoutDocument document() throws Problem {
        return LayoutDocument.read(FILE, "fields.json");
    }

    private static JsonObject json(String text) {
        return new Gson().fromJson(text, JsonObject.class);
    }

    @Test
    void whatNobodyHasChangedStaysAsItIs() throws Problem {
        String printed = document().text();
        assertThat(json(printed)).isEqualTo(json(FILE));
        assertThat(printed).contains("\"scale\": 0.10}"); // also the digits of a number
        assertThat(LayoutDocument.read(printed, "").text()).isEqualTo(printed);
    }

    @Test
    void printsOneFieldALineWhereItFits() throws Problem {
        assertThat(document().text())
                .contains("      \"fields\": [\n"
                        + "        {\"name\": \"kind\", \"type\": \"u8\","
                        + " \"words\": {\"1\": \"reading\", \"0x02\": \"alarm, loud\"}},\n");
    }

    @Test
    void aChangeOfOneFieldLeavesAllOthers() throws Problem {
        EditedLayout meter = document().named("meter");
        List<EditedField> fields = new ArrayList<>(meter.fields());
        fields.set(1, fields.get(1).with("unit", "°C").with("scale", ""));
        LayoutDocument changed = document().with(meter.withFields(fields));
        JsonObject expected = json(FILE.replace("\"scale\": 0.10", "\"unit\": \"°C\""));
        assertThat(json(changed.text())).isEqualTo(expected);
    }

    @Test
    void groupsAreNoPlainFields() throws Problem {
        assertThat(document().named("meter").fields().stream().map(EditedField::isPlain))
                .containsExactly(true, true, false, false);
        assertThat(document().named("meter").fields().get(3).parts()).isEqualTo(2);
    }

    @Test
    void nothingWrongIsTaken() throws Problem {
        LayoutDocument document = document();
        EditedLayout wrong = document.named("meter")
                .withFields(List.of(EditedField.of("x", "u8").with("checksum", "no such sum")));
        assertThatThrownBy(() -> document.with(wrong))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.key()).isEqualTo("problem.fields.checksum"));
        assertThatThrownBy(() -> document.inserted(0, EditedLayout.named("lines")))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.key()).isEqualTo("problem.fields.layout.twice"));
        assertThatThrownBy(() -> LayoutDocument.read(FILE.replace("\"u8\"", "\"u9\""), "fields.json"))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.arguments().get(0)).isEqualTo("fields.json:6:25"));
    }

    @Test
    void fieldsGoWhereTheirBytesStand() {
        EditedLayout layout = EditedLayout.named("x");
        for (int at : new int[] {4, -1, 0, 2, -3}) {
            layout = layout.withField(EditedField.of("f" + at, "u8").with("at", at));
        }
        layout = layout.withField(EditedField.of("last", "u8"));
        assertThat(layout.fields().stream().map(field -> field.get("name")))
                .containsExactly("f0", "f2", "f4", "f-3", "f-1", "last");
    }

    @Test
    void aFieldWithAPlaceDoesNotTearThoseThatFollowEachOther() {
        EditedLayout layout = EditedLayout.named("x")
                .withFields(List.of(
                        EditedField.of("a", "u8"),
                        EditedField.of("b", "u8"),
                        EditedField.of("c", "u8").with("at", -1)));
        assertThat(layout.withField(EditedField.of("n", "u8").with("at", 5)).fields().stream()
                        .map(field -> field.get("name")))
                .containsExactly("a", "b", "n", "c");
    }

    @Test
    void wordsAreTypedInOneLine() {
        EditedField field = EditedField.of("x", "u8").withWords("1=reading， 0x02 = alarm;3=off");
        assertThat(field.words()).isEqualTo("1=reading, 0x02=alarm, 3=off");
        assertThat(field.hasSimpleWords()).isTrue();
        JsonObject odd = json("{\"name\": \"x\", \"type\": \"u8\", \"words\": {\"1\": \"a, b\"}}");
        assertThat(new EditedField(odd).hasSimpleWords()).isFalse();
    }

    @Test
    void aListThatNobodyUsesAnyMoreGoesToo() throws Problem {
        LayoutDocument rest = document().removed(document().indexOf("meter"));
        assertThat(rest.text()).doesNotContain("shared");
        LayoutFile.read(rest.text(), "");
        for (String name : List.of("mqtt3", "modbus-rtu", "dns")) {
            LayoutDocument one = LayoutDocument.read(LayoutPresets.file(name), name);
            for (int i = one.layouts().size() - 1; i >= 0; i--) {
                one = one.layouts().get(i).name().equals(name) ? one : one.removed(i);
            }
            assertThat(document().merged(LayoutDocument.read(one.text(), name)).layouts())
                    .hasSize(3);
        }
    }

    @Test
    void mergesFilesWithTheirSharedLists() throws Problem {
        LayoutDocument all = LayoutDocument.EMPTY
                .with(EditedLayout.named("lines"))
                .with(EditedLayout.named("own"))
                .merged(document());
        assertThat(all.layouts().stream().map(EditedLayout::name)).containsExactly("lines", "own", "meter");
        assertThat(all.named("lines").fields()).hasSize(1);
        LayoutDocument other = LayoutDocument.read(FILE.replace("\"lat\"", "\"lon\""), "");
        assertThatThrownBy(() -> all.merged(other))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.key()).isEqualTo("problem.fields.shared"));
    }

    @Test
    void randomChangesLoseNothing() throws Problem {
        Random random = new Random(16);
        LayoutDocument document = document();
        for (int i = 0; i < 500; i++) {
            EditedLayout layout = document.named("meter");
            List<EditedField> fields = new ArrayList<>(layout.fields());
            List<EditedField> before = List.copyOf(fields);
            int at = random.nextInt(fields.size() + 1);
            boolean adds = fields.size() < 6 || random.nextBoolean();
            if (adds) {
                fields.add(at, EditedField.of("n" + i, "u16").with("at", random.nextInt(40) - 20));
            } else if (before.get(at % before.size()).get("name").startsWith("n")) {
                fields.remove(at % before.size());
            } else {
                fields.add(fields.remove(at % before.size()));
            }
            LayoutDocument next = document.with(layout.withFields(fields));
            LayoutDocument read = LayoutDocument.read(next.text(), "");
            assertThat(read.named("meter").fields()).isEqualTo(fields);
            assertThat(read.named("lines")).isEqualTo(document().named("lines"));
            assertThat(json(read.text()).get("shared")).isEqualTo(json(FILE).get("shared"));
            assertThat(read.named("meter").get("summary")).isEqualTo("{kind} {temp}");
            document = read;
        }
        assertThat(document.named("meter").fields())
                .containsAll(document().named("meter").fields());
        assertThat(LayoutFile.read(document.text(), "")).hasSize(2);
    }
}
