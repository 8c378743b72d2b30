package dev.earshot.reply;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import java.util.List;

/**
 * Lists all kinds of answers, in the order in which the user is offered them. This is not part of {@link AnswerKind}
 * because each answer's record creates its kind: the two classes would wait for each other's initialization.
 */
public final class AnswerKinds {
    /** All kinds, in the order in which the user is offered them. */
    public static final List<AnswerKind<?>> ALL = List.of(
            NoAnswer.KIND, EchoAnswer.KIND, FixedAnswer.KIND, RulesAnswer.KIND, ChatAnswer.KIND, RolesAnswer.KIND);

    private AnswerKinds() {}

    /** Returns the kind with this id; null if there is none. */
    public static AnswerKind<?> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElse(null);
    }

    /** Reads an answer from its JSON object; without a field {@code kind} it is {@link NoAnswer}. */
    static Answer read(JsonFields from) throws Problem {
        List<String> ids = ALL.stream().map(AnswerKind::id).toList();
        return find(from.choice("kind", ids, NoAnswer.KIND.id())).read(from);
    }
}
