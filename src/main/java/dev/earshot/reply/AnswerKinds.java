package dev.earshot.reply;

import dev.earshot.codec.JsonFields;
import dev.earshot.codec.Problem;
import java.util.List;

/**
 * Lists every kind of answer, in the order in which a person is offered them. A class of its own, because an answer's record
 * makes its kind: a list within {@link AnswerKind} would have two classes wait for each other's initialization.
 */
public final class AnswerKinds {
    public static final List<AnswerKind<?>> ALL = List.of(
            NoAnswer.KIND, EchoAnswer.KIND, FixedAnswer.KIND, RulesAnswer.KIND, ChatAnswer.KIND, RolesAnswer.KIND);

    private AnswerKinds() {}

    /** The kind with this id; null if there is none. */
    public static AnswerKind<?> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElse(null);
    }

    /** Reads an answer from the fields of its object; without a kind it answers nothing. */
    static Answer read(JsonFields from) throws Problem {
        List<String> ids = ALL.stream().map(AnswerKind::id).toList();
        return find(from.choice("kind", ids, NoAnswer.KIND.id())).read(from);
    }
}
