package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFieldsTest {
    private static final Template REFUSAL = new Template(TextForm.HEX, "00 15", LineEnding.NONE);
    private static final RolesAnswer ROLES = new RolesAnswer("APP", "DEVICE", true, REFUSAL);

    @Test
    void settingsHaveTheirTypesAndTheOrderOfTheJson() {
        Map<String, Object> fields = AnswerFields.of(ROLES);

        assertThat(fields.keySet()).containsExactly("first", "second", "replace", "refusal");
        assertThat(fields.values()).containsExactly("APP", "DEVICE", true, REFUSAL);
    }

    @Test
    void anAnswerIsReadFromItsSettings() throws Problem {
        for (Answer answer : List.of(ROLES, new ChatAnswer("bye", false), new FixedAnswer(Template.text("${0}")))) {
            assertThat(AnswerFields.read(answer.kind(), AnswerFields.of(answer)))
                    .isEqualTo(answer);
        }
    }

    @Test
    void wrongSettingsAreAProblem() {
        Map<String, Object> wrong = new LinkedHashMap<>(AnswerFields.of(ROLES));
        wrong.put("replace", "yes");
        assertProblem(RolesAnswer.KIND, wrong, "problem.json.flag");
        assertProblem(RolesAnswer.KIND, Map.of("role", "APP"), "problem.json.unknown");
        Template unknown = Template.text("${you}");
        assertProblem(FixedAnswer.KIND, Map.of("template", unknown), "problem.template.unknown");
    }

    @Test
    void anAnswerWithAListNeedsAFormOfItsOwn() {
        assertThatThrownBy(() -> AnswerFields.of(new RulesAnswer(List.of(Rule.BLANK))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rules");
    }

    private static void assertProblem(AnswerKind<?> kind, Map<String, Object> values, String key) {
        assertThatThrownBy(() -> AnswerFields.read(kind, values))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }
}
