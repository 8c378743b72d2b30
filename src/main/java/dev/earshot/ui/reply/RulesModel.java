package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Peer;
import dev.earshot.reply.Match;
import dev.earshot.reply.Rule;
import dev.earshot.reply.Template;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.table.AbstractTableModel;

/**
 * The rules as a table that can be edited, in which every change holds at once and can be undone; and what is wrong with
 * them, cell by cell. Confined to the EDT.
 */
final class RulesModel extends AbstractTableModel {
    private static final int MOST_UNDONE = 100;

    /** What stands where. */
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

    private record State(List<Rule> rules, Framing framing) {}

    /** Who gets an answer, as one choice. */
    record Receiver(Rule.To to, String role) {}

    private final transient Words words;
    private final transient Listener listener;
    private final transient Deque<State> before = new ArrayDeque<>();
    private transient List<Rule> rules;
    private transient List<Map<Column, Problem>> problems = List.of();
    private transient Object lastEdit;

    RulesModel(Words words, List<Rule> rules, Listener listener) {
        this.words = words;
        this.rules = List.copyOf(rules);
        this.listener = listener;
        problems = this.rules.stream().map(RuleProblems::of).toList();
    }

    List<Rule> rules() {
        return rules;
    }

    Rule rule(int row) {
        return rules.get(row);
    }

    /** What is wrong there, or null. */
    Problem problem(int row, Column column) {
        return problems.get(row).get(column);
    }

    /** Puts this rule in the place of the one that is there. */
    void put(int row, Rule rule) {
        put(row, rule, null);
    }

    /** @param edit what is being edited; one undo takes back all that was changed under it in a row */
    void put(int row, Rule rule, Object edit) {
        if (!rule.equals(rules.get(row))) {
            List<Rule> now = new ArrayList<>(rules);
            now.set(row, rule);
            become(now, edit);
            fireTableRowsUpdated(row, row);
        }
    }

    /** A rule that is not filled in yet, which ends as the one before does. */
    Rule fresh() {
        LineEnding ending = rules.isEmpty()
                ? LineEnding.CRLF
                : rules.get(rules.size() - 1).answer().ending();
        return RuleEdit.answer(Rule.EMPTY, new Template(TextForm.TEXT, "", ending));
    }

    void add(int row, Rule rule) {
        List<Rule> now = new ArrayList<>(rules);
        now.add(row, rule);
        become(now, null);
        fireTableRowsInserted(row, row);
    }

    void remove(int row) {
        List<Rule> now = new ArrayList<>(rules);
        now.remove(row);
        become(now, null);
        fireTableRowsDeleted(row, row);
    }

    /** Moves one up or down by one, if it can be; says where it is then. */
    int move(int row, int step) {
        int to = row + step;
        if (to < 0 || to >= rules.size()) {
            return row;
        }
        List<Rule> now = new ArrayList<>(rules);
        Collections.swap(now, row, to);
        become(now, null);
        fireTableRowsUpdated(Math.min(row, to), Math.max(row, to));
        return to;
    }

    /** All at once, and where it is not null, what a message is to them. */
    void replace(List<Rule> others, Framing framing) {
        become(others, null);
        if (framing != null) {
            listener.framed(framing);
        }
        fireTableDataChanged();
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    /** Goes back to what was before the latest change. */
    void undo() {
        if (canUndo()) {
            State state = before.pop();
            rules = state.rules;
            lastEdit = null;
            taken();
            listener.framed(state.framing);
            fireTableDataChanged();
        }
    }

    private void become(List<Rule> now, Object edit) {
        if (edit == null || !edit.equals(lastEdit)) {
            before.push(new State(rules, listener.framing()));
            if (before.size() > MOST_UNDONE) {
                before.removeLast();
            }
        }
        lastEdit = edit;
        rules = List.copyOf(now);
        taken();
    }

    private void taken() {
        problems = rules.stream().map(RuleProblems::of).toList();
        listener.changed(rules);
    }

    /** Shows how often the rules have matched by now. */
    void refreshHits() {
        for (int row = 0; row < rules.size(); row++) {
            fireTableCellUpdated(row, Column.HITS.ordinal());
        }
    }

    @Override
    public int getRowCount() {
        return rules.size();
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return words.of("ui.rules.column." + Column.values()[column].name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return Column.values()[column] == Column.ON ? Boolean.class : Object.class;
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return switch (Column.values()[column]) {
            case HITS -> false;
            case PATTERN -> rules.get(row).match().kind() != Match.Kind.ANY;
            default -> true;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        Rule rule = rules.get(row);
        return switch (Column.values()[column]) {
            case ON -> rule.on();
            case WHEN -> rule.match().kind();
            case PATTERN -> rule.match().pattern();
            case ANSWER -> rule.answer().text();
            case FORM -> rule.answer().form();
            case DELAY -> rule.delayMillis();
            case TO -> new Receiver(rule.to(), rule.role());
            case HITS -> listener.hits(row);
        };
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        if (row >= rules.size()) {
            return; // an editor that ends after its rule was taken away
        }
        Rule rule = rules.get(row);
        Match match = rule.match();
        Template answer = rule.answer();
        put(
                row,
                switch (Column.values()[column]) {
                    case ON -> RuleEdit.on(rule, (Boolean) value);
                    case WHEN -> RuleEdit.match(rule, new Match((Match.Kind) value, match.pattern()));
                    case PATTERN -> RuleEdit.match(rule, new Match(match.kind(), (String) value));
                    case ANSWER -> RuleEdit.answer(rule, new Template(answer.form(), (String) value, answer.ending()));
                    case FORM -> RuleEdit.answer(rule, new Template((TextForm) value, answer.text(), answer.ending()));
                    case DELAY -> RuleEdit.delay(rule, (Integer) value);
                    case TO -> RuleEdit.to(rule, (Receiver) value);
                    case HITS -> rule;
                });
    }
}
