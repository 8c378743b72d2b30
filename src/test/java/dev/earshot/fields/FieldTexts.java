package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.util.ArrayList;
import java.util.List;

/** The fields of messages as texts, for tests. */
final class FieldTexts {
    private FieldTexts() {}

    /** Reads one layout whose fields are given as JSON. */
    static MessageLayout layout(String fields) throws Problem {
        String json =
                "{\"format\": \"earshot fields 1\", \"layouts\": [{\"name\": \"test\", \"fields\": [" + fields + "]}]}";
        return LayoutFile.read(json, "test").get(0);
    }

    /** Reads a message in hex digits; each field becomes {@code name=value}, indented, and {@code !} if it is wrong. */
    static List<String> of(FieldSource layout, String hex) throws Problem {
        return of(layout, Hex.parse(hex));
    }

    static List<String> of(FieldSource layout, byte... message) {
        FieldReading reading = new FieldReading();
        layout.read(FieldInput.of(message, Encoding.UTF_8, true), reading);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            FieldValue value = reading.get(i);
            String unit = value.unit().isEmpty() ? "" : " " + value.unit();
            String missing = value.missing() > 0 ? " lacks " + value.missing() : "";
            texts.add("  ".repeat(value.depth()) + value.name() + "=" + value.text() + unit + missing
                    + (value.isWrong() ? " !" : ""));
        }
        return texts;
    }
}
