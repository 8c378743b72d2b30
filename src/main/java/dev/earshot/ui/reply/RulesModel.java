package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.FieldSource;
import dev.earshot.net.Peer;
import dev.earshot.reply.RulesFile;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.Template;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.UndoableListModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table model of the rules, which knows what is wrong with them, cell by cell. Confined to the EDT. */
final class RulesModel extends UndoableListModel<RulesFile, Rule> {

    /** The columns of the table, in their order. */
    enum Column {
        ON,
        WHEN,
        PATTERN,
        ANSWER,
        FORM,
        DELAY,
        TO,
        STATE,
        HITS
    }

    /** Takes edited rules, and knows the session in which they work. */
    interface Listener {
        /** Takes the edited rules. */
        void changed(List<Rule> rules);

        /** Returns the framing of the messages that the rules see. */
        Framing framing();

        /** Sets the framing of the messages that the rules see. */
        void changeFraming(Framing framing);

        /** Starts to try these rules on the messages received so far. */
        RuleDryRun startDryRun(List<Rule> rules);

        /** Returns the encoding in which a peer's messages are read. */
        Encoding encoding(Peer peer);

        /** Returns the source of the fields of an example message. */
        FieldSource exampleFields();

        /** Returns how often the rule of this index, counted from 0, has matched. */
        long hits(int rule);
    }

    /** The receiver of an answer: the sender, all, or a role. */
    record Receiver(Rule.Receivers to, String role) {}

    private final transient Listener listener;
    private transient List<Map<Column, Problem>> problems;

    RulesModel(Words words, List<Rule> rules, Listener listener) {
        super("ui.rules.column.", words, Column.values(), rules);
        this.listener = listener;
        problems = list().stream().map(RuleProblems::of).toList();
    }

    @Override
    protected List<Rule> list(RulesFile state) {
        return state.rules();
    }

    @Override
    protected RulesFile stateWith(List<Rule> other) {
        return new RulesFile(Optional.of(listener.framing()), other);
    }

    @Override
    protected void publish(RulesFile state) {
        problems = list().stream().map(RuleProblems::of).toList();
        listener.changed(list());
        Framing framing = state.framing().orElse(listener.framing());
        if (!framing.equals(listener.framing())) {
            listener.changeFraming(framing);
        }
    }

    @Override
    public Map<Column, Problem> problems(int row) {
        return problems.get(row);
    }

    /** Returns a blank rule with the line ending of the last one. */
    Rule fresh() {
        int count = getRowCount();
        LineEnding ending =
                count == 0 ? LineEnding.CRLF : get(count - 1).answer().ending();
        return RuleEdit.answer(Rule.BLANK, new Template(TextForm.TEXT, "", ending));
    }

    /** Shows how often the rules have matched so far. */
    void refreshHits() {
        for (int row = 0; row < getRowCount(); row++) {
            fireTableCellUpdated(row, Column.HITS.ordinal());
        }
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Column.values()[column] == Column.ON ? Boolean.class : Object.class;
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return switch (Column.values()[column]) {
            case STATE, HITS -> false;
            case PATTERN -> get(row).match().kind() != Match.Kind.ANY;
            default -> true;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        Rule rule = get(row);
        return switch (Column.values()[column]) {
            case ON -> rule.isOn();
            case WHEN -> rule.match().kind();
            case PATTERN -> rule.match().pattern();
            case ANSWER -> rule.answer().text();
            case FORM -> rule.answer().form();
            case DELAY -> rule.delayMillis();
            case TO -> new Receiver(rule.receivers(), rule.role());
            case STATE -> RuleCell.states(rule.state().strip(), rule.nextState().strip());
            case HITS -> listener.hits(row);
        };
    }

    @Override
    protected Rule withValue(Rule rule, int column, Object value) {
        Match match = rule.match();
        Template answer = rule.answer();
        return switch (Column.values()[column]) {
            case ON -> RuleEdit.on(rule, (Boolean) value);
            case WHEN -> RuleEdit.match(rule, new Match((Match.Kind) value, match.pattern()));
            case PATTERN -> RuleEdit.match(rule, new Match(match.kind(), (String) value));
            case ANSWER -> RuleEdit.answer(rule, new Template(answer.form(), (String) value, answer.ending()));
            case FORM -> RuleEdit.answer(rule, new Template((TextForm) value, answer.text(), answer.ending()));
            case DELAY -> RuleEdit.delay(rule, (Integer) value);
            case TO -> RuleEdit.to(rule, (Receiver) value);
            case STATE, HITS -> rule;
        };
    }
}
