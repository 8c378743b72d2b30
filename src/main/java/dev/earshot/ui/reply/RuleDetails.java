package dev.earshot.ui.reply;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.fields.FieldSource;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.LineBreakFilter;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.plain.PlainCheckBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.text.AbstractDocument;
import net.miginfocom.swing.MigLayout;

/**
 * The panel below the rules: what the table does not show of the selected rule, and an example message to try it on.
 */
final class RuleDetails extends JPanel {
    private static final int MAX_PER_SECOND = 1_000_000;

    private final transient Words words;
    private final transient BiConsumer<Rule, Object> edited;
    private final transient Supplier<FieldSource> fields;
    private final PlainTextField name;
    private final PlainTextField role;
    private final PlainTextField state;
    private final PlainTextField next;
    private final PlainTextField most;
    private final PlainCheckBox thenClose;
    private final PlainCheckBox thenTls;
    private final TemplateField answer;
    private final PlainTextField example;
    private transient Rule rule = Rule.BLANK;
    private boolean showing;
    private boolean exampleTyped;

    /**
     * @param edited takes the edited rule and the name of the part that was edited
     * @param fields returns the source of the fields of the example
     */
    RuleDetails(Words words, BiConsumer<Rule, Object> edited, Supplier<FieldSource> fields) {
        super(new MigLayout(
                "insets 8 12 8 12, gap 8 6, hidemode 3, fillx", "[][100:160:160]16[][grow, fill, 0:300:]", ""));
        this.words = words;
        this.edited = edited;
        this.fields = fields;
        setBorder(Hairline.top());
        Controls controls = new Controls(words);
        name = field("ruleNameField", () -> edit("name"));
        role = field("ruleRoleField", () -> edit("role"));
        state = field("ruleStateField", () -> edit("state"));
        state.setToolTipText(words.of("ui.rules.state.tip", Rule.START));
        next = field("ruleNextStateField", () -> edit("next"));
        next.setToolTipText(words.of("ui.rules.next.tip"));
        most = field("ruleMostField", () -> edit("most"));
        most.setToolTipText(words.of("ui.rules.most.tip"));
        thenClose = ThenCloseBox.create(words, "ruleThenCloseBox", false);
        thenClose.addActionListener(e -> edit("close"));
        thenTls = new PlainCheckBox(words.of("ui.rules.tls"), false);
        thenTls.setName("ruleThenTlsBox");
        thenTls.setToolTipText(words.of("ui.rules.tls.tip"));
        thenTls.addActionListener(e -> edit("tls"));
        answer = new TemplateField(words, "ruleAnswer", "ui.rules.answer", () -> edit("answer"));
        example = field("ruleExampleField", () -> {
            exampleTyped = true;
            preview();
        });
        example.setFont(Theme.mono(12));
        ((AbstractDocument) example.getDocument())
                .setDocumentFilter(new LineBreakFilter(() -> rule.match().kind() == Match.Kind.HEX));
        add(controls.label("ui.rules.name", name));
        add(name, "growx, h 28!");
        PlainLabel label = controls.label("ui.rules.answer", answer.field());
        add(label, "ay top, gaptop 4, spany 4");
        add(answer, "spany 4, growx, ay top, wrap");
        add(controls.label("ui.rules.most", most));
        add(most, "growx, h 28!, wrap");
        add(controls.label("ui.rules.role", role));
        add(role, "growx, h 28!, wrap");
        add(controls.label("ui.rules.state", state));
        add(state, "split 3, growx, wmin 0, h 28!");
        add(controls.label("ui.rules.next", next));
        add(next, "growx, wmin 0, h 28!, wrap");
        add(thenClose, "span 2, h 28!");
        add(controls.label("ui.reply.example", example));
        add(example, "growx, h 28!, wrap");
        add(thenTls, "span 2, h 28!");
        show(Optional.empty());
    }

    private PlainTextField field(String called, Runnable typed) {
        PlainTextField field = new PlainTextField();
        field.setName(called);
        field.getDocument().addDocumentListener(TextEdits.listener(() -> {
            if (!showing) {
                typed.run();
            }
        }));
        return field;
    }

    /** Shows this rule, or that none is selected. */
    void show(Optional<Rule> selected) {
        showing = true;
        Rule before = rule;
        rule = selected.orElse(Rule.BLANK);
        put(name, rule.name());
        put(role, rule.role());
        put(state, rule.state());
        put(next, rule.nextState());
        put(most, rule.mostPerSecond() == 0 ? "" : Integer.toString(rule.mostPerSecond()));
        most.putClientProperty(FlatClientProperties.OUTLINE, null);
        thenClose.setSelected(rule.endsAfterAnswer());
        thenTls.setSelected(rule.startsTlsAfterAnswer());
        answer.show(rule.answer());
        if (!exampleTyped || !before.match().equals(rule.match())) {
            exampleTyped = false;
            put(example, exampleFor(rule.match()));
        }
        for (JComponent part : List.of(name, most, state, next, thenClose, thenTls, answer, example)) {
            part.setEnabled(selected.isPresent());
        }
        role.setEnabled(selected.isPresent() && rule.receivers() == Rule.Receivers.ROLE);
        showing = false;
        preview();
    }

    /** Returns an example that matches, made from the pattern where that is possible. */
    private static String exampleFor(Match match) {
        return switch (match.kind()) {
            case EQUALS, CONTAINS, STARTS, ENDS -> match.pattern();
            case HEX ->
                match.pattern().replace("??", "00").replaceAll("[()*]", "").strip();
            case ANY, EXPRESSION, WHERE -> "";
        };
    }

    /** Sets the text of a field, unless it has that text: else the caret would jump while typing. */
    private static void put(PlainTextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void edit(String what) {
        if (showing) {
            return;
        }
        try {
            int limit = most.getText().isBlank() ? 0 : WholeNumber.parse(most.getText(), 0, MAX_PER_SECOND);
            most.putClientProperty(FlatClientProperties.OUTLINE, null);
            rule = RuleEdit.details(
                    RuleEdit.states(RuleEdit.answer(rule, answer.template()), state.getText(), next.getText()),
                    name.getText(),
                    role.getText(),
                    limit,
                    thenClose.isSelected(),
                    thenTls.isSelected());
            edited.accept(rule, what);
            preview();
        } catch (Problem problem) {
            most.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
            most.setToolTipText(words.of(problem));
        }
    }

    private void preview() {
        if (RuleProblems.isBlank(rule)) {
            answer.showNote("");
        } else {
            answer.preview(rule.match(), example.getText(), fields);
        }
    }
}
