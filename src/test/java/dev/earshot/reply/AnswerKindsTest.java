package dev.earshot.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerKindsTest {

    static Iterable<AnswerKind<?>> kinds() {
        return AnswerKinds.ALL;
    }

    @Test
    void idsAreThoseOfFilesAndTheCommandLine() {
        assertThat(AnswerKinds.ALL)
                .extracting(AnswerKind::id)
                .containsExactly("nothing", "echo", "reply", "rules", "chat", "roles");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindIsFoundByItsIdAndKnownToItsAnswer(AnswerKind<?> kind) {
        assertThat(AnswerKinds.find(kind.id())).isSameAs(kind);
        assertThat((Object) kind.defaultAnswer().kind()).isSameAs(kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDefaultAnswerSurvivesAFile(AnswerKind<?> kind) throws Problem {
        Behaviour behaviour = Behaviour.NONE.with(kind.defaultAnswer());
        assertThat(BehaviourFile.parse(BehaviourFile.text(behaviour), "x")).isEqualTo(behaviour);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyAKindWithSettingsWritesMoreThanItsId(AnswerKind<?> kind) {
        String alone = "\"answer\": {\n    \"kind\": \"" + kind.id() + "\"\n  }";
        assertThat(BehaviourFile.text(Behaviour.NONE.with(kind.defaultAnswer())).contains(alone))
                .isEqualTo(!kind.hasSettings());
    }

    @Test
    void onlyFixedAnswerAndRulesAreBlankByDefault() {
        assertThat(AnswerKinds.ALL)
                .filteredOn(kind -> kind.defaultAnswer().isBlank())
                .isEqualTo(List.of(FixedAnswer.KIND, RulesAnswer.KIND));
    }

    @Test
    void anUnknownKindIsRefusedAndAllKindsAreListed() {
        String ids = AnswerKinds.ALL.stream().map(AnswerKind::id).collect(Collectors.joining(", "));
        String text = "{\"format\": \"earshot replies 1\", \"answer\": {\"kind\": \"shout\"}}";
        Problem problem = catchThrowableOfType(Problem.class, () -> BehaviourFile.parse(text, "x"));
        assertThat(problem.key()).isEqualTo("problem.json.choice");
        assertThat(problem.arguments()).containsExactly("x", "answer.kind", ids);
    }

    @Test
    void bytesAreNotSplitForAKindThatTakesNoMessages() {
        Behaviour echo = Behaviour.NONE.with(new EchoAnswer());
        assertThat(new CompiledBehaviour(echo, new EchoReplier(0, null), null, null).splitSettings())
                .isNull();
        assertThat(new CompiledBehaviour(Behaviour.NONE, Replier.NONE, null, null).splitSettings())
                .isNull();
    }
}
