package dev.earshot.ui.reply;

import dev.earshot.codec.Problem;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.RolesAnswer;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PopoverForm;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** The form for forwarding between two roles: their names, and what a client gets whose role is refused. */
final class RolesForm extends PopoverForm {
    private final transient Behaviour before;
    private final transient Consumer<Behaviour> apply;
    private final PlainTextField firstName;
    private final PlainTextField secondName;
    private final PlainComboBox<Boolean> replace;
    private final TemplateField refusal;

    /** @param before the behaviour with a {@link RolesAnswer} */
    RolesForm(Words words, Behaviour before, Consumer<Behaviour> apply) {
        super("roles", words);
        this.before = before;
        this.apply = apply;
        RolesAnswer roles = (RolesAnswer) before.answer();
        explain("ui.reply.roles.about");
        firstName = addField("rolesFirstField", "ui.reply.roles.first", roles.first(), "growx");
        secondName = addField("rolesSecondField", "ui.reply.roles.second", roles.second(), "growx");
        replace = enterApplies(controls.box(
                "rolesReplaceBox",
                "ui.reply.roles.taken",
                yes -> words.of(yes ? "ui.reply.roles.replace" : "ui.reply.roles.keep"),
                List.of(false, true)));
        replace.setSelectedItem(roles.replacesHolder());
        add(controls.label("ui.reply.roles.taken", replace));
        add(replace, "h 28!");
        refusal = new TemplateField(words, "rolesRefusal", "ui.reply.roles.refusal", this::changed);
        refusal.boxes().forEach(this::enterApplies);
        add(controls.label("ui.reply.roles.refusal", refusal.field()), "span");
        add(refusal, "span, growx");
        addButtons("roles");
        refusal.show(roles.refusal());
    }

    @Override
    protected void apply() throws Problem {
        String one = name(firstName);
        String other = name(secondName);
        if (one.equals(other)) {
            throw mark(new Problem("ui.reply.roles.same", -1), secondName);
        }
        try {
            refusal.template().check();
        } catch (Problem problem) {
            throw mark(problem, refusal.fieldWithError());
        }
        apply.accept(before.with(
                new RolesAnswer(one, other, replace.getItemAt(replace.getSelectedIndex()), refusal.template())));
    }

    /** Returns the name without spaces: a space ends the name when a client claims its role. */
    private String name(PlainTextField field) throws Problem {
        String name = field.getText().strip();
        if (!name.matches("\\S{1,64}")) {
            throw mark(new Problem("ui.reply.roles.name", -1), field);
        }
        return name;
    }

    @Override
    protected JComponent first() {
        return firstName;
    }

    private void changed() {
        if (refusal != null) {
            clearProblem();
            refusal.preview(firstName.getText());
        }
    }
}
