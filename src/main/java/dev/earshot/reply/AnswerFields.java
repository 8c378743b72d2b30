package dev.earshot.reply;

import com.google.gson.stream.JsonWriter;
import dev.earshot.codec.JsonFields;
import dev.earshot.codec.JsonText;
import dev.earshot.codec.Problem;
import dev.earshot.reply.rules.Template;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of an answer by their names in its JSON, for a form that knows nothing else about the kind. A value is a
 * text, a {@link Boolean}, an {@link Integer} or a {@link Template}.
 */
public final class AnswerFields {
    private AnswerFields() {}

    /** Returns the settings of an answer, in the order of its JSON. */
    public static Map<String, Object> of(Answer answer) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            JsonFields from =
                    JsonFields.parse(JsonText.of(answer::write), answer.kind().id());
            for (String name : from.names()) {
                Object value = from.value(name);
                values.put(name, value instanceof JsonFields inner ? RuleJson.template(inner) : value);
            }
        } catch (Problem e) {
            throw new IllegalArgumentException("the answer " + answer.kind() + " needs a form of its own", e);
        }
        return values;
    }

    /**
     * Creates an answer with these settings.
     *
     * @throws Problem which says what is wrong with them
     */
    public static Answer read(AnswerKind<?> kind, Map<String, Object> values) throws Problem {
        JsonFields from = JsonFields.parse(JsonText.of(out -> write(out, values)), kind.id());
        Answer answer = kind.read(from);
        from.refuseUnknown();
        answer.check();
        return answer;
    }

    private static void write(JsonWriter out, Map<String, Object> values) throws IOException {
        for (Map.Entry<String, Object> field : values.entrySet()) {
            out.name(field.getKey());
            if (field.getValue() instanceof Template template) {
                RuleJson.put(out, template);
            } else if (field.getValue() instanceof Boolean flag) {
                out.value(flag);
            } else if (field.getValue() instanceof Integer number) {
                out.value(number);
            } else {
                out.value((String) field.getValue());
            }
        }
    }
}
