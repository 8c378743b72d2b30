package dev.earshot.ui.reply;

import dev.earshot.reply.AnswerKind;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Creates the form for each kind of answer that a popover edits; a kind that is not listed here has an {@link
 * AnswerFieldsForm}. Rules have a window instead.
 */
final class AnswerForms {
    private static final Map<AnswerKind<?>, Maker> FORMS = Map.of(
            FixedAnswer.KIND, FixedForm::new,
            ChatAnswer.KIND, ChatForm::new,
            RolesAnswer.KIND, RolesForm::new);

    private AnswerForms() {}

    private interface Maker {
        PopoverForm make(Words words, Behaviour before, Consumer<Behaviour> apply);
    }

    /**
     * Creates the form for an answer.
     *
     * @param before the behaviour with the answer that the form shows
     * @param apply takes the behaviour with the edited answer
     */
    static PopoverForm make(Words words, Behaviour before, Consumer<Behaviour> apply) {
        return FORMS.getOrDefault(before.answer().kind(), AnswerFieldsForm::new).make(words, before, apply);
    }
}
