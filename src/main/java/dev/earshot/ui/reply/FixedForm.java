package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.FixedAnswer;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** The form for an answer that is the same to every message. */
final class FixedForm extends PopoverForm {
    private final transient Behaviour before;
    private final transient Consumer<Behaviour> apply;
    private final TemplateField template;
    private final PlainTextField example;
    private final PlainCheckBox thenClose;

    /** @param before the behaviour with a {@link FixedAnswer} */
    FixedForm(Words words, Behaviour before, Consumer<Behaviour> apply) {
        super("reply", words);
        this.before = before;
        this.apply = apply;
        explain("ui.reply.reply.about");
        template = new TemplateField(words, "replyText", "ui.reply.text", this::changed);
        template.boxes().forEach(this::enterApplies);
        add(template, "span, growx");
        example = addField("replyExampleField", "ui.reply.example", "hello", "growx");
        thenClose = ThenCloseBox.create(words, "replyThenCloseBox", before.endsAfterAnswer());
        add(thenClose, "span");
        addButtons("reply");
        example.getDocument().addDocumentListener(TextEdits.listener(this::changed));
        template.show(((FixedAnswer) before.answer()).template());
    }

    @Override
    protected void apply() throws Problem {
        if (template.template().text().isEmpty()) {
            throw mark(new Problem("ui.reply.text.missing", -1), template.fieldWithError());
        }
        try {
            template.template().check();
        } catch (Problem problem) {
            throw mark(problem, template.fieldWithError());
        }
        apply.accept(before.with(new FixedAnswer(template.template())).withEndAfterAnswer(thenClose.isSelected()));
    }

    @Override
    protected JComponent first() {
        return template.field();
    }

    private void changed() {
        if (example != null) {
            clearProblem();
            template.preview(example.getText());
        }
    }
}
