package dev.earshot.ui.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;
import dev.earshot.codec.TextForm;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.reply.rules.MatchCaptures;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.MessageFields;
import dev.earshot.reply.rules.Rule;
import dev.earshot.reply.rules.TemplateValues;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.view.RowTime;
import dev.earshot.session.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;

/** The table model of a dry run: the messages that rules would have answered, the latest first. Confined to the EDT. */
final class DryRunModel extends AbstractTableModel {

    /** The columns of the table, in their order. */
    enum Column {
        TIME,
        CLIENT,
        MESSAGE,
        RULE,
        ANSWER,
        STATE
    }

    private final transient Words words;
    private final transient Function<Peer, Encoding> encodings;
    private final transient Map<RuleDryRun.Match, String> answers = new HashMap<>();
    private transient List<Rule> rules = List.of();
    private boolean usesStates;
    private transient List<RuleDryRun.Match> found = List.of();

    /** @param encodings returns the encoding in which a peer's messages are read */
    DryRunModel(Words words, Function<Peer, Encoding> encodings) {
        this.words = words;
        this.encodings = encodings;
    }

    /**
     * Shows the matches found so far.
     *
     * @param tried the rules that are tried
     * @param latest the latest matches, the oldest first
     */
    void show(List<Rule> tried, List<RuleDryRun.Match> latest) {
        if (tried != rules) {
            rules = tried;
            usesStates = tried.stream()
                    .anyMatch(
                            rule -> !rule.state().isBlank() || !rule.nextState().isBlank());
            answers.clear();
        } else if (latest.equals(found)) {
            return;
        }
        found = latest;
        answers.keySet().retainAll(new HashSet<>(latest));
        fireTableDataChanged();
    }

    /** Returns the index of the rule that answers in this row, counted from 0. */
    int rule(int row) {
        return at(row).rule();
    }

    private RuleDryRun.Match at(int row) {
        return found.get(found.size() - 1 - row);
    }

    @Override
    public int getRowCount() {
        return found.size();
    }

    @Override
    public int getColumnCount() {
        return Column.values().length;
    }

    @Override
    public String getColumnName(int column) {
        return words.of("ui.rules.try." + Column.values()[column].name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Object getValueAt(int row, int column) {
        RuleDryRun.Match one = at(row);
        return switch (Column.values()[column]) {
            case TIME -> RowTime.of(one.epochNanos());
            case CLIENT -> Addresses.text(one.client().remote());
            case MESSAGE -> one.text();
            case RULE -> RulesEditor.describe(one.rule(), rules.get(one.rule()));
            case ANSWER -> answers.computeIfAbsent(one, this::answer);
            case STATE -> usesStates ? VisibleText.of(RuleCell.states(one.state(), one.nextState())) : "";
        };
    }

    /** Returns the answer as it would have been, except for counters, random values and the number of clients. */
    private String answer(RuleDryRun.Match one) {
        Rule rule = rules.get(one.rule());
        Encoding encoding = encodings.apply(one.client());
        try {
            MessageFields fields = MessageFields.of(new Message(one.client(), one.head(), encoding), one::fields);
            MatchCaptures captures = rule.match().compile().match(one.head(), encoding, fields);
            byte[] bytes = rule.answer()
                    .compile()
                    .fill(new TemplateValues(
                            fields,
                            captures == null
                                    ? MatchCaptures.NONE
                                    : captures, // of a message of which only the beginning is kept
                            1,
                            Instant.ofEpochMilli(one.epochNanos() / 1_000_000).atZone(ZoneId.systemDefault()),
                            Addresses.text(one.client().remote()),
                            1,
                            encoding,
                            new Random()));
            if (rule.answer().form() == TextForm.HEX) {
                return Hex.print(bytes, 0, bytes.length);
            }
            int length = LineEnding.lengthBefore(encoding, bytes, 0, bytes.length);
            return VisibleText.of(TextDecoder.decode(encoding, bytes, 0, length));
        } catch (Problem problem) {
            return words.of(problem);
        }
    }
}
