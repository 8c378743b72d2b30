package dev.earshot.ui.fields;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.fields.edit.EditedField;
import dev.earshot.fields.edit.EditedLayout;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Notice;
import dev.earshot.ui.parts.TextEdits;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks for a regular expression whose groups are the fields of a text, and shows at once what it finds. */
final class LineForm extends LayoutForm {
    private static final int MOST_GROUPS = 6;
    private static final int MOST_TEXT = 4000;
    private static final int MOST_SHOWN = 24;

    private final String text;
    private final PlainTextField expression;
    private final Notice outcome = new Notice("lineOutcome", null, Token.MUTED, TEXT_WIDTH);
    private final JPanel groupPanel = new JPanel(new MigLayout("insets 0, gap 8 4, hidemode 3", "[][grow, fill][64!]"));
    private final transient List<GroupRow> rows = new ArrayList<>();
    private final transient Map<String, EditedField> known = new HashMap<>(); // fields that there are, by their names
    private transient LineExpression found = new LineExpression(List.of(), false);

    /** The fields of the form for one group. */
    private record GroupRow(PlainLabel value, PlainTextField name, PlainTextField unit) {
        void setVisible(boolean wanted) {
            value.setVisible(wanted);
            name.setVisible(wanted);
            unit.setVisible(wanted);
        }
    }

    LineForm(Session session, DescribedMessage described, String marked, Words words, Consumer<String> say) {
        super("line", session, described, words, say);
        text = described
                .text()
                .substring(0, Math.min(MOST_TEXT, described.text().length()));
        explain("ui.fields.line.about");
        expression = addField("lineExpressionField", "ui.fields.expression", "", "wmin 220");
        expression.setFont(Theme.mono(12));
        add(outcome, "skip 1");
        groupPanel.setOpaque(false);
        for (int i = 0; i < MOST_GROUPS; i++) {
            addGroup(i + 1);
        }
        add(groupPanel, "span, growx");
        addTarget();
        addButtons("line", "ui.fields.add");
        propose(marked);
        expression.getDocument().addDocumentListener(TextEdits.listener(this::check));
        check();
    }

    /**
     * Proposes the expression of the layout by which the text is read, with the marked part added, else one for this
     * part.
     */
    private void propose(String marked) {
        EditedLayout present = described.document().named(described.part().layout());
        if (present == null || !fits(present)) {
            expression.setText(LineExpression.propose(text, marked));
            return;
        }
        LineExpression.Extension proposed = LineExpression.extend(present.get("expression"), text, marked);
        expression.setText(proposed.expression());
        if (proposed.before() < 0) {
            chooseNew(); // the fields of the present one would be lost
            return;
        }
        for (EditedField field : present.fields()) {
            int number = LineExpression.number(present.get("expression"), field.get("group"));
            if (number > 0 && number + proposed.before() <= MOST_GROUPS) {
                GroupRow row = rows.get(number + proposed.before() - 1);
                row.name.setText(field.get("name"));
                row.unit.setText(field.get("unit"));
                known.put(field.get("name"), field);
            }
        }
    }

    private void addGroup(int number) {
        GroupRow row = new GroupRow(new PlainLabel(), new PlainTextField(""), new PlainTextField(""));
        row.name.setName("lineName" + number + "Field");
        row.name.getAccessibleContext().setAccessibleName(words.of("ui.fields.line.name", number));
        row.name.putClientProperty("JTextField.placeholderText", words.of("ui.fields.name"));
        row.unit.setName("lineUnit" + number + "Field");
        row.unit.getAccessibleContext().setAccessibleName(words.of("ui.fields.line.unit", number));
        row.unit.putClientProperty("JTextField.placeholderText", words.of("ui.fields.unit"));
        groupPanel.add(row.value, "wmin 90, wmax 180");
        groupPanel.add(row.name, "h 28!");
        groupPanel.add(row.unit, "h 28!, wrap");
        rows.add(row);
    }

    /** Finds the expression in the message after each edit. */
    private void check() {
        clearProblem();
        try {
            found = LineExpression.find(expression.getText(), text);
        } catch (Problem problem) {
            found = new LineExpression(List.of(), false);
            outline(expression);
            outcome.say(words.of(problem));
            showGroups();
            return;
        }
        outcome.say(words.of(
                !found.found()
                        ? "ui.fields.line.none"
                        : found.groups().isEmpty() ? "ui.fields.line.no.group" : "ui.fields.line.found"));
        showGroups();
    }

    private void showGroups() {
        for (int i = 0; i < rows.size(); i++) {
            GroupRow row = rows.get(i);
            boolean shown = i < found.groups().size();
            row.setVisible(shown);
            if (shown) {
                String value = found.groups().get(i) == null
                        ? ""
                        : VisibleText.of(found.groups().get(i));
                String brief = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "..." : value;
                row.value.setText(words.of("ui.fields.line.group", i + 1, brief));
                if (row.name.getText().isEmpty()) {
                    row.name.setText(LineExpression.name(expression.getText(), i + 1));
                }
            }
        }
        fit();
    }

    @Override
    protected JComponent first() {
        return expression;
    }

    @Override
    protected boolean fits(EditedLayout target) {
        return !target.get("expression").isEmpty();
    }

    @Override
    protected Addition addition() throws Problem {
        String typed = expression.getText();
        LineExpression checked = read(expression, () -> LineExpression.find(typed, text));
        if (checked.groups().isEmpty()) {
            throw mark(new Problem("problem.fields.line.group", -1), expression);
        }
        List<EditedField> fields = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), checked.groups().size()); i++) {
            GroupRow row = rows.get(i);
            if (!row.name.getText().isBlank()) {
                String name = row.name.getText().strip();
                String type = LineExpression.type(checked.groups().get(i));
                fields.add(known.getOrDefault(name, EditedField.of(name, type))
                        .with("group", i + 1)
                        .with("unit", row.unit.getText().strip()));
            }
        }
        if (fields.isEmpty()) {
            throw mark(new Problem("problem.fields.unnamed", -1), rows.get(0).name);
        }
        return target -> {
            List<EditedField> all = new ArrayList<>(target.fields());
            all.removeIf(old -> !old.get("group").isEmpty());
            all.addAll(fields);
            return target.with("expression", typed).withFields(all);
        };
    }

    @Override
    protected String done(String layoutName) {
        return words.of("ui.fields.line.added", layoutName);
    }
}
