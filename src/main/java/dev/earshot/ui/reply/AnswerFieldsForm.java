package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Answer;
import dev.earshot.reply.AnswerFields;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;

/**
 * The form for a kind of answer without a form of its own: one field for each of its {@link AnswerFields}. Its words
 * are {@code ui.reply.KIND.about} and {@code ui.reply.KIND.SETTING}.
 */
final class AnswerFieldsForm extends PopoverForm {
    /** The message to which a template is shown as the answer. */
    private static final String EXAMPLE = "hello";

    private final transient Behaviour before;
    private final transient Consumer<Behaviour> apply;
    private final transient Map<String, Reading<Object>> fields = new LinkedHashMap<>();
    private final List<TemplateField> templates = new ArrayList<>();
    private JComponent first;

    /** @param before the behaviour with the answer that is edited */
    AnswerFieldsForm(Words words, Behaviour before, Consumer<Behaviour> apply) {
        super(id(before), words);
        this.before = before;
        this.apply = apply;
        explain(key("about"));
        AnswerFields.of(before.answer()).forEach((name, value) -> fields.put(name, add(name, value)));
        addButtons(id(before));
        showPreviews();
    }

    private static String id(Behaviour behaviour) {
        return behaviour.answer().kind().id();
    }

    private String key(String setting) {
        return "ui.reply." + id(before) + "." + setting;
    }

    /** Adds the component for a setting, and returns what reads it. */
    private Reading<Object> add(String name, Object value) {
        String component = id(before) + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        if (value instanceof Boolean flag) {
            PlainCheckBox box = begin(addBox(component + "Box", key(name), flag));
            return box::isSelected;
        } else if (value instanceof Template template) {
            TemplateField field = new TemplateField(words, component, key(name), this::edited);
            templates.add(field);
            begin(field.field());
            field.boxes().forEach(this::enterApplies);
            field.show(template);
            add(controls.label(key(name), field.field()), "span");
            add(field, "span, growx");
            return () -> checked(field);
        }
        PlainTextField field = begin(addField(component + "Field", key(name), value.toString(), "growx"));
        return value instanceof Integer ? () -> number(field, Integer.MIN_VALUE, Integer.MAX_VALUE) : field::getText;
    }

    private <T extends JComponent> T begin(T field) {
        first = first == null ? field : first;
        return field;
    }

    private void edited() {
        clearProblem();
        showPreviews();
    }

    private void showPreviews() {
        templates.forEach(template -> template.preview(EXAMPLE));
    }

    private Template checked(TemplateField field) throws Problem {
        try {
            field.template().check();
            return field.template();
        } catch (Problem problem) {
            throw mark(problem, field.fieldWithError());
        }
    }

    @Override
    protected void apply() throws Problem {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Reading<Object>> field : fields.entrySet()) {
            values.put(field.getKey(), field.getValue().read());
        }
        Answer answer = AnswerFields.read(before.answer().kind(), values);
        apply.accept(before.with(answer));
    }

    @Override
    protected JComponent first() {
        return first;
    }
}
