package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Peer;
import dev.earshot.reply.Match;
import dev.earshot.reply.Rule;
import dev.earshot.reply.RulesFile;
import dev.earshot.reply.Template;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.Words;
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
        HITS
    }

    /** What becomes of the rules. */
    interface Listener {
        /** These are the rules now. */
        void changed(List<Rule> rules);

        /** What a message is to the rules. */
        Framing framing();

        /** This is what a message is to the rules now. */
        void framed(Framing framing);

        /** Tries these rules on what was received so far. */
        RuleDryRun tryOut(List<Rule> rules);

        /** In which encoding somebody is read. */
        Encoding encoding(Peer peer);

        /** How often the rule of this index, counted from 0, has matched. */
        long hits(int rule);
    }

    /** Who gets an answer, as one choice. */
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
            listener.framed(framing);
        }
    }

    @Override
    public Map<Column, Problem> problems(int row) {
        return problems.get(row);
    }

    /** A rule that is not filled in yet, which ends as the one before does. */
    Rule fresh() {
        int count = getRowCount();
        LineEnding ending =
                count == 0 ? LineEnding.CRLF : get(count - 1).answer().ending();
        return RuleEdit.answer(Rule.BLANK, new Template(TextForm.TEXT, "", ending));
    }

    /** Shows how often the rules have matched by now. */
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
            case HITS -> false;
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
            case HITS -> rule;
        };
    }
}
